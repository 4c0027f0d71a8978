import type { Dataset } from "../../model/dataset.ts";
import { KIND_NAMES, PARTS } from "../../model/kinds.ts";
import type { Columns } from "./collect.ts";
import { ascending, growing, type Lists, type Postings, transpose } from "./lists.ts";
import { ofPartKey, partKey } from "./part-key.ts";
import { placesAbove } from "./places.ts";
import { sideParts } from "./sides.ts";
import { type AllPostings, SECRET, SERIES } from "./types.ts";

/** The postings that follow from the columns. */
export function postingsOf(columns: Columns, dataset: Dataset): AllPostings {
  const { tables } = columns;
  const keys = keysOf(columns, dataset);
  const entities = tables.entities.texts.length;
  const countries = tables.countries.texts.length;
  const sizes: Record<keyof AllPostings, number> = {
    entity: entities,
    entityPart: entities * PARTS.length,
    side: countries,
    sidePart: countries * PARTS.length,
    place: tables.places.texts.length,
    kind: KIND_NAMES.length,
    cameo: tables.cameo.texts.length,
    topic: tables.topics.texts.length,
    occasion: tables.occasions.texts.length + 1,
    document: tables.documents.texts.length,
    word: tables.words.texts.length,
    flag: 2,
  };
  return Object.fromEntries(
    Object.entries(keys).map(([name, lists]): [string, Postings] => [
      name,
      transpose(lists, sizes[name as keyof AllPostings]),
    ]),
  ) as AllPostings;
}

/** For each kind of postings the keys of each event; a key may stand twice. */
export function keysOf(columns: Columns, dataset: Dataset): Record<keyof AllPostings, Lists> {
  const { participants } = columns;
  const { offsets } = participants;
  const sides = sideParts(columns);
  const places = placesWithin(columns, dataset);
  return {
    entity: { offsets, values: participants.entity },
    entityPart: {
      offsets,
      values: participants.entity.map((id, row) => partKey(id, participants.part[row]!)),
    },
    side: { offsets: sides.offsets, values: sides.values.map(ofPartKey) },
    sidePart: sides,
    place: places,
    kind: single(columns.kind),
    cameo: single(columns.cameo),
    topic: columns.topics,
    occasion: named(columns.occasion),
    document: columns.documents,
    word: columns.words,
    flag: flagged(columns.flags),
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
