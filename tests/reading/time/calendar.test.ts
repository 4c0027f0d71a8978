import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MONTHS, WEEKDAYS } from "../../../src/model/calendar.ts";
import { addDays, type Day, dayNumber, weekday } from "../../../src/model/when.ts";
import { parseDate } from "../../../src/reading/time/index.ts";
import { days, known, read, tellingDays, tenses, values } from "./support.ts";

const parts = (day: Day) => {
  const [y, m, d] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))];
  const month = MONTHS[m - 1] as string;
  return {
    y,
    m,
    d,
    month,
    short: month === "May" ? "May" : `${month.slice(0, 3)}.`,
    name: WEEKDAYS[weekday(day) - 1] as string,
  };
};
const ordinal = (d: number) =>
  `${d}${d % 10 === 1 && d !== 11 ? "st" : d % 10 === 2 && d !== 12 ? "nd" : d % 10 === 3 && d !== 13 ? "rd" : "th"}`;

type Writer = (day: Day) => string;
const WRITERS: Readonly<Record<string, Writer>> = {
  "June 11, 2019": (day) => `${parts(day).month} ${parts(day).d}, ${parts(day).y}`,
  "June 11 2019": (day) => `${parts(day).month} ${parts(day).d} ${parts(day).y}`,
  "11 June 2019": (day) => `${parts(day).d} ${parts(day).month} ${parts(day).y}`,
  "11 June, 2019": (day) => `${parts(day).d} ${parts(day).month}, ${parts(day).y}`,
  "11 JUNE 2019": (day) => `${parts(day).d} ${parts(day).month.toUpperCase()} ${parts(day).y}`,
  "the 11th of June 2019": (day) => `the ${ordinal(parts(day).d)} of ${parts(day).month} ${parts(day).y}`,
  "June 11th, 2019": (day) => `${parts(day).month} ${ordinal(parts(day).d)}, ${parts(day).y}`,
  "Jun. 11, 2019": (day) => `${parts(day).short} ${parts(day).d}, ${parts(day).y}`,
  "11-Jun-2019": (day) => `${parts(day).d}-${parts(day).month.slice(0, 3)}-${parts(day).y}`,
  "Tuesday, June 11, 2019": (day) =>
    `${parts(day).name}, ${parts(day).month} ${parts(day).d}, ${parts(day).y}`,
  "Tuesday 11 June 2019": (day) => `${parts(day).name} ${parts(day).d} ${parts(day).month} ${parts(day).y}`,
  "11.06.2019": (day) => `${day.slice(8)}.${day.slice(5, 7)}.${parts(day).y}`,
  "11.6.2019": (day) => `${parts(day).d}.${parts(day).m}.${parts(day).y}`,
  "2019-06-11": (day) => day,
  "2019-06-9": (day) => `${day.slice(0, 8)}${parts(day).d}`,
  "2019/06/11": (day) => day.replaceAll("-", "/"),
  "June\n11,\n2019": (day) => `${parts(day).month}\n${parts(day).d},\n${parts(day).y}`,
};
const writers = fc.constantFrom(...Object.entries(WRITERS));
const lead = fc.constantFrom(
  "",
  "They met on ",
  "Geneva, ",
  "(",
  "“",
  "It was 18:40 on ",
  "Resolution 2202 of ",
);
const tail = fc.constantFrom(
  "",
  ".",
  ", he said",
  ")",
  "” and left",
  ": the text",
  "; 30 people came",
  "’s agreement",
);

