import type { Dataset } from "../../model/dataset.ts";
import { countryId, type Entity } from "../../model/entity.ts";
import { type Bags, bagIndex, type CountryAt } from "./bags.ts";
import { type Bodies, bodyIndex } from "./bodies.ts";
import { fold } from "./fold.ts";
import { roleOf, shortForms, withoutRank } from "./forms.ts";
import { type Phrases, phraseTable, RANK } from "./phrases.ts";
import type { Sense } from "./types.ts";

/** Everything that has a name, from the dataset and from the gazetteer; the dataset's word counts first. */
export type NameTable = {
  readonly phrases: Phrases;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Bodies of countries by what they are called: "police" of India. */
  readonly bodies: Bodies;
  /** Names of people and bodies by their words in whatever order. */
  readonly bags: Bags;
  readonly countries: ReadonlyMap<string, string>;
  /** Country code by the place id of its capital. */
  readonly capitals: ReadonlyMap<string, string>;
  /** A word for "of this country" by its code. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Words of the topics' own names. */
  readonly topicWords: ReadonlySet<string>;
  /** True for who or what an event of the dataset uses. */
  readonly used: (sense: Sense) => boolean;
};

/** Reads all names of a dataset into one table of phrases. */
export function nameTable(dataset: Dataset): NameTable {
  const { gazetteer } = dataset;
  const phrases = phraseTable();
  const say = (text: string, sense: Sense, rank: number) => {
    const folded = fold(text);
    phrases.add(folded, sense, rank);
    if (folded.startsWith("the ")) phrases.add(folded.slice(4), sense, rank);
    return folded;
  };
  const entities = new Map<string, Entity>();
  for (const entity of [...gazetteer.people, ...gazetteer.organisations]) entities.set(entity.id, entity);
  for (const entity of dataset.entities.values())
    entities.set(entity.id, merged(entity, entities.get(entity.id)));

  const countries = new Map<string, string>();
  const capitals = new Map<string, string>();
  const codes = new Map<string, string>();
  const demonyms = new Map<string, string>();
  for (const country of gazetteer.countries) {
    countries.set(country.code, country.name);
    const [demonym] = country.demonyms;
    if (demonym !== undefined) demonyms.set(country.code, demonym);
    if (country.capital !== null) capitals.set(country.capital, country.code);
    const sense: Sense = { kind: "country", code: country.code };
    say(country.name, sense, RANK.name);
    for (const alias of country.aliases) say(alias, sense, RANK.alias);
    for (const name of [country.name, ...country.aliases, ...country.demonyms])
      codes.set(fold(name).replace(/^the /, ""), country.code);
    for (const demonym of country.demonyms) {
      say(demonym, { kind: "demonym", code: country.code }, RANK.alias);
      if (/^[A-Z.]{2,}$/.test(demonym)) say(demonym, sense, RANK.alias);
    }
    for (const metonym of country.metonyms) say(metonym, { kind: "metonym", code: country.code }, RANK.alias);
  }
  const places = new Map([...gazetteer.places.map((place) => [place.id, place] as const), ...dataset.places]);
  for (const place of places.values()) {
    const code = place.id === countryId(place.country ?? "") ? place.country : null;
    const sense: Sense =
      code !== null && countries.has(code) ? { kind: "country", code } : { kind: "place", id: place.id };
    say(place.name, sense, RANK.name);
    for (const alias of place.aliases) say(alias, sense, RANK.alias);
  }

  const countryAt = countryReader(codes);
  const bags = bagIndex(countryAt);
  const bodies = bodyIndex(phrases, bags, countryAt);
  for (const entity of entities.values()) {
    const code = entity.id === countryId(entity.country ?? "") ? entity.country : undefined;
    const sense: Sense =
      code !== undefined && countries.has(code)
        ? { kind: "country", code }
        : { kind: "entity", id: entity.id };
    const own = dataset.entities.has(entity.id);
    const call = (name: string, rank: number) => {
      const role = entity.kind === "country" ? null : roleOf(name);
      if (role && bodies.add(role.role, role.of, entity.id, own)) return;
      const words = say(name, sense, rank).split(" ");
      if (entity.kind === "country") return;
      if (own) bags.add(bags.read(words), entity.id);
      const body = role ? null : bodyOf(words, entity, codes);
      if (body) bodies.add(body.role, body.of, entity.id, false);
    };
    call(entity.name, RANK.name);
    for (const alias of entity.aliases) call(alias, RANK.alias);
    const described = withoutRank(entity.name);
    if (described !== entity.name) phrases.add(fold(described), sense, RANK.short);
    if (entity.kind !== "person") continue;
    const { short, surname } = shortForms(entity);
    for (const form of short) phrases.add(form, sense, RANK.short);
    for (const form of surname) phrases.add(form, sense, RANK.surname);
  }
  for (const title of gazetteer.titles) {
    const sense: Sense = { kind: "title", office: title.office };
    for (const words of title.words) for (const form of [words, plural(words)]) say(form, sense, RANK.weak);
    for (const [of, local] of Object.entries(title.local))
      for (const words of local)
        for (const form of [words, plural(words)]) say(form, { ...sense, of }, RANK.weak);
  }
  for (const topic of gazetteer.topics)
    for (const words of [topic.name, ...topic.words])
      say(words, { kind: "topic", name: topic.name }, RANK.weak);
  for (const occasion of [...gazetteer.occasions, ...ownOccasions(dataset)]) {
    const sense: Sense = { kind: "occasion", name: occasion.name };
    say(occasion.name, sense, RANK.name);
    for (const alias of occasion.aliases) say(alias, sense, RANK.alias);
    const core = fold(occasion.name).replace(
      / (?:format|forum|summit|meeting|conference|readings?|council)$/,
      "",
    );
    if (core.includes(" ") || !phrases.get(core)) phrases.add(core, sense, RANK.weak);
  }
  for (const document of dataset.manifest.documents) {
    const sense: Sense = { kind: "document", id: document.id };
    for (const name of [document.id, document.file, document.title]) say(name, sense, RANK.weak);
    if (document.publisher !== null) say(document.publisher, sense, RANK.weak);
  }
  return {
    phrases,
    entities,
    bodies,
    bags,
    countries,
    capitals,
    demonyms,
    topicWords: new Set(
      gazetteer.topics.flatMap(({ name }) => fold(name).split(" ")).filter((word) => word.length > 3),
    ),
    used: (sense) => {
      if (sense.kind === "entity") return dataset.entities.has(sense.id);
      if (sense.kind === "country")
        return dataset.entities.has(countryId(sense.code)) || dataset.places.has(countryId(sense.code));
      return sense.kind !== "place" || dataset.places.has(sense.id);
    },
  };
}

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

