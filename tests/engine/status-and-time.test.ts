import { describe, expect, it } from "vitest";
import type { Query, TimeTerm } from "../../src/model/query.ts";
import { period } from "../../src/model/query.ts";
import { event, when, who, world } from "../fixtures/world.ts";
import { ask, asking, beside, said } from "./ask.ts";

const of = (...entities: string[]) => entities.map((entity) => ({ entity }));
const met = (entity: string, more: Partial<Query> = {}): Query => ({
  ask: "people",
  kinds: ["met"],
  who: of(entity),
  ...more,
});

describe("status", () => {
  it("answers with what happened and tells the rest apart", () => {
    const briefing = ask({ ask: "events", kinds: ["met"], who: of("duarte-mello") });
    expect(said(briefing)).toEqual(["E-trio0022", "E-coast023"]);
    expect(beside(briefing)).toEqual({ planned: ["E-plan0023"], declined: ["E-refuse22"] });
  });

  it("answers with what was planned where nothing happened, and says so", () => {
    const briefing = ask({ ask: "events", where: "nairobi", when: period("2023-01-01", "2023-12-31") });
    expect(said(briefing)).toEqual(["E-plan0023"]);
    expect(briefing.notes).toEqual([
      "Nothing of this is recorded as having happened. What was planned is shown; nothing confirms it.",
      "The date 2023-04-19 is inferred: the Wednesday after the declared truce.",
    ]);
  });

  it("shows events that came to nothing as such where there is nothing else", () => {
    const briefing = ask({ ask: "events", where: "porto" });
    expect(said(briefing)).toEqual(["E-refuse22", "E-put-off2"]);
    expect(briefing.notes).toEqual([
      "Nothing of this is recorded as having happened. What is shown was declined and postponed.",
    ]);
  });

  it("never lists people of a meeting that was only proposed, denied or alleged", () => {
    for (const entity of ["mikko-rautala", "country:CL"]) {
      const briefing = ask(met(entity, { kinds: ["talks", "meeting"] }));
      expect(briefing.answer).toEqual({ kind: "nothing", values: [] });
    }
  });

  it("answers with the status that is asked for", () => {
    const briefing = ask({ ask: "events", kinds: ["talks"], status: ["denied", "alleged"] });
    expect(said(briefing)).toEqual(["E-alleged8", "E-denied21"]);
    expect(briefing.also).toEqual([]);
  });
});

