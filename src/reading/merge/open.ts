import type { Told } from "./told.ts";
import { present } from "./told.ts";

/** How many events back are always looked at, and how many more of each participant and side. */
const RECENT = 60;
const OF_ONE = 20;

/**
 * The events of a document that may be told again: the latest, and the latest of each participant of the next telling. A
 * text of a few pages has none beyond that; in a book-long one the search stays as short, so that its time grows
 * with its length and not with the square of it.
 */
export function openEvents() {
  const events: Told[] = [];
  const byParticipant = new Map<string, number[]>();
  const list = (position: number) => {
    for (const { id } of present(events[position]!)) {
      const known = byParticipant.get(id) ?? [];
      if (known.at(-1) === position) continue;
      known.push(position);
      if (known.length > 2 * OF_ONE) known.splice(0, known.length - OF_ONE);
      byParticipant.set(id, known);
    }
  };
  return {
    all: (): readonly Told[] => events,
    at: (position: number): Told => events[position]!,
    add(told: Told) {
      list(events.push(told) - 1);
    },
    replace(position: number, told: Told) {
      events[position] = told;
      list(position);
    },
    /** Positions of those that `next` may tell again, in the order of the text. */
    near(next: Told): readonly number[] {
      const from = Math.max(0, events.length - RECENT);
      const recent = Array.from({ length: events.length - from }, (_, k) => from + k);
      if (from === 0) return recent;
      const before = present(next)
        .flatMap(({ id }) => (byParticipant.get(id) ?? []).slice(-OF_ONE))
        .filter((position) => position < from);
      return [...new Set(before)].toSorted((a, b) => a - b).concat(recent);
    },
  };
}