describe("A day written with its year", () => {
  it("is that day in every usual form, at exactly its place, whenever it was told", () => {
    fc.assert(
      fc.property(
        days,
        writers,
        lead,
        tail,
        tellingDays,
        tenses,
        fc.nat(9_999),
        (day, [, write], before, after, told, tense, base) => {
          const text = write(day);
          const [mention, ...more] = read(`${before}${text}${after}`, told, tense);
          expect(more).toEqual([]);
          expect(mention).toMatchObject({
            text,
            span: [before.length, before.length + text.length],
            when: { edtf: day, start: day, end: day, precision: "day", derivation: "stated" },
          });
          expect(parseDate(`${before}${text}${after}`, base)).toEqual({
            day,
            span: [base + before.length, base + before.length + text.length],
          });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("gives no single day where day and month could change places", () => {
    fc.assert(
      fc.property(days, tellingDays, (day, told) => {
        const { y, m, d } = parts(day);
        const [mention] = read(`signed ${d}/${m}/${y} in`, told);
        expect(mention?.when.precision).toBe(d <= 12 && d !== m ? "range" : "day");
        expect(mention?.when.start && mention.when.start <= day).toBe(true);
        expect(mention?.when.end && mention.when.end >= day).toBe(true);
      }),
    );
  });

  it("is no day where the calendar has none", () => {
    for (const text of [
      "on 31 June 2019",
      "on 30.02.2020",
      "on February 29, 2019",
      "on 2019-13-01",
      "on 32 May 2019",
    ]) {
      expect(
        read(text, "2019-07-01").filter((m) => m.when.precision === "day"),
        text,
      ).toEqual([]);
    }
  });

  it("says so when its weekday is another", () => {
    const [mention] = read("on Monday, June 11, 2019", "2019-10-01");
    expect(mention?.when).toMatchObject({
      edtf: "2019-06-11",
      evidence: expect.stringContaining("it was no Monday"),
    });
  });
});

describe("A day written without its year", () => {
  const write = (day: Day) => `on ${parts(day).d} ${parts(day).month}`;

  it("is the latest one in the past tense, the coming one in the future tense, wherever it is not within a month", () => {
    fc.assert(
      fc.property(tellingDays, fc.integer({ min: 0, max: 333 }), (told, n) => {
        const [before, after] = [addDays(told, -n), addDays(told, n)];
        fc.pre(!before.endsWith("02-29") && !after.endsWith("02-29"));
        expect(read(write(before), told, "past")[0]?.when).toMatchObject({
          edtf: before,
          derivation: "relative",
        });
        expect(read(write(after), told, "future")[0]?.when.edtf).toBe(after);
      }),
    );
  });

  it("is the near one in any tense when the other is eleven months away", () => {
    fc.assert(
      fc.property(tellingDays, fc.integer({ min: -29, max: 29 }), tenses, (told, n, tense) => {
        const day = addDays(told, n);
        fc.pre(!day.endsWith("02-29"));
        expect(read(write(day), told, tense)[0]?.when.edtf).toBe(day);
      }),
    );
  });

  it("is in the year that its weekday fits", () => {
    fc.assert(
      fc.property(tellingDays, fc.integer({ min: -800, max: 800 }), (told, n) => {
        const day = addDays(told, n);
        fc.pre(!day.endsWith("02-29"));
        const [mention] = read(`on ${parts(day).name}, ${parts(day).month} ${parts(day).d} they met`, told);
        const read_ = mention?.when.start as Day;
        expect(weekday(read_)).toBe(weekday(day));
        expect(read_.slice(5)).toBe(day.slice(5));
        expect(Math.abs(dayNumber(read_) - dayNumber(told))).toBeLessThanOrEqual(Math.abs(n));
      }),
    );
  });

  it("waits for a year that has a 29 February", () => {
    expect(values("on 29 February", "2022-05-01")).toEqual(["29 February = 2020-02-29"]);
    expect(values("on 29 February", "2022-05-01", "future")).toEqual(["29 February = 2024-02-29"]);
  });
});

describe("Months, years and parts of them", () => {
  it.each([
    ["agreed in October 2016 in Rome", ["October 2016 = 2016-10"]],
    ["in Sept. 2016", ["Sept. 2016 = 2016-09"]],
    ["the March 2018 talks", ["March 2018 = 2018-03"]],
    ["twice – in 2015 and 2016.", ["2015 = 2015", "2016 = 2016"]],
    ["elections back in 2012", ["2012 = 2012"]],
    ["the 2014 protests", ["2014 = 2014"]],
    ["in early 2014", ["early 2014 = 2014-01/2014-04~"]],
    ["in mid-2014", ["mid-2014 = 2014-05~/2014-08~"]],
    ["at the end of 2014", ["the end of 2014 = 2014-11~/2014-12"]],
    ["in late May 2018", ["late May 2018 = 2018-05-21~/2018-05-31"]],
    ["in mid-July", ["mid-July = 2018-07-11~/2018-07-20~"]],
    ["in May by the envoy", ["May = 2019-05"]],
    ["in August", ["August = 2018-08"]],
    ["Last October, they", ["Last October = 2018-10"]],
    ["This July, they", ["This July = 2019-07"]],
    ["next March", ["next March = 2020-03"]],
    ["in June last year", ["June last year = 2018-06"]],
    ["on 5 May last year", ["5 May last year = 2018-05-05"]],
    ["in March and April 2018", ["March = 2018-03", "April 2018 = 2018-04"]],
    ["in November and January 2018", ["November = 2017-11", "January 2018 = 2018-01"]],
    ["in the 1990s", ["the 1990s = 1990/1999"]],
    ["in the early 1990s", ["the early 1990s = 1990~/1993~"]],
    ["in the summer of 2018", ["the summer of 2018 = 2018-06~/2018-08~"]],
    ["last winter", ["last winter = 2018-12~/2019-02~"]],
    ["in the winter of 2017", ["the winter of 2017 = 2016-12~/2018-02~"]],
    ["in the first half of 2017", ["the first half of 2017 = 2017-01/2017-06"]],
    ["in the third quarter of last year", ["the third quarter of last year = 2018-07/2018-09"]],
  ])("%s", (text, expected) => expect(values(text, "2019-06-11")).toEqual(expected));

  it("take the coming month for what is ahead", () => {
    expect(values("elections in July", "2019-06-11", "future")).toEqual(["July = 2019-07"]);
    expect(values("elections in July", "2019-06-11")).toEqual(["July = 2019-07"]);
    expect(values("will recall the speech in May", "2019-06-11", "future")).toEqual(["May = 2019-05"]);
    expect(values("spoke of the forthcoming vote in December", "2019-06-11")).toEqual(["December = 2019-12"]);
  });
});

describe("Ranges", () => {
  it.each([
    ["a trip on March 21-22.", ["March 21-22 = 2016-03-21/2016-03-22"]],
    ["a trip on March 21–22, 2015", ["March 21–22, 2015 = 2015-03-21/2015-03-22"]],
    ["on 21-22 March 2015", ["21-22 March 2015 = 2015-03-21/2015-03-22"]],
    ["between 3 and 5 May 2015", ["between 3 and 5 May 2015 = 2015-05-03/2015-05-05"]],
    ["from 3 to 5 May", ["from 3 to 5 May = 2015-05-03/2015-05-05"]],
    ["on May 5 and 6", ["May 5 and 6 = 2015-05-05/2015-05-06"]],
    ["on 5 and 19 May 2014", ["19 May 2014 = 2014-05-19"]],
    ["from 28 March to 2 April 2015", ["from 28 March to 2 April 2015 = 2015-03-28/2015-04-02"]],
    ["December 30 – January 2", ["December 30 – January 2 = 2015-12-30/2016-01-02"]],
    ["between March 2014 and June 2015", ["between March 2014 and June 2015 = 2014-03/2015-06"]],
    ["from Friday to Sunday", ["from Friday to Sunday = 2016-02-26/2016-02-28"]],
    ["in 2014–15", ["2014–15 = 2014/2015"]],
    ["in 2014-2015", ["2014-2015 = 2014/2015"]],
    ["from 2010 to 2014", ["from 2010 to 2014 = 2010/2014"]],
    ["in May–July 2014", ["May–July 2014 = 2014-05/2014-07"]],
  ])("%s", (text, expected) => expect(values(text, "2016-03-04")).toEqual(expected));

  it("that run backwards are no time", () => {
    expect(values("from 2016 to 2014", "2019-01-01")).toEqual([]);
  });
});

describe("What is no date", () => {
  it.each([
    "a 30-day halt",
    "18 months of talks",
    "within 24 hours of it",
    "Resolution 2202 and resolution 2015",
    "resolutions 1929, 1973 and 2015 of the Council",
    "№ 2014 of the register",
    "Track 1.5 diplomacy",
    "1.5 million people",
    "at 18:40 and 20.45",
    "he may march second",
    "a May government",
    "Theresa May met April Glaspie and August Hanning",
    "about 2000 troops and $2015 million",
    "the 90th birthday and the 74th session",
    "March on the capital",
    "Mark Sun and Jan Kubis",
    "a sentence of seven years",
    "Agenda 2030",
    "version 2.2019.1 of it",
    "phone +44 (0) 203 668 7474",
  ])("%s", (text) => expect(read(text, known("2019-06-11"))).toEqual([]));
});
