import { describe, expect, it } from "vitest";
import { ASKS, type Query } from "../../src/model/query.ts";
import { event, when, who, world } from "../fixtures/world.ts";
import { ask, asking, beside, said } from "./ask.ts";

const year = (n: number): Query["when"] =>
  ({ kind: "period", from: `${n}-01-01`, to: `${n}-12-31` }) as const;
const of = (...entities: string[]) => entities.map((entity) => ({ entity }));

describe("who met whom", () => {
  const cases: readonly [string, Query, readonly unknown[]][] = [
    [
      "met someone: who was present with them, named by office or by name, no one only mentioned",
      { ask: "people", kinds: ["met"], who: of("aino-rautala") },
      ["Wanjiru Odhiambo", "Inês Carvalho", "Duarte Mello"],
    ],
    [
      "met a country: whoever was there, and a country where none of its people is named",
      { ask: "people", kinds: ["met"], who: of("country:FI") },
      ["Wanjiru Odhiambo", "Inês Carvalho", "Kenya", "Portugal", "Duarte Mello"],
    ],
    [
      "countries that met someone: the sides of those present",
      { ask: "people", kinds: ["met"], who: of("aino-rautala"), asked: { kind: "country" } },
      ["Kenya", "Portugal"],
    ],
    [
      "a call is not a meeting",
      { ask: "people", kinds: ["met"], who: of("ines-carvalho"), when: year(2020) },
      [],
    ],
    [
      "spoke to: a call counts",
      { ask: "people", kinds: ["spoke"], who: of("ines-carvalho"), when: year(2020) },
      ["Aino Rautala"],
    ],
    [
      "a visit whose host is not named met nobody",
      { ask: "people", kinds: ["met"], where: "country:CL", who: of("wanjiru-odhiambo") },
      [],
    ],
    [
      "meetings of one day held separately make two pairs, not three",
      { ask: "pairs", kinds: ["meeting"], where: "lisbon" },
      ["Aino Rautala – Inês Carvalho", "Inês Carvalho – Wanjiru Odhiambo"],
    ],
    [
      "everyone present with everyone",
      { ask: "pairs", occasion: "General Assembly" },
      ["Aino Rautala – Duarte Mello", "Aino Rautala – Wanjiru Odhiambo", "Duarte Mello – Wanjiru Odhiambo"],
    ],
    [
      "pairs of someone hold them",
      { ask: "pairs", occasion: "UN General Assembly", who: of("duarte-mello") },
      ["Aino Rautala – Duarte Mello", "Duarte Mello – Wanjiru Odhiambo"],
    ],
    [
      "an office is whoever held it then",
      { ask: "people", kinds: ["meeting"], who: [{ office: { office: "foreign-minister", of: "PT" } }] },
      ["Aino Rautala", "Wanjiru Odhiambo", "Joseph Kiplagat"],
    ],
    [
      "holders of an office among those asked for",
      { ask: "people", kinds: ["met"], who: of("ines-carvalho"), asked: { office: "president" } },
      ["Tomás Echenique"],
    ],
    [
      "who visited a place",
      { ask: "people", kinds: ["visit"], where: "country:PT", asked: { part: "visitor" } },
      ["Tomás Echenique"],
    ],
    [
      "whom someone visited",
      {
        ask: "people",
        kinds: ["visit"],
        who: [{ entity: "tomas-echenique", part: "visitor" }],
        asked: { part: "host" },
      },
      ["Inês Carvalho"],
    ],
    [
      "direction is kept",
      { ask: "people", kinds: ["visit"], who: [{ entity: "tomas-echenique", part: "host" }] },
      [],
    ],
    [
      "who witnessed",
      { ask: "people", kinds: ["agreement"], where: "nairobi", asked: { part: "witness" } },
      ["Portugal", "United Nations"],
    ],
    [
      "who did not come: declined and absent, to what was only planned too",
      { ask: "people", kinds: ["talks"], asked: { part: "declined" } },
      ["Tomás Echenique", "Aino Rautala"],
    ],
    [
      "who was expected",
      { ask: "people", kinds: ["talks"], where: "nairobi", status: ["planned"], asked: { part: "attendee" } },
      ["Duarte Mello", "Kenya"],
    ],
  ];
  it.each(cases)("%s", (_, query, expected) => {
    expect(said(ask(query))).toEqual(expected);
  });

  it("marks a name that only the table of office holders gives", () => {
    const briefing = ask({ ask: "people", kinds: ["met"], who: of("wanjiru-odhiambo"), where: "new-york" });
    expect(briefing.answer.values).toMatchObject([
      { name: "Aino Rautala", inferred: true },
      { name: "Duarte Mello", inferred: true },
    ]);
    expect(briefing.notes).toEqual([
      "Named in the text by office only; the names are inferred from the table of office holders: Duarte Mello and Aino Rautala.",
    ]);
  });

  it("takes the actors of coded records as they are: a country by itself alone, an official as its own side", () => {
    const coded = event({
      id: "E-coded001",
      kind: "statement",
      cameo: "010",
      participants: [who("country:FI", "actor"), who("country:FI", "target")],
    });
    const other = event({
      id: "E-coded002",
      kind: "statement",
      cameo: "010",
      participants: [who("pertti-lind", "actor"), who("country:KE", "target")],
    });
    const answer = asking(world([coded, other]));
    const targets: Query = {
      ask: "people",
      kinds: ["cameo:01"],
      who: [{ entity: "country:FI", part: "actor" }],
      asked: { part: "target" },
    };
    expect(said(answer(targets))).toEqual(["Finland"]);
    const actors: Query = {
      ask: "people",
      who: [{ entity: "country:KE", part: "target" }],
      asked: { part: "actor", kind: "country" },
    };
    expect(said(answer(actors))).toEqual(["Pertti Lind"]);
  });
});

