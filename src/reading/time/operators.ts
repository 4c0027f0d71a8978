import { weekOf } from "../../model/calendar.ts";
import { addDays, type Day, dayNumber, weekday } from "../../model/when.ts";
import type { Tense } from "../types.ts";
import { leftOf, rightOf, type Value, value } from "./value.ts";

export type Operator = { readonly from: number; readonly word: Word; readonly named: string };
type Word = "since" | "until" | "by" | "before" | "after" | "from" | "about" | "week";

const WORDS: Readonly<Record<string, Word>> = {
  since: "since",
  until: "until",
  till: "until",
  by: "by",
  "no later than": "by",
  "not later than": "by",
  before: "before",
  "prior to": "before",
  "ahead of": "before",
  after: "after",
  beginning: "from",
  starting: "from",
  "as of": "from",
  from: "from",
  "week of": "week",
  "week beginning": "week",
  "week starting": "week",
  "week commencing": "week",
  around: "about",
  about: "about",
  circa: "about",
  approximately: "about",
};
const SENSE: Readonly<Record<Word, string>> = {
  since: "and from there on",
  from: "and from there on",
  until: "and up to there",
  by: "and up to there",
  before: "and before it",
  after: "and after it",
  about: "roughly",
  week: "and the week of it",
};
const BEFORE = new RegExp(
  `(?<![\\p{L}\\d])(${Object.keys(WORDS).join("|").replaceAll(" ", "\\s+")})\\s+((?:on|in|the)\\s+)*$`,
  "iu",
);
/** What may follow a date that stands alone; any other small word makes it an attribute: "since the 2017 vote". */
const ALONE =
  /^(?!['\u2019]s)(?!\s+(?!(?:and|or|but|the|an?|in|on|at|to|of|with|when|as|by|for|from|ha[sd]|have|is|are|was|were|will|would|he|she|it|they|we|under|over|after|before|until|because|if|that|which|who|this|his|her|their|its|not?|onwards?|according|amid|following|during|while|despite|through|about|between|against|without)\b)\p{Ll})/u;

/** The word of time in front of an expression that makes it a limit, if the expression is not the attribute of a noun. */
export function operatorBefore(text: string, from: number, to: number): Operator | null {
  const m = BEFORE.exec(text.slice(Math.max(0, from - 30), from));
  if (m === null || !ALONE.test(text.slice(to, to + 20))) return null;
  const word = WORDS[(m[1] ?? "").toLowerCase().replace(/\s+/g, " ")];
  // "a letter from Monday" only dates the letter; "from Monday on" is a limit.
  if (/^from$/i.test(m[1] ?? "") && !/^\s+on(?:wards?)?\b(?!\s+\p{L})/u.test(text.slice(to))) return null;
  return word ? { from: from - m[0].length, word, named: m[1] ?? "" } : null;
}

/** True for a word that says until when. */
export const isLimit = ({ word }: Operator) => word === "by" || word === "until" || word === "before";

/**
 * A value behind a word of time. "since" reaches to the day of telling; "by", "until" and "before" reach back from
 * the date without end in the past tense, and to the day of telling in the future tense. "before" leaves the date
 * out; before the end of a month is up to its end, and before the middle of a month that has begun
 * ("before mid-March") is its first half. "after" leaves a day out, but not a month or a year, which it may be said within.
 */
export function operate(operator: Operator, v: Value, told: Day | null, tense: Tense): Value | null {
  const how = `${v.how}, ${SENSE[operator.word]}`;
  switch (operator.word) {
    case "since":
      return upTo(leftOf(v), told, how);
    case "from":
      return tense === "past" ? upTo(leftOf(v), told, how) : value(leftOf(v), "..", how);
    case "until":
    case "by":
      return backFrom(rightOf(v), v.end, told, tense, how);
    case "before":
      return v.start && upToBefore(v, v.start, told, tense, how);
    case "week":
      return v.start && v.precision === "day" ? value(...weekFrom(operator, v.start), how) : null;
    case "after": {
      const start = v.precision === "day" && v.end ? addDays(v.end, 1) : leftOf(v);
      return tense === "past" ? upTo(start, told, how) : value(start, "..", how);
    }
    case "about": {
      const mark = (side: string) => (side === ".." || /[~?%]$/.test(side) ? side : `${side}~`);
      return value(mark(leftOf(v)), mark(rightOf(v)), how);
    }
  }
}

/** "before Friday", "before the end of the month", "before mid-March". */
function upToBefore(v: Value, start: Day, told: Day | null, tense: Tense, how: string): Value | null {
  const loose = /[~?%]/.test(leftOf(v)) && v.end !== null;
  if (!loose) return backFrom(addDays(start, -1), addDays(start, -1), told, tense, how);
  if (!/[~?%]/.test(rightOf(v))) return backFrom(rightOf(v), v.end, told, tense, how);
  const middle = addDays(start, Math.floor(length(start, v.end as Day) / 2));
  const first = `${start.slice(0, 8)}01`;
  const begun = tense !== "future" || told === null || told >= first;
  return start.endsWith("-11") && begun
    ? value(first, `${middle}~`, how)
    : backFrom(`${middle}~`, middle, told, tense, how);
}

/** "the week beginning 15 May" has seven days from there; "the week of 17 May" is Monday to Sunday, a Sunday begins its own. */
function weekFrom({ named }: Operator, day: Day): [Day, Day] {
  const from = /of/i.test(named) && weekday(day) !== 7 ? weekOf(day).from : day;
  return [from, addDays(from, 6)];
}

const length = (start: Day, end: Day) => dayNumber(end) - dayNumber(start);

/** To the day of telling; without one, or when that lies before, without end. */
function upTo(left: string, told: Day | null, how: string): Value | null {
  return (told && value(left, told, how)) ?? value(left, "..", how);
}

function backFrom(right: string, end: Day | null, told: Day | null, tense: Tense, how: string): Value | null {
  const left = tense === "future" && told !== null && end !== null && told <= end ? told : "..";
  return value(left, right, how);
}
