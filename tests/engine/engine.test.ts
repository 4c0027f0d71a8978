import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openEngine } from "../../src/engine/index.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import { KIND_NAMES, PARTS, STATUSES } from "../../src/model/kinds.ts";
import { ASKS, type Query, type TimeTerm } from "../../src/model/query.ts";
import { gazetteer, world } from "../fixtures/world.ts";
import { said } from "./ask.ts";

const engine = openEngine(world());
const context = { today: "2023-05-01" } as const;
const ask = (words: string) => engine.ask(words, context);

describe("the engine", () => {
  it("heads an answer with the question and how it was understood", () => {
    const briefing = ask("Who met Inês Carvalho in 2021?");
    expect(briefing.question).toBe("Who met Inês Carvalho in 2021?");
    expect(briefing.understood).toBe("People who met Inês Carvalho, 1 January to 31 December 2021");
    expect(said(briefing)).toEqual(["Aino Rautala", "Wanjiru Odhiambo"]);
  });

  it("answers a query that no words asked under its own words", () => {
    const query: Query = { ask: "people", kinds: ["met"], who: [{ entity: "ines-carvalho" }] };
    const { question, understood } = engine.answer(query, context);
    expect(question).toBe(understood);
    expect(engine.answer(query, context, "typed").question).toBe("typed");
  });

  it("offers the people that a surname fits, each with its whole question", () => {
    const briefing = ask("Who met Rautala?");
    expect(briefing.answer).toEqual({
      kind: "which",
      values: [
        { id: "aino-rautala", name: "Aino Rautala" },
        { id: "mikko-rautala", name: "Mikko Rautala" },
      ],
    });
    expect(briefing.notes).toEqual(["Which “Rautala” is meant?"]);
    expect(briefing.suggestions.map((line) => ask(line).query?.who)).toEqual([
      [{ entity: "aino-rautala" }],
      [{ entity: "mikko-rautala" }],
    ]);
  });

  it.each([
    ["an empty question", "", "There is no question in it. “help” shows what can be asked."],
    ["words that mean nothing", "asdf qwer", "Not understood: asdf, qwer."],
    ["an unknown name", "Who met Xanthippe Zorblax?", "“Xanthippe Zorblax” is not known here."],
    ["a day that does not exist", "What happened on 31 June 2021?", "The calendar has no 31 June 2021."],
  ])("says kindly what is unclear about %s, with lines that work", (_, words, note) => {
    const briefing = ask(words);
    expect(briefing.answer).toEqual({ kind: "unclear", values: [] });
    expect(briefing.understood).toMatch(/^Not understood: /);
    expect(briefing.query).toBeNull();
    expect(briefing.notes).toEqual([note]);
    expect(briefing.suggestions.length).toBeGreaterThan(0);
    for (const line of briefing.suggestions) expect(ask(line).query).not.toBeNull();
  });
});

const place = fc.constantFrom(...gazetteer.places.map(({ id }) => id));
const entity = fc.constantFrom(
  ...gazetteer.people.map(({ id }) => id),
  ...gazetteer.countries.map(({ code }) => `country:${code}`),
);
const who = fc.record(
  { entity, part: fc.constantFrom("any" as const, ...PARTS) },
  { requiredKeys: ["entity"] },
);
const time: fc.Arbitrary<TimeTerm> = fc.oneof(
  fc.constantFrom(2018, 2020, 2021, 2022, 2023).map(
    (year): TimeTerm => ({
      kind: "period",
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    }),
  ),
  fc.record({
    kind: fc.constantFrom("before", "after"),
    pivot: fc.oneof(
      fc.constantFrom({ day: "2021-05-12" }, { day: "2022" }, { day: "no day" }),
      entity.map((id) => ({ query: { ask: "events", who: [{ entity: id }] } as Query })),
    ),
  }),
  fc.record({
    kind: fc.constant("same" as const),
    granularity: fc.constantFrom("day", "month", "year"),
    pivot: entity.map((id) => ({ query: { ask: "events", who: [{ entity: id }] } as Query })),
  }),
);
const conditions = fc.record({
  who: fc.array(who, { minLength: 1, maxLength: 2 }),
  kinds: fc.array(fc.constantFrom("met" as const, "spoke" as const, ...KIND_NAMES), {
    minLength: 1,
    maxLength: 2,
  }),
  status: fc.uniqueArray(fc.constantFrom(...STATUSES), { minLength: 1 }),
  asked: fc.record(
    {
      part: fc.constantFrom(...PARTS),
      kind: fc.constantFrom("person", "country", "organisation"),
      office: fc.constantFrom("foreign-minister", "president"),
      country: fc.constantFrom("FI", "KE"),
    },
    { requiredKeys: [] },
  ),
  where: place,
  when: time,
  topic: fc.constantFrom("security", "trade"),
  order: fc.constantFrom("first", "last", "newest", "oldest"),
  by: fc.constantFrom("day", "month", "year"),
  of: fc.constantFrom("events", "people", "places", "sources", "days"),
});
const names = ["who", "kinds", "status", "asked", "where", "when", "topic", "order", "by", "of"] as const;

const query = fc
  .tuple(fc.constantFrom(...ASKS), conditions, fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }))
  .map(
    ([asked, all, kept]): Query => ({
      ask: asked,
      ...Object.fromEntries(kept.map((name) => [name, all[name]])),
    }),
  );

describe("any query", () => {
  it("gets a briefing that shows each event it points to once, and never claims without one", () => {
    fc.assert(
      fc.property(query, (asked) => {
        const briefing = engine.answer(asked, context);
        expect(briefing.understood).not.toBe("");
        const shown = briefing.events.map(({ id }) => id);
        expect(new Set(shown)).toEqual(idsIn(briefing));
        expect(shown.length).toBe(new Set(shown).size);
        for (const value of standing(briefing)) expect(value.count).toBeGreaterThan(0);
        if (briefing.answer.kind === "nothing") expect(briefing.notes.join()).toContain("Nothing recorded");
      }),
      { numRuns: 1000 },
    );
  });

  it("suggests, where nothing answers, only lines that are answered", () => {
    fc.assert(
      fc.property(query, (asked) => {
        for (const line of engine.answer(asked, context).suggestions) {
          const briefing = ask(line);
          expect([line, ["nothing", "unclear", "which"].includes(briefing.answer.kind)]).toEqual([
            line,
            false,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function idsIn({ answer, also, nearest }: Briefing): ReadonlySet<string> {
  const own = answer.kind === "events" ? answer.values.map(({ id }) => id) : [];
  const values = answer.values.flatMap((value) => ("events" in value ? value.events : []));
  return new Set([...own, ...values, ...[...also, ...nearest].flatMap(({ events }) => events)]);
}

/** Values that claim something: all but a count of none, a "not recorded", and a profile without events. */
function standing({ answer }: Briefing): readonly { readonly count: number }[] {
  return answer.values.filter((value): value is typeof value & { count: number } => {
    if (!("count" in value)) return false;
    if ("value" in value) return value.value !== 0 && value.value !== "not recorded";
    return answer.kind !== "entity";
  });
}
