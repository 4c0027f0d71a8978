import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/engine/index/build.ts";
import { idAt, positionOf } from "../../src/engine/index/ids.ts";
import { scan } from "../../src/engine/scan.ts";
import { openSelect } from "../../src/engine/select/index.ts";
import { CERTAIN, POSSIBLE } from "../../src/engine/select/match.ts";
import type { Event } from "../../src/model/event.ts";
import { FLAGS, KIND_NAMES, PARTS, STATUSES } from "../../src/model/kinds.ts";
import type { KindTerm, Query } from "../../src/model/query.ts";
import { addDays, type Day } from "../../src/model/when.ts";
import { entities, places } from "../fixtures/atlas.ts";
import { at, event, source, when, who, world } from "../fixtures/world.ts";

const entityIds = [...entities.keys()];
const placeIds = [...places.keys()];
const topics = ["security", "fisheries", "grain shortages"];
const occasions = ["Atlantic Forum", "Round Table"];

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2021-01-01", n));
const date = fc.oneof(
  day.map((from) => when(from)),
  fc.tuple(day, fc.integer({ min: 1, max: 30 })).map(([from, n]) => when(`${from}/${addDays(from, n)}`)),
  day.map((to) => when(`../${to}`)),
  day.map((from) => when(`${from}/..`)),
);

const participant = fc
  .tuple(fc.constantFrom(...entityIds), fc.constantFrom(...PARTS))
  .map(([id, part]) => who(id, part));

const randomEvent: fc.Arbitrary<Omit<Event, "id">> = fc
  .record({
    kind: fc.constantFrom(...KIND_NAMES.slice(0, 8)),
    status: fc.constantFrom(...STATUSES),
    flags: fc.uniqueArray(fc.constantFrom(...FLAGS)),
    occasion: fc.constantFrom(null, ...occasions),
    participants: fc.array(participant, { maxLength: 4 }),
    places: fc.array(fc.constantFrom(...placeIds), { maxLength: 2 }).map((ids) => ids.map((id) => at(id))),
    when: date,
    topics: fc.uniqueArray(fc.constantFrom(...topics)),
    coded: fc.boolean(),
    code: fc.constantFrom("040", "042", "0411"),
    document: fc.constantFrom("D-a1a1a1", "D-b2b2b2"),
  })
  .map(({ coded, code, document, ...fields }) => ({
    ...event({ id: "E-", ...fields }),
    ...(coded && { cameo: code }),
    sources: [source(document, 1)],
  }));

const events = fc
  .array(randomEvent, { maxLength: 30 })
  .map((all) => all.map((each, n): Event => ({ ...each, id: `E-random${String(n).padStart(2, "0")}` })));

const term = fc.record(
  { entity: fc.constantFrom(...entityIds), part: fc.constantFrom("any" as const, ...PARTS) },
  { requiredKeys: ["entity"] },
);
const kindTerm: fc.Arbitrary<KindTerm> = fc.constantFrom(
  "met",
  "spoke",
  "cameo:04",
  "cameo:0411",
  ...KIND_NAMES,
);
const period = fc.tuple(fc.option(day), fc.option(day)).map(([a, b]): NonNullable<Query["when"]> => {
  const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
  return { kind: "period", from, to };
});

const conditions = fc.record({
  who: fc.array(term, { maxLength: 2 }),
  kinds: fc.array(kindTerm, { minLength: 1, maxLength: 2 }),
  flags: fc.uniqueArray(fc.constantFrom(...FLAGS)),
  occasion: fc.constantFrom(...occasions),
  topic: fc.constantFrom("security", "grain"),
  text: fc.constantFrom("random", "rautala", "security kenya", "absent words"),
  source: fc.constantFrom("D-a1a1a1", "D-b2b2b2"),
  where: fc.constantFrom(...placeIds),
  when: period,
  event: fc.constantFrom("E-random00", "E-unknown1"),
});
const names = [
  "who",
  "kinds",
  "flags",
  "occasion",
  "topic",
  "text",
  "source",
  "where",
  "when",
  "event",
] as const;

/** At most three conditions at once: with all of them hardly anything would be found. */
const query: fc.Arbitrary<Query> = fc
  .tuple(conditions, fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }))
  .map(([all, kept]) => ({
    ask: "events" as const,
    ...Object.fromEntries(kept.map((name) => [name, all[name]])),
  }));

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
