import { describe, expect, it } from "vitest";
import { periodsIn } from "../../src/engine/question/time/index.ts";

/** What the one time in the words asks, as `from..to` or with its word. */
function asked(words: string): string {
  const found = periodsIn(words, "2025-06-15");
  if ("problem" in found || found.length !== 1) return JSON.stringify(found);
  const term = found[0]?.term;
  return term?.kind === "period"
    ? `${term.from ?? ""}..${term.to ?? ""}`
    : `${term?.kind} ${term?.pivot.day}`;
}

describe("A part of a month", () => {
  it.each([
    ["Who met in early March 2012?", "2012-03-01..2012-03-10"],
    ["Who met in mid-March 2012?", "2012-03-11..2012-03-20"],
    ["Who met in late February 2012?", "2012-02-21..2012-02-29"],
    ["Who met at the beginning of May 2013?", "2013-05-01..2013-05-10"],
    ["Who met by the end of May 2013?", "..2013-05-31"],
    ["Who met in the first half of March 2012?", "2012-03-01..2012-03-15"],
    ["Who met in the second half of March 2012?", "2012-03-16..2012-03-31"],
    ["Who met in the first week of March 2012?", "2012-03-01..2012-03-07"],
    ["Who met in the fifth week of March 2012?", "2012-03-29..2012-03-31"],
    ["Who met in the last week of March 2012?", "2012-03-25..2012-03-31"],
    ["Who met in the last ten days of March 2012?", "2012-03-22..2012-03-31"],
    ["Who met in the first 3 days of 2012?", "2012-01-01..2012-01-03"],
    ["Who met in the final week of 2011?", "2011-12-25..2011-12-31"],
    ["Who met after the first week of March 2012?", "after 2012-03-07"],
    ["Who met in early May?", "2025-05-01..2025-05-10"],
    ["Who met in early 2012?", "2012-01-01..2012-04-30"],
    ["Who met in the last week?", "2025-06-08..2025-06-15"],
  ])("%s", (words, period) => {
    expect(asked(words)).toBe(period);
  });

  it("has no fifth week where the month has four", () => {
    expect(asked("Who met in the fifth week of February 2013?")).toBe("2013-02-01..2013-02-28");
  });
});

describe("Words around a date", () => {
  it.each([
    ["Who met on the day of 10 March 2012?", "2012-03-10..2012-03-10"],
    ["Who met in the years 2008 to 2010?", "2008-01-01..2010-12-31"],
    ["Who met up until May 2013?", "..2013-05-31"],
    ["Who met on 2009/05/07?", "2009-05-07..2009-05-07"],
    ["Who met on 20090507?", "2009-05-07..2009-05-07"],
    ["Who met on the twenty-first of May 2009?", "2009-05-21..2009-05-21"],
    ["Who met in 2009, May?", "2009-05-01..2009-05-31"],
    ["Who met in May '09?", "2009-05-01..2009-05-31"],
    ["Who met in 2009/05?", "2009-05-01..2009-05-31"],
    ["Who met in 2008/09?", "2008-01-01..2009-12-31"],
  ])("%s", (words, period) => {
    expect(asked(words)).toBe(period);
  });
});
