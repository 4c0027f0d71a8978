import type { Sections } from "../../model/snapshot.ts";
import { type Book, partsOf, prefixed } from "./book/index.ts";
import {
  growingNumbers,
  type Numbers,
  packedNumbers,
  packNumbers,
  type ReadNumbers,
} from "./book/numbers.ts";
import { growingTexts, packedTexts, packTexts, type ReadTexts, type Texts } from "./book/texts.ts";
import { skeleton } from "./fold.ts";
import { type Near, nearIn, pairsOf } from "./near.ts";
import { senseIn } from "./phrases.ts";

/** Words that stand in names, for those that were spelt otherwise. */
export type Spelling = {
  readonly knows: (word: string) => boolean;
  /** Known words of one skeleton. */
  readonly alike: (skeleton: string) => readonly string[];
  readonly near: Near;
  /** Numbers of the senses in whose names a word stands. */
  readonly senses: (word: string) => ArrayLike<number>;
};

/** Kept by number: words, the words of each skeleton, of each pair of letters, and senses of each word. */
export type SpellingBook = {
  readonly words: Texts;
  readonly skeletons: Numbers;
  readonly pairs: Numbers;
  readonly senses: Numbers;
};

type ReadSpelling = Readonly<Record<keyof SpellingBook, ReadTexts | ReadNumbers>>;

/** The words of all phrases of a book. */
export function spellingOf(book: Book): SpellingBook {
  const spelling = openSpelling();
  for (const phrase of book.phrase.keys())
    for (const entry of Array.from(book.phrase.get(phrase))) learn(spelling, book, phrase, senseIn(entry));
  return spelling;
}

/** Of no words yet, or of none yet beside others. */
export const openSpelling = (over?: SpellingBook): SpellingBook => ({
  words: growingTexts(over?.words),
  skeletons: growingNumbers(over?.skeletons),
  pairs: growingNumbers(over?.pairs),
  senses: growingNumbers(over?.senses),
});

/**
 * Takes in the words of a phrase that means something. Words that stand only in titles of documents are not known; of what
 * people brought every sense is kept, to tell whether a word is still in use.
 */
export function learn(spelling: SpellingBook, book: Book, phrase: string, sense: number): void {
  const kind = book.senses.at(sense).split(":", 1)[0] ?? "";
  for (const word of phrase.split(" ")) {
    if (word.length < 3) continue;
    const kept = NAMED.has(kind) || (book.late !== undefined && kind !== "document");
    if (kept && !Array.from(spelling.senses.get(word)).includes(sense)) spelling.senses.add(word, sense);
    if (kind === "document" || /\d/.test(word) || spelling.words.number(word) >= 0) continue;
    const number = spelling.words.intern(word);
    spelling.skeletons.add(skeleton(word), number);
    if (word.length >= 4) for (const pair of pairsOf(word)) spelling.pairs.add(pair, number);
  }
}

const NAMED = new Set(["entity", "place", "country"]);

export function spellingIn({ words, skeletons, pairs, senses }: SpellingBook): Spelling {
  const texts = (numbers: ArrayLike<number>) => Array.from(numbers, words.at);
  const knows = (word: string) => words.number(word) >= 0;
  return {
    knows,
    alike: (key) => texts(skeletons.get(key)),
    near: nearIn({
      has: (word) => word.length >= 4 && knows(word),
      withPair: (pair) => texts(pairs.get(pair)),
    }),
    senses: senses.get,
  };
}

export const packSpelling = ({ words, ...numbers }: SpellingBook): Sections => ({
  ...prefixed("words", packTexts(words)),
  ...Object.assign({}, ...Object.entries(numbers).map(([name, own]) => prefixed(name, packNumbers(own)))),
});

export function packedSpelling(sections: Sections): SpellingBook {
  const part = partsOf(sections);
  const numbers = (name: string) => packedNumbers(part(name));
  const read = {
    words: packedTexts(part("words")),
    skeletons: numbers("skeletons"),
    pairs: numbers("pairs"),
    senses: numbers("senses"),
  } satisfies ReadSpelling;
  return {
    words: growingTexts(read.words),
    skeletons: growingNumbers(read.skeletons),
    pairs: growingNumbers(read.pairs),
    senses: growingNumbers(read.senses),
  };
}
