import { addMonths, WEEKDAYS, weekdayNumber, weekOf } from "../../../model/calendar.ts";
import { addDays, type Day, weekday } from "../../../model/when.ts";
import type { Tense } from "../../types.ts";
import { type Part, pad, partOfMonth, partOfYear, type Which } from "../terms.ts";
import { single, type Value, value } from "../value.ts";
import type { Reader } from "./reader.ts";
import {
  DAY,
  EDGE,
  END,
  FULL_WEEKDAY,
  HOUR,
  MONTH,
  partOf,
  START,
  UNIT_HINT,
  WEEKDAY_HINT,
} from "./words.ts";

const NAMED = `(?:\\s*\\(\\s*(?<day>${FULL_WEEKDAY})\\s*\\))?`;

/** Weekdays, today and its neighbours, and weeks, months and years beside the present one. */
export const relativeReaders: readonly Reader[] = [
  {
    name: "weekday",
    hint: WEEKDAY_HINT,
    pattern: `${START}(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his)\\s+(?:(?<past>past)\\s+|(?<coming>coming)\\s+)?)?(?<day>${FULL_WEEKDAY})${HOUR}${END}(?!,?\\s+(?:the\\s+)?(?:${DAY}\\b|${MONTH}\\s+\\d))(?:,?\\s+(?:of\\s+)?(?<week>last|this|next)\\s+week${END})?`,
    read: (g) => {
      const which = g.past ? "last" : g.coming ? "bare" : ((g.which?.toLowerCase() ?? "bare") as Which);
      const week = g.week ? SHIFT[g.week as keyof typeof SHIFT] : null;
      const day = weekdayNumber(g.day ?? "");
      return day === null ? null : { kind: "weekday", weekday: day, which, week };
    },
  },
  {
    name: "week-then-weekday",
    hint: WEEKDAY_HINT,
    pattern: `${START}(?<week>[Ll]ast|[Tt]his|[Nn]ext)\\s+week\\s+on\\s+(?<day>${FULL_WEEKDAY})${END}`,
    read: (g) => {
      const day = weekdayNumber(g.day ?? "");
      const week = SHIFT[g.week?.toLowerCase() as keyof typeof SHIFT];
      return day === null ? null : { kind: "weekday", weekday: day, which: "bare", week };
    },
  },
  {
    name: "today",
    hint: /oday|onight|his/,
    pattern: `${START}(?:[Ee]arlier\\s+|[Ll]ater\\s+|[Ll]ate\\s+|[Ee]arly\\s+)?(?:[Tt]oday|[Tt]onight|[Tt]his\\s+(?:very\\s+)?(?:morning|afternoon|evening))${END}`,
    read: () => told((d) => single(d, "that day itself")),
  },
  {
    name: "in-the-day",
    hint: /(?:arl|at)(?:y|e|ier|er)\s/,
    pattern: `${START}(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\\s+(?:in\\s+the|that(?:\\s+same)?)\\s+(?:day|morning|afternoon|evening)${END}`,
    read: () => ({
      kind: "previous",
      at: (previous, told) =>
        previous.precision === "day" && (told === null || near(previous.start, told))
          ? { ...previous, how: "the same day as the date before it" }
          : null,
      otherwise: (told) => single(told, "that day itself"),
    }),
  },
  {
    name: "yesterday",
    hint: /esterday|ast\s+(?:night|evening)/,
    pattern: `${START}(?:[Ee]arlier\\s+|[Ll]ate\\s+|[Ee]arly\\s+)?(?:[Yy]esterday${HOUR}|[Ll]ast\\s+(?:night|evening))${END}${NAMED}`,
    read: (g) => told((d) => beside(d, -1, "the day before", g.day)),
  },
  {
    name: "tomorrow",
    hint: /omorrow/,
    pattern: `${START}(?:[Ll]ate\\s+|[Ee]arly\\s+)?[Tt]omorrow${HOUR}${END}${NAMED}`,
    read: (g) => told((d) => beside(d, 1, "the day after", g.day)),
  },
  {
    name: "before-yesterday",
    hint: /esterday/,
    pattern: `${START}(?:[Tt]he\\s+)?day\\s+before\\s+yesterday${END}${NAMED}`,
    read: (g) => told((d) => beside(d, -2, "two days before", g.day)),
  },
  {
    name: "after-tomorrow",
    hint: /omorrow/,
    pattern: `${START}(?:[Tt]he\\s+)?day\\s+after\\s+tomorrow${END}${NAMED}`,
    read: (g) => told((d) => beside(d, 2, "two days after", g.day)),
  },
  {
    name: "overnight",
    hint: /vernight/,
    pattern: `${START}[Oo]vernight${END}(?!\\s+(?:stay|train|flight|success|accommodation))`,
    read: () =>
      told((d, tense) =>
        tense === "future"
          ? value(d, addDays(d, 1), "that night")
          : value(addDays(d, -1), d, "the night before"),
      ),
  },
  {
    name: "weekend",
    hint: /weekend/,
    pattern: `${START}(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his(?:\\s+(?:past|coming))?)|(?<=\\b(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring)\\s+)[Tt]he)\\s+weekend${END}`,
    read: (g) => {
      const which = g.which?.toLowerCase() ?? "";
      return told((d, tense) => {
        if (/last|past/.test(which)) return weekend(d, -1);
        if (/next/.test(which)) return weekend(d, 1);
        const begun = weekday(d) >= 6;
        return weekend(d, which === "" && tense === "past" && !begun ? -1 : 0);
      });
    },
  },
  {
    name: "before-last",
    hint: /before\s+last/,
    pattern: `${START}(?:[Tt]he\\s+)?(?<unit>[Ww]eek|[Ww]eekend|[Mm]onth|[Yy]ear)\\s+before\\s+last${END}`,
    read: (g) => {
      const name = g.unit?.toLowerCase() ?? "";
      return told((d) => (name === "weekend" ? weekend(d, -2) : wholeUnit(d, name, -2)));
    },
  },
  {
    // "the last week" and "the next year" are counted in days, and another reader's.
    name: "unit",
    hint: UNIT_HINT,
    pattern: `${START}(?:(?<part>[Ee]arly|[Mm]id|[Ll]ate)(?:-|\\s+)|(?<half>[Ee]arlier|[Ll]ater)\\s+|(?<edge>${EDGE}))?(?<!\\b[Tt]he\\s+)(?<which>[Ll]ast|[Tt]his|[Nn]ext)\\s+(?<unit>week|month|year|decade)${END}(?!\\s+(?:of|or\\s+(?:two|so))\\b)`,
    read: (g) => {
      const shift = SHIFT[g.which?.toLowerCase() as keyof typeof SHIFT];
      return told((d) => unit(d, g.unit ?? "", shift, partOf(g.part ?? g.edge), g.half));
    },
  },
  {
    name: "in-the-unit",
    hint: UNIT_HINT,
    pattern: `${START}(?:(?<half>[Ee]arlier|[Ll]ater)\\s+in\\s+|(?<edge>${EDGE}))the\\s+(?<unit>week|month|year|decade)${END}(?!\\s+of\\b)`,
    read: (g) => told((d) => unit(d, g.unit ?? "", 0, partOf(g.edge), g.half)),
  },
];

