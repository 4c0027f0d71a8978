import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/engine/index/build.ts";
import { idAt, positionOf } from "../../src/engine/index/ids.ts";
import { scan } from "../../src/engine/scan.ts";
import { openSelect } from "../../src/engine/select/index.ts";
import { CERTAIN, POSSIBLE } from "../../src/engine/select/match.ts";
import type { Query } from "../../src/model/query.ts";
import type { Day } from "../../src/model/when.ts";
import { events, query } from "../fixtures/random.ts";
import { event, when, who, world } from "../fixtures/world.ts";

describe("the index", () => {
  it("finds what a plain scan finds, as surely, for any query over any events", () => {
    fc.assert(
      fc.property(events, query, (all, asked) => {
        const dataset = world(all);
        const index = buildIndex(dataset);
        const { positions, matches } = openSelect(dataset, index, () => []).select(asked);
        const found = [...positions].map((position, i) => ({
          id: idAt(index.ids, position),
          certain: matches === null || matches[i] === CERTAIN,
        }));
        expect(found).toEqual(scan(dataset, asked));
      }),
      { numRuns: 1500 },
    );
  });

  it("is the same for events that come in any order", () => {
    const inOrder = world();
    const sorted = Array.from({ length: inOrder.events.length }, (_, i) => inOrder.events.at(i)!);
    const turned = { ...inOrder, events: sorted.toReversed() };
    const ids = ({ events }: typeof inOrder) => {
      const index = buildIndex({ ...inOrder, events });
      return Array.from(index.order, (_, position) => idAt(index.ids, position));
    };
    expect(ids(turned)).toEqual(sorted.map(({ id }) => id));
    expect(ids(inOrder)).toEqual(sorted.map(({ id }) => id));
  });

  it("finds each event by its id and none by an unknown one", () => {
    const { ids, size } = buildIndex(world());
    for (let position = 0; position < size; position++)
      expect(positionOf(ids, idAt(ids, position))).toBe(position);
    expect(positionOf(ids, "E-nothing0")).toBe(-1);
  });

  it("finds an event by an id that it had before", () => {
    const dataset = world();
    const index = buildIndex(dataset);
    const { positions } = openSelect(dataset, index, () => []).select({ ask: "events", event: "E-oldid001" });
    expect([...positions].map((position) => idAt(index.ids, position))).toEqual(["E-secret21"]);
  });
});

describe("an office", () => {
  const holder = { office: "foreign-minister", of: "PT" };
  const found = (more: Partial<Query> = {}) => {
    const dataset = world();
    const index = buildIndex(dataset);
    const { positions } = openSelect(dataset, index, () => []).select({
      ask: "events",
      who: [{ office: holder }],
      ...more,
    });
    return [...positions].map((position) => idAt(index.ids, position));
  };

  it("is whoever held it on the day of the event", () => {
    expect(found({ kinds: ["met"] })).toEqual([
      "E-visit019",
      "E-lisbon-a",
      "E-lisbon-b",
      "E-refuse22",
      "E-trio0022",
      "E-coast023",
      "E-plan0023",
    ]);
  });

  it("is nobody before or after their time in it", () => {
    const day: Day = "2016-05-05";
    const late = event({
      id: "E-toolate0",
      when: when("2022-12-01"),
      participants: [who("ines-carvalho", "actor")],
    });
    const early = event({ id: "E-tooearly", when: when(day), participants: [who("ines-carvalho", "actor")] });
    const dataset = world([late, early]);
    const index = buildIndex(dataset);
    const { positions } = openSelect(dataset, index, () => []).select({
      ask: "events",
      who: [{ office: holder }],
    });
    expect(positions.length).toBe(0);
  });

  it("is only possibly held after the day that the table of office holders is known to", () => {
    const late = event({
      id: "E-horizon0",
      when: when("2023-01-01"),
      participants: [who("duarte-mello", "actor")],
    });
    const dataset = world([late]);
    const known = { ...dataset, gazetteer: { ...dataset.gazetteer, knownTo: "2022-12-31" as const } };
    const found = openSelect(known, buildIndex(known), () => []).select({
      ask: "events",
      who: [{ office: holder }],
    });
    expect([...(found.matches ?? [])]).toEqual([POSSIBLE]);
  });
});
