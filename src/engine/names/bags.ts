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
  /** Folded words in the form to be added. */
  readonly read: (words: readonly string[]) => Words;
  readonly add: (words: Words, id: string) => void;
  /** The longest run from a token on whose words are exactly those of a name. */
  readonly longest: (
    tokens: readonly Token[],
    from: number,
  ) => { readonly to: number; readonly ids: readonly string[] } | null;
};

type Bag = { readonly words: Words; readonly ids: string[] };
type Part = { readonly word: string; readonly code: number; readonly to: number; readonly country: boolean };

/**
 * An empty index. A bag is found by the sum of its words' hashes, which needs no sorting while the run grows, and
 * then compared word by word. Names of one word have no order and are left out.
 */
export function bagIndex(countryAt: CountryAt): Bags {
  const bags = new Map<number, Bag[]>();
  const known = new Set<string>();
  const seen = new WeakMap<readonly Token[], readonly (Part | null)[]>();

  const partAt = (words: readonly string[], at: number): Part => {
    const country = countryAt(words, at);
    const whole = words[at] === "non" ? 2 : 1;
    const word = country
      ? `@${country.code}`
      : stem(whole === 1 ? (words[at] ?? "") : words.slice(at, at + whole).join(""));
    return { word, code: hash(word), to: country?.to ?? at + whole, country: country !== null };
  };
  const partsOf = (tokens: readonly Token[]) => {
    let parts = seen.get(tokens);
    if (!parts) {
      const words = tokens.map(({ word }) => word);
      parts = words.map((_, at) => {
        const part = partAt(words, at);
        return part.word === "" || known.has(part.word) ? part : null;
      });
      seen.set(tokens, parts);
    }
    return parts;
  };

  return {
    read(words) {
      const parts: Part[] = [];
      for (let at = 0; at < words.length; ) {
        const part = partAt(words, at);
        if (part.word !== "") parts.push(part);
        at = part.to;
      }
      return parts;
    },
    add(words, id) {
      if (words.length < 2) return;
      let key = 0;
      for (const { word, code } of words) {
        known.add(word);
        key += code;
      }
      const same = bags.get(key);
      const bag = same?.find((each) => isSame(each.words, words));
      if (!same) bags.set(key, [{ words, ids: [id] }]);
      else if (!bag) same.push({ words, ids: [id] });
      else if (!bag.ids.includes(id)) bag.ids.push(id);
    },
    longest(tokens, from) {
      const parts = partsOf(tokens);
      if (!parts[from]?.word) return null;
      let found: { to: number; ids: readonly string[] } | null = null;
      const run: Part[] = [];
      let sum = 0;
      for (let at = from; at < tokens.length && run.length < LONGEST; ) {
        const part = parts[at];
        if (!part) break;
        // A comma stands inside "finance, trade and industry", but a country beside it begins something else.
        if (run.length > 0 && tokens[at]?.afterStop && (part.country || run.at(-1)?.country)) break;
        at = part.to;
        if (part.word === "") continue;
        run.push(part);
        sum += part.code;
        const bag = run.length > 1 && bags.get(sum)?.find(({ words }) => isSame(words, run));
        if (bag) found = { to: at, ids: bag.ids };
      }
      return found;
    },
  };
}

const LONGEST = 12;

const isSame = (a: Words, b: Words) => a.length === b.length && sorted(a) === sorted(b);
const sorted = (words: Words) =>
  words
    .map(({ word }) => word)
    .sort()
    .join(" ");

/** FNV-1a over UTF-16 units. */
function hash(word: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) code = Math.imul(code ^ word.charCodeAt(at), 0x01000193);
  return code >>> 0;
}

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
