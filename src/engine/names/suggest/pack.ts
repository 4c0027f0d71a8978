import type { Sections } from "../../../model/snapshot.ts";
import { byCodePoint } from "../../../model/text.ts";
import { partsOf, prefixed } from "../book/index.ts";
import { growingNumbers, packedNumbers, packNumbers } from "../book/numbers.ts";
import { packedTexts, packTexts } from "../book/texts.ts";
import { skeleton } from "../fold.ts";
import { pairsOf } from "../near.ts";
import { type Entry, firstFrom, type GrowingShelf, type Shelf, wordStarts } from "./shelf.ts";

const OWN = 1;
const PERSON = 2;

/** A shelf as arrays. */
export function packShelf({ entries, exact, byWord }: GrowingShelf): Sections {
  const aliases = [...exact.keys()];
  const numbers = new Map(aliases.map((alias, n) => [alias, n]));
  const starts = aliases
    .flatMap((alias, n) => wordStarts(alias).map((from) => ({ text: alias.slice(from), n, from })))
    .sort((a, b) => byCodePoint(a.text, b.text) || a.n - b.n);
  const bySkeleton = new Map<string, number[]>();
  const pairs = growingNumbers();
  for (const [n, word] of [...byWord.keys()].entries()) {
    const key = skeleton(word);
    bySkeleton.set(key, [...(bySkeleton.get(key) ?? []), n]);
    for (const pair of pairsOf(word)) pairs.add(pair, n);
  }
  const skeletons = growingNumbers();
  for (const key of [...bySkeleton.keys()].sort()) skeletons.set(key, bySkeleton.get(key)!);
  let end = 0;
  const list = (texts: readonly string[]) =>
    packTexts({ size: () => texts.length, at: (n) => texts[n]!, number: () => -1 });
  return {
    ...prefixed("ids", list(entries.map(({ id }) => id))),
    ...prefixed("names", list(entries.map(({ name }) => name))),
    flags: Uint8Array.from(entries, ({ own, person }) => (own ? OWN : 0) | (person ? PERSON : 0)),
    aliasEnds: Uint32Array.from(entries, ({ as }) => (end += as.length)),
    aliases: Uint32Array.from(entries.flatMap(({ as }) => as.map((alias) => numbers.get(alias)!))),
    ...prefixed("exact", packNumbers(exact)),
    ...prefixed("byWord", packNumbers(byWord)),
    ...prefixed("skeletons", packNumbers(skeletons)),
    ...prefixed("pairs", packNumbers(pairs)),
    startAliases: Uint32Array.from(starts, ({ n }) => n),
    startFrom: Uint32Array.from(starts, ({ from }) => from),
  };
}

/** The inverse, over the very arrays that are given. */
export function packedShelf(sections: Sections): Shelf {
  const part = partsOf(sections);
  const ids = packedTexts(part("ids"));
  const names = packedTexts(part("names"));
  const exact = packedNumbers(part("exact"));
  const byWord = packedNumbers(part("byWord"));
  const skeletons = packedNumbers(part("skeletons"));
  const pairs = packedNumbers(part("pairs"));
  const { flags, aliasEnds, aliases, startAliases, startFrom } = sections as Record<string, Uint32Array>;
  const startAt = (n: number) => exact.texts.at(startAliases![n]!).slice(startFrom![n]);
  const known = new Map<number, Entry>();
  const entry = (n: number): Entry => ({
    id: ids.at(n),
    name: names.at(n),
    own: (flags![n]! & OWN) > 0,
    person: (flags![n]! & PERSON) > 0,
    as: Array.from(aliases!.subarray(n === 0 ? 0 : aliasEnds![n - 1], aliasEnds![n]), exact.texts.at),
  });
  return {
    size: ids.size,
    numberOf: ids.number,
    entry(n) {
      const found = known.get(n) ?? entry(n);
      known.set(n, found);
      return found;
    },
    exact,
    byWord,
    *beginning(text) {
      const size = startAliases!.length;
      for (let n = firstFrom(size, startAt, text); n < size; n++) {
        if (!startAt(n).startsWith(text)) return;
        yield { alias: exact.texts.at(startAliases![n]!), whole: startFrom![n] === 0 };
      }
    },
    *spelt(key) {
      const size = skeletons.texts.size();
      for (let n = firstFrom(size, skeletons.texts.at, key); n < size; n++) {
        const each = skeletons.texts.at(n);
        if (!each.startsWith(key)) return;
        yield* Array.from(skeletons.get(each), byWord.texts.at);
      }
    },
    words: { has: byWord.has, withPair: (pair) => Array.from(pairs.get(pair), byWord.texts.at) },
  };
}
