import type { Dataset } from "../../model/dataset.ts";
import { countryId } from "../../model/entity.ts";
import { byCodePoint } from "../../model/text.ts";
import { fold, skeleton } from "./fold.ts";
import { linker } from "./link.ts";
import { openTables } from "./open.ts";
import { keyOf, senseOf, standing } from "./phrases.ts";
import { remembered } from "./remembered.ts";
import { suggester } from "./suggest/index.ts";
import { nameTable } from "./table.ts";
import { type Token, tokenise } from "./tokens.ts";
import type { Link, Names, Sense } from "./types.ts";

export { fold } from "./fold.ts";
export { keyOf } from "./phrases.ts";
export { type Token, tokenise } from "./tokens.ts";
export type { How, Link, Names, Sense } from "./types.ts";

/** Names like a word that are told at once. */
const MOST_NEAR = 5;

/** Reads the names of a dataset and of its gazetteer. Same dataset, same links; nothing is looked up elsewhere. */
export function openNames(dataset: Dataset): Names {
  const { book, stands, spelling, stock } = openTables(dataset);
  const table = nameTable(dataset, book, stands);
  const link = linker(table);
  const suggest = lazily(() => suggester(dataset, stock));

  const nameOf = (id: string): string =>
    table.entities.get(id)?.name ??
    dataset.places.get(id)?.name ??
    gazetteerPlaces().get(id) ??
    table.countries.get(id.replace(/^country:/, "")) ??
    dataset.manifest.documents.find((document) => document.id === id)?.title ??
    id;
  const gazetteerPlaces = lazily(
    () => new Map(dataset.gazetteer.places.map((place) => [place.id, place.name] as const)),
  );
  const placesAround = lazily(() => {
    const around = new Set<string>();
    const add = (id: string): void => {
      if (around.has(id)) return;
      around.add(id);
      for (const wider of dataset.places.get(id)?.within ?? []) add(wider);
    };
    for (const id of dataset.places.keys()) add(id);
    return around;
  });
  const titleOf = lazily(
    () => new Map(dataset.gazetteer.titles.map((title) => [title.office, title.words[0] ?? title.office])),
  );

  /** What an office is called where it is held, else in general: "chancellor" in a country that has one. */
  const titleIn = (office: string, of: string): string => {
    const country = dataset.gazetteer.countries.find(({ code }) => code === of);
    const own = [country?.name ?? "", ...(country?.demonyms ?? []), ...(country?.metonyms ?? [])]
      .flatMap((name) => fold(name).split(" "))
      .filter((word) => word !== "the");
    const local = dataset.gazetteer.titles.find((title) => title.office === office)?.local[of] ?? [];
    // "Kremlin leader" says its country itself; the general word is better there.
    const [first] = local.slice(0, 1).filter(
      (words) =>
        !fold(words)
          .split(" ")
          .some((word) => own.includes(word)),
    );
    return first ?? titleOf().get(office) ?? office;
  };

  const plainly = (sense: Sense): string => {
    switch (sense.kind) {
      case "entity":
      case "place":
      case "document":
        return nameOf(sense.id);
      case "country":
      case "demonym":
      case "metonym":
        return withArticle(nameOf(countryId(sense.code)));
      case "title":
        return titleOf().get(sense.office) ?? sense.office;
      case "office":
        return `the ${titleIn(sense.office, sense.of)} of ${withArticle(nameOf(countryId(sense.of)))}`;
      case "role":
        return sense.key;
      case "topic":
      case "occasion":
        return sense.name;
    }
  };

  /** True when a text links as a whole, its article aside, to that sense alone. */
  const readsAs = (text: string, sense: Sense): boolean => {
    const tokens = tokenise(text);
    const from = tokens[0]?.word === "the" && tokens.length > 1 ? 1 : 0;
    const whole = link(tokens, 0);
    const read = whole?.to === tokens.length ? whole : link(tokens, from);
    const sides = read?.senses.filter(
      ({ kind }) => kind !== "topic" && kind !== "document" && kind !== "occasion",
    );
    return (
      read?.to === tokens.length &&
      read.senses.some((own) => keyOf(own) === keyOf(sense)) &&
      (sides ?? []).every((own) => keyOf(own) === keyOf(sense) || isOf(own, sense))
    );
  };

  /** Other ways to write a sense, where its first one means something else too. */
  const otherwise = (sense: Sense): readonly string[] => {
    if (sense.kind !== "office") return [];
    const demonym = table.demonyms.get(sense.of);
    const country = withArticle(nameOf(countryId(sense.of)));
    return titleWords(sense.office).flatMap((title) => [
      `the ${title} of ${country}`,
      ...(demonym === undefined ? [] : [`the ${demonym} ${title}`]),
    ]);
  };
  const titleWords = (office: string) =>
    dataset.gazetteer.titles.find((title) => title.office === office)?.words ?? [];

  const near = (typed: string): readonly string[] => {
    const { knows, alike, near } = spelling();
    if (knows(typed)) return [];
    const same = alike(skeleton(typed));
    return same.length > 0 ? same : near.words(typed);
  };

  /** Names with a word in them, those that the dataset uses first. */
  const namesWith = (word: string): readonly string[] =>
    Array.from(standing(spelling().senses(word), stands), (number) => senseOf(book.senses.at(number)))
      .filter((sense) => sense?.kind === "entity" || sense?.kind === "place" || sense?.kind === "country")
      .sort((a, b) => Number(table.used(b)) - Number(table.used(a)) || byCodePoint(plainly(a), plainly(b)))
      .map(plainly);

  const linkNear = (tokens: readonly Token[], at: number): readonly Link[] => {
    const typed = tokens[at];
    if (!typed) return [];
    const found: Link[] = [];
    for (const word of near(typed.word)) {
      const other = tokens.map((token, index) => (index === at ? { ...token, word, raw: word } : token));
      for (let from = Math.max(0, at - 3); from <= at; from++) {
        const hit = link(other, from);
        if (hit && hit.to > at && hit.senses.length > 0)
          found.push({
            ...hit,
            how: skeleton(word) === skeleton(typed.word) ? "spelling" : "edit",
            corrected: hit.senses.map(plainly)[0] ?? word,
          });
      }
    }
    const longest = Math.max(0, ...found.map(({ from, to }) => to - from));
    const best = found.filter(({ from, to }) => to - from === longest);
    return [...new Map(best.map((hit) => [hit.senses.map(keyOf).join("|"), hit])).values()];
  };

  return {
    link,
    linkNear,
    near: remembered((word) => {
      const typed = fold(word).split(" ");
      const names = typed.flatMap((part) => (part.length < 3 ? [] : near(part))).flatMap(namesWith);
      const begun =
        typed[0] && typed[0].length >= 3
          ? suggest()("actor", typed[0], MOST_NEAR).map(({ value }) => value)
          : [];
      return [...new Set([...names, ...begun])].slice(0, MOST_NEAR);
    }),
    nameOf,
    write: (sense) => {
      const text = plainly(sense);
      // What stands after "at the" or "on the topic of" is one, and a title alone is nobody: they need no mark.
      if (
        sense.kind === "occasion" ||
        sense.kind === "topic" ||
        (sense.kind === "title" && sense.of === undefined)
      )
        return text;
      if (readsAs(text, sense)) return text;
      const other = otherwise(sense).find((candidate) => readsAs(candidate, sense));
      return other ?? `${text} [${keyOf(sense)}]`;
    },
    byKey: (key) => {
      const sense = senseOf(key);
      return sense && plainly(sense) !== key.slice(key.indexOf(":") + 1) ? [sense] : [];
    },
    capitalOf: (place) => table.capitals.get(place),
    kindOf: (id) => table.entities.get(id)?.kind ?? (id.startsWith("country:") ? "country" : undefined),
    hasPlaces: dataset.places.size > 0,
    hasPlacesIn: (place) => placesAround().has(place),
    isTopicWord: (word) => table.topicWords.has(word),
    knowsWord: (word) => spelling().knows(word),
    suggest: (kind, typed, limit) => suggest()(kind, typed, limit),
  };
}

/** "US" says the country and "of it" alike: no choice is needed between the two. */
const isOf = (own: Sense, sense: Sense): boolean =>
  own.kind === "demonym" && sense.kind === "country" && own.code === sense.code;

/** "the United Kingdom", but "France": names of countries that English gives an article. */
function withArticle(name: string): string {
  const plural =
    /^(?:United|Central African|Czech|Dominican|Holy See|Vatican$|Ivory Coast$)|(?:Republic|Federation|Emirates|States|Kingdom|Islands|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles)$/;
  return plural.test(name) && !/^The /.test(name) ? `the ${name}` : name;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
