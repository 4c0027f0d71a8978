import { monthNumber, weekdayNumber } from "../../../model/calendar.ts";
import { toDay } from "../../../model/when.ts";
import { pad, partOfYear, type Term, type YearTerm } from "../terms.ts";
import { single, value } from "../value.ts";
import type { Reader } from "./reader.ts";
import {
  DASH,
  DAY,
  DIGIT_HINT,
  EDGE,
  END,
  FULL_MONTH,
  MONTH,
  MONTH_HINT,
  PART,
  partOf,
  START,
  WEEKDAY,
  YEAR,
} from "./words.ts";

const DAY_NAME = `(?:(?<weekday>${WEEKDAY}),?\\s+(?:the\\s+)?)?`;
const OF_YEAR = `(?:,?\\s+(?:of\\s+)?(?<year>${YEAR})|,?\\s+(?:of\\s+)?(?<shift>this|last|next)\\s+year)?`;
/** After a day's number: no clock, no amount, no longer number. */
const NO_AMOUNT =
  "(?![\\p{L}\\d]|[.,:]\\d|\\s?(?:%|per\\s?cent|million|billion|thousand|hundred|[ap]\\.?m\\b|GMT|people|troops|soldiers|members|times))";
/** A day that names something else: a square, a revolution, a movement. */
const NO_NAME =
  "(?!\\s+(?:Street|Square|Avenue|Bridge|Revolution|Movement|Martyrs|Uprising|Stadium|Group|Airport|Palace))";
const TO = `(?:${DASH}|\\s+(?:to|through|until|till)\\s+)`;
const AND = "(?<and>\\s+and\\s+)";
const monthDay = (joint: string) =>
  `${START}${DAY_NAME}(?<month>${MONTH})\\s+(?:the\\s+)?(?<first>${DAY})${joint}${NO_AMOUNT}${OF_YEAR}${END}${NO_NAME}`;
const dayMonth = (joint: string) =>
  `${START}(?<lead>(?:[Bb]etween|[Ff]rom)\\s+)?${DAY_NAME}(?:the\\s+)?(?<first>${DAY})${joint}(?:\\s+of\\s+|[\\s-]+)(?<month>${MONTH})${END}(?:-(?<dashed>${YEAR})|${OF_YEAR})${END}${NO_NAME}`;
const last = (joint: string) => `${joint}(?:the\\s+)?(?<last>${DAY})`;

// A month alone. "May" and "March" are a name and a verb: a preposition of time, another month or a noun stands beside.
const AND_MONTH = `(?:${DASH}|\\s+(?:and|to|or|through)\\s+`;
const BEHIND_TIME_WORD = `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Tt]hroughout|[Oo]f|[Ff]rom|[Bb]etween|[Bb]y)\\s+)${FULL_MONTH}`;
const ONLY_MONTHS = "(?:January|February|July|September|October|November|December)";
const BEFORE_MONTH = `${FULL_MONTH}(?=${AND_MONTH}|,\\s+)${MONTH}\\b)`;
const BEHIND_MONTH = `(?<=${FULL_MONTH}${AND_MONTH}))${FULL_MONTH}(?!\\s+\\p{Lu})`;
const BEFORE_NOUN = "(?<=\\b(?:the|its|their|his|her)\\s+)(?:March|April|June|August)(?=\\s+[a-z])";

// A year alone: not what is counted in thousands, an hour, or the number of a paper or a programme.
const COUNTED =
  "people|persons|troops|soldiers|men|women|children|civilians|fighters|militants|prisoners|refugees|migrants|members|employees|votes|cases|deaths|dead|wounded|killed|injured|km|kilomet|miles?|met(?:er|re)s|tons|tonnes|dollars|euros|rou?bles|pounds|billion|million|MW";
