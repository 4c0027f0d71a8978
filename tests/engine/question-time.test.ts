import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlainTerm, periodsIn, readPeriod, tellPeriod } from "../../src/engine/question/time/index.ts";
import { MONTHS } from "../../src/model/calendar.ts";
import { addDays, type Day, dayFromNumber, dayNumber, span } from "../../src/model/when.ts";

const TODAY = "2025-06-15"; // a Sunday

/** What the words ask, each as `from..to` or with its word. */
function asked(words: string, today: Day = TODAY): readonly string[] | string {
  const found = periodsIn(words, today);
  if ("problem" in found)
    return found.problem === "no-such-day"
      ? `no such day: ${found.word}`
      : `backwards: ${found.from} ${found.to}`;
  return found.map(({ text, span: [start, end], term }) => {
    expect(words.slice(start, end)).toBe(text);
    return `${text} = ${term.kind === "period" ? `${term.from ?? ""}..${term.to ?? ""}` : `${term.kind} ${term.pivot.day}`}`;
  });
}

const days = fc.integer({ min: dayNumber("1500-01-01"), max: dayNumber("2190-12-31") }).map(dayFromNumber);
const ordinal = (d: number) =>
  `${d}${d % 10 === 1 && d !== 11 ? "st" : d % 10 === 2 && d !== 12 ? "nd" : d % 10 === 3 && d !== 13 ? "rd" : "th"}`;

describe("A day in a question", () => {
  const forms: readonly ((y: string, month: string, d: number, day: Day) => string)[] = [
    (y, m, d) => `${d} ${m} ${y}`,
    (y, m, d) => `${d} ${m.slice(0, 3)}, ${y}`,
    (y, m, d) => `${m} ${d}, ${y}`,
    (y, m, d) => `${m.slice(0, 3)} ${ordinal(d)}, ${y}`,
    (y, m, d) => `the ${ordinal(d)} of ${m.toLowerCase()} ${y}`,
    (y, m, d) => `${m.toUpperCase()} ${d} ${y}`,
    (_y, _m, _d, day) => day,
    (y, _m, d, day) => `${d}.${day.slice(5, 7)}.${y}`,
    (y, _m, d, day) => `${d}/${Number(day.slice(5, 7))}/${y}`,
  ];
  const lead = fc.constantFrom(
    ["Who met them ", ""],
    ["Who met them on ", "on "],
    ["who spoke in Rome, ", ""],
  );

  it("is that day in every usual form, days first in figures, with the preposition that leads it", () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...forms),
        lead,
        fc.constantFrom("?", "", " in Rome", "'s talks"),
        (day, form, [before, word], after) => {
          const month = MONTHS[Number(day.slice(5, 7)) - 1] as string;
          const text = form(day.slice(0, 4), month, Number(day.slice(8)), day);
          const possessive = after.startsWith("'s") ? "'s" : "";
          expect(asked(`${before}${text}${after}`)).toEqual([`${word}${text}${possessive} = ${day}..${day}`]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["on 31 June", "31 June"],
    ["on June 31st, 2020", "June 31st, 2020"],
    ["30.02.2020", "30.02.2020"],
    ["before 2021-13-01", "2021-13-01"],
    ["29 February 2023", "29 February 2023"],
    ["from 1 to 32 May 2020", "32 May 2020"],
    ["on 0 May 2020", "0 May 2020"],
  ])("that does not exist is named: %s", (words, word) =>
    expect(asked(`Who met them ${words}?`)).toBe(`no such day: ${word}`),
  );

  it.each([
    ["from 2020 to 2019", "2020-01-01 2019-12-31"],
    ["between 8 and 5 May 2013", "2013-05-08 2013-05-05"],
    ["between 5 June 2016 and 3 May 2015", "2016-06-05 2015-05-03"],
    ["after 2015 and before 2010", "2016-01-01 2009-12-31"],
  ])("that ends a period before its beginning is a problem: %s", (words, problem) =>
    expect(asked(`What happened ${words}?`)).toBe(`backwards: ${problem}`),
  );
});

