import type { EventId } from "../../model/event.ts";
import type { Ids } from "./types.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Ids in the order of positions, packed into bytes. */
export function packIds(ids: readonly EventId[]): Ids {
  const encoded = ids.map((id) => encoder.encode(id));
  const width = encoded.reduce((most, { length }) => Math.max(most, length), 1);
  const bytes = new Uint8Array(width * ids.length);
  for (const [position, id] of encoded.entries()) bytes.set(id, position * width);
  const sorted = Uint32Array.from(ids.keys()).sort((a, b) =>
    ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0,
  );
  return { width, bytes, sorted };
}

/** The id of the event at a position. */
export function idAt({ width, bytes }: Ids, position: number): EventId {
  const from = position * width;
  let to = from + width;
  while (to > from && bytes[to - 1] === 0) to--;
  return decoder.decode(bytes.subarray(from, to));
}

/** The position of an id; -1 when there is none. */
export function positionOf(ids: Ids, id: EventId): number {
  let low = 0;
  let high = ids.sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (idAt(ids, ids.sorted[middle]!) < id) low = middle + 1;
    else high = middle;
  }
  const position = ids.sorted[low];
  return position !== undefined && idAt(ids, position) === id ? position : -1;
}
