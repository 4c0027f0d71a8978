import type { Day } from "../../../model/when.ts";
import { joined, periodOf } from "./join.ts";
import { type AskedTime, matchAt, type Now, pattern, type TimeProblem } from "./piece.ts";
import { type Range, rangeAt } from "./range.ts";
import type { PlainTerm } from "./tell.ts";

export type { AskedTime, TimeProblem } from "./piece.ts";
export { type PlainTerm, tellDate, tellPeriod } from "./tell.ts";
export { periodOf };

/**
 * The times that a question names, in order, or the problem that one of them has. `today` is the asker's day. Days
 * come first in `17.12.2005`. "since" and "until" hold the date itself, "before" and "after" leave it out, and "from" alone only dates ("remarks from May").
 * A month or day without a year is the latest one, or the coming one in a question that looks ahead. Years, months
 * and days that follow on each other ("in 2015 and 2016") are one period. Times of events ("before his visit") are
 * left to others.
 */
export function periodsIn(words: string, today: Day): readonly AskedTime[] | TimeProblem {
  if (!HINT.test(words)) return [];
  const now = { today, ahead: AHEAD.test(words) };
  const found: AskedTime[] = [];
  for (const { index } of words.matchAll(WORD)) {
    if (index < (found.at(-1)?.span[1] ?? 0)) continue;
    const read = timeAt(words, index, now);
    if (read === null) continue;
    if ("problem" in read) return read;
    const end = read.end + (/^['\u2019]s(?!\p{L})/u.test(words.slice(read.end)) ? 2 : 0);
    found.push({ span: [index, end], text: words.slice(index, end), term: read.term });
  }
  return joined(words, found);
}

/** Words that are one time and nothing else, as in a command's `period:` field; `null` when they are not. */
export function readPeriod(words: string, today: Day): PlainTerm | TimeProblem | null {
  const found = periodsIn(words, today);
  if ("problem" in found) return found;
  const [only] = found;
  return only && only.text === words.trim() ? only.term : null;
}

const HINT =
  /\d{2}|day|week|month|quarter|year|decade|tonight|tomorrow|ago|any\s+time|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const AHEAD = /\b(?:will|upcoming|forthcoming|planned|scheduled|expected|going\s+to)\b/i;
const WORD = /(?<![\p{L}\d]|\d[.,:/-])[\p{L}\d]+/gu;

const OPERATOR =
  /(since|from|starting(?:\s+(?:on|in|from))?|until|till|up\s+(?:un)?til|up\s+to|by|no\s+later\s+than|before|prior\s+to|earlier\s+than|ahead\s+of|after|later\s+than|between|in|on|during|throughout|over|within|for|of|at|as\s+of)\s+(?:(?:the\s+)?(?:course|whole|all|day|date)\s+(?:of\s+)?)?/iuy;
const ANY_TIME = pattern("at\\s+any\\s+time");

type Read = { readonly end: number; readonly term: PlainTerm };

/** The time that begins at a word, with its preposition. */
function timeAt(words: string, at: number, now: Now): Read | TimeProblem | null {
  const any = matchAt(ANY_TIME, words, at);
  if (any) return { end: at + any[0].length, term: { kind: "period", from: null, to: null } };
  const operator = matchAt(OPERATOR, words, at);
  const word = operator?.[1]?.toLowerCase().replace(/\s+/g, " ") ?? "";
  const range = rangeAt(words, operator ? at + operator[0].length : at, word, now);
  return range === null || "problem" in range ? range : limited(word, range, words);
}

function limited(word: string, { end, from, to, edtf, closed }: Range, words: string): Read {
  if (closed) return { end, term: { kind: "period", from, to } };
  switch (word) {
    case "from": {
      const on = /^\s+on(?:wards?)?(?![\p{L}\d])(?!\s+(?:the|\d))/iu.exec(words.slice(end))?.[0].length;
      return { end: end + (on ?? 0), term: { kind: "period", from, to: on === undefined ? to : null } };
    }
    case "since":
    case "as of":
    case "starting":
    case "starting on":
    case "starting in":
    case "starting from":
      return { end, term: { kind: "period", from, to: null } };
    case "until":
    case "till":
    case "up until":
    case "up til":
    case "up to":
    case "by":
    case "no later than":
      return { end, term: { kind: "period", from: null, to } };
    case "before":
    case "prior to":
    case "earlier than":
    case "ahead of":
      return { end, term: { kind: "before", pivot: { day: edtf ?? from } } };
    case "after":
    case "later than":
      return { end, term: { kind: "after", pivot: { day: edtf ?? to } } };
    default:
      return { end, term: { kind: "period", from, to } };
  }
}