describe("A time in a question", () => {
  it.each([
    ["in 2021", "2021-01-01..2021-12-31"],
    ["in the year 2021", "2021-01-01..2021-12-31"],
    ["during all of 2021", "2021-01-01..2021-12-31"],
    ["in March 2025", "2025-03-01..2025-03-31"],
    ["in feb 2024", "2024-02-01..2024-02-29"],
    ["in June of 2005", "2005-06-01..2005-06-30"],
    ["in Jun, 2005", "2005-06-01..2005-06-30"],
    ["in 2005-06", "2005-06-01..2005-06-30"],
    ["in 06/2005", "2005-06-01..2005-06-30"],
    ["in March", "2025-03-01..2025-03-31"],
    ["in December", "2024-12-01..2024-12-31"],
    ["last December", "2024-12-01..2024-12-31"],
    ["last June", "2024-06-01..2024-06-30"],
    ["in June last year", "2024-06-01..2024-06-30"],
    ["on 5 May", "2025-05-05..2025-05-05"],
    ["today", "2025-06-15..2025-06-15"],
    ["yesterday", "2025-06-14..2025-06-14"],
    ["the day after tomorrow", "2025-06-17..2025-06-17"],
    ["on Monday", "2025-06-09..2025-06-09"],
    ["last Sunday", "2025-06-08..2025-06-08"],
    ["next Monday", "2025-06-16..2025-06-16"],
    ["last week", "2025-06-02..2025-06-08"],
    ["this week", "2025-06-09..2025-06-15"],
    ["next month", "2025-07-01..2025-07-31"],
    ["last year", "2024-01-01..2024-12-31"],
    ["last quarter", "2025-01-01..2025-03-31"],
    ["last weekend", "2025-06-07..2025-06-08"],
    ["over the past year", "2024-06-15..2025-06-15"],
    ["in the last 3 months", "2025-03-15..2025-06-15"],
    ["in the last two weeks", "2025-06-01..2025-06-15"],
    ["in the next 10 days", "2025-06-15..2025-06-25"],
    ["three days ago", "2025-06-12..2025-06-12"],
    ["two months ago", "2025-04-01..2025-04-30"],
    ["a year ago", "2024-01-01..2024-12-31"],
    ["since March", "2025-03-01.."],
    ["since 8 May 2013", "2013-05-08.."],
    ["from 2019 onwards", "2019-01-01.."],
    ["from 2019", "2019-01-01..2019-12-31"],
    ["until July 2019", "..2019-07-31"],
    ["by 2015", "..2015-12-31"],
    ["before 8 May 2013", "before 2013-05-08"],
    ["prior to May 2013", "before 2013-05"],
    ["after 2015", "after 2015"],
    ["after last week", "after 2025-06-08"],
    ["between 3 May 2015 and 5 June 2016", "2015-05-03..2016-06-05"],
    ["between May 5 and May 8, 2013", "2013-05-05..2013-05-08"],
    ["between 5 and 8 May 2013", "2013-05-05..2013-05-08"],
    ["May 5-8, 2013", "2013-05-05..2013-05-08"],
    ["from March to May 2019", "2019-03-01..2019-05-31"],
    ["from November to March 2019", "2018-11-01..2019-03-31"],
    ["from May to March", "2024-05-01..2025-03-31"],
    ["from 2 March 2018 until today", "2018-03-02..2025-06-15"],
    ["2014–15", "2014-01-01..2015-12-31"],
    ["from 2010 to 2014", "2010-01-01..2014-12-31"],
    ["in 2015 and 2016", "2015-01-01..2016-12-31"],
    ["in 2005, 2006 and 2007", "2005-01-01..2007-12-31"],
    ["in March and April 2018", "2018-03-01..2018-04-30"],
    ["after 2010 and before 2015", "2011-01-01..2014-12-31"],
    ["in the 1990s", "1990-01-01..1999-12-31"],
    ["in the 90s", "1990-01-01..1999-12-31"],
    ["in the summer of 2019", "2019-06-01..2019-08-31"],
    ["in winter 2019", "2019-12-01..2020-02-29"],
    ["in early 2014", "2014-01-01..2014-04-30"],
    ["in the second half of 2014", "2014-07-01..2014-12-31"],
    ["in Q3 2014", "2014-07-01..2014-09-30"],
    ["at any time", ".."],
  ])("%s", (words, expected) => {
    expect(asked(`Who met the envoy ${words}?`)).toEqual([`${words} = ${expected}`]);
    expect(asked(`${words.toUpperCase()} who met the envoy`)).toEqual([
      `${words.toUpperCase()} = ${expected}`,
    ]);
  });

  it("without its year lies ahead in a question that looks ahead", () => {
    expect(asked("Who will meet the envoy in December?")).toEqual(["in December = 2025-12-01..2025-12-31"]);
    expect(asked("Which talks are planned on Monday?")).toEqual(["on Monday = 2025-06-16..2025-06-16"]);
    expect(asked("Who is expected on 5 May?")).toEqual(["on 5 May = 2026-05-05..2026-05-05"]);
  });

  it("is one of several where they do not follow on each other", () => {
    expect(asked("talks in 2010 and 2015")).toEqual([
      "in 2010 = 2010-01-01..2010-12-31",
      "2015 = 2015-01-01..2015-12-31",
    ]);
  });

  it.each([
    "Who did May meet?",
    "who may march in London",
    "Did they march on Rome?",
    "resolution 2015",
    "latest on Iran",
    "in the same month as the visit",
    "before the summit",
    "40 years of talks with 12 people",
    "",
  ])("is not there: %j", (words) => expect(asked(words)).toEqual([]));

  it("fills a field whole, or is no period", () => {
    expect(readPeriod(" March 2025 ", TODAY)).toEqual({
      kind: "period",
      from: "2025-03-01",
      to: "2025-03-31",
    });
    expect(readPeriod("March 2025 in Rome", TODAY)).toBeNull();
    expect(readPeriod("soon", TODAY)).toBeNull();
    expect(readPeriod("31 June", TODAY)).toEqual({ problem: "no-such-day", word: "31 June" });
  });
});

