import type { Desk } from "../../src/bot/index.ts";
import { fold } from "../../src/engine/names/fold.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { daysIn, type FoundDay } from "./days.ts";

export type Named = { readonly id: string; readonly name: string };
export type Found = {
  readonly actors: readonly Named[];
  readonly places: readonly Named[];
  readonly days: readonly FoundDay[];
  /** Surnames that several people bear: they name nobody. */
  readonly several: readonly string[];
};

/** A message is looked through so far, and gives so many names of a kind. */
const LONGEST = 6_000;
const MOST = 5;

/** What a text names that the dataset knows: longest name first, each once, in the order of the text. */
export function findIn(text: string, desk: Desk): Found {
  const read = text.slice(0, LONGEST);
  const words = fold(read).split(" ");
  const book = bookOf(desk.dataset);
  const actors = new Map<string, Named>();
  const places = new Map<string, Named>();
  const several = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const entry = longest(words, at, book);
    if (entry?.actor && actors.size < MOST) actors.set(entry.actor.id, entry.actor);
    if (entry?.place && places.size < MOST) places.set(entry.place.id, entry.place);
    const word = words[at] ?? "";
    if (entry === undefined && book.several.has(word)) several.add(word);
    at += entry?.words ?? 1;
  }
  return {
    actors: [...actors.values()],
    places: [...places.values()],
    days: daysIn(read, desk).slice(0, MOST),
    several: [...several].slice(0, MOST),
  };
}

type Entry = { readonly actor?: Named; readonly place?: Named; readonly words: number };

function longest(words: readonly string[], at: number, book: Book): Entry | undefined {
  for (let length = Math.min(book.longest, words.length - at); length > 0; length--) {
    const entry = book.names.get(words.slice(at, at + length).join(" "));
    if (entry) return { ...entry, words: length };
  }
  return undefined;
}

type Book = {
  readonly names: ReadonlyMap<string, Omit<Entry, "words">>;
  readonly several: ReadonlySet<string>;
  readonly longest: number;
};

const books = new WeakMap<Dataset, Book>();

/** Every name that the dataset's events use, made once a dataset. */
function bookOf(dataset: Dataset): Book {
  const known = books.get(dataset);
  if (known) return known;
  const made = makeBook(dataset);
  books.set(dataset, made);
  return made;
}

function makeBook({ entities, places }: Dataset): Book {
  const names = new Map<string, { actor?: Named; place?: Named }>();
  const surnames = new Map<string, Named | null>();
  const put = (name: string, entry: { actor?: Named; place?: Named }) => {
    const folded = fold(name);
    if (folded.length > 2) names.set(folded, { ...entry, ...names.get(folded) });
  };
  for (const { id, kind, name, aliases } of entities.values()) {
    const actor = { id, name };
    for (const alias of [name, ...aliases]) put(alias, { actor });
    const surname = fold(name.split(" ").at(-1) ?? "");
    if (kind === "person" && name.includes(" ")) surnames.set(surname, surnames.has(surname) ? null : actor);
  }
  for (const { id, name, aliases } of places.values()) {
    for (const alias of [name, ...aliases]) put(alias, { place: { id, name } });
  }
  // A surname that two people bear names neither.
  for (const [surname, actor] of surnames) if (actor !== null && !names.has(surname)) put(surname, { actor });
  const longestName = [...names.keys()].reduce((most, name) => Math.max(most, name.split(" ").length), 1);
  const several = new Set([...surnames].flatMap(([surname, actor]) => (actor === null ? [surname] : [])));
  return { names, several, longest: Math.min(longestName, 8) };
}
