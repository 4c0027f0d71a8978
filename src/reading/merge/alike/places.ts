import { countryId } from "../../../model/entity.ts";
import type { EventPlace } from "../../../model/event.ts";

/** How the places of two tellings lie to each other. `silent`: at least one names none. */
export type Nearness = "shared" | "silent" | "apart";

/** Compares places: the same place, or a city and its own country, is shared. */
export function nearness(a: readonly EventPlace[], b: readonly EventPlace[]): Nearness {
  if (a.length === 0 || b.length === 0) return "silent";
  return a.some((one) => b.some((other) => together(one, other))) ? "shared" : "apart";
}

/** Places of both, each once: the stated one of two equal, and no country beside its own city. */
export function unitePlaces(a: readonly EventPlace[], b: readonly EventPlace[]): readonly EventPlace[] {
  const united = new Map<string, EventPlace>();
  for (const place of [...a, ...b]) {
    const known = united.get(place.id);
    united.set(place.id, known ? better(known, place) : place);
  }
  const all = [...united.values()];
  return all.filter((place) => !all.some((other) => other.id !== place.id && isCountryOf(place, other)));
}

const together = (a: EventPlace, b: EventPlace) => a.id === b.id || isCountryOf(a, b) || isCountryOf(b, a);

const isCountryOf = (place: EventPlace, other: EventPlace) =>
  other.country !== null && place.id === countryId(other.country);

function better(known: EventPlace, place: EventPlace): EventPlace {
  const venue = known.venue ?? place.venue;
  const kept = known.derivation !== "stated" && place.derivation === "stated" ? place : known;
  return venue === undefined ? kept : { ...kept, venue };
}
