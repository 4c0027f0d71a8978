import { weekOf } from "../../../model/calendar.ts";
import { addDays, type Day, dayNumber } from "../../../model/when.ts";
import { calendarAt, inYear } from "./calendar.ts";
import { COUNT_WORD, countOf, type Known, matchAt, type Now } from "./piece.ts";

const LEAD = new RegExp(
  `(?:(early|mid|late)[\\s-]+|(?:the\\s+)?(?:very\\s+)?(?:(first|second|third|fourth|fifth|last|final)\\s+(?:(week|half)|(${COUNT_WORD})\\s+days)|(beginning|start|middle|end))\\s+(?:of|in)\\s+)`,
  "iuy",
);

/**
 * A part of a month ("early March 2012", "the second half of March"), or some days of a month or year ("the first
 * week of March 2012", "the last ten days of 2011"). Early is up to the 10th and late from the 21st; weeks are sevens
 * of days from the first, the last one the last seven; "the week of 14 March 2012" is a calendar's.
 */
export function partAt(words: string, at: number, now: Now): Known | null {
  const m = matchAt(LEAD, words, at);
  if (!m) return weekAt(words, at, now);
  const piece = calendarAt(words, at + m[0].length, now);
  if (piece === null || piece.kind === "no-such-day") return null;
  if (piece.kind === "yearless" && piece.day !== null) return null;
  const whole = piece.kind === "known" ? piece : inYear(piece, now);
  const length = whole?.edtf?.length;
  const [, third, which, unit, count, edge] = m.map((group) => group?.toLowerCase());
  if (!whole || (length !== 7 && !(length === 4 && (unit === "week" || count !== undefined)))) return null;
  const days = third || edge ? thirdOf(whole, third ?? edge ?? "") : daysOf(whole, which ?? "", unit, count);
  return days && { kind: "known", end: whole.end, from: days[0], to: days[1], edtf: null };
}

const WEEK_OF = /(?:the\s+)?week\s+(of|beginning|starting|commencing)\s+/iuy;

/** "the week of 14 March 2012", Monday to Sunday; "the week beginning" that day. */
function weekAt(words: string, at: number, now: Now): Known | null {
  const m = matchAt(WEEK_OF, words, at);
  const piece = m && calendarAt(words, at + m[0].length, now);
  if (!m || !piece || piece.kind === "no-such-day") return null;
  const day = piece.kind === "known" ? piece : inYear(piece, now);
  if (!day || day.from !== day.to) return null;
  const { from, to } =
    m[1]?.toLowerCase() === "of" ? weekOf(day.from) : { from: day.from, to: addDays(day.from, 6) };
  return { kind: "known", end: day.end, from, to, edtf: null };
}

type Days = readonly [from: Day, to: Day];

function thirdOf({ from, to }: Known, word: string): Days {
  if (/^(?:early|beginning|start)$/.test(word)) return [from, addDays(from, 9)];
  return /^mid/.test(word) ? [addDays(from, 10), addDays(from, 19)] : [addDays(from, 20), to];
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

function daysOf(
  { from, to }: Known,
  which: string,
  unit: string | undefined,
  count: string | undefined,
): Days | null {
  const nth = ORDINALS.indexOf(which);
  if (unit === "half") {
    if (nth > 1) return null;
    return nth === 0 ? [from, addDays(from, 14)] : [addDays(from, 15), to];
  }
  const size = count === undefined ? 7 : countOf(count);
  if (size > dayNumber(to) - dayNumber(from)) return null;
  if (nth < 0) return [addDays(to, 1 - size), to];
  const start = addDays(from, nth * size);
  const end = addDays(start, size - 1);
  return start > to ? null : [start, end < to ? end : to];
}
