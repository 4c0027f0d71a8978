import {
  countryId,
  type Entity,
  type EntityId,
  type Gazetteer,
  type Place,
  type PlaceId,
} from "../../model/entity.ts";
import type { CountryAt } from "./bags.ts";
import { fold } from "./fold.ts";

/** What is looked up in a gazetteer while words are read. */
export type Known = {
  /** Its people and organisations. */
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly places: ReadonlyMap<PlaceId, Place>;
  readonly countries: ReadonlyMap<string, string>;
  /** Country code by the place id of its capital. */
  readonly capitals: ReadonlyMap<PlaceId, string>;
  /** A word for "of this country" by its code. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Words of the topics' own names. */
  readonly topicWords: ReadonlySet<string>;
  /** Country code by a folded name, without its article. */
  readonly codes: ReadonlyMap<string, string>;
  readonly countryAt: CountryAt;
};

/** That of a gazetteer. */
export function knownOf(gazetteer: Gazetteer): Known {
  const remembered = KNOWN.get(gazetteer);
  if (remembered) return remembered;
  const { people, organisations, topics } = gazetteer;
  const known: Known = {
    entities: new Map([...people, ...organisations].map((entity) => [entity.id, entity])),
    places: new Map(gazetteer.places.map((place) => [place.id, place])),
    topicWords: new Set(
      topics.flatMap(({ name }) => fold(name).split(" ")).filter((word) => word.length > 3),
    ),
    ...countriesOf(gazetteer.countries),
  };
  KNOWN.set(gazetteer, known);
  return known;
}

const KNOWN = new WeakMap<Gazetteer, Known>();

type OfCountries = Omit<Known, "entities" | "places" | "topicWords">;

/** An alias of a person leaves the countries as they are. */
function countriesOf(all: Gazetteer["countries"]): OfCountries {
  const remembered = COUNTRIES.get(all);
  if (remembered) return remembered;
  const countries = new Map<string, string>();
  const capitals = new Map<PlaceId, string>();
  const codes = new Map<string, string>();
  const demonyms = new Map<string, string>();
  for (const country of all) {
    countries.set(country.code, country.name);
    const [demonym] = country.demonyms;
    if (demonym !== undefined) demonyms.set(country.code, demonym);
    if (country.capital !== null) capitals.set(country.capital, country.code);
    for (const name of [country.name, ...country.aliases, ...country.demonyms])
      codes.set(fold(name).replace(/^the /, ""), country.code);
  }
  const found = { countries, capitals, demonyms, codes, countryAt: countryReader(codes) };
  COUNTRIES.set(all, found);
  return found;
}

const COUNTRIES = new WeakMap<Gazetteer["countries"], OfCountries>();

/** The code of a country by its id as an entity or a place; undefined for what is none of the gazetteer's. */
export const codeIn = (
  { countries }: Known,
  id: string,
  code: string | null | undefined,
): string | undefined => (code && id === countryId(code) && countries.has(code) ? code : undefined);

/** Finds the countries that stand in folded words, by name or by "of it". */
function countryReader(codes: ReadonlyMap<string, string>): CountryAt {
  const longest = new Map<string, number>();
  for (const name of codes.keys()) {
    const words = name.split(" ");
    const first = words[0] ?? "";
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return (words, at) => {
    for (let length = longest.get(words[at] ?? "") ?? 0; length > 0; length--) {
      const code = codes.get(length === 1 ? (words[at] ?? "") : words.slice(at, at + length).join(" "));
      if (code !== undefined && at + length <= words.length) return { code, to: at + length };
    }
    return null;
  };
}