describe("other asks", () => {
  const cases: readonly [string, Query, string, readonly unknown[]][] = [
    [
      "dates to the month",
      { ask: "dates", by: "month", kinds: ["meeting"], who: of("ines-carvalho") },
      "dates",
      ["2021-05"],
    ],
    [
      "dates no sharper than they are",
      { ask: "dates", by: "day", flags: ["secret"] },
      "dates",
      ["2020-11~/2021-05"],
    ],
    ["places", { ask: "places", kinds: ["met"], who: of("aino-rautala") }, "places", ["Lisbon", "New York"]],
    ["topics", { ask: "topics", flags: ["secret"] }, "topics", ["fisheries", "security"]],
    ["how many events", { ask: "number", kinds: ["statement"], who: of("pertti-lind") }, "number", [2]],
    [
      "how many people",
      { ask: "number", of: "people", kinds: ["met"], who: of("ines-carvalho") },
      "number",
      [3],
    ],
    ["how many places", { ask: "number", of: "places", flags: ["secret"] }, "number", [2]],
    ["how many days", { ask: "number", of: "days", kinds: ["meeting"], where: "lisbon" }, "number", [1]],
    ["a profile", { ask: "entity", who: of("pertti-lind") }, "entity", ["Pertti Lind"]],
    ["everyone unknown", { ask: "entity", who: of("nobody") }, "nothing", []],
    [
      "a country with all its cities",
      { ask: "events", where: "country:PT", kinds: ["visit", "meeting"] },
      "events",
      ["E-visit019", "E-lisbon-a", "E-lisbon-b"],
    ],
    [
      "a continent with all its countries",
      { ask: "places", where: "continent:africa" },
      "places",
      ["Nairobi", "Mombasa"],
    ],
    [
      "a capital that stands for its government is no place",
      { ask: "events", kinds: ["appeal"], where: "lisbon" },
      "nothing",
      [],
    ],
    [
      "an occasion by its other name",
      { ask: "dates", occasion: "Atlantic Forum", kinds: ["talks"] },
      "dates",
      ["2021-05-12/2021-05-13"],
    ],
    ["words of the event", { ask: "events", text: "telephoned Rautala" }, "events", ["E-phone020"]],
    ["the words of a quotation", { ask: "events", text: "calm waters" }, "events", ["E-lind0022"]],
    ["one document", { ask: "number", source: "D-d4d4d4", status: ["planned"] }, "number", [2]],
  ];
  it.each(cases)("%s", (_, query, kind, expected) => {
    const briefing = ask(query);
    expect([briefing.answer.kind, said(briefing)]).toEqual([kind, expected]);
  });

  it("gives the event where its place is not recorded", () => {
    const briefing = ask({ ask: "places", kinds: ["call"], who: of("ines-carvalho") });
    expect(briefing.answer).toEqual({ kind: "events", values: [{ id: "E-phone020" }] });
    expect(briefing.notes).toEqual(["The place is not recorded."]);
  });

  it("gives a person's offices from the table where no event has them", () => {
    const briefing = ask({ ask: "entity", who: of("heikki-salo") });
    expect(briefing.answer.values).toMatchObject([{ name: "Heikki Salo", events: [], count: 0 }]);
    expect(briefing.notes).toEqual([
      "Nothing recorded of Heikki Salo; offices are from the table of office holders.",
    ]);
  });
});

