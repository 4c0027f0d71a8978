import { byCodePoint } from "../../model/text.ts";
import type { Selection } from "../select/index.ts";
import { CERTAIN, type Match } from "../select/match.ts";
import type { Room } from "./room.ts";

/** How many events one value names. */
export const EVENTS_PER_VALUE = 20;

/** A value on the way: the events that it stands on, ascending, and the best of their matches. */
export type Tally = { readonly positions: number[]; match: Match };

/** Counts events by key; `add` the same key at the same position twice, and it is counted once. */
export type Tallies<Key> = {
  readonly add: (key: Key, position: number, match: Match) => Tally;
  readonly entries: () => readonly (readonly [Key, Tally])[];
};

export function tallies<Key>(): Tallies<Key> {
  const byKey = new Map<Key, Tally>();
  return {
    add(key, position, match) {
      const tally = byKey.get(key) ?? { positions: [], match };
      if (tally.positions.at(-1) !== position) tally.positions.push(position);
      if (match > tally.match) tally.match = match;
      byKey.set(key, tally);
      return tally;
    },
    entries: () => [...byKey],
  };
}

/** Walks a selection with the match of each position. */
export function each(
  { positions, matches }: Selection,
  visit: (position: number, match: Match) => void,
): void {
  for (let i = 0; i < positions.length; i++)
    visit(positions[i]!, matches === null ? CERTAIN : (matches[i] as Match));
}

/**
 * Values in their order: by the start of their first event, then by name in code points; `reversed` is exactly
 * the reverse, and then the newest events of each stand first.
 */
export function inOrder<T>(
  room: Room,
  values: readonly { readonly name: string; readonly tally: Tally; readonly value: T }[],
  reversed: boolean,
): readonly (T & { readonly events: readonly string[]; readonly count: number })[] {
  const { start } = room.index;
  const ordered = values.toSorted(
    (a, b) => start[a.tally.positions[0]!]! - start[b.tally.positions[0]!]! || byCodePoint(a.name, b.name),
  );
  if (reversed) ordered.reverse();
  return ordered.map(({ tally, value }) => ({ ...value, ...stands(room, tally.positions, reversed) }));
}

/** The events that a value stands on: at most 20 ids, and the count of all. */
export function stands(room: Room, positions: ArrayLike<number>, reversed = false) {
  const all = Array.from(positions);
  const named = reversed ? all.slice(-EVENTS_PER_VALUE).reverse() : all.slice(0, EVENTS_PER_VALUE);
  return { events: named.map(room.cite), count: all.length };
}