const merged = (own: Entity, known: Entity | undefined): Entity =>
  known === undefined ? own : { ...own, aliases: [...new Set([...own.aliases, ...known.aliases])] };

/** "Coast Guard of the Portuguese Republic", "British Council": a body that carries its country in its name. */
function bodyOf(words: readonly string[], entity: Entity, codes: ReadonlyMap<string, string>) {
  if (entity.kind === "person") return null;
  for (let length = 1; length <= 4 && length < words.length; length++) {
    const first = words.slice(0, length).join(" ");
    if (codes.has(first)) return { role: words.slice(length).join(" "), of: first };
  }
  const of = words.lastIndexOf("of");
  if (of <= 0) return null;
  for (let end = words.length; end > of + 1; end--) {
    const country = words
      .slice(of + 1, end)
      .join(" ")
      .replace(/^the /, "");
    if (!codes.has(country)) continue;
    return { role: [...words.slice(0, of), ...words.slice(end)].join(" "), of: country };
  }
  return null;
}

function plural(words: string): string {
  const [head = "", ...rest] = words.split(/ (?=of |for |to )/);
  return [
    /s$/.test(head) ? head : /man$/.test(head) ? head.replace(/man$/, "men") : `${head}s`,
    ...rest,
  ].join(" ");
}

/** Occasions that only the events name. A big dataset is not walked for them. */
function ownOccasions(dataset: Dataset) {
  const names = new Set<string>();
  if (dataset.events.length <= 5_000)
    for (let at = 0; at < dataset.events.length; at++) {
      const occasion = dataset.events.at(at)?.occasion;
      if (occasion) names.add(occasion);
    }
  return [...names].map((name) => ({ name, aliases: [] as readonly string[] }));
}