const NO_NUMBER = `(?![\\p{L}\\d%]|[.,:]\\d|-(?!day|long|based)\\p{L}|\\s?[-\u2010-\u2015]\\s?\\d|\\s*(?:%|[ap]\\.?m\\b|GMT|UTC|hrs?\\b|hours?|days?|weeks?|months?|years?|times|${COUNTED}))`;
const NUMBERED =
  /(?:[$\u20ac\u00a3\u20bd#\u2116]|\b(?:No|Nos|no)\.?|[Rr]esolutions?(?:\s*\(?\d+\)?(?:\s*\(\d+\))?(?:,|\s+and|,\s+and)?)*|RES|Res\.?|UNSCR|Articles?|Section|Flight|Room|Boeing|Airbus|Agenda|Vision|Horizon|Expo)[\s/]*$/;

/** Days, months and years as the calendar names them. */
export const calendarReaders: readonly Reader[] = [
  { name: "month-day", hint: MONTH_HINT, pattern: monthDay(`(?:${last(TO)})?`), read: days },
  { name: "month-day-and-day", hint: MONTH_HINT, pattern: monthDay(last(AND)), read: days },
  { name: "day-month", hint: MONTH_HINT, pattern: dayMonth(`(?:${last(TO)})?`), read: days },
  { name: "day-and-day-month", hint: MONTH_HINT, pattern: dayMonth(last(AND)), read: days },
  {
    name: "iso",
    hint: DIGIT_HINT,
    pattern: `${START}(?<year>(?:1[89]|20)\\d\\d)([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?:T\\d[\\d:.]*Z?)?${END}`,
    read: (g) => exact(Number(g.year), Number(g.month), Number(g.day)),
  },
  {
    name: "numeric",
    hint: DIGIT_HINT,
    pattern: `${START}(?<one>\\d{1,2})([./])(?<two>\\d{1,2})\\2(?<year>${YEAR})${END}`,
    read: numeric,
  },
  {
    name: "month-of-year",
    hint: MONTH_HINT,
    pattern: `${START}(?<part>${PART}|${EDGE})?(?<month>${MONTH}),?\\s+(?:of\\s+)?(?:(?<year>${YEAR})|(?<shift>this|last|next)\\s+year)${END}`,
    read: month,
  },
  {
    name: "part-of-month",
    hint: MONTH_HINT,
    pattern: `${START}(?<part>${PART}|${EDGE})(?<month>${FULL_MONTH})${END}${NO_NAME}`,
    read: month,
  },
  {
    name: "which-month",
    hint: MONTH_HINT,
    pattern: `${START}(?:(?<which>[Ll]ast|[Nn]ext)|(?<this>[Tt]his(?:\\s+(?:past|coming))?))\\s+(?<month>${FULL_MONTH})${END}(?!\\s+(?:the\\s+)?\\d)`,
    read: month,
  },
  {
    name: "month",
    hint: MONTH_HINT,
    pattern: `${START}(?:${BEHIND_TIME_WORD}|${ONLY_MONTHS}|${BEFORE_MONTH}|${BEFORE_NOUN}|${BEHIND_MONTH})${END}(?!\\s+(?:the\\s+)?\\d)${NO_NAME}`,
    read: (_, text) => month({ month: text }),
  },
  {
    name: "years",
    hint: DIGIT_HINT,
    pattern: `${START}(?<first>${YEAR.replace(/\(\?!.*$/, "")})[-/\\u2010-\\u2015](?<last>(?:19|20)?\\d\\d)${END}(?![-/.]\\d)`,
    read: (g) => {
      const first = Number(g.first);
      const last = g.last?.length === 2 ? Math.floor(first / 100) * 100 + Number(g.last) : Number(g.last);
      return last > first ? fixed(value(pad(first, 4), pad(last, 4), "as written")) : null;
    },
  },
  {
    name: "decade",
    hint: DIGIT_HINT,
    pattern: `${START}(?:the\\s+)?(?<part>${PART}|${EDGE}the\\s+)?(?<decade>(?:19|20)\\d)0['\u2019]?s${END}`,
    read: (g) => {
      const from = Number(g.decade) * 10;
      const part = partOf(g.part);
      const [a, b] = DECADE[part ?? "whole"];
      const mark = part ? "~" : "";
      return fixed(value(`${from + a}${mark}`, `${from + b}${mark}`, "the years of that decade"));
    },
  },
  {
    name: "year",
    hint: DIGIT_HINT,
    pattern: `${START}(?<part>${PART}|${EDGE})?(?:the\\s+year\\s+)?(?<year>(?:19|20)\\d\\d)${NO_NUMBER}`,
    read: (g, _, before) => {
      if (NUMBERED.test(before)) return null;
      const part = partOf(g.part);
      const year = Number(g.year);
      return fixed(part ? partOfYear(year, part, "as written") : single(pad(year, 4), "as written"));
    },
  },
  {
    name: "dated-attack",
    hint: /11/,
    pattern: `${START}(?:(?:September\\s+11|11\\s+September)(?:th)?(?:,?\\s+2001)?\\s+(?:terror(?:ist)?\\s+)?(?:attacks?|hijackings?)|9/11)${END}`,
    read: () => exact(2001, 9, 11),
  },
];

const DECADE = {
  start: [0, 3],
  early: [0, 3],
  mid: [4, 6],
  late: [7, 9],
  end: [7, 9],
  whole: [0, 9],
} as const;

type Groups = Readonly<Record<string, string | undefined>>;

function days(g: Groups): Term | null {
  const month = monthNumber(g.month ?? "");
  const first = Number.parseInt(g.first ?? "", 10);
  const last = g.last === undefined ? first : Number.parseInt(g.last, 10);
  if (month === null || last < first) return null;
  // "5 and 19 May" are two days and not the time between them.
  if (g.and && last !== first + 1 && !/between/i.test(g.lead ?? "")) return null;
  const name = g.weekday ? weekdayNumber(g.weekday) : null;
  return { kind: "days", month, first, last, year: yearTerm(g), weekday: name };
}

function month(g: Groups): Term | null {
  const number = monthNumber(g.month ?? "");
  if (number === null) return null;
  const which = g.which?.toLowerCase() as "last" | "next" | undefined;
  const year = g.this ? ({ shift: 0 } as const) : yearTerm(g);
  return { kind: "month", month: number, year, part: partOf(g.part), which: which ?? null };
}

function yearTerm(g: Groups): YearTerm {
  const year = g.year ?? g.dashed;
  if (year !== undefined) return Number(year);
  switch (g.shift) {
    case "last":
      return { shift: -1 };
    case "this":
      return { shift: 0 };
    case "next":
      return { shift: 1 };
    default:
      return null;
  }
}

/** With points the day comes first; with strokes it may be either, and where both are days the text gives only a range. */
function numeric(g: Groups, text: string): Term | null {
  const one = Number(g.one);
  const two = Number(g.two);
  const year = Number(g.year);
  const dayFirst = toDay(year, two, one);
  if (text.includes(".")) return exact(year, two, one);
  const monthFirst = toDay(year, one, two);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const day = dayFirst ?? monthFirst;
    return day && fixed(single(day, "as written"));
  }
  const [a, b] = dayFirst < monthFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return fixed(value(a, b, "day and month may stand in either order"));
}

const exact = (year: number, m: number, day: number) =>
  fixed(single(`${pad(year, 4)}-${pad(m)}-${pad(day)}`, "as written"));

function fixed(v: ReturnType<typeof single>): Term | null {
  return v && { kind: "fixed", value: v };
}
