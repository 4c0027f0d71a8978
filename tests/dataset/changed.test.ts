import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, openOverlay, summarise, type World } from "../../src/dataset/changes/index.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import type { Engine } from "../../src/model/engine.ts";
import type { Event, Participant } from "../../src/model/event.ts";
import type { Query } from "../../src/model/query.ts";
import { at, event, source, when, who } from "../fixtures/build.ts";
import { world } from "../fixtures/world.ts";

const base: World = { dataset: { ...world(), redirects: {} }, review: [] };
const all = Array.from({ length: base.dataset.events.length }, (_, n) => base.dataset.events.at(n)!);

/** People whom neither the dataset nor the gazetteer knows; one is told with a country at one time and without at another. */
const newcomer = (n: number, country?: string): Participant => {
  const name = ["Tuuli Merenkulku", "Otso Kallio", "Police (Kenya)", "Orca Council of Finland"][n]!;
  const kind = n < 2 ? "person" : "organisation";
  return {
    id: `newcomer-${n}`,
    kind,
    name,
    as: n === 0 && country ? "Tuuli M. Merenkulku" : name,
    ...(country !== undefined && { country }),
    part: "attendee",
    resolution: "named",
    inferred: false,
  };
};
const DOCUMENT = {
  id: "D-e5e5e5",
  file: "harbour-news.txt",
  title: "Harbour news",
  publisher: "Harbour Gazette",
  published: "2022-10-01",
  sha256: `e5e5e5${"0".repeat(58)}`,
};

type Deed = Change extends infer One
  ? One extends Change
    ? Omit<One, "id" | "at" | "by" | "where" | "why">
    : never
  : never;

const anyEvent = fc.constantFrom(...all);
const added = fc
  .record({
    id: fc.constantFrom("E-come0001", "E-come0002", "E-come0003"),
    day: fc.constantFrom("2021-05-14", "2022-09", "2019-01-01", "2023-02-28"),
    newcomers: fc.array(fc.tuple(fc.nat(3), fc.constantFrom(undefined, "FI", "KE")), { maxLength: 2 }),
    place: fc.constantFrom("nairobi", "turku", null),
    occasion: fc.constantFrom(null, "Orca Readings"),
    fresh: fc.boolean(),
  })
  .map(({ id, day, newcomers, place, occasion, fresh }): Deed => {
    const facts = event({
      id,
      when: when(day),
      participants: [
        who("mikko-rautala", "attendee"),
        ...newcomers.map(([n, country]) => newcomer(n, country)),
      ],
      places: place === null ? [] : [at(place)],
      occasion,
      sources: [source(fresh ? DOCUMENT.id : "D-a1a1a1", 3)],
    });
    return {
      kind: "add",
      after: { ...facts, summary: summarise(facts) },
      documents: fresh ? [DOCUMENT] : [],
    };
  });
const altered = fc
  .tuple(anyEvent, fc.constantFrom("2020-02-02", "2022"), fc.constantFrom("happened", "planned", "denied"))
  .map(([before, day, status]): Deed => {
    const after: Event = { ...before, when: when(day), status };
    return { kind: "edit", event: before.id, before, after, checksums: {}, documents: [] };
  });
const withdrawn = anyEvent.map(
  (before): Deed => ({ kind: "withdraw", event: before.id, before, checksums: {} }),
);
const named = fc
  .constantFrom("mikko-rautala", "joseph-kiplagat", "newcomer-0", "turku", "country:KE", "country:FI")
  .map((of): Deed => ({ kind: "alias", of, name: of, alias: `Puffin ${of.slice(0, 4)}` }));
const installed = fc.constantFrom("mikko-rautala", "newcomer-1").map(
  (of): Deed => ({
    kind: "office",
    of,
    name: of,
    office: { office: "president", title: "President", of: "CL", from: "2018-01-01", to: null },
  }),
);
const undone = fc.nat(9).map((n): Deed => ({ kind: "undo", undoes: `C-${n}` }));
const changes = fc
  .array(fc.oneof(added, added, altered, withdrawn, named, installed, undone), {
    minLength: 1,
    maxLength: 12,
  })
  .map((deeds) =>
    deeds.map((deed, n): Change => {
      const trace = {
        id: `C-${n}`,
        at: "2023-05-03T10:00:00.000Z",
        by: "P-1",
        where: "discord:1",
        why: "so",
      };
      return { ...trace, ...deed } as Change;
    }),
  );

/** The same world as plain lists, as if it had been built so. */
function plain({ over: _, ...dataset }: Dataset): Dataset {
  return {
    ...dataset,
    events: Array.from({ length: dataset.events.length }, (_, n) => dataset.events.at(n)!),
    entities: new Map(dataset.entities),
    places: new Map(dataset.places),
  };
}

const NAMES = [
  "Mikko Rautala",
  "Merenkulku",
  "Otso Kallio",
  "Kallio",
  "Kenyan police",
  "Finland's Orca Council",
];
const OTHERS = [
  "Puffin mikk",
  "Puffin newc",
  "Puffin",
  "Harbour Gazette",
  "Orca Readings",
  "Merenkulkku",
  "Kalio",
];
const LINES = [
  ...[...NAMES, ...OTHERS].map((name) => `Who met ${name}?`),
  "Who met the president of Chile?",
  "What happened in Puffin turk in 2022?",
  "When did Mikko Rautala first meet Otso Kallio?",
  "How many meetings were there after 2020?",
  "Which meetings were planned?",
];

/** What an engine says to each line, and what it completes. Suggestions are of those who were in most events before. */
const said = (engine: Engine) =>
  new Map(
    LINES.map((line) => {
      const { suggestions: _, ...briefing } = engine.ask(line, { today: "2023-06-01" });
      return [line, JSON.stringify(briefing)];
    }),
  );
const completed = (engine: Engine) =>
  [...NAMES, ...OTHERS, "", "o", "pu"].map((typed) =>
    (["person", "actor", "place", "document"] as const).map((kind) =>
      engine.suggest(kind, typed.slice(0, 7), 10),
    ),
  );

describe("an engine over changed data", () => {
  test("answers, after each of any changes, as one that was built of them", () => {
    fc.assert(
      fc.property(changes, (made) => {
        const overlay = openOverlay(base);
        for (const n of made.keys()) {
          const { dataset } = overlay(made.slice(0, n + 1));
          const engine = openEngine(dataset);
          if (n < made.length - 1) continue;
          const anew = openEngine(plain(dataset));
          expect(said(engine)).toEqual(said(anew));
          expect(completed(engine)).toEqual(completed(anew));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("finds the same as before when further changes are laid over the same data", () => {
    const queries: readonly Query[] = [
      { ask: "events", order: "newest" },
      { ask: "number", of: "people", kinds: ["met"] },
      {
        ask: "people",
        who: [{ entity: "mikko-rautala" }],
        when: { kind: "period", from: "2019-01-01", to: null },
      },
      { ask: "events", where: "nairobi" },
    ];
    const found = (engine: Engine) => queries.map((query) => engine.answer(query, { today: "2023-06-01" }));
    fc.assert(
      fc.property(changes, changes, (some, others) => {
        const overlay = openOverlay(base);
        const engine = openEngine(overlay(some).dataset);
        const before = found(engine);
        openEngine(overlay([...some, ...others.map((one) => ({ ...one, id: `D-${one.id}` }))]).dataset);
        expect(found(engine)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});
