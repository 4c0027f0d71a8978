import type { Dataset } from "../../model/dataset.ts";
import { countryId, type Gazetteer, type Place, type PlaceId } from "../../model/entity.ts";

/**
 * A place and all that it lies in, from the dataset's places and the gazetteer's: a city, its country, its
 * continent. Places of a country lie in it even where `within` does not say so.
 */
export function placesAbove(dataset: Dataset): (id: PlaceId) => readonly PlaceId[] {
  const { known, continents } = knownOf(dataset.gazetteer);
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

type Known = {
  readonly known: ReadonlyMap<PlaceId, Place>;
  readonly continents: ReadonlyMap<string, PlaceId>;
};

function knownOf(gazetteer: Gazetteer): Known {
  const remembered = KNOWN.get(gazetteer);
  if (remembered) return remembered;
  const known = {
    known: new Map(gazetteer.places.map((place) => [place.id, place])),
    continents: new Map(gazetteer.countries.map(({ code, continent }) => [countryId(code), continent])),
  };
  KNOWN.set(gazetteer, known);
  return known;
}

const KNOWN = new WeakMap<Gazetteer, Known>();