describe("A period told in words", () => {
  const dates = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
  const terms: fc.Arbitrary<PlainTerm> = fc.oneof(
    fc
      .tuple(days, fc.nat(3_000))
      .map(([from, n]) => ({ kind: "period" as const, from, to: addDays(from, n) })),
    days.map((from) => ({ kind: "period" as const, from, to: null })),
    days.map((to) => ({ kind: "period" as const, from: null, to })),
    fc.constant({ kind: "period" as const, from: null, to: null }),
    dates.map((d) => ({ kind: "period" as const, ...(span(d) as { from: Day; to: Day }) })),
    dates.map((day) => ({ kind: "before" as const, pivot: { day } })),
    dates.map((day) => ({ kind: "after" as const, pivot: { day } })),
  );

  it("reads back as the same period on any day, alone and behind a question", () => {
    fc.assert(
      fc.property(terms, days, (term, today) => {
        const told = tellPeriod(term);
        expect(readPeriod(told, today)).toEqual(term);
        expect(periodsIn(`People who met the envoy, ${told}`, today)).toMatchObject([{ term, text: told }]);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [{ kind: "period", from: "2021-01-01", to: "2021-12-31" }, "1 January to 31 December 2021"],
    [{ kind: "period", from: "2025-03-01", to: "2025-03-31" }, "1 to 31 March 2025"],
    [{ kind: "period", from: "2013-05-08", to: "2013-05-08" }, "8 May 2013"],
    [{ kind: "period", from: "2013-05-08", to: null }, "since 8 May 2013"],
    [{ kind: "before", pivot: { day: "2013-05" } }, "before May 2013"],
  ] as const)("%o is %s", (term, words) => expect(tellPeriod(term)).toBe(words));
});

describe("Any words", () => {
  const word = fc.constantFrom(
    "since",
    "from",
    "to",
    "between",
    "and",
    "2015",
    "2016",
    "May",
    "March",
    "5",
    "31",
    "-",
    ",",
    "last",
    "week",
    "next",
    "months",
    "the",
    "in",
    "ago",
    "two",
    "of",
    "June",
    "Monday",
    "before",
    "until",
    "’s",
    "’",
    "Q3",
    "half",
    "90s",
    "10.10.2019",
    "?",
  );
  it("give times at their places, apart from each other, or a problem, and never break", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 12 }).map((w) => w.join(" ")),
          fc.string({ unit: "grapheme", maxLength: 60 }),
        ),
        days,
        (words, today) => {
          const found = periodsIn(words, today);
          if ("problem" in found) return;
          let end = 0;
          for (const {
            span: [start, stop],
            text,
          } of found) {
            expect(words.slice(start, stop)).toBe(text);
            expect(start).toBeGreaterThanOrEqual(end);
            end = stop;
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
