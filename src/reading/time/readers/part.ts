import { addMonths, monthNumber } from "../../../model/calendar.ts";
import { type Day, daysInMonth } from "../../../model/when.ts";
import { nearest, pad, type Term } from "../terms.ts";
import { type Value, value } from "../value.ts";
import type { Reader } from "./reader.ts";
import { END, FULL_MONTH, MONTH_HINT, SEASON_HINT, START, YEAR } from "./words.ts";

const SEASON = "(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)";
const OF_YEAR = `(?:(?<year>${YEAR})|(?:the|(?<which>this|last|next))\\s+year)`;

/** Seasons, halves and quarters of a year. A season's edges are approximate: three months of the northern year. */
export const partReaders: readonly Reader[] = [
  {
    name: "season-of-year",
    hint: SEASON_HINT,
    pattern: `${START}(?:the\\s+)?${SEASON},?\\s+(?:of\\s+)?(?<year>${YEAR})(?:[-/\u2013]\\d\\d(?:\\d\\d)?)?${END}`,
    read: (g, text) => {
      const v = season(g.season ?? "", Number(g.year), /[-/\u2013]\d+$/.test(text));
      return v && { kind: "fixed", value: v };
    },
  },
  {
    name: "which-season",
    hint: SEASON_HINT,
    pattern: `${START}(?<which>[Ll]ast|[Tt]his|[Nn]ext)\\s+${SEASON}${END}`,
    read: (g) => ({
      kind: "told",
      at: (told: Day, tense) => {
        const inYear = (y: number) => season(g.season ?? "", y, true);
        const which = g.which?.toLowerCase();
        if (which === "last") return nearest(addMonths(told, -3), "past", inYear);
        if (which === "next") return nearest(addMonths(told, 3), "future", inYear);
        return nearest(told, tense, inYear);
      },
    }),
  },
  {
    // With a small letter: "Arab Spring" and "Winter Palace" are names.
    name: "season",
    hint: SEASON_HINT,
    pattern: `${START}(?<=\\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Dd]uring|[Oo]ver|of)\\s+(?:(?:the|early|late|this(?:\\s+coming)?)\\s+)?)(?<season>spring|summer|autumn|fall|winter)${END}(?!\\s+(?:of|last|this|next|\\d|\\p{L}+(?:s|er|ion)\\b))`,
    read: (g) => ({
      kind: "told",
      at: (told: Day, tense) => nearest(told, tense, (y) => season(g.season ?? "", y, true)),
    }),
  },
  {
    name: "half",
    hint: /half/,
    pattern: `${START}(?:the\\s+)?(?<ordinal>[Ff]irst|[Ss]econd)\\s+half\\s+of\\s+${OF_YEAR}${END}`,
    read: (g) => part(g, 6),
  },
  {
    name: "week-of-month",
    hint: MONTH_HINT,
    pattern: `${START}(?:the\\s+)?(?<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\\s+(?<unit>week|half)\\s+of\\s+(?<month>${FULL_MONTH})(?:,?\\s+(?<year>${YEAR}))?${END}`,
    read: (g) => {
      const month = monthNumber(g.month ?? "");
      if (month === null) return null;
      const of = (year: number) =>
        partOfWeeks(year, month, g.ordinal?.toLowerCase() ?? "", g.unit === "half" ? 15 : 7);
      const fixed = g.year === undefined ? null : of(Number(g.year));
      if (fixed) return { kind: "fixed", value: fixed };
      return { kind: "told", at: (told: Day, tense) => nearest(told, tense, of) };
    },
  },
  {
    name: "quarter",
    hint: /quarter/,
    pattern: `${START}(?:the\\s+)?(?<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\\s+quarter\\s+of\\s+${OF_YEAR}${END}`,
    read: (g) => part(g, 3),
  },
];

const FIRST_MONTH: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9 };

/** A winter of one year is the one that ends in it or the one that begins in it, unless both years are named. */
function season(name: string, year: number, both: boolean): Value | null {
  const first = FIRST_MONTH[name.toLowerCase()];
  const how = "three months of the northern year";
  if (first === undefined) return value(`${both ? year : year - 1}-12~`, `${year + 1}-02~`, how);
  return value(`${year}-${pad(first)}~`, `${year}-${pad(first + 2)}~`, how);
}

/** So many days on end of a month: its first week or half, its last one up to the end. */
function partOfWeeks(year: number, month: number, ordinal: string, days: number): Value | null {
  const length = daysInMonth(year, month);
  const index = ORDINALS.indexOf(ordinal);
  const from = ordinal === "last" ? length - days + 1 : index * days + 1;
  const to = ordinal === "last" || (days > 7 && index === 1) ? length : from + days - 1;
  const day = (n: number) => `${pad(year, 4)}-${pad(month)}-${pad(n)}`;
  return value(`${day(from)}~`, `${day(to)}~`, "as written");
}

const ORDINALS = ["first", "second", "third", "fourth"];

function part(g: Readonly<Record<string, string | undefined>>, months: number): Term {
  const ordinal = g.ordinal?.toLowerCase() ?? "";
  const index = ordinal === "last" ? 12 / months - 1 : ORDINALS.indexOf(ordinal);
  const of = (year: number) =>
    value(
      `${pad(year, 4)}-${pad(index * months + 1)}`,
      `${pad(year, 4)}-${pad((index + 1) * months)}`,
      "as written",
    );
  const fixed = g.year === undefined ? null : of(Number(g.year));
  if (fixed) return { kind: "fixed", value: fixed };
  const shift = g.which === "last" ? -1 : g.which === "next" ? 1 : 0;
  return { kind: "told", at: (told) => of(Number(told.slice(0, 4)) + shift) };
}
