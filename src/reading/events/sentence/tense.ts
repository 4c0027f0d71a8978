import type { Tense } from "../../types.ts";

/** The tense of the clause around an offset of a sentence, by its auxiliaries; news prose is past. */
export function tenseAt(text: string, at: number): Tense {
  const clause = (length: number) =>
    text
      .slice(Math.max(0, at - 160), at)
      .replace(/, (?:who|which|whose) [^,;.]*, /g, " ")
      .slice(-length)
      .split(/[;:]|, (?:but|and|while|which|who) /)
      .at(-1) ?? "";
  const before = clause(90);
  const behind = text.slice(at, at + 60).split(/[;:]|, (?:but|and|while|which|who) /)[0] ?? "";
  if (FUTURE.test(before)) return "future";
  if (PAST.test(before)) return "past";
  if (FUTURE.test(behind) || (!PRESENT.test(before) && FUTURE.test(clause(160)))) return "future";
  return PAST.test(behind) || !PRESENT.test(`${before} ${behind}`) ? "past" : "present";
}

const FUTURE =
  /\b(?:will|shall|won't|'ll|is to|are to|(?:is|are|was|were) (?:due|set|scheduled|expected|likely|planning|going) to|plans? to|expects? to|ahead of|upcoming|forthcoming|would)\b/;
const PAST =
  /\b(?:was|were|had|did|said|told|met|held|went|came|took|made|spoke|began|left|flew|arrived|visited|[a-z]{3,}ed)\b/;
const PRESENT = /\b(?:is|are|meets?|holds?|visits?|says?)\b/;
