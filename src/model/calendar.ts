import { addDays, type Day, daysInMonth, toDay, weekday } from "./when.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** In the order of ISO 8601: Monday is 1. */
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** 1 to 12 for an English month name or its usual abbreviation, in any case, with or without a point; else `null`. */
export function monthNumber(word: string): number | null {
  return position(MONTHS, word, /^(?:[a-z]{3}|sept)$/);
}

/** 1 (Monday) to 7 for an English weekday or its usual abbreviation, in any case, with or without a point; else `null`. */
export function weekdayNumber(word: string): number | null {
  return position(WEEKDAYS, word, /^(?:[a-z]{3}|tues|weds|thurs?)$/);
}

/** The same day of the month `n` months later (earlier when negative), or the last day of a month that is shorter. */
export function addMonths(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const shifted = toDay(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)));
  if (shifted === null) throw new RangeError(`No calendar day ${n} months from ${day}`);
  return shifted;
}

/** Monday to Sunday of the week that is `n` weeks after the day's own. */
export function weekOf(day: Day, n = 0): { readonly from: Day; readonly to: Day } {
  const from = addDays(day, 1 - weekday(day) + 7 * n);
  return { from, to: addDays(from, 6) };
}

function position(names: readonly string[], word: string, abbreviation: RegExp): number | null {
  const plain = word.replace(/\.$/, "").toLowerCase();
  const short = abbreviation.test(plain);
  const at = names.findIndex((name) =>
    short ? name.toLowerCase().startsWith(plain.slice(0, 3)) : name.toLowerCase() === plain,
  );
  return at < 0 ? null : at + 1;
}
