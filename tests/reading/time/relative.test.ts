import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, WEEKDAYS, weekdayNumber, weekOf } from "../../../src/model/calendar.ts";
import { addDays, bounds, type Day, dayNumber, weekday } from "../../../src/model/when.ts";
import { timeMentions } from "../../../src/reading/time/index.ts";
import type { Creation } from "../../../src/reading/types.ts";
import { between, read, tellingDays, tenses, values } from "./support.ts";

const weekdays = fc.constantFrom(...WEEKDAYS);
const only = (text: string, told: string | Creation, tense: "past" | "present" | "future" = "past") => {
  const mentions = read(text, told, tense);
  expect(mentions.length, text).toBe(1);
  return mentions[0]?.when as NonNullable<(typeof mentions)[0]>["when"];
};
const distance = (a: Day | null, b: Day) => dayNumber(a as Day) - dayNumber(b);

describe("A weekday", () => {
  it("is within six days before in the past tense and within six after in the future, today included in both", () => {
    fc.assert(
      fc.property(tellingDays, weekdays, (told, name) => {
        const past = only(`They met on ${name} in Rome`, told);
        const future = only(`They will meet on ${name} morning`, told, "future");
        const present = only(`They meet on ${name}`, told, "present");
        for (const when of [past, future, present]) {
          expect(weekday(when.start as Day)).toBe(weekdayNumber(name));
          expect(when).toMatchObject({ precision: "day", derivation: "relative", end: when.start });
        }
        expect(-6 <= distance(past.start, told) && distance(past.start, told) <= 0).toBe(true);
        expect(0 <= distance(future.start, told) && distance(future.start, told) <= 6).toBe(true);
        expect(Math.abs(distance(present.start, told))).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("with last, next or a week beside it lies strictly before, in the next week, or in that week", () => {
    fc.assert(
      fc.property(tellingDays, weekdays, tenses, (told, name, tense) => {
        const last = distance(only(`last ${name}`, told, tense).start, told);
        expect(-7 <= last && last <= -1).toBe(true);
        const n = (weekdayNumber(name) ?? 0) - 1;
        expect(only(`next ${name}`, told, tense).start).toBe(addDays(weekOf(told, 1).from, n));
        expect(only(`${name} last week`, told, tense).start).toBe(addDays(weekOf(told, -1).from, n));
        expect(only(`${name} of next week`, told, tense).start).toBe(addDays(weekOf(told, 1).from, n));
        expect(only(`last week on ${name}`, told, tense).start).toBe(addDays(weekOf(told, -1).from, n));
      }),
    );
  });

  it("beside a verb of saying is past, and behind words of intention the nearest", () => {
    expect(values("he said in Rome on Tuesday that they will meet", "2025-04-23", "future")).toEqual([
      "Tuesday = 2025-04-22",
    ]);
    expect(values("the two agreed to meet again on Friday", "2025-04-23", "past")).toEqual([
      "Friday = 2025-04-25",
    ]);
  });
});

describe("Days and weeks beside the day of telling", () => {
  it.each([
    ["today", 0],
    ["tonight", 0],
    ["this morning", 0],
    ["yesterday", -1],
    ["yesterday evening", -1],
    ["last night", -1],
    ["tomorrow", 1],
    ["the day before yesterday", -2],
    ["the day after tomorrow", 2],
    ["two days ago", -2],
    ["10 days ago", -10],
  ])("%s is %i days from it", (words, n) => {
    fc.assert(
      fc.property(
        tellingDays,
        tenses,
        (told, tense) => only(`They spoke ${words}.`, told, tense).edtf === addDays(told, n),
      ),
    );
  });

  it("last, this and next week are Monday to Sunday", () => {
    fc.assert(
      fc.property(
        tellingDays,
        fc.constantFrom(["last", -1], ["this", 0], ["next", 1] as const),
        (told, [word, n]) => {
          const week = only(`talks ${word} week in Paris`, told);
          expect([week.start, week.end]).toEqual([
            weekOf(told, n as number).from,
            weekOf(told, n as number).to,
          ]);
          expect(week.precision).toBe("range");
          const month = only(`talks ${word} month in Paris`, told);
          expect(month.edtf).toBe(addMonths(told, n as number).slice(0, 7));
          const year = only(`talks ${word} year in Paris`, told);
          expect(year.edtf).toBe(String(Number(told.slice(0, 4)) + (n as number)));
        },
      ),
    );
  });

  it("earlier and later split the present month at the day of telling", () => {
    fc.assert(
      fc.property(tellingDays, (told) => {
        const [before, after] = [only("earlier this month", told), only("later this month", told, "future")];
        expect(before.start).toBe(`${told.slice(0, 7)}-01`);
        expect([before.end, after.start]).toEqual([told, told]);
        expect(after.end?.slice(0, 7)).toBe(told.slice(0, 7));
      }),
    );
  });

  it("believes the weekday that stands beside tomorrow", () => {
    expect(values("the day after tomorrow (Saturday) we meet", "2012-11-29", "future")).toEqual([
      "the day after tomorrow (Saturday) = 2012-12-01",
    ]);
    expect(values("tomorrow (Saturday) we meet", "2012-12-01", "future")).toEqual([
      "tomorrow (Saturday) = 2012-12-01",
    ]);
  });

  it.each([
    ["early next week", "early next week = 2025-04-28/2025-04-30~"],
    ["late last year", "late last year = 2024-09~/2024-12"],
    ["over the weekend", "the weekend = 2025-04-19/2025-04-20"],
    ["last weekend", "last weekend = 2025-04-19/2025-04-20"],
    ["this weekend", "this weekend = 2025-04-26/2025-04-27"],
    ["overnight", "overnight = 2025-04-22/2025-04-23"],
    ["earlier in the week", "earlier in the week = 2025-04-21/2025-04-23"],
    ["recently", "recently = 2025-04~"],
  ])("%s", (text, expected) => expect(values(`They met ${text}.`, "2025-04-23")).toEqual([expected]));
});

describe("Lengths of time", () => {
  it.each([
    ["past", "Over the past 18 months, officials met", ["Over the past 18 months = 2022-03~/2023-09"]],
    ["past", "in the last two weeks", ["in the last two weeks = 2023-09-09~/2023-09-23"]],
    ["past", "over the past three years", ["over the past three years = 2020~/2023-09"]],
    ["past", "during the past five days", ["during the past five days = 2023-09-18/2023-09-23"]],
    ["past", "over the past year", ["over the past year = 2022-09~/2023-09"]],
    ["past", "in recent weeks", ["in recent weeks = 2023-08-05~/2023-09-23"]],
    ["past", "three weeks ago", ["three weeks ago = 2023-08-30~/2023-09-05~"]],
    ["past", "a few months ago", ["a few months ago = 2023-02~/2023-07~"]],
    ["past", "more than two years ago", ["more than two years ago = ../2021-09-23"]],
    ["past", "the two have been meeting for three years", ["for three years = 2020~/2023-09"]],
    ["past", "he was jailed for three years", []],
    ["past", "he left in five years", []],
    ["future", "they will meet in two weeks", ["in two weeks = 2023-10-04~/2023-10-10~"]],
    ["future", "they will meet in three days' time", ["in three days' time = 2023-09-26"]],
    ["future", "in the coming days", ["in the coming days = 2023-09-23/2023-09-30"]],
    ["future", "in the next week or two", ["in the next week or two = 2023-09-23/2023-10-07~"]],
    ["future", "over the next six months", ["over the next six months = 2023-09-23/2024-03-23~"]],
    ["past", "900 decades ago they were many", ["900 decades ago = ../2023-09-23"]],
  ] as const)("in the %s tense: %s", (tense, text, expected) =>
    expect(values(text, "2023-09-23", tense)).toEqual(expected),
  );
});

describe("Limits", () => {
  it.each([
    ["past", "Since April 2018 it has", ["Since April 2018 = 2018-04/2019-09-12"]],
    ["past", "since 2004", ["since 2004 = 2004/2019-09-12"]],
    ["past", "since the 2014 vote", ["2014 = 2014"]],
    ["past", "before 2015", ["before 2015 = ../2014-12-31"]],
    ["past", "until Friday.", ["until Friday = ../2019-09-06"]],
    ["past", "after June 5, 2019.", ["after June 5, 2019 = 2019-06-06/2019-09-12"]],
    ["past", "after 2016", ["after 2016 = 2016/2019-09-12"]],
    ["past", "after Tuesday's talks", ["Tuesday = 2019-09-10"]],
    ["past", "around 2015", ["around 2015 = 2015~"]],
    ["past", "a letter from Monday", ["Monday = 2019-09-09"]],
    ["future", "by June next year", ["by June next year = 2019-09-12/2020-06"]],
    ["future", "before mid-October", ["before mid-October = 2019-09-12/2019-10-15~"]],
    ["future", "before Thursday", ["before Thursday = 2019-09-12/2019-09-18"]],
    ["future", "beginning September 25 to go on", ["beginning September 25 = 2019-09-25/.."]],
    ["future", "from Monday onwards", ["from Monday = 2019-09-16/.."]],
    ["future", "by the end of the year", ["by the end of the year = 2019-09-12/2019-12"]],
  ] as const)("in the %s tense: %s", (tense, text, expected) =>
    expect(values(text, "2019-09-12", tense)).toEqual(expected),
  );
});

describe("What is counted from the date before it", () => {
  it.each([
    [
      "signed on February 21, 2014 and broken the following morning",
      ["February 21, 2014 = 2014-02-21", "the following morning = 2014-02-22"],
    ],
    [
      "on 5 June 2018; three weeks earlier he",
      ["5 June 2018 = 2018-06-05", "three weeks earlier = 2018-05-12~/2018-05-18~"],
    ],
    ["on 5 June 2018 and a day later in", ["5 June 2018 = 2018-06-05", "a day later = 2018-06-06"]],
    ["in June 2018 and the same year in", ["June 2018 = 2018-06", "the same year = 2018"]],
    ["The following day he left", []],
  ])("%s", (text, expected) => expect(values(text, "2019-06-11")).toEqual(expected));
});

const EXPRESSIONS = [
  "on Tuesday",
  "last week",
  "this month",
  "yesterday",
  "on 5 May",
  "in March",
  "two weeks ago",
  "over the past 18 months",
  "since April 2018",
  "next Friday",
  "earlier this year",
  "last October",
  "by June",
  "from Monday to Wednesday",
  "last summer",
  "over the weekend",
  "in recent days",
  "late last month",
  "before mid-March",
  "in the coming weeks",
  "March 30 – April 2",
];

describe("Told on an unknown day", () => {
  it("an expression covers all that it means on each of the days, and is one day only where all agree", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXPRESSIONS),
        tellingDays,
        fc.nat(40),
        tenses,
        (words, start, length, tense) => {
          const text = `They met ${words}.`;
          const over = only(text, between(start, addDays(start, length)), tense);
          const each = Array.from({ length: length + 1 }, (_, i) => only(text, addDays(start, i), tense));
          for (const when of each) {
            expect(over.start === null || (when.start !== null && over.start <= when.start)).toBe(true);
            expect(over.end === null || (when.end !== null && over.end >= when.end)).toBe(true);
          }
          expect(over.precision === "day").toBe(
            each.every((w) => w.precision === "day" && w.edtf === each[0]?.edtf),
          );
          expect(bounds(over.edtf)).toEqual({ start: over.start, end: over.end });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("an expression is open where the day is, inferred where it was inferred, and left out where nothing is known", () => {
    expect(only("on Tuesday", between(null, "2025-04-23"))).toMatchObject({
      edtf: "../2025-04-22",
      precision: "before",
      derivation: "inferred",
    });
    expect(only("on Tuesday", between("2025-04-23", null), "future")).toMatchObject({
      edtf: "2025-04-29/..",
      precision: "after",
    });
    expect(read("on Tuesday", between(null, null))).toEqual([]);
    expect(values("on 3 May 2015, a Tuesday", between(null, null))).toEqual(["3 May 2015 = 2015-05-03"]);
    expect(values("since 2015", between(null, null))).toEqual(["since 2015 = 2015/.."]);
  });
});

describe("Every mention", () => {
  const words = fc.constantFrom(
    ...EXPRESSIONS,
    "in 2015",
    "June 11, 2019",
    "10.10.2019",
    "and",
    "to",
    "of",
    ",",
    "the",
    "–",
    "5",
    "May",
    "March",
    "’s",
    "from",
    "between",
    "9/11",
    "by",
    "week",
    "ago",
    "“",
    "30-day",
    "half",
  );
  it("is its passage, apart from the others, and its bounds are those of its EDTF", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 14 }).map((parts) => parts.join(" ")),
          fc.string({ unit: "grapheme", maxLength: 80 }),
        ),
        fc.nat(9_999),
        tellingDays,
        tenses,
        (text, base, told, tense) => {
          let end = base;
          for (const m of timeMentions(text, base, between(told, told, "stated"), () => tense)) {
            expect(text.slice(m.span[0] - base, m.span[1] - base)).toBe(m.text);
            expect(m.span[0]).toBeGreaterThanOrEqual(end);
            end = m.span[1];
            expect(bounds(m.when.edtf)).toEqual({ start: m.when.start, end: m.when.end });
            expect(m.when.evidence).not.toBe("");
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("asks for the tense where it stands in the original", () => {
    const asked: number[] = [];
    timeMentions("met Monday, meets Friday", 100, between("2025-04-23", "2025-04-23"), (offset) => {
      asked.push(offset);
      return "past";
    });
    expect(asked).toEqual([104, 118]);
  });
});
