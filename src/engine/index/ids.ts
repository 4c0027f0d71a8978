import type { EventId } from "../../model/event.ts";
import type { Ids, PackedIds } from "./types.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Ids in the order of positions, packed into bytes. */
export function packIds(ids: readonly EventId[]): PackedIds {
  const width = ids.reduce((most, { length }) => Math.max(most, length), 1) * WIDEST;
  const wide = new Uint8Array(width);
  const used = ids.reduce((most, id) => Math.max(most, encoder.encodeInto(id, wide).written), 1);
  const bytes = new Uint8Array(used * ids.length);
  for (let position = 0; position < ids.length; position++)
    encoder.encodeInto(ids[position]!, bytes.subarray(position * used, (position + 1) * used));
  const sorted = Uint32Array.from(ids.keys()).sort((a, b) =>
    ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0,
  );
  return { width: used, bytes, sorted };
}

/** Most bytes of UTF-8 for one unit of UTF-16. */
const WIDEST = 3;

/** The id of the event at a position. */
export function idAt(ids: Ids, position: number): EventId {
  if ("texts" in ids) return ids.texts[position - ids.first] ?? "";
  let read = READERS.get(ids);
  if (!read) {
    read = idReader(ids);
    READERS.set(ids, read);
  }
  return read(position);
}

const READERS = new WeakMap<PackedIds, (position: number) => EventId>();

/** Cuts ids from one text of all the bytes; where they are not all ASCII, decodes each. */
export function idReader({ width, bytes }: PackedIds): (position: number) => EventId {
  const text = bytes.every((byte) => byte < 0x80) ? Buffer.from(bytes).toString("latin1") : null;
  return (position) => {
    const from = position * width;
    let to = from + width;
    while (to > from && bytes[to - 1] === 0) to--;
    return text?.slice(from, to) ?? decoder.decode(bytes.subarray(from, to));
  };
}

/** The position of an id; -1 when there is none. */
export function positionOf(ids: Ids, id: EventId): number {
  if ("texts" in ids) {
    const place = ids.places.get(id)?.findLast((each) => each < ids.size);
    return place === undefined ? -1 : ids.first + place;
  }
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
