import edtf from "edtf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bounds, type Day, dayFromNumber } from "../../src/model/when.ts";

const day = fc.integer({ min: -300_000, max: 80_000 }).map(dayFromNumber);
const date = fc
  .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom("", "~", "?"))
  .map(([text, length, mark]) => `${text.slice(0, length)}${mark}`);

const first = (milliseconds: number) => dayFromNumber(Math.floor(milliseconds / 86_400_000));

test("a date's bounds are those that the standard's own library gives", () => {
  fc.assert(
    fc.property(date, (text) => {
      const read = edtf(text);
      expect(bounds(text)).toEqual({ start: first(read.min), end: first(read.max) });
    }),
    { numRuns: 500 },
  );
});

test("an interval reaches from the first day of its first date to the last of its last", () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [left, right] = [edtf(a), edtf(b)];
      fc.pre(left.min <= right.max);
      const whole: { start: Day; end: Day } = { start: first(left.min), end: first(right.max) };
      expect(bounds(`${a}/${b}`)).toEqual(whole);
      expect(bounds(`${a}/..`)).toEqual({ start: whole.start, end: null });
      expect(bounds(`../${b}`)).toEqual({ start: null, end: whole.end });
    }),
    { numRuns: 500 },
  );
});
