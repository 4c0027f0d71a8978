import type { Dataset, Laid } from "../../model/dataset.ts";
import { buildIndex } from "./build.ts";
import { positionOf } from "./ids.ts";
import type { Lists } from "./lists.ts";
import type { Index, Participants } from "./types.ts";

/**
 * An index with people's changes laid over it: costs what was changed, not what the index holds. The columns of the
 * changed events go behind those of the index, where every change finds room of its own; so that an index which was
 * laid before, and may still be answering, stays as it was.
 */
export function lay(base: Index, dataset: Dataset, { gone, instead }: Laid): Index {
  const index = buildIndex({ ...dataset, events: instead }, base.tables);
  let room = ROOMS.get(base);
  if (!room || room.left() < index.size) {
    room = openRoom(base, index.size);
    ROOMS.set(base, room);
  }
  const { first, ...columns } = room.append(index);
  const positions = [...gone].map((id) => positionOf(base.ids, id)).filter((position) => position >= 0);
  return { ...base, ...columns, late: { first, index, gone: Uint32Array.from(positions).sort() } };
}

const ROOMS = new WeakMap<Index, Room>();

type Room = ReturnType<typeof openRoom>;
type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** How many more events and values a room has place for at first. */
const SPARE = 1 << 16;

/** The columns of an index with place behind them. */
function openRoom(base: Index, least: number) {
  const spare = Math.max(SPARE, 2 * least);
  let size = base.size;
  const single = {
    start: column(base.start, spare),
    end: column(base.end, spare),
    kind: column(base.kind, spare),
    status: column(base.status, spare),
    flags: column(base.flags, spare),
    cameo: column(base.cameo, spare),
    occasion: column(base.occasion, spare),
  };
  const several = {
    places: lists(base.places, spare),
    topics: lists(base.topics, spare),
    documents: lists(base.documents, spare),
    origins: lists(base.origins, spare),
  };
  const { offsets, ...rows } = base.participants;
  const people = lists({ offsets, values: rows.entity }, spare);
  const others = {
    part: column(rows.part, spare),
    country: column(rows.country, spare),
    office: column(rows.office, spare),
    marks: column(rows.marks, spare),
  };
  return {
    left: () => base.size + spare - size,
    append(late: Index) {
      const first = size;
      size += late.size;
      const row = people.append({ offsets: late.participants.offsets, values: late.participants.entity });
      const participants: Participants = {
        offsets: row.offsets,
        entity: row.values,
        part: others.part(late.participants.part),
        country: others.country(late.participants.country),
        office: others.office(late.participants.office),
        marks: others.marks(late.participants.marks),
      };
      return {
        first,
        start: single.start(late.start),
        end: single.end(late.end),
        kind: single.kind(late.kind),
        status: single.status(late.status),
        flags: single.flags(late.flags),
        cameo: single.cameo(late.cameo),
        occasion: single.occasion(late.occasion),
        participants,
        places: several.places.append(late.places),
        topics: several.topics.append(late.topics),
        documents: several.documents.append(late.documents),
        origins: several.origins.append(late.origins),
      };
    },
  };
}

/** Puts values behind a column and gives all of it; what was there never moves, nor is it written again. */
function column<T extends Numbers>(initial: T, spare: number): (values: T) => T {
  const grown = (length: number): T => {
    const wider = new (initial.constructor as new (length: number) => T)(length);
    wider.set(all.subarray(0, used));
    return wider;
  };
  let used = initial.length;
  let all = initial;
  all = grown(used + spare);
  return (values) => {
    if (used + values.length > all.length) all = grown(2 * (used + values.length));
    all.set(values, used);
    used += values.length;
    return all.subarray(0, used) as T;
  };
}

function lists(initial: Lists, spare: number): { readonly append: (late: Lists) => Lists } {
  const offsets = column(initial.offsets, spare);
  const values = column(initial.values, spare);
  let end = initial.offsets[initial.offsets.length - 1] ?? 0;
  return {
    append(late) {
      const from = end;
      end += late.values.length;
      return {
        offsets: offsets(late.offsets.subarray(1).map((offset) => from + offset)),
        values: values(late.values),
      };
    },
  };
}
