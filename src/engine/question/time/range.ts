import { type Day, dayNumber, toDay } from "../../../model/when.ts";
import { calendarAt, inYear, ofYear } from "./calendar.ts";
import { partAt } from "./parts.ts";
import {
  DAY_NUMBER,
  type Known,
  MONTH_WORD,
  matchAt,
  type Now,
  type Piece,
  pattern,
  type TimeProblem,
  type Yearless,
} from "./piece.ts";
import { relativeAt } from "./relative.ts";

/** The days that a time covers; `closed` when it is told by both its ends. */
export type Range = {
  readonly end: number;
  readonly from: Day;
  readonly to: Day;
  readonly edtf: string | null;
  readonly closed: boolean;
};

const TO = /\s*[-\u2010-\u2015]\s*|,?\s+(?:to|until|till|through|up\s+to)\s+/iuy;
const AND = /,?\s+and\s+/iuy;
const LIST = /,?\s+(?:and|or)\s+|,\s+/iuy;
const JOINT = "\\s*(?:(-|[\\u2010-\\u2015]|to|until|till|through)|and)\\s*";
const NUMBER_THEN_DAY = new RegExp(
  `(?:the\\s+)?${DAY_NUMBER}${JOINT}(?=(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]*${MONTH_WORD})`,
  "iuy",
);
const MONTH_THEN_DAYS = pattern(`(${MONTH_WORD})\\s*${DAY_NUMBER}${JOINT}${DAY_NUMBER}(?:,?\\s+(\\d{4}))?`);
/** A word after which a second date ends a range: "before 2015 to" does not. */
const RANGED = new Set([
  "",
  "from",
  "between",
  "since",
  "starting",
  "in",
  "on",
  "during",
  "over",
  "for",
  "of",
  "throughout",
  "within",
  "at",
]);

/** The time at a place in the words, whole: one date, or a range of two behind `word`, the preposition before it. */
export function rangeAt(words: string, at: number, word: string, now: Now): Range | TimeProblem | null {
  const days = RANGED.has(word) ? daysAt(words, at, word, now) : null;
  if (days) return days;
  const first = pieceAt(words, at, now);
  if (first === null) return null;
  if (first.kind === "no-such-day") return { problem: "no-such-day", word: first.word.trim() };
  const last = RANGED.has(word) ? lastAt(words, first.end, word, now) : null;
  if (last?.kind === "no-such-day") return { problem: "no-such-day", word: last.word.trim() };
  if (last) return between(first, last, now);
  const known = first.kind === "known" ? first : (besideYear(first, words, now) ?? inYear(first, now));
  return known && { ...known, closed: false };
}

const pieceAt = (words: string, at: number, now: Now) =>
  partAt(words, at, now) ?? relativeAt(words, at, now) ?? calendarAt(words, at, now);

function lastAt(words: string, at: number, word: string, now: Now): Piece | null {
  const joint = matchAt(TO, words, at) ?? (word === "between" ? matchAt(AND, words, at) : null);
  return joint && pieceAt(words, at + joint[0].length, now);
}

/** "1 to 31 March 2025", "between 5 and 8 May", "May 5-8, 2013"; with a bare "and" only where the days follow on. */
function daysAt(words: string, at: number, word: string, now: Now): Range | TimeProblem | null {
  const lead = matchAt(NUMBER_THEN_DAY, words, at);
  const last = lead && calendarAt(words, at + lead[0].length, now);
  if (lead && last) {
    if (last.kind === "no-such-day") return { problem: "no-such-day", word: last.word.trim() };
    return daysOf(Number(lead[1]), last, lead[2] !== undefined || word === "between", now);
  }
  const m = matchAt(MONTH_THEN_DAYS, words, at);
  const day = m && calendarAt(`${m[4]} ${m[1]} ${m[5] ?? ""}`.trim(), 0, now);
  if (!m || !day) return null;
  if (day.kind === "no-such-day") return { problem: "no-such-day", word: m[0].trim() };
  return daysOf(
    Number(m[2]),
    { ...day, end: at + m[0].length },
    m[3] !== undefined || word === "between",
    now,
  );
}

function daysOf(
  first: number,
  last: Known | Yearless,
  joined: boolean,
  now: Now,
): Range | TimeProblem | null {
  const known = last.kind === "known" ? last : inYear(last, now);
  if (known?.edtf?.length !== 10) return null;
  const from = toDay(Number(known.from.slice(0, 4)), Number(known.from.slice(5, 7)), first);
  if (from === null) return { problem: "no-such-day", word: `${first} ${known.from.slice(0, 7)}` };
  if (!joined && first + 1 !== Number(known.from.slice(8))) return null;
  return ordered(from, known);
}

/** A year that one of two dates names is also that of the other, or the one before or after where that runs on. */
function between(first: Known | Yearless, last: Known | Yearless, now: Now): Range | TimeProblem | null {
  if (first.kind === "known") {
    const to = last.kind === "known" ? last : inYear(last, { today: first.from, ahead: true });
    if (to && last.kind !== "known" && isRunOver(first.from, to.to)) {
      const same = ofYear(last, Number(first.from.slice(0, 4)));
      return ordered(first.from, same ?? to);
    }
    return to && ordered(first.from, to);
  }
  if (last.kind === "known") {
    const year = Number(last.to.slice(0, 4));
    const same = ofYear(first, year);
    if (same !== null && same.from <= last.to) return ordered(same.from, last);
    const before = ofYear(first, year - 1);
    const from = before !== null && isRunOver(before.from, last.to) ? (same ?? before) : before;
    return from ? ordered(from.from, last) : null;
  }
  const from = now.ahead ? inYear(first, now) : null;
  const to = inYear(last, from ? { today: from.from, ahead: true } : now);
  const start = from ?? (to && inYear(first, { today: to.from, ahead: false }));
  return start && to && ordered(start.from, to);
}

/** "From 10 May to 3 May" is a slip, "November to March" over the turn of a year is not: half a year tells them apart. */
const isRunOver = (from: Day, to: Day): boolean =>
  from.slice(0, 4) !== to.slice(0, 4) && dayNumber(to) - dayNumber(from) > HALF_A_YEAR;
const HALF_A_YEAR = 184;

function ordered(from: Day, { to, end }: Known): Range | TimeProblem {
  if (from > to) return { problem: "backwards-period", from, to };
  return { end, from, to, edtf: null, closed: true };
}

/** "March and April 2018": the year at the end of a list is that of its earlier members too. */
function besideYear(piece: Yearless, words: string, now: Now): Known | null {
  const list = matchAt(LIST, words, piece.end);
  const next = list && calendarAt(words, piece.end + list[0].length, now);
  if (next?.kind !== "known" || next.edtf === null || next.edtf.length < 7) return null;
  return ofYear(piece, Number(next.from.slice(0, 4)));
}
