import { describe, expect, test } from "vitest";
import { type Asked, type Line, latest, linesOf } from "../../src/digests/issue/lines.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Day } from "../../src/model/when.ts";
import { events } from "../fixtures/events.ts";
import { event, when, who, world } from "../fixtures/world.ts";

const leap = event({
  id: "E-leapday1",
  when: when("2020-02-29"),
  participants: [who("ines-carvalho", "host")],
});
const dataset = world([...events, leap]);
const there = { dataset, engine: openEngine(dataset) };

function told(date: Day, more: Partial<Asked>) {
  const asked: Asked = {
    query: { ask: "events" },
    sections: ["new", "upcoming", "anniversaries"],
    changes: [],
    posted: new Map(),
    date,
    until: date,
    horizon: date,
    ...more,
  };
  return linesOf(asked, there).map(brief);
}

const brief = (line: Line) =>
  line.kind === "withdrawn"
    ? `${line.id} ${line.why}`
    : [line.event.id, line.section, line.years].filter((part) => part !== undefined).join(" ");

describe("on a day", () => {
  test("stand the anniversaries of what happened then, the latest year first", () => {
    expect(told("2026-05-12", {})).toEqual(["E-lisbon-a anniversaries 5", "E-lisbon-b anniversaries 5"]);
    expect(told("2026-05-11", {})).toEqual([]);
    expect(told("2026-05-12", { sections: ["new"] })).toEqual([]);
  });

  test("stand those of the days until the next digest too", () => {
    const days = told("2026-05-12", { until: "2026-05-18" });
    expect(days).toEqual([
      "E-lisbon-a anniversaries 5",
      "E-lisbon-b anniversaries 5",
      "E-lind0021 anniversaries 5",
      "E-metonym1 anniversaries 5",
    ]);
  });

  test("stand those of the question alone, within its own time", () => {
    const query = { ask: "events", who: [{ entity: "aino-rautala" }] } as const;
    expect(told("2026-05-12", { query })).toEqual(["E-lisbon-a anniversaries 5"]);
    const when = { kind: "period", from: "2022-01-01", to: "2022-12-31" } as const;
    expect(told("2026-05-12", { query: { ...query, when } })).toEqual([]);
    expect(told("2026-05-12", { query: { ask: "people", asked: { country: "KE" } } })).toEqual([
      "E-lisbon-b anniversaries 5",
    ]);
  });

  test("a leap day is kept on the 28th of February where there is no 29th", () => {
    expect(told("2026-02-28", {})).toEqual(["E-leapday1 anniversaries 6"]);
    expect(told("2028-02-28", {})).toEqual([]);
    expect(told("2028-02-29", {})).toEqual(["E-leapday1 anniversaries 8"]);
  });

  test("stand the planned events of the days ahead, the nearest first", () => {
    expect(told("2023-04-12", { horizon: "2023-04-19" })).toEqual([
      "E-plan-vis upcoming",
      "E-plan0023 upcoming",
    ]);
    expect(told("2023-04-20", { horizon: "2023-04-27" })).toEqual(["E-plan-vis upcoming"]);
    expect(told("2023-04-24", { horizon: "2023-05-01" })).toEqual([]);
  });
});

describe("what is new", () => {
  const change = (event: string, change: "entered" | "corrected" | "withdrawn", why = "new") => ({
    instant: "2026-05-01T00:00:00.000Z",
    event,
    change,
    why,
  });

  test("is told once an event, of the question alone, whatever its status, by day", () => {
    const query = { ask: "events", where: "lisbon" } as const;
    const changes = [
      change("E-visit019", "entered"),
      change("E-lisbon-a", "entered"),
      change("E-lisbon-a", "corrected", "date"),
      change("E-treaty98", "entered"),
    ];
    expect(told("2026-01-02", { query, changes })).toEqual(["E-lisbon-a new", "E-visit019 new"]);
    expect(told("2026-01-02", { changes: [change("E-cancel22", "entered")] })).toEqual(["E-cancel22 new"]);
  });

  test("and planned, or of this very day, is told once", () => {
    const changes = [change("E-plan0023", "entered"), change("E-lisbon-a", "corrected", "place")];
    expect(told("2023-04-18", { changes, horizon: "2023-04-25" })).toEqual([
      "E-plan0023 new",
      "E-lisbon-a new",
      "E-plan-vis upcoming",
    ]);
  });

  test("tells what was withdrawn to those alone who were told of it", () => {
    const changes = [
      change("E-gone0001", "withdrawn", "misread"),
      change("E-gone0002", "withdrawn", "misread"),
    ];
    const posted = new Map([["E-gone0001", "They met."]]);
    expect(told("2026-01-02", { changes, posted })).toEqual(["E-gone0001 misread"]);
  });
});

test("a new digest begins with the newest events of its question", () => {
  const query = { ask: "people", who: [{ entity: "aino-rautala" }], kinds: ["met"] } as const;
  const lines = latest(query, there, 3, "2026-01-01").map(brief);
  expect(lines[0]).toBe("E-trio0022 latest");
  expect(lines).toHaveLength(3);
});
