import type { Day } from "./when.ts";

export type EntityId = string;
export type PlaceId = string;

export type EntityKind = "person" | "country" | "organisation" | "group";

/** An office with its dates: so that "the UK foreign secretary in 2021" is a person. */
export type Office = {
  /** A title from the closed list of `data/gazetteer/titles.json`, e.g. `foreign-minister`, `president`. */
  readonly office: string;
  /** How the office is called where it is held: "Foreign Secretary". */
  readonly title: string;
  /** Country code (ISO 3166-1 alpha-2) or organisation id that it is an office of. */
  readonly of: string;
  readonly from: Day | null;
  readonly to: Day | null;
};

export type Entity = {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** Other spellings and scripts; folding of case and diacritics is not needed here. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2, of the person's or body's side. */
  readonly country?: string;
  readonly offices: readonly Office[];
};

export type Place = {
  readonly id: PlaceId;
  readonly kind: "city" | "country" | "region" | "venue";
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly aliases: readonly string[];
  /** Ids of the places that it lies in, directly: a city in its country, a country in its continent. */
  readonly within: readonly PlaceId[];
};

/** A country as the gazetteer has it: entity (a government acts) and place (things happen there) share the code. */
export type Country = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** "British", "Britons", "UK": words that say "of this country" or name its people. */
  readonly demonyms: readonly string[];
  /** Place id of the capital. Its names can stand for the government (metonym). */
  readonly capital: PlaceId | null;
  /** Other words for the government: "the Kremlin", "Downing Street", "the White House". */
  readonly metonyms: readonly string[];
  /** Place id of the continent. */
  readonly continent: PlaceId;
};

/** A class of offices: what it is called, in general and in one country. */
export type Title = {
  /** Closed list: `foreign-minister`, `president`, … */
  readonly office: string;
  /** General words, singular, lower case: "foreign minister", "minister of foreign affairs". */
  readonly words: readonly string[];
  /** What it is called in one country, by code: `{ GB: ["foreign secretary"], US: ["secretary of state"] }`. */
  readonly local: Readonly<Record<string, readonly string[]>>;
  /** True where a country has one holder at a time, so that office and day give the person. */
  readonly unique: boolean;
  /** 1 head of state or government, 2 minister, 3 deputy, envoy or adviser, 4 spokesman and the rest. */
  readonly level: 1 | 2 | 3 | 4;
};

/** What is known of the world before any document is read. Data, with its origin noted in `data/README.md`. */
export type Gazetteer = {
  readonly people: readonly Entity[];
  readonly organisations: readonly Entity[];
  readonly countries: readonly Country[];
  readonly places: readonly Place[];
  readonly titles: readonly Title[];
  /** Topic name (closed list: PLOVER contexts and our own) and the words that speak of it. */
  readonly topics: readonly { readonly name: string; readonly words: readonly string[] }[];
  /** Named forums and series: "Normandy format", "OSCE Ministerial Council", with their aliases. */
  readonly occasions: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  /** Events whose day is beyond doubt and the words that speak of them: an undated document is dated by them. */
  readonly anchors: readonly {
    readonly name: string;
    readonly words: readonly string[];
    readonly day: Day;
  }[];
  /** The day up to which an office with an open end is known to be held; later, its holder is only likely. */
  readonly knownTo?: Day;
};

/** The id of a country as an entity and as a place: `country:GB`. */
export const countryId = (code: string): string => `country:${code}`;
