import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOver } from "../../src/dataset/laid.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import type { Event } from "../../src/model/event.ts";
import type { Query } from "../../src/model/query.ts";
import { events, query } from "../fixtures/random.ts";
import { event, when, who, world } from "../fixtures/world.ts";

/** What people do to a dataset: some events go, some are told otherwise, some are new. */
const changes = fc.record({
  gone: fc.array(fc.nat(29), { maxLength: 6 }),
  edited: fc.array(fc.nat(29), { maxLength: 6 }),
  come: events.map((all) =>
    all.slice(0, 5).map((each): Event => ({ ...each, id: each.id.replace("random", "come") })),
  ),
  fresh: events,
});
type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never;

/** The changed events laid over the others, and the same events as a list of their own. */
function changed(all: readonly Event[], { gone, edited, come, fresh }: Changes) {
  const base = world(all);
  const inOrder = [...Array.from({ length: all.length }, (_, i) => base.events.at(i)!)];
  const leave = new Set(gone.flatMap((n) => inOrder[n]?.id ?? []));
  const instead = new Map(
    edited.flatMap((n, i): [string, Event][] => {
      const old = inOrder[n];
      const other = fresh[i];
      return old && other && !leave.has(old.id) ? [[old.id, { ...other, id: old.id }]] : [];
    }),
  );
  const taken = inOrder.filter(({ id }) => leave.has(id) || instead.has(id));
  const put = [...instead.values(), ...come];
  const plain = world([...inOrder.filter((each) => !taken.includes(each)), ...put]);
  const laid: Dataset = { ...plain, events: layOver(base.events, taken, put) };
  return { plain, laid };
}

const listed = ({ events }: Dataset) => Array.from({ length: events.length }, (_, i) => events.at(i)?.id);

const ask: fc.Arbitrary<Partial<Query>> = fc.record(
  {
    ask: fc.constantFrom("events", "people", "pairs", "dates", "places", "topics", "number", "whether"),
    order: fc.constantFrom("first", "last", "newest", "oldest"),
  },
  { requiredKeys: ["ask"] },
);

describe("people's changes laid over a dataset", () => {
  it("stand in the order of dates, each event once", () => {
    fc.assert(
      fc.property(events, changes, (all, made) => {
        const { plain, laid } = changed(all, made);
        expect(listed(laid)).toEqual(listed(plain));
        expect(laid.events.at(-1)).toBeUndefined();
        expect(laid.events.at(laid.events.length)).toBeUndefined();
      }),
    );
  });

  it("are answered as if the dataset had been built with them", () => {
    fc.assert(
      fc.property(events, changes, query, ask, (all, made, conditions, asked) => {
        const { plain, laid } = changed(all, made);
        const answer = (dataset: Dataset) =>
          openEngine(dataset).answer({ ...conditions, ...asked } as Query, { today: "2022-01-01" });
        expect(answer(laid)).toEqual(answer(plain));
      }),
      { numRuns: 150 },
    );
  });

  it("find the event of another question where that event was changed", () => {
    const base = world();
    const meeting = (id: string, day: string) =>
      event({
        id,
        kind: "meeting",
        participants: [who("mikko-rautala", "attendee"), who("pertti-lind", "attendee")],
        when: when(day),
      });
    const laid = { ...base, events: layOver(base.events, [], [meeting("E-added001", "2024-02-01")]) };
    const pivot: Query = {
      ask: "events",
      who: [{ entity: "mikko-rautala" }, { entity: "pertti-lind" }],
      order: "last",
    };
    const later = openEngine(laid).answer(
      {
        ask: "events",
        who: [{ entity: "mikko-rautala" }],
        when: { kind: "before", pivot: { query: pivot } },
      },
      { today: "2024-06-01" },
    );
    expect(later.also).toContainEqual({ why: "compared with", events: ["E-added001"] });
  });

  it("leave an engine that was opened before them as it was", () => {
    const base = world();
    const asked: Query = { ask: "number", of: "events" };
    const count = (dataset: Dataset) => openEngine(dataset).answer(asked, { today: "2024-06-01" });
    const first = { ...base, events: layOver(base.events, [base.events.at(0)!], []) };
    const engine = openEngine(first);
    const before = engine.answer(asked, { today: "2024-06-01" });
    const more = Array.from({ length: 40 }, (_, n) =>
      event({ id: `E-more${String(n).padStart(4, "0")}`, when: when("2024-01-01"), participants: [] }),
    );
    expect(count({ ...base, events: layOver(base.events, [], more) })).not.toEqual(before);
    expect(engine.answer(asked, { today: "2024-06-01" })).toEqual(before);
  });

  it("say which event they do not find", () => {
    const base = world();
    const unknown = { ...base.events.at(0)!, id: "E-unknown1" };
    expect(() => layOver(base.events, [unknown], [])).toThrow(/E-unknown1/);
  });
});
