import type { Dataset } from "../../model/dataset.ts";
import type { Event, EventId } from "../../model/event.ts";
import { byCodePoint } from "../../model/text.ts";
import { idAt } from "./ids.ts";
import { lowerBound } from "./lists.ts";
import type { Index } from "./types.ts";

/** The event at a position, decoded. */
export function eventAt({ events }: Dataset, { order, late }: Index, position: number): Event {
  const isLate = late !== undefined && position >= late.first;
  const event = isLate
    ? events.laid?.instead.at(late.rank[position - late.first]!)
    : (events.laid?.over ?? events).at(order[position]!);
  if (!event) throw new Error(`The dataset has no event at position ${position}`);
  return event;
}

/** The id of the event at a position. */
export function idOf({ ids, late }: Index, position: number): EventId {
  return late !== undefined && position >= late.first ? idAt(late.index.ids, position) : idAt(ids, position);
}

/** Positions in the order of their events, each once. */
export function inOrder(index: Index, positions: Iterable<number>): Uint32Array {
  const all = Uint32Array.from(new Set(positions));
  return index.late === undefined ? all.sort() : all.sort((a, b) => compare(index, a, b));
}

/** Where a position stands among others that are in order; -1 where it does not. */
export function placeIn(index: Index, positions: Uint32Array, position: number): number {
  if (index.late !== undefined) return positions.indexOf(position);
  const at = lowerBound(positions, position);
  return positions[at] === position ? at : -1;
}

/** Below zero where the event at the first position comes before that at the second: by start, end, id. */
export function compare(index: Index, a: number, b: number): number {
  return (
    index.start[a]! - index.start[b]! ||
    index.end[a]! - index.end[b]! ||
    byCodePoint(idOf(index, a), idOf(index, b))
  );
}
