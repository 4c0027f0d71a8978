import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openNames } from "../../src/engine/names/index.ts";
import { readQuestion, tell } from "../../src/engine/question/index.ts";
import { RELATIONS } from "../../src/engine/question/lexicon/index.ts";
import { FLAGS, KIND_NAMES, PARTS, STATUSES } from "../../src/model/kinds.ts";
import type { Asked, Query, TimeTerm, WhoTerm } from "../../src/model/query.ts";
import { type Day, dayFromNumber } from "../../src/model/when.ts";
import { world } from "../fixtures/world.ts";

const names = openNames(world());
const today = "2024-02-29" as Day;
const reread = (query: Query) => readQuestion(tell(query, names), { today }, names);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const subset = <Value>(values: readonly Value[], most: number) =>
  fc.subarray([...values], { minLength: 1, maxLength: most });

const day = fc.integer({ min: -3_000, max: 25_000 }).map(dayFromNumber);
const entity = fc.constantFrom(
  "ines-carvalho",
  "aino-rautala",
  "mikko-rautala",
  "pertti-lind",
  "united-nations",
  "unnamed:chilean-diplomat",
  "country:PT",
  "country:US",
  "country:KE",
);
const office = fc.record({
  office: fc.constantFrom("foreign-minister", "president", "ambassador", "defence-minister"),
  of: fc.constantFrom("PT", "FI", "KE", "US"),
});
const part = fc.constantFrom(...PARTS);
const who: fc.Arbitrary<WhoTerm> = fc
  .tuple(
    fc.oneof(
      entity.map((id) => ({ entity: id })),
      office.map((each) => ({ office: each })),
    ),
    maybe(part),
  )
  .map(([whom, own]) => (own === undefined ? whom : { ...whom, part: own }));
const whom = fc.uniqueArray(who, {
  minLength: 1,
  maxLength: 3,
  selector: ({ entity, office }) => JSON.stringify([entity, office]),
});
const kinds = fc.oneof(
  fc.constantFrom(...RELATIONS.map((relation) => relation.kinds)),
  subset([...KIND_NAMES, "met", "spoke", "cameo:051", "cameo:0841"] as const, 3),
);
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ part: fc.constantFrom(...PARTS) }),
  fc.record({ kind: fc.constantFrom("person", "country", "organisation", "group" as const) }),
  fc.record({
    office: fc.constantFrom("foreign-minister", "president"),
    country: fc.constantFrom("PT", "KE"),
  }),
  fc.record({ part: fc.constantFrom("visitor", "actor" as const), country: fc.constantFrom("FI", "US") }),
);
const plainTime: fc.Arbitrary<TimeTerm> = fc.oneof(
  fc.tuple(day, day).map(([a, b]): TimeTerm => ({ kind: "period", from: a < b ? a : b, to: a < b ? b : a })),
  day.map((from): TimeTerm => ({ kind: "period", from, to: null })),
  day.map((to): TimeTerm => ({ kind: "period", from: null, to })),
  fc
    .tuple(fc.constantFrom("before", "after" as const), day, fc.constantFrom(4, 7, 10))
    .map(([kind, pivot, length]): TimeTerm => ({ kind, pivot: { day: pivot.slice(0, length) } })),
);
const limits = {
  status: maybe(subset(STATUSES, STATUSES.length)),
  flags: maybe(subset(FLAGS, 2)),
  occasion: maybe(fc.constantFrom("Atlantic Forum", "UN General Assembly")),
  topic: maybe(fc.constantFrom("fisheries", "trade", "peace")),
  text: maybe(fc.constantFrom("grain", "30-day halt", "the lake", "Lisbon in 2021")),
  source: maybe(fc.constantFrom("D-a1a1a1", "D-d4d4d4")),
  where: maybe(
    fc.constantFrom("lisbon", "new-york", "geneva", "country:CL", "country:US", "continent:europe"),
  ),
};
const events: fc.Arbitrary<Query> = fc
  .record({
    who: maybe(whom),
    kinds: maybe(kinds),
    order: maybe(fc.constantFrom("first", "last" as const)),
    ...limits,
    when: maybe(plainTime),
  })
  .map((query) => ({ ask: "events" as const, ...query }));
