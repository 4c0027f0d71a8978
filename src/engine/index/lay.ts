import type { Dataset, Laid } from "../../model/dataset.ts";
import { openRoom, type Room } from "./room.ts";
import type { Index, Late } from "./types.ts";

/**
 * An index with people's changes laid over it: costs what was changed since the last time, not what the index holds nor
 * what was changed before. An index that was laid earlier, and may still be answering, stays as it was.
 */
export function lay(base: Index, dataset: Dataset, laid: Laid): Index {
  const known = LAST.get(base) ?? { room: openRoom(base), slots: [], laid: null };
  const { room } = known;
  room.follow(dataset);
  const slots = slotsOf(laid.instead, known, (fresh) => room.append(fresh, dataset));
  LAST.set(base, { room, slots, laid });
  const { columns, postings, ids, size, blurred, otherwise } = room.now();
  const rank = new Int32Array(size - base.size).fill(-1);
  for (let n = 0; n < slots.length; n++) rank[slots[n]!] = n;
  const late: Late = {
    first: base.size,
    index: { ...base, ...columns, size, postings, ids, wide: blurred, otherwise },
    rank,
    gone: positionsOf(base, laid.gone),
  };
  return { ...base, ...columns, late };
}

/** What was laid over an index last: the next change differs from it in little. */
type Known = {
  readonly room: Room;
  readonly laid: Laid | null;
  /** Where the room has each of the events of `laid`. */
  readonly slots: readonly number[];
};

const LAST = new WeakMap<Index, Known>();

/** Where the room has each event; those that it does not have are appended, all at once. */
function slotsOf(
  events: Laid["instead"],
  { room, laid, slots: before }: Known,
  append: (fresh: Laid["instead"]) => void,
): readonly number[] {
  const last = laid?.instead ?? [];
  const slots: number[] = [];
  const fresh: number[] = [];
  let behind = 0;
  for (let n = 0; n < events.length; n++) {
    const event = events[n]!;
    // Events stand in order, and so mostly beside the one that they stood beside before.
    while (behind < last.length && last[behind] !== event && last[behind + 1] === event) behind++;
    const slot = last[behind] === event ? before[behind] : undefined;
    if (slot !== undefined) behind++;
    const found = slot !== undefined && room.has(slot) ? slot : room.slotOf(event);
    if (found === undefined) fresh.push(n);
    slots.push(found ?? -1);
  }
  if (fresh.length === 0) return slots;
  append(fresh.map((n) => events[n]!));
  for (const n of fresh) slots[n] = room.slotOf(events[n]!)!;
  return slots;
}

/** An index of a list in date order has its positions for places. */
function positionsOf({ order }: Index, places: Uint32Array): Uint32Array {
  if (places.every((place) => order[place] === place)) return places;
  return places.map((place) => order.indexOf(place)).sort();
}
