import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import type { Dataset } from "../../model/dataset.ts";
import type { Event, EventId } from "../../model/event.ts";
import { byCodePoint } from "../../model/text.ts";
import type { Instant } from "../../model/when.ts";
import type { Collection, Ledger, Store } from "../../store/index.ts";
import { printOf, whatDiffers } from "./prints.ts";
import { type List, listOf, touchedBetween } from "./touched.ts";

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
   * Compares a dataset with what was seen before, and logs what differs. A list of events never changes in place: of
   * one that is laid over the same list as the last one, only what was laid differently is looked at. `baseline`: the first dataset of all, or
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
  const log = await store.openLedger<Change>({ name: "news", schema: changeSchema, perFile: 100 });
  const known = openKnown(seen, log);
  let last: List | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  async function compare(dataset: Dataset, now: Instant): Promise<"baseline" | "compared"> {
    const list = listOf(dataset.events, last);
    const touched = last === null ? null : touchedBetween(last, list);
    const as = touched === null ? await whole(dataset, now) : await few(touched, dataset, now);
    last = list;
    return as;
  }

  async function whole(dataset: Dataset, now: Instant): Promise<"baseline" | "compared"> {
    const prints = await printsOf(dataset);
    const before = known.all();
    const baseline = before === null || isAnother(before, prints, dataset);
    const changes = baseline ? [] : differences(before, prints, dataset, now);
    // The log goes first: a crash before the second write is made good by the log's own prints.
    await Promise.all(changes.map((change) => log.append(change)));
    if (!baseline && changes.length === 0) return "compared";
    const logged = log.entries().length;
    await seen.change(() => ({ logged, prints: Object.fromEntries(prints) }));
    return baseline ? "baseline" : "compared";
  }

  /** Where all else is as it was when it was last compared. */
  async function few(
    touched: ReadonlyMap<EventId, Event | undefined>,
    dataset: Dataset,
    now: Instant,
  ): Promise<"compared"> {
    const before = new Map<EventId, string>();
    const prints = new Map<EventId, string>();
    for (const [id, event] of touched) {
      const print = known.get(id);
      if (print !== undefined) before.set(id, print);
      if (event !== undefined) prints.set(id, printOf(event));
    }
    await Promise.all(differences(before, prints, dataset, now).map((change) => log.append(change)));
    return "compared";
  }

  return {
    log: log.entries,
    compare(dataset, now) {
      const done = tail.then(() => compare(dataset, now));
      tail = done.catch(() => {});
      return done;
    },
  };
}

/** The prints that were seen, with those that were logged after they were written. */
function openKnown(seen: Collection<Seen>, log: Ledger<Change>) {
  let since = new Map<EventId, string | undefined>();
  let read = -1;
  const catchUp = () => {
    const logged = seen.read()?.logged ?? 0;
    if (read < logged) since = new Map();
    const entries = log.entries();
    for (let at = Math.max(read, logged); at < entries.length; at++)
      since.set(entries[at]!.event, entries[at]!.print);
    read = entries.length;
  };
  return {
    get(id: EventId): string | undefined {
      catchUp();
      return since.has(id) ? since.get(id) : seen.read()?.prints[id];
    },
    /** Null before the first dataset. */
    all(): ReadonlyMap<EventId, string> | null {
      catchUp();
      const prints = seen.read()?.prints;
      if (prints === undefined) return null;
      const all = new Map(Object.entries(prints));
      for (const [id, print] of since) {
        if (print === undefined) all.delete(id);
        else all.set(id, print);
      }
      return all;
    },
  };
}

/** So many events are looked at before others have a turn. */
const AT_ONCE = 500;

async function printsOf({ events }: Dataset): Promise<Map<EventId, string>> {
  const prints = new Map<EventId, string>();
  for (let at = 0; at < events.length; at++) {
    const event = events.at(at);
    if (event) prints.set(event.id, printOf(event));
    if (at % AT_ONCE === AT_ONCE - 1) await turn();
  }
  return prints;
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
