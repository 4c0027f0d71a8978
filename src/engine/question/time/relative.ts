import { addMonths, weekdayNumber, weekOf } from "../../../model/calendar.ts";
import { addDays, type Day, span, weekday } from "../../../model/when.ts";
import {
  COUNT_WORD,
  countOf,
  MONTH_WORD,
  matchAt,
  type Now,
  type Piece,
  pattern,
  WEEKDAY_WORD,
} from "./piece.ts";

const COUNT = `(${COUNT_WORD}|an?|a\\s+couple\\s+of|(?:a\\s+)?few)`;
const UNIT = "(day|week|month|quarter|year|decade)s?";

const DAYS = pattern(
  "(the\\s+day\\s+before\\s+yesterday|yesterday|today|tonight|the\\s+day\\s+after\\s+tomorrow|tomorrow)",
);
const WEEKDAY = pattern(
  `(?:(last|this|next)\\s+)?(${WEEKDAY_WORD})(?!,?\\s+(?:the\\s+)?(?:\\d|${MONTH_WORD}\\s*\\d))`,
);
const WHICH = pattern(
  "(the\\s+)?(last|past|previous|this|current|next|coming)\\s+(week|weekend|month|quarter|year|decade)(?:\\s+so\\s+far)?",
);
const WINDOW = pattern(`(?:the\\s+)?(last|past|previous|next|coming)\\s+${COUNT}\\s+${UNIT}`);
const AGO = pattern(`${COUNT}\\s+${UNIT}\\s+ago`);

/**
 * A time told from the asker's day: "yesterday", "last week" (Monday to Sunday), "the last 3 months" (up to today),
 * "two months ago" (that whole month), "Monday" (the latest one or, in a question that looks ahead, the coming one).
 */
export function relativeAt(words: string, at: number, now: Now): Piece | null {
  let m = matchAt(DAYS, words, at);
  if (m) return day(m, addDays(now.today, nearDay((m[1] ?? "").toLowerCase())));
  m = matchAt(AGO, words, at);
  if (m) return unitAt(m, m[2] ?? "", now.today, -countOf(m[1] ?? ""));
  m = matchAt(WINDOW, words, at);
  if (m)
    return window(
      m,
      now.today,
      BACK.test(m[1] ?? "") ? -countOf(m[2] ?? "") : countOf(m[2] ?? ""),
      m[3] ?? "",
    );
  m = matchAt(WHICH, words, at);
  if (m) return whichAt(m, now.today);
  m = matchAt(WEEKDAY, words, at);
  return m && day(m, weekdayOf(m[2] ?? "", m[1]?.toLowerCase(), now));
}

const BACK = /last|past|previous/i;

/** "last year" is the year before this one; "the last year" and "the past year" reach up to today. */
function whichAt(m: RegExpExecArray, today: Day): Piece | null {
  const [, the, which = "", unit = ""] = m;
  const n = BACK.test(which) ? -1 : /next|coming/i.test(which) ? 1 : 0;
  const counted = n !== 0 && (the !== undefined || /past|coming/i.test(which)) && !/previous/i.test(which);
  return counted && !/weekend/i.test(unit) ? window(m, today, n, unit) : unitAt(m, unit, today, n);
}

function window(m: RegExpExecArray, today: Day, n: number, unit: string): Piece {
  const far = moved(today, unit, n);
  return n < 0 ? known(m, far, today, null) : known(m, today, far, null);
}

function nearDay(word: string): number {
  if (word.endsWith("before yesterday")) return -2;
  if (word.endsWith("after tomorrow")) return 2;
  return word === "yesterday" ? -1 : word === "tomorrow" ? 1 : 0;
}

/** The whole unit that lies so many after today's: a day, a week from Monday to Sunday, a month, a year. */
function unitAt(m: RegExpExecArray, unit: string, today: Day, n: number): Piece | null {
  const shifted = moved(today, unit, n);
  const year = Number(shifted.slice(0, 4));
  switch (unit.toLowerCase()) {
    case "day":
      return day(m, shifted);
    case "week": {
      const week = weekOf(shifted);
      return known(m, week.from, week.to, null);
    }
    case "weekend": {
      const { to } = weekOf(today, n);
      return known(m, addDays(to, -1), to, null);
    }
    case "month":
      return whole(m, shifted.slice(0, 7));
    case "quarter": {
      const first = Math.floor((Number(shifted.slice(5, 7)) - 1) / 3) * 3 + 1;
      const from = `${shifted.slice(0, 4)}-${String(first).padStart(2, "0")}-01` as Day;
      return known(m, from, addDays(addMonths(from, 3), -1), null);
    }
    case "decade": {
      const from = Math.floor(year / 10) * 10;
      return known(m, `${from}-01-01` as Day, `${from + 9}-12-31` as Day, null);
    }
    default:
      return whole(m, shifted.slice(0, 4));
  }
}

function moved(today: Day, unit: string, n: number): Day {
  switch (unit.toLowerCase()) {
    case "day":
      return addDays(today, n);
    case "week":
    case "weekend":
      return addDays(today, 7 * n);
    case "month":
      return addMonths(today, n);
    case "quarter":
      return addMonths(today, 3 * n);
    case "decade":
      return addMonths(today, 120 * Math.max(Math.min(n, 90), -90));
    default:
      return addMonths(today, 12 * n);
  }
}

function weekdayOf(name: string, which: string | undefined, now: Now): Day {
  const n = weekdayNumber(name) ?? 1;
  const back = (weekday(now.today) - n + 7) % 7;
  if (which === "last") return addDays(now.today, -(back || 7));
  if (which === "next") return addDays(weekOf(now.today, 1).from, n - 1);
  if (which === "this") return addDays(weekOf(now.today).from, n - 1);
  return addDays(now.today, now.ahead ? (7 - back) % 7 : -back);
}

const endOf = (m: RegExpExecArray) => m.index + m[0].length;
const known = (m: RegExpExecArray, from: Day, to: Day, edtf: string | null): Piece => ({
  kind: "known",
  end: endOf(m),
  from,
  to,
  edtf,
});
const day = (m: RegExpExecArray, d: Day) => known(m, d, d, d);

function whole(m: RegExpExecArray, edtf: string): Piece | null {
  const days = span(edtf);
  return days && known(m, days.from, days.to, edtf);
}
