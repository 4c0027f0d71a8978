import type { Term } from "../terms.ts";

/** One form of time expression: a pattern with named groups, and what a match of it says. */
export type Reader = {
  readonly name: string;
  /** A word or sign that every match holds: a text without it is not searched. */
  readonly hint: RegExp;
  /** Source of a regular expression with the flags `g` and `u`. */
  readonly pattern: string;
  /** `null` when the match is no time after all. `before` is the text in front of the match. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    text: string,
    before: string,
  ) => Term | null;
};
