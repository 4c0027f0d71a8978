import { addMonths, WEEKDAYS, weekOf } from "../../model/calendar.ts";
import { addDays, type Day, dayNumber, daysInMonth, weekday } from "../../model/when.ts";
import type { Tense } from "../types.ts";
import { single, type Value, value } from "./value.ts";

/** A third of a year, month or week, or one of its ends. */
export type Part = "start" | "early" | "mid" | "late" | "end";
/** `null` where the text names none; a shift counts from the year of telling ("June last year"). */
export type YearTerm = number | { readonly shift: -1 | 0 | 1 } | null;

/** A tense, or `ahead`: what is not over, however near the last one was. */
export type Aim = Tense | "ahead";

/** What an expression says, before the document creation time, the tense and its neighbours are looked at. */
export type Term =
  | {
      readonly kind: "days";
      readonly month: number;
      readonly first: number;
      readonly last: number;
      readonly year: YearTerm;
      readonly weekday: number | null;
    }
  | {
      readonly kind: "month";
      readonly month: number;
      readonly year: YearTerm;
      readonly part: Part | null;
      readonly which: "last" | "next" | null;
    }
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      readonly which: Which;
      readonly week: number | null;
    }
  | { readonly kind: "fixed"; readonly value: Value }
  | { readonly kind: "told"; readonly at: (told: Day, tense: Tense) => Value | null }
  /**
   * Counted from the date that stands before it in the text: "the following day". Where none does, `otherwise` counts
   * from the day of telling: "earlier in the day".
   */
  | {
      readonly kind: "previous";
      readonly at: (previous: Value, told: Day | null) => Value | null;
      readonly otherwise?: (told: Day) => Value | null;
    };

export type Which = "bare" | "last" | "this" | "next";

/** True when the value moves with the day of telling. */
export function isRelative(term: Term): boolean {
  switch (term.kind) {
    case "days":
    case "month":
      return typeof term.year !== "number";
    case "weekday":
    case "told":
      return true;
    case "fixed":
      return false;
    case "previous":
      return term.otherwise !== undefined;
  }
}

/** The value of a term told on a day in a tense; `null` when the calendar has no such day or `previous` is wanted. */
export function termValue(term: Term, told: Day | null, tense: Aim, previous: Value | null): Value | null {
  switch (term.kind) {
    case "days":
      return daysValue(term, told, tense);
    case "month":
      return monthValue(term, told, tense);
    case "weekday":
      return told && weekdayValue(term, told, tense);
    case "fixed":
      return term.value;
    case "told":
      return told && term.at(told, tense === "ahead" ? "future" : tense);
    case "previous":
      return (previous && term.at(previous, told)) ?? (told && (term.otherwise?.(told) ?? null));
  }
}

function daysValue(term: Extract<Term, { kind: "days" }>, told: Day | null, tense: Aim): Value | null {
  const { month, first, last } = term;
  const side = (year: number, day: number) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  const inYear = (year: number, how: string) => value(side(year, first), side(year, last), how);
  const year = yearOf(term.year, told);
  if (year !== null) {
    const v = inYear(year, typeof term.year === "number" ? "as written" : "in the year told");
    const doubtful = v?.start && term.weekday !== null && weekday(v.start) !== term.weekday;
    return v && (doubtful ? { ...v, how: `${v.how}, though it was no ${WEEKDAYS[term.weekday - 1]}` } : v);
  }
  if (told === null) return null;
  const named = (v: Value | null) =>
    v?.start && (term.weekday === null || weekday(v.start) === term.weekday) ? v : null;
  // A weekday leaves few years to choose from, which then weigh more than the tense.
  return nearest(told, term.weekday === null ? tense : "present", (y) => named(inYear(y, "")));
}

function monthValue(term: Extract<Term, { kind: "month" }>, told: Day | null, tense: Aim): Value | null {
  const inYear = (year: number, how: string) => {
    const month = `${pad(year, 4)}-${pad(term.month)}`;
    return term.part ? partOfMonth(month, term.part, how) : single(month, how);
  };
  const year = yearOf(term.year, told);
  if (year !== null) return inYear(year, typeof term.year === "number" ? "as written" : "in the year told");
  if (told === null) return null;
  if (term.which === null) return nearest(told, tense, (y) => inYear(y, ""));
  const shifted = addMonths(told, term.which === "last" ? -1 : 1);
  return nearest(shifted, term.which === "last" ? "past" : "future", (y) => inYear(y, ""));
}

