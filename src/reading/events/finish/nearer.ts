import { countryId } from "../../../model/entity.ts";
import type { EventPlace } from "../../../model/event.ts";
import type { EventMention } from "../../types.ts";

/**
 * A meeting that is told to have been in a country was in the city of that country where one of its people was on the same
 * day, if only one such city is told: the summit closed in the capital, and so they met there and not only in the country. A
 * visit is to the whole country and stays so.
 */
export function nearerPlaces(all: readonly EventMention[]): readonly EventMention[] {
  const cities = new Map<string, EventMention[]>();
  for (const m of all)
    if (m.status === "happened" && m.places.some(isCity))
      cities.set(m.when.edtf, [...(cities.get(m.when.edtf) ?? []), m].slice(-MOST));
  return all.map((m) => {
    const [place] = m.places;
    if (m.kind === "visit" || m.status !== "happened" || m.places.length !== 1 || !place || isCity(place))
      return m;
    const people = new Set(m.participants.map(({ id }) => id));
    const found = (cities.get(m.when.edtf) ?? [])
      .filter(({ participants }) => participants.some(({ id }) => people.has(id)))
      .flatMap(({ places }) => places.filter((p) => isCity(p) && p.country === place.country));
    const ids = new Set(found.map(({ id }) => id));
    const city = found[0];
    return city && ids.size === 1 ? { ...m, places: [{ ...city, derivation: "inferred" }] } : m;
  });
}

/** How many events of one day are compared. */
const MOST = 20;

const isCity = ({ id, country }: EventPlace): boolean => country !== null && id !== countryId(country);
