import type { Book } from "./book/index.ts";
import { hash } from "./book/texts.ts";
import { addSense, idIn, type Stands, standing } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** The country that begins at a place in folded words, and where its words end; null for none. */
export type CountryAt = (
  words: readonly string[],
  at: number,
) => { readonly code: string; readonly to: number } | null;

/** The words of a name as they are compared, each with its hash. */
export type Words = readonly { readonly word: string; readonly code: number }[];

/** Names by the words they are made of, in whatever order: "University of Turku" and "Turku University". */
export type Bags = {
  /** The longest run from a token on whose words are exactly those of a name, with the ids of whose it is. */
  readonly longest: (
    tokens: readonly Token[],
    from: number,
  ) => { readonly to: number; readonly ids: readonly string[] } | null;
};

type Part = { readonly word: string; readonly code: number; readonly to: number; readonly country: boolean };

/**
 * The names of a book. A bag is looked for by the sum of its words' hashes, which needs no sorting while the run grows,
 * and then by its words. Names of one word have no order and are left out.
 */
export function bagsIn({ bag, sum, word, senses }: Book, stands: Stands, countryAt: CountryAt): Bags {
  const seen = new WeakMap<readonly Token[], readonly (Part | null)[]>();
  const partsOf = (tokens: readonly Token[]) => {
    let parts = seen.get(tokens);
    if (!parts) {
      const words = tokens.map((token) => token.word);
      parts = words.map((_, at) => {
        const part = partAt(words, at, countryAt);
        return part.word === "" || word.has(part.word) ? part : null;
      });
      seen.set(tokens, parts);
    }
    return parts;
  };
  return {
    longest(tokens, from) {
      const parts = partsOf(tokens);
      if (!parts[from]?.word) return null;
      let found: { to: number; ids: readonly string[] } | null = null;
      const run: Part[] = [];
      let codes = 0;
      for (let at = from; at < tokens.length && run.length < LONGEST; ) {
        const part = parts[at];
        if (!part) break;
        // A comma stands inside "finance, trade and industry", but a country beside it begins something else.
        if (run.length > 0 && tokens[at]?.afterStop && (part.country || run.at(-1)?.country)) break;
        at = part.to;
        if (part.word === "") continue;
        run.push(part);
        codes += part.code;
        if (run.length < 2 || !sum.has(String(codes))) continue;
        const those = standing(bag.get(sorted(run)), stands);
        if (those.length > 0) found = { to: at, ids: Array.from(those, (sense) => idIn(senses.at(sense))) };
      }
      return found;
    },
  };
}

const LONGEST = 12;

/** Folded words in the form in which they are compared. */
export function bagWords(words: readonly string[], countryAt: CountryAt): Words {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const part = partAt(words, at, countryAt);
    if (part.word !== "") parts.push(part);
    at = part.to;
  }
  return parts;
}

/** Adds a name by its words. */
export function addBag(book: Book, words: Words, sense: number): void {
  if (words.length < 2) return;
  for (const { word } of words) if (!book.word.has(word)) book.word.set(word, []);
  const sum = String(words.reduce((all, { code }) => all + code, 0));
  if (!book.sum.has(sum)) book.sum.set(sum, []);
  addSense(book, book.bag, sorted(words), sense);
}

function partAt(words: readonly string[], at: number, countryAt: CountryAt): Part {
  const country = countryAt(words, at);
  const whole = words[at] === "non" ? 2 : 1;
  const word = country
    ? `@${country.code}`
    : stem(whole === 1 ? (words[at] ?? "") : words.slice(at, at + whole).join(""));
  return { word, code: hash(word), to: country?.to ?? at + whole, country: country !== null };
}

const sorted = (words: Words) =>
  words
    .map(({ word }) => word)
    .sort()
    .join(" ");

const stems = new Map<string, string>();

/** A word without number and without what British and American spelling differ in; "" for one that only binds. */
export function stem(word: string): string {
  if (BINDING.has(word)) return "";
  let found = stems.get(word);
  if (found === undefined) {
    found = american(singular(word));
    if (stems.size < 20_000) stems.set(word, found);
  }
  return found;
}

const BINDING = new Set(["the", "of", "and", "for", "in", "a", "an", "s", "unidentified"]);

function singular(word: string): string {
  if (word.length < 4) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word) && !/is$/.test(word)) return word.slice(0, -1);
  return /men$/.test(word) ? word.replace(/men$/, "man") : word;
}

function american(word: string): string {
  return word
    .replace(/is(e|ed|ing|ation)$/, "iz$1")
    .replace(/(?<=[a-z]{2})our$/, "or")
    .replace(/ence$/, "ense")
    .replace(/(?<=[a-z]{3})tre$/, "ter")
    .replace(/^programme$/, "program")
    .replace(/mental$/, "ment");
}
