import type { Dataset } from "../../model/dataset.ts";
import { KIND_NAMES, PARTS } from "../../model/kinds.ts";
import type { Columns } from "./collect.ts";
import { ascending, growing, type Lists, transpose } from "./lists.ts";
import { ofPartKey, partKey } from "./part-key.ts";
import { placesAbove } from "./places.ts";
import { sideParts } from "./sides.ts";
import { type AllPostings, SECRET, SERIES } from "./types.ts";

/** The postings that follow from the columns. */
export function postingsOf(columns: Columns, dataset: Dataset): AllPostings {
  const { tables, participants } = columns;
  const sides = sideParts(columns);
  const entities = { offsets: participants.offsets, values: participants.entity };
  return {
    entity: transpose(entities, tables.entities.texts.length),
    entityPart: transpose(
      {
        offsets: participants.offsets,
        values: participants.entity.map((id, row) => partKey(id, participants.part[row]!)),
      },
      tables.entities.texts.length * PARTS.length,
    ),
    side: transpose(
      { offsets: sides.offsets, values: sides.values.map(ofPartKey) },
      tables.countries.texts.length,
    ),
    sidePart: transpose(sides, tables.countries.texts.length * PARTS.length),
    place: transpose(placesWithin(columns, dataset), tables.places.texts.length),
    kind: transpose(single(columns.kind), KIND_NAMES.length),
    cameo: transpose(single(columns.cameo), tables.cameo.texts.length),
    topic: transpose(columns.topics, tables.topics.texts.length),
    occasion: transpose(named(columns.occasion), tables.occasions.texts.length + 1),
    document: transpose(columns.documents, tables.documents.texts.length),
    word: transpose(columns.words, tables.words.texts.length),
    flag: transpose(flagged(columns.flags), 2),
  };
}

/** Each event's places with all that they lie in; the places above become known to the table. */
function placesWithin({ places, tables }: Columns, dataset: Dataset): Lists {
  const above = placesAbove(dataset);
  const closures = new Map<number, readonly number[]>();
  const lists = growing();
  for (let position = 0; position + 1 < places.offsets.length; position++) {
    for (let i = places.offsets[position]!; i < places.offsets[position + 1]!; i++) {
      const place = places.values[i]!;
      let closure = closures.get(place);
      if (!closure) {
        closure = above(tables.places.texts[place]!).map(tables.places.intern);
        closures.set(place, closure);
      }
      for (const each of closure) lists.push(each);
    }
    lists.end();
  }
  return lists.done();
}

function single(column: Uint8Array | Uint16Array | Uint32Array): Lists {
  return { offsets: ascending(column.length + 1), values: new Uint32Array(column) };
}

/** The events without an occasion, number 0, are on no list. */
function named(occasion: Uint32Array): Lists {
  const lists = growing();
  for (const number of occasion) {
    if (number > 0) lists.push(number);
    lists.end();
  }
  return lists.done();
}

function flagged(flags: Uint8Array): Lists {
  const lists = growing();
  for (const bits of flags) {
    if (bits & SECRET) lists.push(0);
    if (bits & SERIES) lists.push(1);
    lists.end();
  }
  return lists.done();
}