describe("whether", () => {
  const cases: readonly [string, Query, "yes" | "no" | "not recorded", readonly string[]][] = [
    [
      "yes on an event",
      { ask: "whether", kinds: ["met"], who: of("aino-rautala", "ines-carvalho") },
      "yes",
      ["E-lisbon-a"],
    ],
    [
      "no on a denial",
      { ask: "whether", kinds: ["talks"], topic: "peace", who: of("country:PT", "country:KE") },
      "no",
      ["E-denied21"],
    ],
    [
      "no where one declined",
      { ask: "whether", kinds: ["met"], who: of("duarte-mello", "wanjiru-odhiambo"), where: "porto" },
      "no",
      ["E-refuse22"],
    ],
    [
      "no where one was absent",
      { ask: "whether", kinds: ["talks"], who: of("tomas-echenique"), where: "lisbon" },
      "no",
      ["E-forum021"],
    ],
    [
      "not recorded where it was only proposed",
      { ask: "whether", kinds: ["met"], who: of("mikko-rautala", "joseph-kiplagat") },
      "not recorded",
      [],
    ],
    [
      "not recorded where it was only planned",
      { ask: "whether", kinds: ["visit"], who: of("luis-farinha"), where: "santiago" },
      "not recorded",
      [],
    ],
    [
      "not recorded where the date may lie outside",
      { ask: "whether", kinds: ["met"], who: of("aino-rautala", "wanjiru-odhiambo"), when: year(2020) },
      "not recorded",
      [],
    ],
    [
      "yes to what was planned, where that is asked",
      { ask: "whether", kinds: ["visit"], who: of("luis-farinha"), status: ["planned"] },
      "yes",
      ["E-plan-vis"],
    ],
  ];
  it.each(cases)("%s", (_, query, value, events) => {
    expect(ask(query).answer).toEqual({ kind: "whether", values: [{ value, events, count: events.length }] });
  });

  it("no where two are told as having met a third separately", () => {
    const separately = { rules: ["met separately with"], when: when("2021-05-12") };
    const apart = world([
      event({
        id: "E-separat1",
        ...separately,
        participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
      }),
      event({
        id: "E-separat2",
        ...separately,
        participants: [who("wanjiru-odhiambo", "attendee"), who("ines-carvalho", "attendee")],
      }),
    ]);
    const query: Query = { ask: "whether", kinds: ["met"], who: of("aino-rautala", "wanjiru-odhiambo") };
    const always = asking(apart)(query);
    expect(said(always)).toEqual(["not recorded"]);
    expect(beside(always)).toEqual({ separate: ["E-separat1", "E-separat2"] });
    const briefing = asking(apart)({ ...query, when: year(2021) });
    expect(briefing.answer.values).toEqual([{ value: "no", events: ["E-separat1", "E-separat2"], count: 2 }]);
    expect(briefing.notes).toContain(
      "No: they are told as having met others separately then, not each other; of other occasions nothing is recorded.",
    );
  });

  it("tells beside the answer what was proposed", () => {
    const briefing = ask({ ask: "whether", kinds: ["met"], who: of("mikko-rautala", "joseph-kiplagat") });
    expect(beside(briefing)).toEqual({ proposed: ["E-propos22"] });
    expect(briefing.notes).toEqual(["Nothing recorded. That is not proof that it did not happen."]);
  });
});