describe("time", () => {
  const names = (when: TimeTerm, entity = "wanjiru-odhiambo") => said(ask(met(entity, { when })));

  it("keeps certain and possible apart and says so", () => {
    const briefing = ask(met("wanjiru-odhiambo", { when: period("2020-01-01", "2022-12-31") }));
    expect(briefing.answer.values).toMatchObject([
      { name: "Aino Rautala", certainty: "certain", count: 2 },
      { name: "Inês Carvalho", certainty: "certain" },
      { name: "Duarte Mello", certainty: "certain" },
    ]);
    expect(briefing.events.map(({ id, certainty }) => [id, certainty])).toEqual([
      ["E-undated0", "possible"],
      ["E-trio0022", "certain"],
      ["E-lisbon-b", "certain"],
    ]);
    expect(briefing.notes).toContain(
      "Marked possible: the date is not known exactly and may lie outside the time asked for.",
    );
  });

  it("places nothing in a time that it reaches only by its open side, and lists it apart", () => {
    const briefing = ask(met("wanjiru-odhiambo", { when: period("1990-01-01", "1990-12-31") }));
    expect(briefing.answer.kind).toBe("nothing");
    expect(beside(briefing)).toEqual({ possible: ["E-undated0"] });
    expect(briefing.notes[0]).toBe(
      "Events whose dates are not known exactly and could lie in the time asked for are listed apart.",
    );
  });

  it("counts only what is certain", () => {
    const briefing = ask({ ask: "number", flags: ["series"], when: period("2020-01-01", "2020-12-31") });
    expect(said(briefing)).toEqual([0]);
    expect(briefing.notes).toContain("2 more may count: their dates are not known exactly.");
  });

  const pivot = (entity: string) => ({
    query: { ask: "events", kinds: ["met"], who: of("wanjiru-odhiambo", entity) } as const,
  });

  it.each<[string, TimeTerm, readonly string[]]>([
    [
      "strictly after a day",
      { kind: "after", pivot: { day: "2021-05-12" } },
      ["Aino Rautala", "Duarte Mello"],
    ],
    ["strictly after a year", { kind: "after", pivot: { day: "2022" } }, []],
    ["strictly before a day", { kind: "before", pivot: { day: "2021-05-12" } }, ["Aino Rautala"]],
    [
      "before the last event of another question",
      { kind: "before", pivot: pivot("ines-carvalho") },
      ["Aino Rautala"],
    ],
    ["after an event", { kind: "after", pivot: pivot("ines-carvalho") }, ["Aino Rautala", "Duarte Mello"]],
    ["after an event that nothing is recorded of", { kind: "after", pivot: pivot("luis-farinha") }, []],
    [
      "in the year of an event, without it",
      { kind: "same", granularity: "year", pivot: pivot("duarte-mello") },
      [],
    ],
  ])("%s", (_, time, expected) => {
    expect(names(time)).toEqual(expected);
  });

  it("shows the event that the time is compared with", () => {
    const briefing = ask(met("wanjiru-odhiambo", { when: { kind: "after", pivot: pivot("ines-carvalho") } }));
    expect(beside(briefing)).toEqual({ "compared with": ["E-lisbon-b"] });
  });

  it("says when there is nothing to compare the time with", () => {
    const time: TimeTerm = { kind: "after", pivot: pivot("luis-farinha") };
    const { notes, answer } = ask(met("wanjiru-odhiambo", { when: time }));
    expect(answer.kind).toBe("nothing");
    expect(notes[0]).toBe(
      `Nothing recorded to compare the time with: ${JSON.stringify(pivot("luis-farinha").query)}.`,
    );
  });

  it("finds the same month", () => {
    const same: TimeTerm = {
      kind: "same",
      granularity: "month",
      pivot: { query: { ask: "events", event: "E-lisbon-a" } },
    };
    const briefing = ask({ ask: "events", kinds: ["meeting", "talks"], when: same });
    expect(said(briefing)).toEqual(["E-secret21", "E-lisbon-b", "E-forum021"]);
    expect(briefing.events.find(({ id }) => id === "E-secret21")?.certainty).toBe("possible");
  });
});

describe("order", () => {
  it("gives all that tie for the first", () => {
    expect(
      said(
        ask({
          ask: "people",
          kinds: ["meeting"],
          where: "lisbon",
          order: "first",
          asked: { part: "attendee" },
        }),
      ),
    ).toEqual(["Aino Rautala", "Inês Carvalho", "Wanjiru Odhiambo"]);
  });

  it("takes for first what was over first, though its day is not known", () => {
    expect(said(ask(met("wanjiru-odhiambo", { order: "first" })))).toEqual(["Aino Rautala"]);
    expect(said(ask(met("wanjiru-odhiambo", { order: "last" })))).toEqual(["Duarte Mello", "Aino Rautala"]);
  });

  it("tells apart what may have been earlier than the first", () => {
    const dataset = world([
      event({ id: "E-sharpday", when: when("2021-03-10"), participants: [who("aino-rautala", "actor")] }),
      event({
        id: "E-blurred0",
        when: when("2021-03/2021-05"),
        participants: [who("aino-rautala", "actor")],
      }),
    ]);
    const briefing = asking(dataset)({ ask: "events", who: of("aino-rautala"), order: "first" });
    expect(said(briefing)).toEqual(["E-sharpday"]);
    expect(beside(briefing)).toEqual({ possible: ["E-blurred0"] });
    expect(briefing.notes).toEqual([
      "The dates of others are not known exactly; one of them may have been earlier.",
    ]);
  });

  it("is exactly reversed for the newest", () => {
    const query: Query = { ask: "people", kinds: ["spoke"], who: of("aino-rautala") };
    expect(said(ask({ ...query, order: "newest" }))).toEqual(said(ask(query)).toReversed());
  });
});
