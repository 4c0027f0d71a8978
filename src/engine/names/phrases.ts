import type { Book } from "./book/index.ts";
import type { Numbers } from "./book/numbers.ts";
import { remembered } from "./remembered.ts";
import type { Sense } from "./types.ts";

/** How directly a phrase names its sense; the lowest number wins where several share a phrase. */
export const RANK = { name: 0, alias: 1, short: 2, surname: 3, weak: 4 } as const;

export type Entry = { readonly sense: Sense; readonly rank: number };

/** Folded phrases and what they mean, with how long they get by their first word, so that a walk can end early. */
export type Phrases = {
  readonly get: (phrase: string) => readonly Entry[] | undefined;
  /** How many words the longest phrase has that begins with this one; 0 where none does. */
  readonly reach: (first: string) => number;
};

/** The phrases of a book, as far as their senses stand. */
export function phrasesIn({ phrase, reach, senses }: Book, stands: Stands): Phrases {
  const known = new Map<number, Entry>();
  const entry = (number: number): Entry => {
    let found = known.get(number);
    if (!found) {
      found = { sense: senseOf(senses.at(Math.floor(number / RANKS)))!, rank: number % RANKS };
      known.set(number, found);
    }
    return found;
  };
  const entriesOf = (text: string): readonly Entry[] | undefined => {
    const numbers = phrase.get(text);
    if (numbers.length === 0) return undefined;
    const entries = standing(numbers, (number) => stands(senseIn(number)));
    return entries.length === 0 ? undefined : Array.from(entries, entry);
  };
  return { get: remembered(entriesOf), reach: remembered((first) => reach.get(first)[0] ?? 0) };
}

/** True for a sense, by its number, that a dataset has: people bring some and take them back. */
export type Stands = (sense: number) => boolean;

/** The numbers that stand; mostly all of them. */
export function standing(numbers: ArrayLike<number>, stands: Stands): ArrayLike<number> {
  for (let i = 0; i < numbers.length; i++)
    if (!stands(numbers[i]!)) return Array.from(numbers).filter(stands);
  return numbers;
}

/** An entry of a phrase as one number: its sense's, and its rank. */
const RANKS = 8;
export const entryNumber = (sense: number, rank: number): number => sense * RANKS + rank;
export const senseIn = (entry: number): number => Math.floor(entry / RANKS);

/**
 * Adds what a phrase means: the same sense once, at its lowest rank. Senses of one phrase stand in one order, whenever
 * they were added: countries, places, people and bodies, and what is no name; each in the order in which they were first
 * told, but people and bodies that a book was not made with by id.
 */
export function addPhrase(book: Book, phrase: string, sense: number, rank: number): void {
  if (phrase === "") return;
  book.late?.log.push([phrase, sense]);
  const entry = entryNumber(sense, rank);
  const known = book.phrase.get(phrase);
  if (known.length === 0) {
    book.phrase.set(phrase, [entry]);
    const end = phrase.indexOf(" ");
    const first = end === -1 ? phrase : phrase.slice(0, end);
    let words = 1;
    for (let at = end; at !== -1; at = phrase.indexOf(" ", at + 1)) words++;
    if (words > (book.reach.get(first)[0] ?? 0)) book.reach.set(first, [words]);
    return;
  }
  const list = Array.from(known);
  const same = list.findIndex((each) => senseIn(each) === sense);
  if (same >= 0 && list[same]! <= entry) return;
  if (same >= 0) list[same] = entry;
  else list.push(entry);
  book.phrase.set(
    phrase,
    list.sort((a, b) => inOrder(book, senseIn(a), senseIn(b))),
  );
}

/** Adds a sense to a list of them, once and in its order. */
export function addSense(book: Book, lists: Numbers, key: string, sense: number): void {
  const known = lists.get(key);
  const list = Array.from(known);
  if (list.includes(sense)) return;
  list.push(sense);
  lists.set(
    key,
    list.sort((a, b) => inOrder(book, a, b)),
  );
}

/** Below zero where one sense stands before another one. */
export function inOrder({ senses, first }: Book, a: number, b: number): number {
  if (a === b) return 0;
  const [one, other] = [senses.at(a), senses.at(b)];
  const [kind, another] = [kindIn(one), kindIn(other)];
  if (CLASS[kind] !== CLASS[another]) return CLASS[kind] - CLASS[another];
  if (CLASS[kind] === CLASS.country) return 0;
  return a < first || b < first || kind !== "entity" ? a - b : one < other ? -1 : 1;
}

const kindIn = (key: string) => key.slice(0, key.indexOf(":")) as Sense["kind"];
const CLASS: Readonly<Record<Sense["kind"], number>> = {
  country: 0,
  demonym: 0,
  metonym: 0,
  place: 1,
  entity: 2,
  role: 3,
  title: 4,
  office: 4,
  topic: 5,
  occasion: 6,
  document: 7,
};

/** One text for one sense. */
export function keyOf(sense: Sense): string {
  switch (sense.kind) {
    case "entity":
    case "place":
    case "document":
      return `${sense.kind}:${sense.id}`;
    case "country":
    case "demonym":
    case "metonym":
      return `${sense.kind}:${sense.code}`;
    case "title":
    case "office":
      return `${sense.kind}:${sense.office}@${sense.of ?? ""}`;
    case "role":
      return `role:${sense.key}`;
    case "topic":
    case "occasion":
      return `${sense.kind}:${sense.name}`;
  }
}

/** The id in the key of an entity. */
export const idIn = (key: string): string => key.slice("entity:".length);

/** The inverse of `keyOf`; undefined for what is no key. */
export function senseOf(key: string): Sense | undefined {
  const colon = key.indexOf(":");
  const kind = key.slice(0, Math.max(0, colon)) as Sense["kind"];
  const rest = key.slice(colon + 1);
  if (rest === "") return undefined;
  const [office = "", of = ""] = rest.split("@");
  switch (kind) {
    case "entity":
    case "place":
    case "document":
      return { kind, id: rest };
    case "country":
    case "demonym":
    case "metonym":
      return { kind, code: rest };
    case "title":
      return { kind, office, ...(of !== "" && { of }) };
    case "office":
      return { kind, office, of };
    case "role":
      return { kind, key: rest };
    case "topic":
    case "occasion":
      return { kind, name: rest };
    default:
      return undefined;
  }
}
