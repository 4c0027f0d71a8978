import type { NumberValue } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import { dayFromNumber } from "../../model/when.ts";
import type { Lists } from "../index/lists.ts";
import type { Selection } from "../select/index.ts";
import { CERTAIN } from "../select/match.ts";
import type { Matcher } from "../select/who.ts";
import { peopleOf } from "./people.ts";
import { placesOf } from "./places.ts";
import { type Room, uncited } from "./room.ts";
import { stands } from "./tally.ts";

/** How many of what is asked for, counting only what is certain, and notes on what the count holds. */
export function numberOf(
  room: Room,
  query: Query,
  matchers: readonly Matcher[],
  selection: Selection,
): { readonly value: NumberValue; readonly notes: readonly string[] } {
  const certain = certainOf(selection);
  const counted = (value: number) => ({ value, ...stands(room, certain.positions) });
  const unsure = selection.positions.length - certain.positions.length;
  const notes = unsure > 0 ? [`${unsure} more may count: their dates are not known exactly.`] : [];
  switch (query.of ?? "events") {
    case "events":
      return { value: counted(certain.positions.length), notes };
    case "people":
      return { value: counted(peopleOf(uncited(room), query, matchers, certain, false).length), notes };
    case "places":
      return { value: counted(placesOf(uncited(room), certain, false).length), notes };
    case "sources":
      return sources(room, certain, notes);
    case "days":
      return days(room, certain, notes);
  }
}

function certainOf({ positions, matches }: Selection): Selection {
  return matches === null
    ? { positions, matches }
    : { positions: positions.filter((_, i) => matches[i] === CERTAIN), matches: null };
}

/** Documents are counted; how many of them are independent is said by their origins. */
function sources(room: Room, selection: Selection, notes: readonly string[]) {
  const documents = distinct(room.index.documents, selection);
  const origins = distinct(room.index.origins, selection);
  const names = origins.map((origin) => originName(room, room.index.tables.origins.texts[origin]!));
  const independent =
    origins.length < documents.length
      ? [
          `${plural(documents.length, "document")}, but ${plural(origins.length, "independent origin")}: ${names.join("; ")}.`,
        ]
      : [];
  return {
    value: { value: documents.length, ...stands(room, selection.positions) },
    notes: [...independent, ...notes],
  };
}

function days(room: Room, selection: Selection, notes: readonly string[]) {
  const { start, end } = room.index;
  const sharp = selection.positions.filter((position) => start[position] === end[position]);
  const found = new Set(Array.from(sharp, (position) => dayFromNumber(start[position]!)));
  const blurred = selection.positions.length - sharp.length;
  const note = blurred > 0 ? [`${plural(blurred, "event")} without an exact day not counted.`] : [];
  return { value: { value: found.size, ...stands(room, sharp) }, notes: [...note, ...notes] };
}

function distinct({ offsets, values }: Lists, { positions }: Selection): readonly number[] {
  const found = new Set<number>();
  for (const position of positions)
    for (let i = offsets[position]!; i < offsets[position + 1]!; i++) found.add(values[i]!);
  return [...found];
}

/** A document that is its own origin is called by its publisher or title. */
function originName(room: Room, origin: string): string {
  const document = room.documents.get(origin);
  return document ? (document.publisher ?? document.title) : origin;
}

const plural = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
