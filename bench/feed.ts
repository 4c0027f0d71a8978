import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { placesAbove } from "../src/engine/index/places.ts";
import { words } from "../src/engine/index/words.ts";
import type { Dataset } from "../src/model/dataset.ts";
import { countryId } from "../src/model/entity.ts";
import type { Event } from "../src/model/event.ts";
import { type Kind, OUTSIDE_PARTS } from "../src/model/kinds.ts";
import { dayNumber } from "../src/model/when.ts";

/** An event as every engine under measure gets it: what the queries ask of it, and no more. */
export type Row = {
  readonly id: string;
  /** Day numbers; an open side reaches as far as numbers go. */
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  /** Who takes part, with the countries that they stand for. */
  readonly who: readonly string[];
  /** Places, with what they lie in. */
  readonly places: readonly string[];
  readonly words: readonly string[];
};

/** Rows of the events that happened, by what the fields say and without the index. */
export function rowReader(dataset: Dataset): (event: Event) => Row | null {
  const above = placesAbove(dataset);
  return (event) => {
    if (event.status !== "happened") return null;
    const coded = event.cameo !== undefined && event.rules === undefined;
    const present = event.participants.filter(({ part }) => !OUTSIDE_PARTS.includes(part));
    const who = present.flatMap(({ id, country }) =>
      coded || country === undefined || id.startsWith(countryId("")) ? [id] : [id, countryId(country)],
    );
    return {
      id: event.id,
      start: event.when.start === null ? Number.MIN_SAFE_INTEGER : dayNumber(event.when.start),
      end: event.when.end === null ? Number.MAX_SAFE_INTEGER : dayNumber(event.when.end),
      kind: event.kind,
      who: [...new Set(who)],
      places: [...new Set(event.places.flatMap(({ id }) => above(id)))],
      words: [...new Set(textsOf(event).flatMap(words))],
    };
  };
}

function textsOf({ summary, participants, places, topics, occasion, sources }: Event): readonly string[] {
  return [
    summary,
    ...participants.flatMap(({ name, as, role = "" }) => [name, as, role]),
    ...places.flatMap(({ name, venue = "" }) => [name, venue]),
    ...topics,
    occasion ?? "",
    ...sources.map(({ quote = "" }) => quote),
  ];
}

/** The rows of a file, in the order of the dataset. */
export async function eachRow(file: string, take: (row: Row) => void): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(file) })) take(JSON.parse(line) as Row);
}
