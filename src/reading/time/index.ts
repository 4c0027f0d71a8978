import type { Creation, Tense, TimeMention } from "../types.ts";
import { type Expression, timeExpressions } from "./scan.ts";
import { hull, leftOf, rightOf, type Value, value } from "./value.ts";

export { anchoredCreation, narrow } from "./creation.ts";
export {
  bylineDate,
  clockDate,
  creationCandidates,
  type Dated,
  datelineDate,
  headerDate,
  itemDate,
  parseDate,
  titleDate,
} from "./dates.ts";
export { type Expression, leans, timeExpressions } from "./scan.ts";

/**
 * The time expressions of a sentence or title with their values. `base` is the offset of the text in the original,
 * and `tenseAt` is asked for the tense at an offset into the original. Against a creation time that is an interval,
 * a relative expression gets all the days it could mean: a single day only where every day of creation gives that
 * one. An expression that no day can be said of is left out. Spans are exactly their passage, with the word of
 * time that makes it a limit ("since May 2017"), without a plain "on" or "in". `before` is the last day that the text
 * named before, which "the previous day" counts from.
 */
export function timeMentions(
  text: string,
  base: number,
  creation: Creation,
  tenseAt: (offset: number) => Tense,
  before: Omit<Value, "how"> | null = null,
): readonly TimeMention[] {
  const named = before && { ...before, how: "named before" };
  return timeExpressions(text, base, tenseAt, named).flatMap((expression) => {
    const v = resolve(expression, creation);
    if (v === null) return [];
    const { how, ...when } = v;
    const derivation = derive(expression, creation);
    const evidence = `"${expression.text.replace(/\s+/g, " ")}": ${how}${expression.relative ? toldOn(creation) : ""}`;
    return [{ span: expression.span, text: expression.text, when: { ...when, derivation, evidence } }];
  });
}

// Every expression moves forward, or not at all, with the day of telling: the hull of its values over the days of
// creation is that of the first and the last.
function resolve(expression: Expression, { start, end }: Creation): Value | null {
  if (!expression.relative) return expression.at(null);
  if (start === end) return expression.at(start);
  const first = expression.at(start);
  const last = expression.at(end);
  if (first && last && start && end) return hull(first, last);
  if (end !== null) return last && value("..", rightOf(last), last.how);
  return first && value(leftOf(first), "..", first.how);
}

function derive(expression: Expression, creation: Creation): TimeMention["when"]["derivation"] {
  if (!expression.relative) return "stated";
  return creation.derivation === "stated" || creation.derivation === "relative" ? "relative" : "inferred";
}

function toldOn({ start, end }: Creation): string {
  if (start === null && end === null) return "";
  const days = start === end ? start : `${start ?? "some day"} to ${end ?? "some day"}`;
  return ` (told on ${days})`;
}