describe("two countries together", () => {
  const between = of("country:PT", "country:KE");

  it("counts what the states did, and tells beside it what their officials did by name", () => {
    const briefing = ask({ ask: "number", of: "sources", kinds: ["meeting", "talks"], who: between });
    expect(said(briefing)).toEqual([2]);
    expect(beside(briefing)).toMatchObject({
      "by their officials": ["E-lisbon-b", "E-trio0022", "E-coast023"],
    });
  });

  it("counts what their officials did where the states themselves are not recorded", () => {
    const query: Query = { ask: "number", kinds: ["meeting"], who: of("country:PT", "country:FI") };
    expect(said(ask(query))).toEqual([2]);
  });

  it("lists both", () => {
    const query: Query = { ask: "events", kinds: ["met"], who: between };
    expect(said(ask(query))).toEqual(["E-secret21", "E-lisbon-b", "E-forum021", "E-trio0022", "E-coast023"]);
  });
});

describe("bodies of one side", () => {
  const talks = world([
    event({
      id: "E-twohosts",
      kind: "talks",
      participants: [
        who("foreign-ministry:FI", "host"),
        who("country:FI", "host"),
        who("aino-rautala", "host"),
        who("tomas-echenique", "visitor"),
      ],
    }),
  ]);

  it("did not meet each other", () => {
    const query: Query = { ask: "people", kinds: ["met"], who: of("foreign-ministry:FI") };
    expect(said(asking(talks)(query))).toEqual(["Tomás Echenique"]);
    expect(said(asking(talks)({ ask: "pairs" }))).toEqual([
      "Aino Rautala – Tomás Echenique",
      "Finnish Foreign Ministry – Tomás Echenique",
    ]);
  });
});

describe("an empty dataset", () => {
  it("has nothing recorded for any ask", () => {
    for (const asked of ASKS) {
      const { answer, events, coverage } = asking(world([]))({ ask: asked, who: of("aino-rautala") });
      expect(["nothing", "whether", "entity"]).toContain(answer.kind);
      expect(events).toEqual([]);
      expect(coverage).toMatchObject({ from: null, to: null, matchingDocuments: 0 });
    }
  });
});

describe("who attended", () => {
  const delegation = world([
    event({
      id: "E-delegat1",
      kind: "talks",
      participants: [
        who("country:PT", "host"),
        who("country:FI", "attendee"),
        who("aino-rautala", "attendee"),
        who("country:KE", "attendee"),
        who("wanjiru-odhiambo", "declined"),
      ],
    }),
  ]);

  it("are all who were there, a country beside its minister too", () => {
    const query: Query = { ask: "people", kinds: ["talks"], asked: { part: "attendee" } };
    expect(said(asking(delegation)(query))).toEqual(["Aino Rautala", "Finland", "Kenya", "Portugal"]);
  });

  it("met someone without the country beside its minister, and with one whose minister stayed away", () => {
    const query: Query = { ask: "people", kinds: ["met"], who: of("country:PT") };
    expect(said(asking(delegation)(query))).toEqual(["Aino Rautala", "Kenya"]);
  });
});

describe("the ministry of someone asked about", () => {
  it("has its meetings told beside theirs, as what they are", () => {
    const participants = [who("tomas-echenique", "visitor"), who("foreign-ministry:FI", "host")];
    const held = event({ id: "E-minister", kind: "talks", when: when("2020-05-05"), participants });
    const before = event({ id: "E-tooearly", kind: "talks", when: when("2018-05-05"), participants });
    const met = event({
      id: "E-personal",
      when: when("2020-06-06"),
      participants: [who("aino-rautala", "attendee"), who("duarte-mello", "attendee")],
    });
    const query: Query = { ask: "people", kinds: ["met"], who: of("aino-rautala") };
    const briefing = asking(world([held, before, met]))(query);
    expect(said(briefing)).toEqual(["Duarte Mello"]);
    expect(beside(briefing)).toEqual({ "at their ministry": ["E-minister"] });
    expect(briefing.notes).toEqual([
      "Listed apart: meetings at the ministry that they headed; the text does not say that they were there.",
    ]);
  });
});
