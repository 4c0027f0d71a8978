import type { Day } from "../../model/when.ts";
import type { Actor } from "./actors.ts";
import type { Lexicon, Piece } from "./lexicon.ts";
import type { Memory } from "./memory.ts";
import type { Token } from "./tokens.ts";

/** A sentence's tokens with what they may name, and the document around them. */
export type Scan = {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** By token: the longest known name or office that starts there. */
  readonly pieces: readonly (Piece | null)[];
  readonly lexicon: Lexicon;
  readonly memory: Memory;
  /** The day that offices are looked up for, where one is known. */
  readonly day: Day | null;
  /** The country of "the president" and "the ministry" without any other. */
  readonly home: string | null;
  /** The same, where only the first official of the text tells it: enough for "the president", not for a name. */
  readonly local: string | null;
  /** The embassy whose page this is, if it is one. */
  readonly embassy: Actor | null;
  /** Country codes that the document names, most often named first. */
  readonly named: readonly string[];
};

export function pieces(lexicon: Lexicon, tokens: readonly Token[]): (Piece | null)[] {
  return tokens.map((_, i) => lexicon.at(tokens, i));
}

export const at = (s: Scan, i: number): Token | undefined => s.tokens[i];
export const foldAt = (s: Scan, i: number): string => s.tokens[i]?.fold ?? "";
export const isPossessive = (s: Scan, i: number): boolean => /^['’]s?$/.test(s.tokens[i]?.text ?? "");
export const textOf = (s: Scan, from: number, to: number): string => {
  const first = s.tokens[from];
  const last = s.tokens[to - 1];
  return first && last ? s.text.slice(first.start, last.end).replace(/\s+/g, " ") : "";
};
