import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVERY, isDue, type Schedule, type TimeOfDay } from "../../src/digests/schedule.ts";
import { lastSlot, nextSlots, slotsBetween } from "../../src/digests/slots.ts";
import { isZone, localDate } from "../../src/digests/zones.ts";
import { addDays, type Day } from "../../src/model/when.ts";

const ZONES = [
  "America/New_York",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Kyiv",
  "Australia/Sydney",
  "Asia/Kathmandu",
];
const TIMES: readonly TimeOfDay[] = ["00:30", "01:30", "02:30", "03:30", "09:00"];
const SCHEDULES: readonly Pick<Schedule, "every" | "on">[] = [
  { every: "day" },
  { every: "week", on: 7 },
  { every: "month", on: 31 },
];
const SEASONS = { spring: ["2026-02-20", "2026-04-20"], autumn: ["2026-09-15", "2026-11-15"] } as const;

const days = (from: Day, to: Day): Day[] => (from > to ? [] : [from, ...days(addDays(from, 1), to)]);
const midnight = (day: string) => `${day}T00:00:00.000Z`;

describe("slots", () => {
  for (const zone of ZONES)
    for (const [season, [from, to]] of Object.entries(SEASONS))
      it(`are one for each due date in ${zone} over the ${season}`, () => {
        for (const time of TIMES)
          for (const rule of SCHEDULES) {
            const schedule = { ...rule, time, zone };
            const slots = slotsBetween(schedule, midnight(from), midnight(to));
            const due = days(addDays(from, 1), addDays(to as Day, -1)).filter((day) => isDue(schedule, day));
            const inside = slots.map((slot) => slot.date).filter((day) => day > from && day < to);
            expect(inside).toEqual(due);
            expect(new Set(slots.map((slot) => slot.key)).size).toBe(slots.length);
            expect([...slots].sort((a, b) => (a.at < b.at ? -1 : 1))).toEqual(slots);
          }
      });

  it("inside a skipped hour move to the first minute after it", () => {
    const schedule: Schedule = { every: "day", time: "02:30", zone: "Europe/Berlin" };
    expect(slotsBetween(schedule, "2026-03-28T12:00:00.000Z", "2026-03-29T12:00:00.000Z")).toEqual([
      {
        key: "2026-03-29T02:30[Europe/Berlin]",
        date: "2026-03-29",
        at: "2026-03-29T01:00:00.000Z",
        clock: "skipped",
      },
    ]);
  });

  it("inside a repeated hour are its first occurrence", () => {
    const schedule: Schedule = { every: "day", time: "01:30", zone: "America/New_York" };
    expect(slotsBetween(schedule, "2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z")).toEqual([
      {
        key: "2026-11-01T01:30[America/New_York]",
        date: "2026-11-01",
        at: "2026-11-01T05:30:00.000Z",
        clock: "repeated",
      },
    ]);
  });

  it("leave out a local date that a zone never had", () => {
    const schedule: Schedule = { every: "day", time: "09:00", zone: "Pacific/Apia" };
    const slots = slotsBetween(schedule, "2011-12-28T00:00:00.000Z", "2012-01-01T12:00:00.000Z");
    expect(slots.map((slot) => slot.date)).toEqual(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"]);
  });

  it("fall on the last day of a month that has no 31st", () => {
    const schedule: Schedule = { every: "month", on: 31, time: "09:00", zone: "UTC" };
    expect(nextSlots(schedule, "2027-01-31T09:00:00.000Z", 3).map((slot) => slot.date)).toEqual([
      "2027-02-28",
      "2027-03-31",
      "2027-04-30",
    ]);
  });

  it("have a last one before them, however rare they are", () => {
    const schedule: Schedule = { every: "month", on: 31, time: "09:00", zone: "UTC" };
    const lastDate = (now: string) => lastSlot(schedule, now)?.date;
    expect(lastDate("2027-03-31T08:59:00.000Z")).toBe("2027-02-28");
    expect(lastDate("2027-03-31T09:00:00.000Z")).toBe("2027-03-31");
  });

  it("are the same however a span of time is cut into pieces", () => {
    const instant = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES, "Pacific/Apia", "America/Sao_Paulo", "Asia/Beirut", "UTC"),
        fc.constantFrom(...EVERY),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1439 }),
        instant,
        fc.array(fc.integer({ min: 1, max: 90 * 86_400_000 }), { minLength: 1, maxLength: 6 }),
        (zone, every, on, minutes, start, steps) => {
          const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
          const schedule: Schedule = { every, on, time: time as TimeOfDay, zone };
          let end = start;
          const cuts = [start, ...steps.map((step) => (end += step))];
          const iso = (at: number) => new Date(at).toISOString();
          const pieces = cuts.slice(1).flatMap((cut, at) => slotsBetween(schedule, iso(cuts[at]!), iso(cut)));
          expect(pieces).toEqual(slotsBetween(schedule, iso(start), iso(cuts.at(-1)!)));
          for (const slot of pieces) expect(isDue(schedule, slot.date)).toBe(true);
          for (const slot of pieces)
            if (slot.clock !== "skipped") expect(localDate(zone, Date.parse(slot.at))).toBe(slot.date);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("zones", () => {
  it("are taken by their full names, in the person's own spelling", () => {
    expect(["Europe/Kyiv", "Europe/Kiev", "UTC", "America/Argentina/Buenos_Aires"].every(isZone)).toBe(true);
    expect(["EST", "CET", "Kyiv", "Mars/Olympus", "", "Europe/", "../etc"].some(isZone)).toBe(false);
  });
});
