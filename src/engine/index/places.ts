import type { Dataset } from "../../model/dataset.ts";
import type { PlaceId } from "../../model/entity.ts";
import { countryId } from "../../model/entity.ts";

/**
 * A place and all that it lies in, from the dataset's places and the gazetteer's: a city, its country, its
 * continent. Places of a country lie in it even where `within` does not say so.
 */
export function placesAbove(dataset: Dataset): (id: PlaceId) => readonly PlaceId[] {
  const known = new Map(dataset.gazetteer.places.map((place) => [place.id, place]));
  const continents = new Map(
    dataset.gazetteer.countries.map(({ code, continent }) => [countryId(code), continent]),
  );
  const above = (id: PlaceId): readonly PlaceId[] => {
    const place = dataset.places.get(id) ?? known.get(id);
    const country = place?.country ? countryId(place.country) : null;
    const continent = continents.get(id);
    return [...(place?.within ?? []), ...(country ? [country] : []), ...(continent ? [continent] : [])];
  };
  return (id) => {
    const found = new Set([id]);
    for (const each of found) for (const next of above(each)) found.add(next);
    return [...found];
  };
}
