import type { Unclear } from "../../../model/engine.ts";
import type { Day } from "../../../model/when.ts";
import type { PlainTerm } from "./tell.ts";

/** A time that a question names: its place in the words, preposition included, those words, and what they say. */
export type AskedTime = {
  readonly span: readonly [start: number, end: number];
  readonly text: string;
  readonly term: PlainTerm;
};

export type TimeProblem = Extract<Unclear, { problem: "no-such-day" | "backwards-period" }>;

/** A part of a question that names a time, read from a place in the words up to `end`. */
export type Piece =
  | {
      readonly kind: "known";
      readonly end: number;
      readonly from: Day;
      readonly to: Day;
      /** The day, month or year as EDTF where it is one, which "before" and "after" keep. */
      readonly edtf: string | null;
    }
  | { readonly kind: "yearless"; readonly end: number; readonly month: number; readonly day: number | null }
  | { readonly kind: "no-such-day"; readonly end: number; readonly word: string };

export type Known = Extract<Piece, { kind: "known" }>;
export type Yearless = Extract<Piece, { kind: "yearless" }>;

/** What a piece is read against: the asker's day, and whether the question looks ahead. */
export type Now = { readonly today: Day; readonly ahead: boolean };

/** A sticky, case-insensitive pattern whose end is no middle of a word or number. */
export const pattern = (source: string) => new RegExp(`(?:${source})(?![\\p{L}\\d])`, "iuy");

/** Matches a sticky pattern at a place. */
export function matchAt(expression: RegExp, words: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(words);
}

export const MONTH_WORD =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![\\p{L}\\d])\\.?";
export const DAY_NUMBER = "(\\d{1,2})(?:st|nd|rd|th)?";
export const WEEKDAY_WORD = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)";

const COUNTS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
export const COUNT_WORD = `\\d{1,3}|${COUNTS.join("|")}`;

/** The number that a word of counting says; "a few" are three. */
export function countOf(word: string): number {
  const w = word.toLowerCase().replace(/\s+/g, " ");
  if (/^\d+$/.test(w)) return Number(w);
  if (w === "a" || w === "an") return 1;
  if (w.startsWith("a couple")) return 2;
  return w.endsWith("few") ? 3 : COUNTS.indexOf(w) + 1;
}
