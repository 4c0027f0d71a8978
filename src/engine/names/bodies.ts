import { addBag, bagWords, type CountryAt, type Words } from "./bags.ts";
import type { Book } from "./book/index.ts";
import { fold } from "./fold.ts";
import { roleWords } from "./forms.ts";
import { addPhrase, addSense, idIn, keyOf, RANK, type Stands, standing } from "./phrases.ts";

/** A body that a word can mean, with how likely the word is meant for its role: the lowest first, 0 for its own name. */
export type Body = { readonly id: string; readonly rank: number };

/** Bodies and groups that many countries have, by what they are called and whose they are. */
export type Bodies = {
  /** Bodies of a country that a folded word or phrase can mean. */
  readonly find: (word: string, code: string) => readonly Body[];
};

/** Those of a book. */
export function bodiesIn({ called, held, roles, senses }: Book, stands: Stands): Bodies {
  return {
    find: (word, code) =>
      Array.from(called.get(word), (number) => {
        const rank = number % RANKS;
        const found = standing(held.get(`${roles.at(Math.floor(number / RANKS))}@${code}`), stands);
        return Array.from(found, (sense) => ({ id: idIn(senses.at(sense)), rank }));
      }).flat(),
  };
}

const RANKS = 512;

/**
 * Adds a body by its role and by whose it is; `named`: under that very name. True where the words of the name are taken
 * care of here.
 */
export function addBody(
  book: Book,
  body: { readonly role: string; readonly of: string; readonly sense: number; readonly named: boolean },
  countryAt: CountryAt,
): boolean {
  const { role, sense, named } = body;
  addRole(book, role);
  if (book.late) for (const key of roleWords(role).keys()) book.late.bearers.add(key, sense);
  const owner = ownerOf(body.of, countryAt);
  if (owner.code === null) {
    // Whose it is can be any name: "Rebel Group (Free Island Movement)". Synonyms are found by their words.
    if (named)
      for (const key of roleWords(role).keys())
        addBag(book, [...bagWords(key.split(" "), countryAt), ...owner.words], sense);
    return false;
  }
  addSense(book, book.held, `${role}@${owner.code}`, sense);
  if (named) addBag(book, [...bagWords(fold(role).split(" "), countryAt), ...owner.words], sense);
  return named;
}

function addRole(book: Book, role: string): void {
  if (book.roles.number(role) >= 0) return;
  const number = book.roles.intern(role);
  for (const [key, rank] of roleWords(role)) {
    addPhrase(book, key, book.senses.intern(keyOf({ kind: "role", key })), RANK.weak);
    book.called.add(key, number * RANKS + rank);
  }
}

type Owner = { readonly code: string | null; readonly words: Words };

function ownerOf(name: string, countryAt: CountryAt): Owner {
  const known = OWNERS.get(countryAt) ?? new Map<string, Owner>();
  OWNERS.set(countryAt, known);
  const owner = known.get(name) ?? newOwner(name, countryAt);
  known.set(name, owner);
  return owner;
}

/** The same countries own many bodies. */
const OWNERS = new WeakMap<CountryAt, Map<string, Owner>>();

function newOwner(name: string, countryAt: CountryAt): Owner {
  const words = fold(name).split(" ");
  const country = countryAt(words, words[0] === "the" ? 1 : 0);
  return {
    code: country?.to === words.length ? country.code : null,
    words: bagWords(words, countryAt),
  };
}
