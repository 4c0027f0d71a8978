import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  bounds,
  type Day,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  isDay,
  span,
  toDay,
  weekday,
  within,
} from "../../src/model/when.ts";

const numbers = fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") });
const days = numbers.map(dayFromNumber);
const offsets = fc.integer({ min: -40_000, max: 40_000 });
const inner = fc.integer({ min: dayNumber("1000-01-01"), max: dayNumber("9000-01-01") }).map(dayFromNumber);

describe("A day", () => {
  it("is counted and written back unchanged, over ten thousand years", () => {
    fc.assert(fc.property(numbers, (n) => dayNumber(dayFromNumber(n)) === n));
    fc.assert(fc.property(days, isDay));
  });

  it("sorts as text as it does in time", () => {
    fc.assert(fc.property(numbers, numbers, (a, b) => dayFromNumber(a) < dayFromNumber(b) === a < b));
  });

  it("is as many days later as asked for, and back again", () => {
    fc.assert(
      fc.property(inner, offsets, (day, n) => {
        expect(dayNumber(addDays(day, n)) - dayNumber(day)).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });

  it("ends with the years that four digits can write", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
  });

  it("has a weekday that comes again every seven days", () => {
    fc.assert(
      fc.property(inner, offsets, (day, n) => {
        expect(weekday(addDays(day, 7 * n))).toBe(weekday(day));
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
      }),
    );
  });

  it.each([
    ["1970-01-01", 4],
    ["2000-02-29", 2],
    ["2025-04-19", 6],
    ["1945-05-08", 2],
    ["0001-01-01", 1],
  ] as const)("%s is weekday %i", (day, n) => expect(weekday(day)).toBe(n));

  it("exists only where the calendar has it", () => {
    expect(toDay(2023, 2, 29)).toBeNull();
    expect(toDay(2024, 2, 29)).toBe("2024-02-29");
    expect(toDay(1900, 2, 29)).toBeNull();
    expect(toDay(2000, 2, 29)).toBe("2000-02-29");
    expect(toDay(2021, 6, 31)).toBeNull();
    expect(toDay(2021, 13, 1)).toBeNull();
    expect(toDay(2021, 0, 1)).toBeNull();
    expect(toDay(2021, 1, 0)).toBeNull();
    expect(toDay(2021.5, 1, 1)).toBeNull();
    expect(toDay(2021, 1.5, 1)).toBeNull();
    expect(toDay(Number.NaN, 1, 1)).toBeNull();
    for (const text of ["2021-6-1", "2021-06-31", "21-06-01", "2021-06-01 ", "", "0000-01-01"]) {
      expect(isDay(text), text).toBe(false);
    }
  });

  it("is one of the days of its month, which are as many as lie to the first of the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const first = toDay(year, month, 1) as Day;
        const next = (month === 12 ? toDay(year + 1, 1, 1) : toDay(year, month + 1, 1)) as Day;
        expect(dayNumber(next) - dayNumber(first)).toBe(daysInMonth(year, month));
        expect(span(first.slice(0, 7))).toEqual({ from: first, to: addDays(next, -1) });
      }),
    );
  });
});

describe("The bounds of an EDTF expression", () => {
  it.each([
    ["2025-04-23", "2025-04-23", "2025-04-23"],
    ["2016-10", "2016-10-01", "2016-10-31"],
    ["2016-02", "2016-02-01", "2016-02-29"],
    ["2015~", "2015-01-01", "2015-12-31"],
    ["2022-03~/2023-09", "2022-03-01", "2023-09-30"],
    ["../2019-06-11", null, "2019-06-11"],
    ["2019-06-11/..", "2019-06-11", null],
    ["2014/2015", "2014-01-01", "2015-12-31"],
    ["2014?/2014-02-21%", "2014-01-01", "2014-02-21"],
  ])("of %s are %s and %s", (edtf, start, end) => expect(bounds(edtf)).toEqual({ start, end }));

  it.each([
    "",
    "..",
    "../..",
    "2019-02-30",
    "2019-13",
    "2020/2019",
    "2019/2020/2021",
    "19",
    "2019-6",
    "2019/",
    "/2019",
    "2019-06-11~~",
    "may 2019",
  ])("are none for %j", (edtf) => expect(bounds(edtf)).toBeNull());

  it("hold each day of the interval and no other", () => {
    fc.assert(
      fc.property(inner, fc.nat(4_000), offsets, (start, length, n) => {
        const end = addDays(start, length);
        expect(bounds(`${start}/${end}`)).toEqual({ start, end });
        const day = dayFromNumber(Math.min(Math.max(dayNumber(start) + n, -700_000), 2_900_000));
        const inside = day >= start && day <= end;
        expect(within({ start: day, end: day }, { from: start, to: end })).toBe(inside ? "certain" : null);
      }),
    );
  });
});

describe("An interval lies in a period", () => {
  const edge = fc.option(
    fc.integer({ min: 0, max: 60 }).map((n) => addDays("2020-01-01", n)),
    { nil: null },
  );

  it("certainly, possibly or not, as counting its days one by one says", () => {
    const all = Array.from({ length: 141 }, (_, i) => addDays("2020-01-01", i - 40));
    fc.assert(
      fc.property(edge, edge, edge, edge, (start, end, from, to) => {
        fc.pre(
          (start === null || end === null || start <= end) && (from === null || to === null || from <= to),
        );
        const event = all.filter((d) => (start === null || d >= start) && (end === null || d <= end));
        const asked = all.filter((d) => (from === null || d >= from) && (to === null || d <= to));
        const common = event.filter((d) => asked.includes(d)).length;
        const expected = common === 0 ? null : common === event.length ? "certain" : "possible";
        expect(within({ start, end }, { from, to })).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
