import type { Section, Sections } from "../../../model/snapshot.ts";

/** Texts by number, each once. */
export type ReadTexts = {
  readonly size: () => number;
  readonly at: (n: number) => string;
  /** -1 for a text that is not among them. */
  readonly number: (text: string) => number;
};

/** Texts that grow: `intern` gives the number of a text, new or known. */
export type Texts = ReadTexts & { readonly intern: (text: string) => number };

/** No texts yet, or none yet behind others, which stay as they are. */
export function growingTexts(over?: ReadTexts): Texts {
  const first = over?.size() ?? 0;
  const own: string[] = [];
  const numbers = new Map<string, number>();
  const number = (text: string): number => {
    const known = over?.number(text) ?? -1;
    return known >= 0 ? known : (numbers.get(text) ?? -1);
  };
  return {
    size: () => first + own.length,
    at: (n) => (n < first ? over!.at(n) : (own[n - first] ?? "")),
    number,
    intern(text) {
      const known = number(text);
      if (known >= 0) return known;
      numbers.set(text, first + own.length);
      return first + own.push(text) - 1;
    },
  };
}

/** Texts as arrays: their letters one behind the other, where each ends (UTF-16), and their numbers by hash. */
export function packTexts(texts: ReadTexts): Sections {
  const size = texts.size();
  const all = Array.from({ length: size }, (_, n) => texts.at(n));
  let end = 0;
  const ends = Uint32Array.from(all, (text) => (end += text.length));
  let room = 4;
  while (room < 2 * size) room *= 2;
  const slots = new Uint32Array(room);
  for (const [n, text] of all.entries()) {
    let slot = hash(text) & (room - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (room - 1);
    slots[slot] = n + 1;
  }
  return { letters: new TextEncoder().encode(all.join("")), ends, slots };
}

/** The inverse, over the very arrays that are given. */
export function packedTexts({ letters, ends, slots }: Sections): ReadTexts {
  const text = new TextDecoder().decode(letters as Uint8Array);
  const last = (slots as Section).length - 1;
  const startOf = (n: number) => (n === 0 ? 0 : ends![n - 1]!);
  return {
    size: () => ends!.length,
    at: (n) => text.slice(startOf(n), ends![n]),
    number(wanted) {
      for (let slot = hash(wanted) & last; ; slot = (slot + 1) & last) {
        const n = slots![slot]! - 1;
        if (n < 0) return -1;
        const start = startOf(n);
        if (ends![n]! - start === wanted.length && text.startsWith(wanted, start)) return n;
      }
    },
  };
}

/** FNV-1a over UTF-16 units. */
export function hash(text: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  return code >>> 0;
}
