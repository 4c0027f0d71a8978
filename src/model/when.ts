/** A calendar day, `YYYY-MM-DD`: text, compared with `<`, never passed through a time zone. */
export type Day = `${number}-${number}-${number}`;

/** A moment, ISO 8601 in UTC with milliseconds: `2026-03-29T00:58:00.000Z`. */
export type Instant = string;

export const PRECISIONS = ["day", "month", "year", "range", "before", "after", "none"] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * How a date came about: `stated` in the text; `relative` to the document creation time of its item; `inferred`
 * by reasoning; `publication-bound` where only the publication limits it.
 */
export const DATE_DERIVATIONS = ["stated", "relative", "inferred", "publication-bound"] as const;
export type DateDerivation = (typeof DATE_DERIVATIONS)[number];

/** When an event was. `start` and `end` are the earliest and latest day that `edtf` allows, `null` where open. */
export type When = {
  /** ISO 8601-2 (EDTF level 1): `2025-04-23`, `2016-10`, `2022-03~/2023-09`, `../2019-06-11`. */
  readonly edtf: string;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly precision: Precision;
  readonly derivation: DateDerivation;
  /** In our own words, how the date came about. */
  readonly evidence: string;
};

/** A question's period, both days included; `null` where open. */
export type Period = { readonly from: Day | null; readonly to: Day | null };

export type Certainty = "certain" | "possible";

/**
 * How an interval lies to a period: `certain` when it lies whole within it, `possible` when it overlaps, `null`
 * when it is outside. An interval without a day on one side reaches for ever on that side.
 */
export function within(interval: Pick<When, "start" | "end">, period: Period): Certainty | null {
  const { start, end } = interval;
  const { from, to } = period;
  if (from !== null && end !== null && end < from) return null;
  if (to !== null && start !== null && start > to) return null;
  const afterFrom = from === null || (start !== null && start >= from);
  const beforeTo = to === null || (end !== null && end <= to);
  return afterFrom && beforeTo ? "certain" : "possible";
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month (1 to 12), by the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Year, month (1 to 12) and day as a Day; `null` when the calendar has no such day. */
export function toDay(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}` as Day;
}

/** True when the text is a day that exists. */
export function isDay(text: string): text is Day {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return m !== null && toDay(Number(m[1]), Number(m[2]), Number(m[3])) !== null;
}

/** Days since 1970-01-01, by the proleptic Gregorian calendar; no time zone takes part. */
export function dayNumber(day: Day): number {
  // The date-only form is UTC by ECMAScript; Date.UTC would take the years 0 to 99 for those of the 20th century.
  return Date.parse(day) / 86_400_000;
}

/** The inverse of `dayNumber`. Throws a RangeError outside the years 1 to 9999, which a Day cannot write. */
export function dayFromNumber(days: number): Day {
  if (!(days >= FIRST_DAY && days <= LAST_DAY))
    throw new RangeError(`No day is ${days} days from 1970-01-01`);
  return new Date(days * 86_400_000).toISOString().slice(0, 10) as Day;
}

const FIRST_DAY = Date.parse("0001-01-01") / 86_400_000;
const LAST_DAY = Date.parse("9999-12-31") / 86_400_000;

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** First and last day of a month, `2016-10`, or a year, `2016`; of a day, itself. `null` for anything else. */
export function span(text: string): { readonly from: Day; readonly to: Day } | null {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!m) return null;
  const year = Number(m[1]);
  const month = m[2] === undefined ? null : Number(m[2]);
  if (m[3] !== undefined) return isDay(text) ? { from: text, to: text } : null;
  const from = toDay(year, month ?? 1, 1);
  const to = toDay(year, month ?? 12, month === null ? 31 : daysInMonth(year, month));
  return from && to ? { from, to } : null;
}

/**
 * Earliest and latest day of an EDTF level 1 expression as this project writes it: a date of any precision,
 * with `~`, `?` or `%`, or an interval of two with `..` for an open end. `null` when it is not one.
 * Approximation does not widen the interval: the mark itself says that its edge is not sharp.
 */
export function bounds(edtf: string): { readonly start: Day | null; readonly end: Day | null } | null {
  const sides = edtf.split("/");
  if (sides.length > 2) return null;
  const [left, right] = sides.map(side);
  if (left === undefined || left === null) return null;
  if (right === undefined) return left === "open" ? null : { start: left.from, end: left.to };
  if (right === null || (left === "open" && right === "open")) return null;
  const start = left === "open" ? null : left.from;
  const end = right === "open" ? null : right.to;
  return start !== null && end !== null && start > end ? null : { start, end };
}

/** A `When` from its EDTF text, days and precision following from it; `null` when it is none. */
export function whenOf(edtf: string, derivation: DateDerivation, evidence: string): When | null {
  const limits = bounds(edtf);
  return limits && { edtf, ...limits, precision: precisionOf(edtf), derivation, evidence };
}

function precisionOf(edtf: string): Precision {
  if (edtf.startsWith("../")) return "before";
  if (edtf.endsWith("/..")) return "after";
  if (edtf.includes("/")) return "range";
  const parts = edtf.split("-").length;
  return parts === 3 ? "day" : parts === 2 ? "month" : "year";
}

function side(text: string) {
  if (text === "..") return "open" as const;
  return span(text.replace(/[~?%]$/, ""));
}

const pad = (n: number) => String(n).padStart(2, "0");
