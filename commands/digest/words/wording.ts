import { setTimeout as sleep } from "node:timers/promises";
import type { Issue, Wording } from "../../../src/bot/index.ts";
import { parseAddress } from "../../../src/chat/address.ts";
import type { Log } from "../../../src/chat/platform.ts";
import type { Picture } from "../../../src/chat/reply.ts";
import type { Briefing } from "../../../src/model/briefing.ts";
import type { draw, Finished } from "../../../src/pictures/index.ts";
import { wordIssue } from "./issue.ts";

export type WordingOptions = {
  readonly draw: typeof draw;
  readonly log: Log;
  /** A digest waits no longer for its picture. */
  readonly patienceMs?: number;
};

/**
 * How digests are told, posts and previews alike: in words, and on the first page with the timeline of its events
 * where there are five or more. Words never wait long for the picture, nor fail with it: what can't be drawn in time
 * is left out, and the log tells. One picture is drawn at a time, so that people's own do not queue behind a morning's
 * digests.
 */
export function openWording({ draw, log, patienceMs = 3_000 }: WordingOptions): Wording {
  let turn: Promise<unknown> = Promise.resolve();

  async function drawn(briefing: Briefing): Promise<Finished> {
    const timer = new AbortController();
    const late = sleep(patienceMs, undefined, { ref: false, signal: timer.signal }).then(() => {
      throw new Error(`it was not drawn within ${patienceMs} ms`);
    });
    const mine = Promise.race([turn, late]).then(() => Promise.race([draw("timeline", briefing), late]));
    turn = mine.catch(() => {});
    return await mine.finally(() => timer.abort());
  }

  async function pictureOf(issue: Issue): Promise<Picture | undefined> {
    const briefing = briefingOf(issue);
    if (briefing === undefined) return undefined;
    try {
      const picture = await drawn(briefing);
      return "none" in picture ? undefined : { name: "timeline.png", png: picture.png, alt: picture.alt };
    } catch (err) {
      log.warn({ err, digest: issue.digest.id, key: issue.key }, "a digest goes without its timeline");
      return undefined;
    }
  }

  return async (issue, page) => {
    const reply = wordIssue(issue, page);
    const picture = page === 1 ? await pictureOf(issue) : undefined;
    return { ...reply, ...(picture && { picture }) };
  };
}

/** Fewer events are read faster than looked at. */
const DRAWN = 5;
/** As many as a briefing spells out. */
const MOST = 50;

/** What the picture shows: all events of the issue, on its further pages too. The terminal shows none. */
function briefingOf({ digest, lines, told }: Issue): Briefing | undefined {
  const all = lines.flatMap((line) => (line.kind === "event" ? [line.event] : []));
  if (all.length < DRAWN || parseAddress(digest.address).platform === "console") return undefined;
  const events = all.slice(0, MOST);
  return {
    question: digest.question,
    understood: told,
    query: digest.query,
    answer: { kind: "events", values: events.map(({ id }) => ({ id })) },
    events,
    ...(all.length > MOST && { more: all.length - MOST }),
    also: [],
    notes: [],
    coverage: { documents: 0, from: null, to: null, matchingDocuments: 0 },
    nearest: [],
    suggestions: [],
  };
}
