import { growingNumbers, type ReadNumbers } from "../book/numbers.ts";
import { growingTexts } from "../book/texts.ts";
import { skeleton } from "../fold.ts";
import { pairsOf, type Vocabulary } from "../near.ts";

/** Something that can be completed: `as` are its names, folded. */
export type Entry = {
  readonly id: string;
  readonly name: string;
  /** In an event of the dataset. */
  readonly own: boolean;
  readonly person: boolean;
  readonly as: readonly string[];
};

/** Entries by number, and where their names and words lead to. */
export type Shelf = {
  readonly size: () => number;
  /** -1 for an id that is not on it. */
  readonly numberOf: (id: string) => number;
  readonly entry: (n: number) => Entry;
  readonly exact: ReadNumbers;
  readonly byWord: ReadNumbers;
  /** Names that go on so from one of their words on, in the order of what follows; and whether from the first. */
  readonly beginning: (text: string) => Iterable<{ readonly alias: string; readonly whole: boolean }>;
  /** Words of which the skeleton begins so, in the order of their skeletons. */
  readonly spelt: (skeleton: string) => Iterable<string>;
  readonly words: Vocabulary;
};

/** A shelf that entries are put on; of two with one id the last counts. */
export type GrowingShelf = Shelf & {
  readonly put: (entry: Entry) => void;
  readonly entries: readonly Entry[];
};

export function openShelf(entries: Iterable<Entry> = []): GrowingShelf {
  const all: Entry[] = [];
  const ids = growingTexts();
  const numbers = new Map<string, number>();
  const [exact, byWord, pairs, bySkeleton] = [
    growingNumbers(),
    growingNumbers(),
    growingNumbers(),
    growingNumbers(),
  ];
  const words = growingTexts();
  const starts = sorted<{ readonly text: string; readonly alias: string }>(({ text }) => text);
  const skeletons = sorted<string>((text) => text);

  function learn(word: string): void {
    const n = words.intern(word);
    const key = skeleton(word);
    if (!bySkeleton.has(key)) skeletons.add(key);
    bySkeleton.add(key, n);
    for (const pair of pairsOf(word)) pairs.add(pair, n);
  }
  function put(entry: Entry): void {
    const n = all.push(entry) - 1;
    ids.intern(entry.id);
    numbers.set(entry.id, n);
    for (const alias of entry.as) {
      if (!exact.has(alias))
        for (const from of wordStarts(alias)) starts.add({ text: alias.slice(from), alias });
      exact.add(alias, n);
      for (const word of new Set(alias.split(" "))) {
        if (words.number(word) < 0) learn(word);
        const known = byWord.get(word);
        if (known[known.length - 1] !== n) byWord.add(word, n);
      }
    }
  }
  for (const entry of entries) put(entry);
  return {
    put,
    entries: all,
    size: () => all.length,
    numberOf: (id) => numbers.get(id) ?? -1,
    entry: (n) => all[n]!,
    exact,
    byWord,
    *beginning(text) {
      for (const start of starts.from(text)) yield { alias: start.alias, whole: start.text === start.alias };
    },
    *spelt(key) {
      for (const each of skeletons.from(key)) yield* Array.from(bySkeleton.get(each), words.at);
    },
    words: {
      has: (word) => words.number(word) >= 0,
      withPair: (pair) => Array.from(pairs.get(pair), words.at),
    },
  };
}

/** Where the words of a folded text begin. */
export function wordStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf(" "); at !== -1; at = text.indexOf(" ", at + 1)) starts.push(at + 1);
  return starts;
}

/** The first number of a list in order that is not below a text, when `textAt` tells the text of each. */
export function firstFrom(length: number, textAt: (n: number) => string, text: string): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (textAt(middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A list that is put in order when it is read after it grew. */
function sorted<T>(textOf: (one: T) => string) {
  const all: T[] = [];
  let inOrder = true;
  return {
    add(one: T): void {
      all.push(one);
      inOrder = false;
    },
    *from(text: string): Generator<T, undefined> {
      if (!inOrder)
        all.sort((a, b) => {
          const [one, other] = [textOf(a), textOf(b)];
          return one < other ? -1 : one > other ? 1 : 0;
        });
      inOrder = true;
      for (let at = firstFrom(all.length, (n) => textOf(all[n]!), text); at < all.length; at++) {
        const one = all[at]!;
        if (!textOf(one).startsWith(text)) return;
        yield one;
      }
    },
  };
}
