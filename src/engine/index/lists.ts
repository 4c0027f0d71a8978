import { type GrowingArray, growingArray } from "./growing.ts";

/** Lists of numbers in one array: list `i` is `values[offsets[i] .. offsets[i + 1])`. */
export type Lists = { readonly offsets: Uint32Array; readonly values: Uint32Array };

/**
 * For each key the positions of the events that hold it, ascending, each once. Those of events that people change grow,
 * and are few: they are kept by key.
 */
export type Postings = Lists & { readonly grown?: Map<number, GrowingArray<Uint32Array<ArrayBuffer>>> };

export const EMPTY: Uint32Array<ArrayBuffer> = new Uint32Array(0);

/** From `first` on, so many numbers. */
export function ascending(length: number, first = 0): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = first + i;
  return numbers;
}

/** The list of a key; empty for a key outside. */
export function list(lists: Postings, key: number): Uint32Array {
  if (lists.grown) return lists.grown.get(key)?.seen() ?? EMPTY;
  if (key < 0 || key + 1 >= lists.offsets.length) return EMPTY;
  return lists.values.subarray(lists.offsets[key], lists.offsets[key + 1]);
}

/** Lists that grow while an index is built: push values, then end the list. */
export type GrowingLists = {
  readonly push: (value: number) => void;
  readonly end: () => void;
  readonly done: () => Lists;
};

export function growing(): GrowingLists {
  const values = growingArray(Uint32Array);
  const offsets = growingArray(Uint32Array);
  offsets.push(0);
  return {
    push: values.push,
    end: () => offsets.push(values.length()),
    done: () => ({ offsets: offsets.done(), values: values.done() }),
  };
}

/**
 * Turns lists of keys by position into postings of positions by key: a counting sort, so that each key's
 * positions come out ascending. A key that stands twice at one position is counted once.
 */
export function transpose(lists: Lists, keys: number): Postings {
  const last = new Int32Array(keys).fill(-1);
  const offsets = new Uint32Array(keys + 1);
  each(lists, (position, key) => {
    if (last[key] === position) return;
    last[key] = position;
    offsets[key + 1]!++;
  });
  for (let key = 0; key < keys; key++) offsets[key + 1]! += offsets[key]!;
  const values = new Uint32Array(offsets[keys]!);
  const next = offsets.slice();
  last.fill(-1);
  each(lists, (position, key) => {
    if (last[key] === position) return;
    last[key] = position;
    values[next[key]!++] = position;
  });
  return { offsets, values };
}

/** Postings of nothing yet. */
export const grownPostings = (): Postings => ({ offsets: EMPTY, values: EMPTY, grown: new Map() });

/** Appends positions from `first` on, by the keys of each; a key that stands twice at one position is counted once. */
export function appendTo({ grown }: Postings, lists: Lists, first: number): void {
  each(lists, (n, key) => {
    const positions = grown?.get(key) ?? growingArray(Uint32Array, 4);
    if (positions.last() !== first + n) positions.push(first + n);
    grown?.set(key, positions);
  });
}

function each({ offsets, values }: Lists, visit: (position: number, value: number) => void): void {
  for (let position = 0; position + 1 < offsets.length; position++)
    for (let i = offsets[position]!; i < offsets[position + 1]!; i++) visit(position, values[i]!);
}

/** The first place in an ascending array whose value is not below the given one. */
export function lowerBound(
  sorted: Uint32Array | Int32Array,
  value: number,
  from = 0,
  to = sorted.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when an ascending array holds the value. */
export function holds(sorted: Uint32Array, value: number): boolean {
  return sorted[lowerBound(sorted, value)] === value;
}

/**
 * What two ascending arrays have in common. Walks both where they are of like length; else walks the shorter and
 * leaps in the longer.
 */
export function common(a: Uint32Array, b: Uint32Array): Uint32Array {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.length > LEAPING * short.length ? leaped(short, long) : walked(short, long);
}

/** How many times longer an array must be for leaps to be shorter than a walk. */
const LEAPING = 12;

function walked(short: Uint32Array, long: Uint32Array): Uint32Array {
  const both = new Uint32Array(short.length);
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < short.length && j < long.length) {
    const one = short[i]!;
    const other = long[j]!;
    if (one === other) both[count++] = one;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return both.subarray(0, count);
}

function leaped(short: Uint32Array, long: Uint32Array): Uint32Array {
  const both = new Uint32Array(short.length);
  let count = 0;
  let at = 0;
  for (const value of short) {
    let leap = 1;
    while (at + leap < long.length && long[at + leap]! < value) leap *= 2;
    at = lowerBound(long, value, at + (leap >>> 1), Math.min(at + leap + 1, long.length));
    if (at >= long.length) break;
    if (long[at] === value) both[count++] = value;
  }
  return both.subarray(0, count);
}

/** Several ascending arrays as one, each value once. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
  const filled = lists.filter((each) => each.length > 0).toSorted((a, b) => a.length - b.length);
  return filled.reduce(merged, EMPTY);
}

function merged(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0) return b;
  const all = new Uint32Array(a.length + b.length);
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const one = a[i]!;
    const other = b[j]!;
    all[count++] = one < other ? one : other;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  const [rest, from] = i < a.length ? [a, i] : [b, j];
  all.set(rest.subarray(from), count);
  return all.subarray(0, count + rest.length - from);
}
