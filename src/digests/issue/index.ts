import type { Reply } from "../../chat/reply.ts";
import { addDays, type Day, type Instant } from "../../model/when.ts";
import type { Digest } from "../digest.ts";
import { type Entry, type Ledger, postedBy, toldUpTo, type Window } from "../ledger.ts";
import { nextSlots, type Slot } from "../slots.ts";
import type { Changes } from "./changes.ts";
import { type Line, latest, linesOf, type World } from "./lines.ts";

/** One issue of a digest: all that it tells at one slot. Putting it into words is the commands' affair. */
export type Issue = {
  readonly kind: Entry["kind"];
  readonly digest: Digest;
  /** The question as it is understood. */
  readonly told: string;
  readonly key: string;
  readonly due: Instant;
  readonly date: Day;
  /** The last of the days whose anniversaries it tells. */
  readonly until: Day;
  readonly window: Window;
  readonly lines: readonly Line[];
  readonly next?: Slot;
  /** When it is posted, where that is late. */
  readonly late?: Instant;
  /** Earlier slots that it takes in. */
  readonly merged: number;
  /** Digests of its channel that are not caught up. */
  readonly besides: readonly Digest[];
};

/** Puts an issue into words, and where there is much to tell into a picture. The same issue and page give the same bytes. */
export type Wording = (issue: Issue, page: number) => Promise<Reply>;

export type Issues = {
  /** The issue of a slot, its window reaching from what was told before to what is known now. */
  readonly ofSlot: (digest: Digest, slot: Slot, more?: Partial<Issue>) => Issue;
  /** What a digest would tell now; it moves no window. */
  readonly ofNow: (digest: Digest, now: Instant, date: Day, key: string) => Issue;
  /** What a new digest begins with: the latest of the whole dataset. */
  readonly introduction: (digest: Digest, now: Instant, date: Day, key: string) => Issue;
  /** An issue that was posted or tried before, over the window that it had. */
  readonly again: (digest: Digest, entry: Entry) => Issue;
};

/** How far ahead planned events are told, in days from the slot. */
const AHEAD = { day: 7, weekday: 7, week: 14, month: 45 } as const;
const INTRODUCED = 5;

export function openIssues(current: () => World, changes: Changes, ledger: Ledger): Issues {
  const windowOf = (digest: Digest): Window => ({
    from: toldUpTo(ledger.of(digest.id), digest.from),
    to: changes.log().length,
  });

  type Place = { kind: Entry["kind"]; key: string; due: Instant; date: Day; window: Window };
  function issue(digest: Digest, place: Place, more: Partial<Issue> = {}): Issue {
    const { due, date, window } = place;
    const world = current();
    const [next] = nextSlots(digest.schedule, due, 1);
    const alone = place.kind !== "slot" || next === undefined || next.date <= date;
    const until = alone ? date : addDays(next.date, -1);
    const lines =
      place.kind === "introduction"
        ? latest(digest.query, world, INTRODUCED, date)
        : linesOf(
            {
              query: digest.query,
              sections: digest.sections,
              changes: changes.log().slice(window.from, window.to),
              posted: postedBy(ledger.of(digest.id)),
              date,
              until,
              horizon: addDays(date, AHEAD[digest.schedule.every]),
            },
            world,
          );
    const told = world.engine.tell(digest.query);
    return {
      ...place,
      digest,
      told,
      until,
      lines,
      ...(next && { next }),
      merged: 0,
      besides: [],
      ...more,
    };
  }

  return {
    ofSlot: (digest, slot, more) => {
      const key = keyOf(digest, slot);
      const place = { kind: "slot" as const, key, due: slot.at, date: slot.date, window: windowOf(digest) };
      return issue(digest, place, more);
    },
    ofNow: (digest, now, date, key) =>
      issue(digest, { kind: "run", key, due: now, date, window: windowOf(digest) }),
    introduction: (digest, now, date, key) =>
      issue(digest, { kind: "introduction", key, due: now, date, window: windowOf(digest) }),
    again: (digest, entry) => {
      const { kind, key, due, date, address } = entry;
      return issue(
        { ...digest, address },
        { kind, key, due, date, window: entry.window ?? windowOf(digest) },
      );
    },
  };
}

/** The slot's key in the ledger: `<digest>@<local date and time>[<zone>]`. */
export const keyOf = (digest: Digest, slot: Slot): string => `${digest.id}@${slot.key}`;
