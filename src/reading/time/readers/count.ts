import { addMonths } from "../../../model/calendar.ts";
import { addDays, type Day } from "../../../model/when.ts";
import type { Tense } from "../../types.ts";
import { type Value, value } from "../value.ts";
import type { Reader } from "./reader.ts";
import { wholeUnit } from "./relative.ts";
import { ABOUT, AGO_HINT, COUNT, countOf, END, START, UNIT_HINT, VAGUE_COUNT } from "./words.ts";

const UNIT = "(?<unit>day|week|month|year|decade)s?";
const MANY = `(?<count>${COUNT}|${VAGUE_COUNT})`;
const NUMBER = `(?<about>${ABOUT})${MANY}(?:-|\\s+)`;

/** Expressions that count days, weeks, months or years from the day of telling, or from the date before them. */
export const countReaders: readonly Reader[] = [
  {
    name: "ago",
    hint: AGO_HINT,
    pattern: `${START}${NUMBER}${UNIT}\\s+ago${END}`,
    read: (g) => told((d) => ago(d, g)),
  },
  {
    name: "hours-ago",
    hint: AGO_HINT,
    pattern: `${START}(?:${NUMBER})?(?:hours?|minutes?)\\s+ago${END}`,
    read: () => told((d) => value(addDays(d, -1), d, "hours before")),
  },
  {
    name: "past-window",
    hint: UNIT_HINT,
    pattern: `${START}(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin|[Ff]or|[Tt]hroughout)\\s+)?(?:the\\s+(?:past|last|previous)\\s+(?:${NUMBER})?|(?<recent>recent\\s+))${UNIT}${END}(?!\\s+of\\b)`,
    read: (g) => {
      const n = countOf(g.recent ? "recent" : (g.count ?? "one"));
      return n && told((d) => pastWindow(d, n.most, g.unit ?? ""));
    },
  },
  {
    name: "next-window",
    hint: UNIT_HINT,
    pattern: `${START}(?:(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin|[Ff]or)\\s+)?the\\s+(?:next|coming)|[Ii]n\\s+coming)\\s+(?:${NUMBER})?${UNIT}(?<so>\\s+or\\s+(?:so|two))?${END}`,
    read: (g, text) => {
      const n = countOf(g.count ?? (/s$/.test(text) ? "few" : "one"));
      return n && told((d) => nextWindow(d, n.most + (g.so ? 1 : 0), g.unit ?? ""));
    },
  },
  {
    name: "in-so-long",
    hint: UNIT_HINT,
    pattern: `${START}(?<by>[Ii]n|[Ww]ithin)\\s+${NUMBER}${UNIT}(?:['\u2019]s?\\s+time)?${END}`,
    read: (g) => told((d, tense) => (tense === "future" ? ahead(d, g) : null)),
  },
  {
    // Without a perfect tense a length of time says nothing of when: "jailed for three years".
    name: "perfect",
    hint: UNIT_HINT,
    pattern: `(?=[Ff]or\\s)(?<=\\b(?:has|have|had|['\u2019]ve)\\s+(?:\\p{L}+\\s+)?(?:been\\s+(?:\\p{L}+ing|at|in|on|under)|lasted|existed|lived|raged|remained|continued|known)\\b[^.;:?!]{0,80})[Ff]or\\s+${NUMBER}${UNIT}${END}`,
    read: (g) => {
      const n = countOf(g.count ?? "");
      return n && told((d) => pastWindow(d, n.most, g.unit ?? ""));
    },
  },
  {
    name: "beside-previous",
    hint: /earlier|later|before|after|[Nn]ext|[Ff]ollowing|[Pp]revious|[Ss]ame/,
    pattern: `${START}(?:${NUMBER}${UNIT}\\s+(?<side>earlier|later|(?:before|after(?:wards?)?)(?!\\s+\\p{L}))|[Tt]he\\s+(?<which>next|following|previous|same)\\s+(?:(?<whole>day|week|month|year)|morning|evening|afternoon|night))${END}`,
    read: (g) => ({ kind: "previous", at: (previous) => beside(previous, g) }),
  },
  {
    name: "the-day-beside",
    hint: UNIT_HINT,
    pattern: `${START}(?:[Oo]n\\s+)?[Tt]he\\s+day\\s+(?<side>before|after)(?=\\s*[.,;]|\\s+(?:in|at)\\s)${END}`,
    read: (g) => ({
      kind: "previous",
      at: (previous) => beside(previous, { which: g.side === "before" ? "previous" : "next", whole: "day" }),
    }),
  },
  {
    // Weeks before, and told as the month that it was in; "the recently elected president" tells nothing of a deed.
    name: "recent-deed",
    hint: /ecent|ately/,
    pattern: `${START}(?:[Rr]ecent(?=\\s+(?:\\p{L}+\\s+){0,2}?(?:visit|trip|meeting|talks|summit|call|conversation|contacts?|stay|tour)${END})|(?<!\\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Uu]ntil|[Mm]ore|[Mm]ost)\\s+)(?:[Rr]ecently|[Ll]ately))${END}`,
    read: () =>
      told((d, tense) =>
        tense === "future" ? null : value(`${month(recently(d))}~`, `${month(d)}~`, "in the weeks before"),
      ),
  },
  {
    name: "vague-past",
    hint: /ot\s+long|reviously|the\s+(?:recent\s+)?past|Earlier/,
    pattern: `${START}(?:[Nn]ot\\s+long\\s+ago|[Pp]reviously|[Ii]n\\s+the\\s+(?:recent\\s+)?past|Earlier(?=,))${END}`,
    read: () =>
      told((d, tense) => (tense === "future" ? null : value("..", d, "no more than that it was before"))),
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

const told = (at: (told: Day, tense: Tense) => Value | null) => ({ kind: "told", at }) as const;
const month = (day: Day) => day.slice(0, 7);
const year = (day: Day) => day.slice(0, 4);

/** In the first days of a month the weeks before lie in the last one too. */
const recently = (day: Day): Day => (day.slice(8) > "10" ? day : addMonths(day, -1));

/** Beyond so many decades a count leaves the years that a Day can write. */
const MOST_DECADES = 90;

function ago(day: Day, g: Groups): Value | null {
  const n = countOf(g.count ?? "");
  const unit = g.unit ?? "";
  if (n === null || (unit === "decade" && n.most > MOST_DECADES)) return value("..", day, "long before");
  const how = `${g.count} ${unit}${n.most > 1 ? "s" : ""} before`;
  if (/more|over|at least/i.test(g.about ?? ""))
    return value("..", back(day, n.least, unit), `more than ${how}`);
  if (/less|fewer|under/i.test(g.about ?? "")) return value(back(day, n.most, unit), day, `less than ${how}`);
  const loose = g.about?.trim() ? 1 : 0;
  switch (unit) {
    case "day": {
      if (n.least === n.most && !loose) return value(addDays(day, -n.most), addDays(day, -n.most), how);
      return value(`${addDays(day, -n.most - loose)}~`, `${addDays(day, loose - n.least)}~`, how);
    }
    case "week":
      return value(`${addDays(day, -7 * n.most - 3)}~`, `${addDays(day, 3 - 7 * n.least)}~`, how);
    case "month":
      return value(`${month(addMonths(day, -n.most))}~`, `${month(addMonths(day, -n.least))}~`, how);
    default: {
      const years = unit === "decade" ? 10 : 1;
      return value(
        `${year(back(day, n.most * years, "year"))}~`,
        `${year(back(day, n.least * years, "year"))}~`,
        how,
      );
    }
  }
}

/** From so many units back to the day itself; the first edge is approximate, but for days. */
function pastWindow(day: Day, n: number, unit: string): Value | null {
  if (unit === "decade" && n > MOST_DECADES) return null;
  const how = `from ${n} ${unit}${n > 1 ? "s" : ""} before until that day`;
  switch (unit) {
    case "day":
      return value(addDays(day, -n), day, how);
    case "week":
      return value(`${addDays(day, -7 * n)}~`, day, how);
    case "month":
      return n === 1
        ? value(`${addMonths(day, -1)}~`, day, how)
        : value(`${month(addMonths(day, -n))}~`, month(day), how);
    default: {
      const years = unit === "decade" ? n * 10 : n;
      const from = back(day, years, "year");
      return value(years === 1 ? `${month(from)}~` : `${year(from)}~`, month(day), how);
    }
  }
}

function nextWindow(day: Day, n: number, unit: string): Value | null {
  if (unit === "decade" && n > MOST_DECADES) return null;
  const end = back(day, -n, unit);
  return value(day, unit === "day" ? end : `${end}~`, `from that day on, ${n} ${unit}${n > 1 ? "s" : ""}`);
}

function ahead(day: Day, g: Groups): Value | null {
  const n = countOf(g.count ?? "");
  const unit = g.unit ?? "";
  if (n === null || (unit === "decade" && n.most > MOST_DECADES)) return null;
  if (/within/i.test(g.by ?? "")) return nextWindow(day, n.most, unit);
  const how = `${g.count} ${unit}${n.most > 1 ? "s" : ""} after`;
  const [least, most] = [back(day, -n.least, unit), back(day, -n.most, unit)];
  switch (unit) {
    case "day":
      return value(least, most, how);
    case "week":
      return value(`${addDays(least, -3)}~`, `${addDays(most, 3)}~`, how);
    case "month":
      return value(`${month(least)}~`, `${month(most)}~`, how);
    default:
      return value(`${year(least)}~`, `${year(most)}~`, how);
  }
}

/** Counted from the date before it in the text; a day is only counted from a day. */
function beside(previous: Value, g: Groups): Value | null {
  if (previous.start === null || previous.end === null) return null;
  if (g.which === "same") {
    switch (g.whole) {
      case "month":
        return value(month(previous.start), month(previous.end), "the same month as the date before it");
      case "year":
        return value(year(previous.start), year(previous.end), "the same year as the date before it");
      case "week":
        return null;
      default:
        return previous.precision === "day"
          ? { ...previous, how: "the same day as the date before it" }
          : null;
    }
  }
  const back_ = /earlier|before|previous/i.test(g.side ?? g.which ?? "");
  const how = `counted from the date before it`;
  const from = back_ ? previous.start : previous.end;
  if (g.which !== undefined) {
    if (previous.precision !== "day" && (g.whole === undefined || g.whole === "day")) return null;
    return from && wholeBeside(from, g.whole ?? "day", back_ ? -1 : 1, how);
  }
  const shifted = back_ ? ago(from, { ...g, about: g.about }) : ahead(from, g);
  if (shifted === null || (g.unit === "day" && previous.precision !== "day")) return null;
  return { ...shifted, how };
}

function wholeBeside(day: Day, unit: string, shift: number, how: string): Value | null {
  const v =
    unit === "day" ? value(addDays(day, shift), addDays(day, shift), how) : wholeUnit(day, unit, shift);
  return v && { ...v, how };
}

/** The day so many units back, or ahead when negative. */
function back(day: Day, n: number, unit: string): Day {
  switch (unit) {
    case "day":
      return addDays(day, -n);
    case "week":
      return addDays(day, -7 * n);
    case "month":
      return addMonths(day, -n);
    case "decade":
      return addMonths(day, -120 * n);
    default:
      return addMonths(day, -12 * n);
  }
}
