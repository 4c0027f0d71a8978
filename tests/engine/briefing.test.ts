import { describe, expect, it } from "vitest";
import type { Query } from "../../src/model/query.ts";
import { event, source, when, who, world } from "../fixtures/world.ts";
import { ask, asking, said } from "./ask.ts";

const met: Query = { ask: "people", kinds: ["met"], who: [{ entity: "aino-rautala" }] };

describe("a briefing", () => {
  it("names who answers, on which events, with every source, and what is inferred", () => {
    const query: Query = {
      ask: "people",
      kinds: ["met"],
      who: [{ entity: "ines-carvalho" }],
      when: { kind: "period", from: "2021-01-01", to: "2021-12-31" },
      where: "country:PT",
    };
    const briefing = ask(query);
    const event = (id: string) => expect.objectContaining({ id, status: "happened", certainty: "certain" });
    expect(briefing).toEqual({
      question: JSON.stringify(query),
      understood: JSON.stringify(query),
      query,
      answer: {
        kind: "people",
        values: [
          {
            id: "aino-rautala",
            name: "Aino Rautala",
            certainty: "certain",
            inferred: false,
            events: ["E-lisbon-a"],
            count: 1,
          },
          {
            id: "wanjiru-odhiambo",
            name: "Wanjiru Odhiambo",
            certainty: "certain",
            inferred: false,
            events: ["E-lisbon-b"],
            count: 1,
          },
        ],
      },
      events: [event("E-lisbon-a"), event("E-lisbon-b")],
      also: [],
      notes: ["The date 2021-05-12 is inferred: from the date of the report."],
      coverage: { documents: 4, from: "1998-01-01", to: "2023-04-23", matchingDocuments: 1 },
      nearest: [],
      suggestions: [],
    });
    expect(briefing.events[0]?.sources).toEqual([
      {
        document: "D-a1a1a1",
        title: "Quiet contacts between Lisbon and Nairobi",
        publisher: "Lisbon Courier",
        published: "2021-05-14",
        paragraph: 2,
        span: [200, 280],
        origin: "D-a1a1a1",
        quote: "The sea does not divide us.",
      },
    ]);
  });

  it("says that nothing is recorded, what lies near, and lines to ask instead", () => {
    const briefing = ask({ ...met, where: "geneva" });
    expect(briefing.answer).toEqual({ kind: "nothing", values: [] });
    expect(briefing.notes).toEqual(["Nothing recorded. That is not proof that it did not happen."]);
    expect(briefing.nearest).toEqual([
      { why: "in another place", events: ["E-trio0022", "E-lisbon-a", "E-undated0"] },
    ]);
    expect(briefing.suggestions).toEqual([JSON.stringify(met)]);
    expect(briefing.events.map(({ id }) => id)).toEqual(["E-trio0022", "E-lisbon-a", "E-undated0"]);
    expect(briefing.coverage.matchingDocuments).toBe(0);
  });

  it("finds the nearest in time when the time is what does not fit", () => {
    const { nearest } = ask({ ...met, when: { kind: "period", from: "2022-05-01", to: "2022-05-31" } });
    expect(nearest).toEqual([{ why: "nearest in time", events: ["E-trio0022", "E-lisbon-a", "E-undated0"] }]);
  });

  it("suggests only what has an answer", () => {
    const nobody = ask({ ask: "people", kinds: ["met"], who: [{ entity: "heikki-salo" }], where: "geneva" });
    expect(nobody.answer.kind).toBe("nothing");
    expect(nobody.nearest).toEqual([]);
    expect(nobody.suggestions).toEqual([]);
  });

  it("shows every event that it points to, once, and at most 50", () => {
    const many = Array.from({ length: 70 }, (_, n) =>
      event({
        id: `E-many00${String(n).padStart(2, "0")}`,
        when: when("2022-01-01"),
        participants: [who("aino-rautala", "attendee"), who("duarte-mello", "attendee")],
      }),
    );
    const briefing = asking(world(many))({ ask: "events", who: [{ entity: "aino-rautala" }] });
    expect(briefing.answer.values.length).toBe(70);
    expect(briefing.events.length).toBe(50);
    expect(briefing.more).toBe(20);
    const people = asking(world(many))(met);
    expect(people.answer.values).toMatchObject([{ name: "Duarte Mello", count: 70 }]);
    expect(people.events.length).toBe(20);
    expect(people.more).toBeUndefined();
  });

  it("shows the events of the page that is asked for first", () => {
    const page2 = ask({ ask: "events", who: [{ entity: "aino-rautala" }], limit: 2, page: 2 });
    expect(said(page2).slice(2, 4)).toEqual(page2.events.slice(0, 2).map(({ id }) => id));
  });

  it("tells each origin apart from each document", () => {
    const query: Query = { ask: "number", of: "sources", flags: ["secret"] };
    expect(said(ask(query))).toEqual([2]);
    expect(ask(query).notes).toContain("2 documents, but 1 independent origin: Lisbon Courier.");
  });

  it("says where sources differ", () => {
    const disputed = event({
      id: "E-disputed",
      participants: [who("aino-rautala", "attendee")],
      sources: [source("D-a1a1a1", 1), source("D-b2b2b2", 2)],
      conflicts: [
        {
          field: "place",
          values: [
            { value: "Turku", source: "D-a1a1a1" },
            { value: "Helsinki", source: "D-b2b2b2" },
          ],
        },
      ],
    });
    const { notes } = asking(world([disputed]))({ ask: "events", who: [{ entity: "aino-rautala" }] });
    expect(notes).toEqual(["Sources differ on the place: Turku; Helsinki."]);
  });

  it("finds what changed since an instant by the ids that it is told", () => {
    const changes = asking(world(), (instant) => (instant < "2024" ? ["E-trio0022", "E-gone0000"] : []));
    expect(said(changes({ ask: "events", since: "2023-01-01T00:00:00.000Z" }))).toEqual(["E-trio0022"]);
    expect(changes({ ask: "events", since: "2025-01-01T00:00:00.000Z" }).answer.kind).toBe("nothing");
  });

  it("is the same, byte for byte, for the same query", () => {
    expect(JSON.stringify(asking()(met))).toBe(JSON.stringify(asking()(met)));
  });
});