/**
 * A bare weekday in the past tense is the most recent one, today included; in the future tense the coming one, today
 * included; in the present tense the nearest. "last" is strictly before today; "next" lies in the week after this
 * one, Monday to Sunday; "this" follows the tense, and in the present tense is that of the present week. A week
 * named beside it ("Friday last week") overrules all that.
 */
function weekdayValue(term: Extract<Term, { kind: "weekday" }>, told: Day, tense: Aim): Value | null {
  const name = WEEKDAYS[term.weekday - 1];
  const ofWeek = (n: number) => addDays(weekOf(told, n).from, term.weekday - 1);
  if (term.week !== null) return single(ofWeek(term.week), `the ${name} of that week`);
  const back = (weekday(told) - term.weekday + 7) % 7;
  const latest = addDays(told, -back);
  const coming = addDays(told, (7 - back) % 7);
  if (term.which === "last") return single(addDays(told, -(back || 7)), `the latest ${name} before that day`);
  if (term.which === "next") return single(ofWeek(1), `the ${name} of the next week`);
  if (tense === "past") return single(latest, `the latest ${name} up to that day`);
  if (tense === "future" || tense === "ahead") return single(coming, `the first ${name} from that day on`);
  if (term.which === "this") return single(ofWeek(0), `the ${name} of that week`);
  return single(back <= 3 ? latest : coming, `the nearest ${name}`);
}

/** The first, middle or last third of a month: sharp at the month's own edge, approximate inside. */
export function partOfMonth(month: string, part: Part, how: string): Value | null {
  const end = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  switch (part) {
    case "start":
    case "early":
      return value(`${month}-01`, `${month}-10~`, how);
    case "mid":
      return value(`${month}-11~`, `${month}-20~`, how);
    case "late":
    case "end":
      return value(`${month}-21~`, `${month}-${end}`, how);
  }
}

/** The first, middle or last four months of a year; its first or last two where the text speaks of its start or end. */
export function partOfYear(year: number, part: Part, how: string): Value | null {
  const y = pad(year, 4);
  switch (part) {
    case "start":
      return value(`${y}-01`, `${y}-02~`, how);
    case "early":
      return value(`${y}-01`, `${y}-04~`, how);
    case "mid":
      return value(`${y}-05~`, `${y}-08~`, how);
    case "late":
      return value(`${y}-09~`, `${y}-12`, how);
    case "end":
      return value(`${y}-11~`, `${y}-12`, how);
  }
}

/**
 * What lies within so many days is meant whatever the tense, where the other year's is so much farther away: for a
 * day eleven months, for a month, whose edges count, nine.
 */
const NEAR = { day: { within: 31, beyond: 334 }, month: { within: 45, beyond: 270 } } as const;

/**
 * Of a thing that comes once a year: in the past tense the latest that has begun, in the future tense the first that
 * is not over, in the present tense the nearest. "thanked him for the summit on 8 May", told on 7 May, is
 * tomorrow's: what is so near outweighs the tense. Looks eight years either way, which 29 February needs.
 */
export function nearest(told: Day, tense: Aim, inYear: (year: number) => Value | null): Value | null {
  const year = Number(told.slice(0, 4));
  const all = Array.from({ length: 17 }, (_, i) => inYear(year - 8 + i)).filter((v) => v !== null);
  const past = all.filter((v) => v.start !== null && v.start <= told).at(-1);
  const future = all.find((v) => v.end !== null && v.end >= told);
  if (!past?.end || !future?.start) return past ?? future ?? null;
  if (tense === "ahead") return { ...future, how: "the first one from that day on" };
  const behind = dayNumber(told) - dayNumber(past.end);
  const ahead = dayNumber(future.start) - dayNumber(told);
  const wanted = tense === "past" ? past : tense === "future" ? future : behind <= ahead ? past : future;
  const near = NEAR[past.precision === "month" ? "month" : "day"];
  const meant =
    ahead <= near.within && behind > near.beyond
      ? future
      : behind <= near.within && ahead > near.beyond
        ? past
        : wanted;
  if (meant !== wanted || tense === "present") return { ...meant, how: "the one nearest to that day" };
  return {
    ...meant,
    how: tense === "past" ? "the latest one up to that day" : "the first one from that day on",
  };
}

function yearOf(year: YearTerm, told: Day | null): number | null {
  if (year === null || typeof year === "number") return year;
  return told && Number(told.slice(0, 4)) + year.shift;
}

export const pad = (n: number, length = 2) => String(n).padStart(length, "0");
