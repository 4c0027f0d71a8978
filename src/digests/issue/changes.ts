import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import type { Dataset } from "../../model/dataset.ts";
import type { Event, EventId } from "../../model/event.ts";
import { byCodePoint } from "../../model/text.ts";
import type { Instant } from "../../model/when.ts";
import type { Collection, Ledger, Store } from "../../store/index.ts";

/** One change of the dataset. Its number is its place in the log, from 1. */
export type Change = {
  readonly instant: Instant;
  readonly event: EventId;
  readonly change: "entered" | "corrected" | "withdrawn";
  readonly why: string;
  /** The print that the event has now; absent for one that is withdrawn. */
  readonly print?: string;
};

/** The log of what entered the dataset, was corrected in it and was withdrawn. */
export type Changes = {
  readonly log: () => readonly Change[];
  /**
   * Compares a dataset with what was seen before, and logs what differs. `baseline`: the first dataset of all, or
   * another one than before: where fewer than half of the events that were seen are left, as they were or in another,
   * or withdrawn by a person, the dataset was exchanged. Nothing of a baseline is news.
   */
  readonly compare: (dataset: Dataset, now: Instant) => Promise<"baseline" | "compared">;
};

type Seen = { readonly logged: number; readonly prints: Readonly<Record<EventId, string>> } | null;

const seenSchema: z.ZodType<Seen> = z
  .object({ logged: z.number().int(), prints: z.record(z.string(), z.string()) })
  .nullable();
const changeSchema: z.ZodType<Change> = z.object({
  instant: z.string(),
  event: z.string(),
  change: z.enum(["entered", "corrected", "withdrawn"]),
  why: z.string(),
  print: z.string().optional(),
});

export async function openChanges(store: Pick<Store, "openCollection" | "openLedger">): Promise<Changes> {
  const seen = await store.openCollection<Seen>({ name: "seen", schema: seenSchema, empty: null });
  const log = await store.openLedger<Change>({ name: "news", schema: changeSchema });
  let tail: Promise<unknown> = Promise.resolve();
  return {
    log: log.entries,
    compare(dataset, now) {
      const done = tail.then(() => compare(dataset, now, seen, log));
      tail = done.catch(() => {});
      return done;
    },
  };
}

async function compare(
  dataset: Dataset,
  now: Instant,
  seen: Collection<Seen>,
  log: Ledger<Change>,
): Promise<"baseline" | "compared"> {
  const prints = await printsOf(dataset);
  const before = knownBefore(seen.read(), log.entries());
  const baseline = before === null || isAnother(before, prints, dataset);
  const changes = baseline ? [] : differences(before, prints, dataset, now);
  // The log goes first: a crash before the second write is made good by the log's own prints.
  await Promise.all(changes.map((change) => log.append(change)));
  if (!baseline && changes.length === 0) return "compared";
  const logged = log.entries().length;
  await seen.change(() => ({ logged, prints: Object.fromEntries(prints) }));
  return baseline ? "baseline" : "compared";
}

function isAnother(
  before: ReadonlyMap<EventId, string>,
  now: ReadonlyMap<EventId, string>,
  { redirects, withdrawn }: Dataset,
): boolean {
  let lost = 0;
  for (const event of before.keys())
    if (!now.has(event) && redirects[event] === undefined && withdrawn?.[event] === undefined) lost += 1;
  return lost * 2 > before.size;
}

/** What was seen, with what was logged after it was written; null before the first dataset. */
function knownBefore(seen: Seen, log: readonly Change[]): Map<EventId, string> | null {
  if (seen === null) return null;
  const known = new Map(Object.entries(seen.prints));
  for (const { event, print } of log.slice(seen.logged)) {
    if (print === undefined) known.delete(event);
    else known.set(event, print);
  }
  return known;
}

function differences(
  before: ReadonlyMap<EventId, string>,
  now: ReadonlyMap<EventId, string>,
  dataset: Dataset,
  instant: Instant,
): readonly Change[] {
  const changes: Change[] = [];
  for (const [event, print] of now) {
    const old = before.get(event);
    if (old === undefined) changes.push({ instant, event, change: "entered", why: "new", print });
    else if (old !== print)
      changes.push({ instant, event, change: "corrected", why: whatDiffers(old, print), print });
  }
  for (const event of before.keys()) {
    if (now.has(event)) continue;
    const into = dataset.redirects[event];
    const gone = dataset.withdrawn?.[event]?.reason || "no longer in the dataset";
    const why = into === undefined ? gone : `merged into ${into}`;
    changes.push({ instant, event, change: "withdrawn", why });
  }
  return changes.sort((a, b) => byCodePoint(a.event, b.event));
}

/** What of an event is news when it changes, under the word that says so. How it was read is none. */
const ASPECTS: readonly (readonly [string, (event: Event) => unknown])[] = [
  ["status", ({ status }) => status],
  ["date", ({ when }) => when.edtf],
  [
    "people",
    ({ participants }) => participants.map(({ id, part, inferred }) => [id, part, inferred]).sort(byJson),
  ],
  ["place", ({ places }) => places.map(({ id, venue }) => [id, venue ?? ""]).sort(byJson)],
  [
    "sources",
    ({ sources }) => [...new Set(sources.map(({ document, origin }) => `${document} ${origin}`))].sort(),
  ],
  [
    "what is told",
    ({ kind, flags, occasion, topics, corrected }) => [kind, flags, occasion, topics, corrected?.reason],
  ],
];
const byJson = (a: unknown, b: unknown) => byCodePoint(JSON.stringify(a), JSON.stringify(b));
/** Letters of the print of one aspect: 32 bits. */
const LETTERS = 7;
/** So many events are looked at before others have a turn. */
const AT_ONCE = 2_000;

async function printsOf({ events }: Dataset): Promise<Map<EventId, string>> {
  const prints = new Map<EventId, string>();
  for (let at = 0; at < events.length; at++) {
    const event = events.at(at);
    if (event) prints.set(event.id, printOf(event));
    if (at % AT_ONCE === AT_ONCE - 1) await turn();
  }
  return prints;
}

const printOf = (event: Event): string =>
  ASPECTS.map(([, of]) =>
    fnv(JSON.stringify(of(event)) ?? "")
      .toString(36)
      .padStart(LETTERS, "0"),
  ).join("");

/** FNV-1a over UTF-16 units, 32 bits: what matters is that it is quick, and the same on every machine. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function whatDiffers(old: string, now: string): string {
  const part = (print: string, n: number) => print.slice(n * LETTERS, (n + 1) * LETTERS);
  const differing = ASPECTS.flatMap(([name], n) => (part(old, n) === part(now, n) ? [] : [name]));
  return differing.join(", ");
}
