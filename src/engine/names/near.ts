/** Words of a vocabulary that are one edit away: one letter more, less, other, or two neighbours exchanged. */
export type Near = {
  readonly words: (typed: string) => readonly string[];
  /** Words of which a beginning is one edit away from what was typed. */
  readonly beginnings: (typed: string) => readonly string[];
};

/** A vocabulary by pairs of letters; see `pairsOf`. */
export type Vocabulary = {
  readonly has: (word: string) => boolean;
  readonly withPair: (pair: string) => Iterable<string>;
};

/** The words near others in a vocabulary of words. */
export function nearIndex(words: Iterable<string>): Near {
  const pairs = new Map<string, string[]>();
  const known = new Set(words);
  for (const word of known)
    for (const key of pairsOf(word)) {
      const list = pairs.get(key);
      if (list) list.push(word);
      else pairs.set(key, [word]);
    }
  return nearIn({ has: (word) => known.has(word), withPair: (pair) => pairs.get(pair) ?? [] });
}

/** Every pair of neighbouring letters of a word, with its place. */
export function pairsOf(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2) + at);
}

/**
 * One edit leaves the first two or the last two letters as they are, or exchanges the middle: so candidates come
 * from pairs of letters by their position, and only they are compared letter by letter.
 */
export function nearIn({ has, withPair }: Vocabulary): Near {
  const gather = (typed: string, fits: (word: string) => boolean) => {
    const found = new Set<string>();
    const last = typed.length - 2;
    const keys = [`${typed.slice(0, 2)}0`, ...[-1, 0, 1].map((by) => typed.slice(last) + (last + by))];
    for (const key of keys) for (const word of withPair(key)) if (fits(word)) found.add(word);
    for (let at = 0; at + 1 < typed.length; at++) {
      const swapped = exchange(typed, at);
      if (swapped !== typed && has(swapped)) found.add(swapped);
    }
    return [...found].sort();
  };
  return {
    words: (typed) =>
      typed.length < 4 ? [] : gather(typed, (word) => word !== typed && isOneEdit(typed, word)),
    beginnings: (typed) =>
      typed.length < 4
        ? []
        : gather(
            typed,
            (word) =>
              word.length >= typed.length - 1 &&
              [-1, 0, 1].some((by) => isOneEdit(typed, word.slice(0, typed.length + by))),
          ),
  };
}

/** True when one letter added, dropped or replaced, or two neighbours exchanged, makes one word the other. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (long.length > short.length) return short.slice(same) === long.slice(same + 1);
  return (
    short.slice(same + 1) === long.slice(same + 1) ||
    (short[same] === long[same + 1] &&
      short[same + 1] === long[same] &&
      short.slice(same + 2) === long.slice(same + 2))
  );
}

const exchange = (word: string, at: number) =>
  word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
