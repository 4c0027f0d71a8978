import { weekdayNumber } from "../../model/calendar.ts";
import { addDays, type Day, weekday } from "../../model/when.ts";
import { datelineDate, timeExpressions } from "../time/index.ts";
import type { Creation, Tense } from "../types.ts";
import type { Text } from "./written.ts";

/** How many sentences a dateline and the weekdays of the news are looked for in, and how many the years of the text. */
const OPENING = 4;
const LOOKED_AT = 200;
/** Within so many days after the latest day that a text names it was written, as news is. */
const SOON = 400;

/**
 * The creation time of a text whose dateline has no year ("ROME, May 7. /Agency/."): in the years that `known` leaves, the
 * day on which the dateline's day is the weekday that the opening speaks of, and no earlier than any day that the
 * text names with its year. `null` where more than one such day is left, or none.
 */
export function datelineYear(
  known: Creation,
  texts: readonly Text[],
  tense: (text: string, at: number) => Tense,
): Creation | null {
  const opening = texts.slice(0, OPENING).filter(({ text }) => text.length < 1_500);
  const line = opening.find(({ text }) => datelineDate(text.slice(0, 120), "2000-07-01") !== null);
  if (!line) return null;
  const named = new Set(opening.flatMap(({ text }) => weekdaysIn(text)));
  const latest = latestDay(texts.slice(0, LOOKED_AT), tense);
  const first = latest ?? known.start;
  const last = known.end ?? (latest && addDays(latest, SOON));
  if (named.size === 0 || first === null || last === null) return null;
  const fitting = years(first, last).flatMap((year) => {
    const day = datelineDate(line.text.slice(0, 120), `${year}-07-01` as Day)?.day;
    const within = day && day >= first && day <= last && (known.start === null || day >= known.start);
    return within && named.has(weekday(day)) ? [day] : [];
  });
  const [day] = fitting;
  if (!day || (fitting.length > 1 && !(latest && day <= addDays(latest, SOON)))) return null;
  const evidence = "the dateline, in the year in which its day is the weekday of the news";
  return { start: day, end: day, derivation: "inferred", evidence };
}

const years = (from: Day, to: Day): readonly string[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.min(60, last - first + 1) }, (_, i) => String(first + i).padStart(4, "0"));
};

const weekdaysIn = (text: string): readonly number[] =>
  timeExpressions(text, 0, () => "past").flatMap((e) =>
    e.bareWeekday ? (weekdayNumber(e.text.split(" ")[0] ?? "") ?? []) : [],
  );

function latestDay(texts: readonly Text[], tense: (text: string, at: number) => Tense): Day | null {
  const days = texts
    .filter(({ text }) => /(?:19|20)\d\d/.test(text) && text.length < 1_500)
    .flatMap(({ text }) =>
      timeExpressions(text, 0, (at) => tense(text, at)).flatMap((e) => {
        const v = e.relative || tense(text, e.span[0]) === "future" ? null : e.at(null);
        return v?.precision === "day" && v.start ? [v.start] : [];
      }),
    );
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}
