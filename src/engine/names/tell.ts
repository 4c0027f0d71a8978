import type { Document } from "../../model/dataset.ts";
import type { Country, Entity, Gazetteer, Place } from "../../model/entity.ts";
import { addBag, bagWords } from "./bags.ts";
import { addBody } from "./bodies.ts";
import type { Book } from "./book/index.ts";
import { fold } from "./fold.ts";
import { roleOf, shortForms, withoutRank } from "./forms.ts";
import { codeIn, knownOf } from "./known.ts";
import { addPhrase, keyOf, RANK } from "./phrases.ts";
import type { Sense } from "./types.ts";

/** Writes names into a book. What is told again with more names is written again: each name stands there once. */
export type Teller = {
  readonly place: (place: Place) => void;
  /** `own`: somebody in an event of the dataset. */
  readonly entity: (entity: Entity, own: boolean) => void;
  readonly occasion: (occasion: Gazetteer["occasions"][number]) => void;
  readonly document: (document: Document) => void;
  readonly country: (country: Country) => void;
  /** What follows from the gazetteer alone. */
  readonly titles: () => void;
  readonly topics: () => void;
};

/** Tells what a gazetteer's countries can make of names. */
export function tellerOf(book: Book, gazetteer: Gazetteer): Teller {
  const known = knownOf(gazetteer);
  const say = (text: string, sense: number, rank: number): string => {
    const folded = fold(text);
    addPhrase(book, folded, sense, rank);
    if (folded.startsWith("the ")) addPhrase(book, folded.slice(4), sense, rank);
    return folded;
  };
  const number = (sense: Sense) => book.senses.intern(keyOf(sense));
  return {
    country({ code, name, aliases, demonyms, metonyms }) {
      const sense = number({ kind: "country", code });
      say(name, sense, RANK.name);
      for (const alias of aliases) say(alias, sense, RANK.alias);
      for (const demonym of demonyms) {
        say(demonym, number({ kind: "demonym", code }), RANK.alias);
        if (/^[A-Z.]{2,}$/.test(demonym)) say(demonym, sense, RANK.alias);
      }
      for (const metonym of metonyms) say(metonym, number({ kind: "metonym", code }), RANK.alias);
    },
    place(place) {
      const code = codeIn(known, place.id, place.country);
      const sense = number(code === undefined ? { kind: "place", id: place.id } : { kind: "country", code });
      say(place.name, sense, RANK.name);
      for (const alias of place.aliases) say(alias, sense, RANK.alias);
    },
    entity(entity, own) {
      const code = codeIn(known, entity.id, entity.country);
      const sense = number(
        code === undefined ? { kind: "entity", id: entity.id } : { kind: "country", code },
      );
      const call = (name: string, rank: number) => {
        const role = entity.kind === "country" ? null : roleOf(name);
        if (role && addBody(book, { ...role, sense, named: own }, known.countryAt)) return;
        const words = say(name, sense, rank).split(" ");
        if (entity.kind === "country") return;
        if (own) addBag(book, bagWords(words, known.countryAt), sense);
        const body = role ? null : bodyOf(words, entity, known.codes);
        if (body) addBody(book, { ...body, sense, named: false }, known.countryAt);
      };
      call(entity.name, RANK.name);
      for (const alias of entity.aliases) call(alias, RANK.alias);
      const described = withoutRank(entity.name);
      if (described !== entity.name) addPhrase(book, fold(described), sense, RANK.short);
      if (entity.kind !== "person") return;
      const { short, surname } = shortForms(entity);
      for (const form of short) addPhrase(book, form, sense, RANK.short);
      for (const form of surname) addPhrase(book, form, sense, RANK.surname);
    },
    titles() {
      for (const { office, words: general, local } of gazetteer.titles) {
        for (const words of general)
          for (const form of [words, plural(words)]) say(form, number({ kind: "title", office }), RANK.weak);
        for (const [of, all] of Object.entries(local))
          for (const words of all)
            for (const form of [words, plural(words)])
              say(form, number({ kind: "title", office, of }), RANK.weak);
      }
    },
    topics() {
      for (const { name, words } of gazetteer.topics)
        for (const each of [name, ...words]) say(each, number({ kind: "topic", name }), RANK.weak);
    },
    occasion({ name, aliases }) {
      const sense = number({ kind: "occasion", name });
      say(name, sense, RANK.name);
      for (const alias of aliases) say(alias, sense, RANK.alias);
      const core = fold(name).replace(/ (?:format|forum|summit|meeting|conference|readings?|council)$/, "");
      if (core.includes(" ") || !book.phrase.has(core)) addPhrase(book, core, sense, RANK.weak);
    },
    document({ id, file, title, publisher }) {
      const sense = number({ kind: "document", id });
      for (const name of [id, file, title]) say(name, sense, RANK.weak);
      if (publisher !== null) say(publisher, sense, RANK.weak);
    },
  };
}

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