const within = fc.oneof(
  fc.constant({}),
  fc.tuple(day, day).map(([a, b]) => ({ within: { from: a < b ? a : b, to: a < b ? b : a } })),
  day.map((from) => ({ within: { from, to: null } })),
);
const time: fc.Arbitrary<TimeTerm> = fc.oneof(
  { weight: 3, arbitrary: plainTime },
  fc
    .tuple(fc.constantFrom("before", "after" as const), events, within)
    .map(([kind, query, more]) => ({ kind, pivot: { query: tidy(query) }, ...more })),
  fc.tuple(fc.constantFrom("day", "month", "year" as const), events, within).map(
    ([granularity, query, more]): TimeTerm => ({
      kind: "same",
      granularity,
      pivot: { query: tidy(query) },
      ...more,
    }),
  ),
);
const body = { who: maybe(whom), kinds: maybe(kinds), ...limits, when: maybe(time) };
const one = { ...body, order: maybe(fc.constantFrom("first", "last" as const)) };
const queries: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ ...one, asked: maybe(asked) }).map((query) => ({ ask: "people" as const, ...query })),
  fc
    .record({
      ...body,
      since: maybe(day.map((each) => `${each}T00:00:00.000Z`)),
      event: maybe(fc.constantFrom("E-50rgdn27", "E-lisbon-a")),
      order: maybe(fc.constantFrom("first", "last", "newest", "oldest" as const)),
    })
    .map((query) => ({ ask: "events" as const, ...query })),
  fc
    .record({ ...one, by: maybe(fc.constantFrom("day", "month", "year" as const)) })
    .map((query) => ({ ask: "dates" as const, ...query })),
  fc.record(one).map((query) => ({ ask: "places" as const, ...query })),
  fc.record(one).map((query) => ({ ask: "topics" as const, ...query })),
  fc.record(one).map((query) => ({ ask: "whether" as const, ...query })),
  fc.record({ ...one, kinds }).map((query) => ({ ask: "pairs" as const, ...query })),
  fc
    .record({ ...body, of: fc.constantFrom("events", "people", "places", "sources", "days" as const) })
    .map((query) => ({ ask: "number" as const, ...query })),
  who.map(({ part: _part, ...whom }) => ({ ask: "entity" as const, who: [whom] })),
);

/** Without undefined parts, keys in the order in which reading gives them. */
function tidy(query: Query): Query {
  const order =
    "ask of by asked who kinds status flags occasion topic text source event where when since order".split(
      " ",
    );
  const { status, flags } = query;
  const sorted = {
    ...query,
    status: status && STATUSES.filter((each) => status.includes(each)),
    flags: flags && FLAGS.filter((each) => flags.includes(each)),
  };
  return Object.fromEntries(
    order.flatMap((key) => {
      const value = sorted[key as keyof Query];
      return value === undefined ? [] : [[key, value]];
    }),
  ) as unknown as Query;
}

/** True for a query that asks for something in particular; the others no question makes. */
const says = ({ ask, of, by, order, ...rest }: Query) => Object.keys(rest).length > 0;

describe("a query in words", () => {
  test("reads back as the same query", () => {
    fc.assert(
      fc.property(queries.map(tidy).filter(says), (query) => {
        expect(reread(query)).toEqual({ kind: "query", query, ignored: [] });
      }),
      { numRuns: 1_500 },
    );
  });

  test("is told with a capital and its dates in full", () => {
    const reading = readQuestion("who met carvalho in 2021?", { today }, names);
    expect(reading.kind === "query" && tell(reading.query, names)).toBe(
      "People who met Inês Carvalho, 1 January to 31 December 2021",
    );
  });
});
