import { setImmediate as turn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Briefing } from "../model/briefing.ts";
import { type Drawable, drawable, drawableEvent } from "./drawable.ts";

export type PictureKind = "timeline" | "network";

/** A finished picture in both forms with its words, or one sentence why there is none. */
export type Finished =
  | { readonly svg: string; readonly png: Uint8Array; readonly alt: string }
  | { readonly none: string };

/** What the thread is told: a `Drawable` as JSON, which is handed over in a third of the time of its copy as objects. */
export type Order = { readonly number: number; readonly kind: PictureKind; readonly briefing: string };

/** What the thread answers. */
export type Answer = { readonly number: number; readonly drawn?: Finished; readonly failed?: string };
type Waiting = { readonly resolve: (drawn: Finished) => void; readonly reject: (error: Error) => void };

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

/**
 * Draws and renders a briefing in a thread of its own, so that nobody else's answer waits for it. The thread starts
 * with the first picture and does not keep the process alive. Rejects when drawing fails.
 */
export async function draw(kind: PictureKind, briefing: Briefing): Promise<Finished> {
  const told = await inTurns(drawable(briefing));
  return await new Promise((resolve, reject) => {
    const order: Order = { number: ++last, kind, briefing: told };
    const thread = started();
    thread.ref();
    waiting.set(order.number, { resolve, reject });
    thread.postMessage(order);
  });
}

/** So many events are written before others have a turn. */
const AT_ONCE = 500;

/** A briefing as JSON, without holding up anybody for long. */
async function inTurns({ events, ...rest }: Drawable): Promise<string> {
  const written: string[] = [];
  for (let from = 0; from < events.length; from += AT_ONCE) {
    if (from > 0) await turn();
    written.push(JSON.stringify(events.slice(from, from + AT_ONCE).map(drawableEvent)).slice(1, -1));
  }
  return `${JSON.stringify(rest).slice(0, -1)},"events":[${written.join(",")}]}`;
}

function started(): Worker {
  if (worker !== undefined) return worker;
  const thread = new Worker(new URL("./thread.mjs", import.meta.url), { execArgv: [] });
  thread.on("message", ({ number, drawn, failed }: Answer) => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) thread.unref();
    if (drawn !== undefined) one?.resolve(drawn);
    else one?.reject(new Error(failed));
  });
  thread.on("error", (error) => {
    worker = undefined;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  });
  thread.unref();
  worker = thread;
  return thread;
}