/** A day of the news: a report of a week ago or less speaks of it as "the day". */
const near = (day: Day | null, told: Day): boolean => day !== null && day <= told && day >= addDays(told, -7);

const SHIFT = { last: -1, this: 0, next: 1 } as const;

const told = (at: (told: Day, tense: Tense) => Value | null) => ({ kind: "told", at }) as const;

/** A weekday named beside it ("tomorrow (Saturday)") weighs more: a speech may be older than the page it stands on. */
function beside(day: Day, n: number, how: string, name: string | undefined): Value | null {
  const counted = addDays(day, n);
  const named = name ? weekdayNumber(name) : null;
  if (named === null || named === weekday(counted)) return single(counted, how);
  const off = (named - weekday(counted) + 10) % 7;
  return single(addDays(counted, off - 3), `the ${WEEKDAYS[named - 1]} nearest to ${how}`);
}

function weekend(day: Day, week: number): Value | null {
  const { to } = weekOf(day, week);
  return value(addDays(to, -1), to, "Saturday and Sunday of that week");
}

function unit(day: Day, name: string, shift: number, part: Part | null, half?: string): Value | null {
  const whole = wholeUnit(day, name, shift);
  if (whole?.start == null || whole.end === null) return null;
  if (half && day >= whole.start && day <= whole.end) {
    return /earlier/i.test(half)
      ? value(whole.start, day, `${whole.how}, up to that day`)
      : value(day, whole.end, `${whole.how}, from that day on`);
  }
  if (part === null) return whole;
  switch (name) {
    case "week":
      return partOfWeek(whole.start, part, whole.how);
    case "month":
      return partOfMonth(whole.start.slice(0, 7), part, whole.how);
    case "year":
      return partOfYear(Number(whole.start.slice(0, 4)), part, whole.how);
    default:
      return whole;
  }
}

/** The whole week (Monday to Sunday), month, year or decade of a day, or one beside it. */
export function wholeUnit(day: Day, name: string, shift: number): Value | null {
  const which =
    shift < 0 ? `the ${name} before` : shift > 0 ? `the ${name} after` : `the ${name} of that day`;
  const year = Number(day.slice(0, 4));
  switch (name) {
    case "week": {
      const week = weekOf(day, shift);
      return value(week.from, week.to, `${which}, Monday to Sunday`);
    }
    case "month":
      return single(addMonths(day, shift).slice(0, 7), which);
    case "year":
      return single(pad(year + shift, 4), which);
    case "decade": {
      const from = Math.floor(year / 10) * 10 + shift * 10;
      return value(pad(from, 4), pad(from + 9, 4), which);
    }
    default:
      return null;
  }
}

function partOfWeek(monday: Day, part: Part, how: string): Value | null {
  switch (part) {
    case "start":
    case "early":
      return value(monday, `${addDays(monday, 2)}~`, how);
    case "mid":
      return value(`${addDays(monday, 1)}~`, `${addDays(monday, 3)}~`, how);
    case "late":
    case "end":
      return value(`${addDays(monday, 3)}~`, addDays(monday, 6), how);
  }
}
