import type { Sections } from "../../../model/snapshot.ts";
import { packedTexts, packTexts, type ReadTexts } from "./texts.ts";

/** Lists of numbers by text. */
export type ReadNumbers = {
  /** Empty for a text that is not among the keys. */
  readonly get: (key: string) => ArrayLike<number>;
  readonly has: (key: string) => boolean;
  readonly keys: () => Iterable<string>;
};

/** Lists that grow. */
export type Numbers = ReadNumbers & {
  readonly add: (key: string, number: number) => void;
  /** Puts a list in the place of what was there. */
  readonly set: (key: string, list: number[]) => void;
};

/** No lists yet, or none yet over others, which stay as they are: a list that grows is copied first. */
export function growingNumbers(over?: ReadNumbers): Numbers {
  const own = new Map<string, number[]>();
  return {
    get: (key) => own.get(key) ?? over?.get(key) ?? NONE,
    has: (key) => own.has(key) || (over?.has(key) ?? false),
    *keys() {
      if (over) yield* over.keys();
      for (const key of own.keys()) if (!over?.has(key)) yield key;
    },
    add(key, number) {
      const known = own.get(key);
      if (known) known.push(number);
      else own.set(key, over?.has(key) ? [...Array.from(over.get(key)), number] : [number]);
    },
    set: (key, list) => void own.set(key, list),
  };
}

const NONE: readonly number[] = [];
const EMPTY = new Uint32Array(0);

/** Lists as arrays. */
export function packNumbers(numbers: ReadNumbers): Sections {
  const keys = [...numbers.keys()];
  let end = 0;
  const lists = keys.map((key) => numbers.get(key));
  const listEnds = Uint32Array.from(lists, (list) => (end += list.length));
  const values = new Uint32Array(end);
  for (const [n, list] of lists.entries()) values.set(list, n === 0 ? 0 : listEnds[n - 1]);
  return {
    ...packTexts({ size: () => keys.length, at: (n) => keys[n]!, number: () => -1 }),
    listEnds,
    values,
  };
}

/** The inverse, over the very arrays that are given; its keys have numbers. */
export function packedNumbers(sections: Sections): ReadNumbers & { readonly texts: ReadTexts } {
  const texts = packedTexts(sections);
  const { listEnds, values } = sections as Record<string, Uint32Array>;
  return {
    texts,
    get(key) {
      const n = texts.number(key);
      return n < 0 ? EMPTY : values!.subarray(n === 0 ? 0 : listEnds![n - 1], listEnds![n]);
    },
    has: (key) => texts.number(key) >= 0,
    *keys() {
      for (let n = 0; n < texts.size(); n++) yield texts.at(n);
    },
  };
}
