import type { Section, Sections } from "../../../model/snapshot.ts";
import { growingNumbers, type Numbers, packedNumbers, packNumbers, type ReadNumbers } from "./numbers.ts";
import { growingTexts, packedTexts, packTexts, type ReadTexts, type Texts } from "./texts.ts";

/**
 * All that is written down of names, by numbers: what `table.ts` writes and the linker looks up. It can be packed into
 * arrays and read from them, and a further book can be laid over it that has what is new.
 */
export type Book = {
  /** Keys of senses; see `keyOf`. */
  readonly senses: Texts;
  /** Folded phrase → entries; see `phrases.ts`. */
  readonly phrase: Numbers;
  /** First word → the number of words of the longest phrase. */
  readonly reach: Numbers;
  /** Words of a name in order of code points → senses; sums of their hashes, and the words themselves, to look up less. */
  readonly bag: Numbers;
  readonly sum: Numbers;
  readonly word: Numbers;
  /** A word for a role → role and rank; see `bodies.ts`. */
  readonly called: Numbers;
  readonly roles: Texts;
  /** Role and country → senses. */
  readonly held: Numbers;
  /** Senses from here on are this book's own. */
  readonly first: number;
  /** Of a book that is laid over another: what was added to it. */
  readonly late?: {
    /** In its order, for what is made from it when first needed. */
    readonly log: (readonly [phrase: string, sense: number])[];
    /** Who or what was added by each word for a role. */
    readonly bearers: Numbers;
  };
};

type ReadBook = Readonly<Record<(typeof TEXTS)[number], ReadTexts>> &
  Readonly<Record<(typeof NUMBERS)[number], ReadNumbers>>;

const TEXTS = ["senses", "roles"] as const;
const NUMBERS = ["phrase", "reach", "bag", "sum", "word", "called", "held"] as const;

/** An empty book, or one that is laid over another. */
export function openBook(over?: ReadBook): Book {
  return {
    senses: growingTexts(over?.senses),
    roles: growingTexts(over?.roles),
    phrase: growingNumbers(over?.phrase),
    reach: growingNumbers(over?.reach),
    bag: growingNumbers(over?.bag),
    sum: growingNumbers(over?.sum),
    word: growingNumbers(over?.word),
    called: growingNumbers(over?.called),
    held: growingNumbers(over?.held),
    first: over?.senses.size() ?? Number.POSITIVE_INFINITY,
    ...(over && { late: { log: [], bearers: growingNumbers() } }),
  };
}

/** A book as arrays. */
export function packBook(book: Book): Sections {
  return {
    ...Object.assign({}, ...TEXTS.map((name) => prefixed(name, packTexts(book[name])))),
    ...Object.assign({}, ...NUMBERS.map((name) => prefixed(name, packNumbers(book[name])))),
  };
}

/** The inverse, over the very arrays that are given. */
export function packedBook(sections: Sections): Book {
  const part = partsOf(sections);
  return openBook({
    ...Object.fromEntries(TEXTS.map((name) => [name, packedTexts(part(name))])),
    ...Object.fromEntries(NUMBERS.map((name) => [name, packedNumbers(part(name))])),
  } as unknown as ReadBook);
}

/** Sections under names that begin so. */
export const prefixed = (name: string, sections: Sections): Sections =>
  Object.fromEntries(Object.entries(sections).map(([own, section]) => [`${name}.${own}`, section]));

/** The inverse: the sections of each beginning. */
export function partsOf(sections: Sections): (name: string) => Sections {
  const parts = new Map<string, Record<string, Section>>();
  for (const [name, section] of Object.entries(sections)) {
    const [first = "", ...rest] = name.split(".");
    const part = parts.get(first) ?? {};
    part[rest.join(".")] = section;
    parts.set(first, part);
  }
  return (name) => parts.get(name) ?? {};
}
