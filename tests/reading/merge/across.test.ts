import { describe, expect, it } from "vitest";
import { identify } from "../../../src/reading/merge/index.ts";
import { at, when, who } from "../../fixtures/build.ts";
import { across, ids, told } from "./tellings.ts";

const PAIR = [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")];
const HALF_YEAR = when("2020-11~/2021-05", { derivation: "relative" });

const courier = (
  tellings: Parameters<typeof told>[1],
  text = "The Courier: Rautala met Carvalho in Lisbon.",
) => told(text, tellings, { file: "courier.txt", title: "Courier", published: "2021-05-14" });
const ledger = (tellings: Parameters<typeof told>[1], text = "The Ledger: Rautala met Carvalho in Lisbon.") =>
  told(text, tellings, { file: "ledger.txt", title: "Ledger", published: "2021-05-20" });

const MET = "Rautala met Carvalho";

describe("events of several documents", () => {
  it("are one when the same people met on the same day, with the sources of both", () => {
    const events = across(
      courier([{ says: MET, participants: PAIR, places: [at("country:PT")] }]),
      ledger([
        { says: MET, participants: [...PAIR, who("pertti-lind", "mentioned")], places: [at("lisbon")] },
      ]),
    );
    expect(events).toHaveLength(1);
    expect(ids(events[0])).toEqual(["aino-rautala", "ines-carvalho", "pertti-lind"]);
    expect(events[0]?.places.map(({ id }) => id)).toEqual(["lisbon"]);
    expect(events[0]?.sources.map(({ origin }) => origin)).toEqual(["Courier", "Ledger"]);
  });

  it("are two when one pause is of hours and the other of days", () => {
    const pause = (says: string) => ({
      says,
      kind: "ceasefire" as const,
      participants: [who("country:PT", "actor"), who("country:KE", "actor")],
      places: [at("lisbon")],
      topics: ["ceasefire"],
    });
    const tell = (first: string, second: string) =>
      across(courier([pause(first)], `${first}.`), ledger([pause(second)], `${second} indeed.`));
    const [hours, days] = ["Both agreed on a 30-hour truce", "Both agreed on a 30-day truce"];
    expect(tell(hours, days)).toHaveLength(2);
    expect(tell(hours, hours)).toHaveLength(1);
  });

  it("are one when a loosely told series has the same cities and the same months", () => {
    const officials = (code: string) =>
      who(`country:${code}`, "attendee", {
        id: `group:${code}`,
        kind: "group",
        name: "officials",
        resolution: "collective",
      });
    const events = across(
      courier([
        {
          says: MET,
          kind: "talks",
          flags: ["series", "secret"],
          when: HALF_YEAR,
          participants: [officials("PT"), officials("KE")],
          places: [at("helsinki"), at("turku")],
        },
      ]),
      ledger([
        {
          says: MET,
          kind: "talks",
          flags: ["series"],
          when: HALF_YEAR,
          participants: [who("country:PT", "attendee"), who("country:KE", "attendee")],
          places: [at("helsinki")],
        },
      ]),
    );
    expect(events).toHaveLength(1);
    expect(ids(events[0])).toEqual(["country:PT", "country:KE"]);
    expect(events[0]?.flags).toEqual(["series", "secret"]);
  });

  it("are a plan and its outcome when one document tells of each", () => {
    const events = across(
      courier([{ says: MET, status: "planned", participants: PAIR, places: [at("lisbon")] }]),
      ledger([{ says: MET, participants: PAIR, places: [at("lisbon")] }]),
    );
    expect(events).toMatchObject([{ status: "happened", conflicts: [] }]);
  });

  it.each([
    [
      "other people of the same country",
      { participants: [who("mikko-rautala", "attendee"), who("ines-carvalho", "attendee")] },
    ],
    [
      "another country",
      { participants: [who("wanjiru-odhiambo", "attendee"), who("ines-carvalho", "attendee")] },
    ],
    ["another day", { when: when("2021-05-13") }],
    ["no day at all", { when: when("../2021-05-20") }],
    ["another city", { places: [at("porto")] }],
    ["a denial", { status: "denied" as const }],
    ["a whole series", { flags: ["series" as const] }],
    ["a call", { kind: "call" as const }],
  ])("stay two for %s", (_, other) => {
    const events = across(
      courier([{ says: MET, participants: PAIR, places: [at("lisbon")] }]),
      ledger([{ says: MET, participants: PAIR, places: [at("lisbon")], ...other }]),
    );
    expect(events).toHaveLength(2);
  });

  it("stay two where one document told them apart, whatever another says", () => {
    const events = across(
      courier([{ says: MET, participants: PAIR, places: [at("lisbon")] }]),
      ledger([
        { says: "Rautala met", participants: PAIR, places: [at("lisbon")], occasion: "Atlantic Forum" },
        { says: "in Lisbon", participants: PAIR, places: [at("lisbon")], occasion: "Nordic Days" },
      ]),
    );
    expect(events.map(({ occasion, sources }) => [occasion, sources.length])).toEqual([
      ["Atlantic Forum", 2],
      ["Nordic Days", 1],
    ]);
  });

  it("keep both values where documents contradict each other", () => {
    const quote = "said “we shall fish these waters together for ever and ever” and left";
    const events = across(
      courier([{ says: quote, participants: PAIR, when: when("2021-05-12") }], `Carvalho ${quote}.`),
      ledger([{ says: quote, participants: PAIR, when: when("2021-05-13") }], `In Lisbon Carvalho ${quote}.`),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.when.edtf).toBe("2021-05-12");
    expect(events[0]?.conflicts).toEqual([
      {
        field: "when",
        values: [
          { value: "2021-05-12", source: events[0]?.sources[0]?.document },
          { value: "2021-05-13", source: events[0]?.sources[1]?.document },
        ],
      },
    ]);
    expect(events[0]?.confidence.band).toBe("medium");
  });

  it("have happened where one document heard of them and another tells them, and both words are kept", () => {
    const events = across(
      courier([{ says: MET, status: "alleged", participants: PAIR, places: [at("lisbon")] }]),
      ledger([{ says: MET, participants: PAIR, places: [at("lisbon")] }]),
    );
    expect(events).toMatchObject([
      {
        status: "happened",
        conflicts: [{ field: "status", values: [{ value: "alleged" }, { value: "happened" }] }],
      },
    ]);
  });

  it("have one origin when both give one quotation, and so has all else from there", () => {
    const words = "“Nobody in this room wants to quarrel over a few herrings,”";
    const diplomat = who("unnamed:chilean-diplomat", "speaker", { resolution: "unnamed", role: "diplomat" });
    const say = (origin: string) => ({
      says: words,
      kind: "statement" as const,
      participants: [diplomat],
      origin,
      topics: ["fisheries"],
    });
    const events = across(
      courier(
        [
          say("the Gazette"),
          { says: "Contacts went on.", kind: "talks", participants: PAIR, origin: "the Gazette" },
        ],
        `${words} a diplomat said. Contacts went on.`,
      ),
      ledger(
        [
          say("gazette.example"),
          {
            says: "They met.",
            kind: "talks",
            participants: PAIR,
            origin: "gazette.example",
            when: when("2020-02-01"),
          },
        ],
        `${words} it was said. They met.`,
      ),
    );
    expect(events.map(({ sources }) => sources.map(({ origin }) => origin))).toEqual([
      ["the Gazette", "the Gazette"],
      ["the Gazette"],
      ["the Gazette"],
    ]);
  });

  it("are one statement when the quotation stands beside the sentence that says whose it is", () => {
    const says = "a senior diplomat told the paper.";
    const say = {
      says,
      kind: "statement" as const,
      participants: [who("unnamed:chilean-diplomat", "speaker", { resolution: "unnamed" })],
    };
    const one = `“Nobody wants to quarrel over a few herrings,” ${says}`;
    const other = `Thus ${says} “Nobody wants to quarrel over a few herrings.”`;
    expect(across(courier([say], one), ledger([say], other))).toHaveLength(1);
    expect(
      across(courier([say], one), ledger([say], other.replace(/“.*”/, "“Let them have the fish.”"))),
    ).toHaveLength(2);
  });

  it("are one statement of an office whose spokesman is called differently, when both quote the same words from one paper", () => {
    const says = "“absolutely necessary”, was said.";
    const say = (name: string, origin: string) => ({
      says,
      kind: "statement" as const,
      when: when("2021-05"),
      origin,
      participants: [
        who("unnamed:chilean-diplomat", "speaker", { id: `group:${name}`, name, resolution: "unnamed" }),
      ],
    });
    const together = (origin: string) =>
      across(
        courier([say("representative of the ministry", "the Gazette")], `It was ${says}`),
        ledger([say("ministry spokeswoman", origin)], `Meetings were ${says}`),
      );
    expect(together("the Gazette")).toHaveLength(1);
    expect(together("the Herald")).toHaveLength(2);
  });

  it("are two statements when one speaker spoke of other things, or in other words on another day", () => {
    const say = (topic: string, edtf: string) => ({
      says: MET,
      kind: "statement" as const,
      participants: [who("pertti-lind", "speaker")],
      topics: [topic],
      when: when(edtf),
    });
    expect(across(courier([say("health", "2021-05-12")]), ledger([say("trade", "2021-05-12")]))).toHaveLength(
      2,
    );
    expect(across(courier([say("trade", "2021-05-12")]), ledger([say("trade", "2021-05-11")]))).toHaveLength(
      2,
    );
    expect(across(courier([say("trade", "2021-05-12")]), ledger([say("trade", "2021-05-12")]))).toHaveLength(
      1,
    );
  });
});

describe("an event's id", () => {
  const first = courier([{ says: MET, participants: PAIR, places: [at("lisbon")] }]);
  const second = ledger([{ says: MET, participants: PAIR, places: [at("lisbon")] }]);

  it("is E- and eight letters or digits, the same each time", () => {
    const { ids } = identify(across(first));
    expect(ids).toEqual(identify(across(first)).ids);
    expect(ids[0]).toMatch(/^E-[0-9a-z]{8}$/);
  });

  it("stays when another document tells of the event, whose own id then leads there", () => {
    const alone = identify(across(first)).ids[0]!;
    const other = identify(across(second)).ids[0]!;
    expect(identify(across(first, second))).toEqual({ ids: [alone], redirects: { [other]: alone } });
  });

  it("is another for each event that begins in the same words", () => {
    const { ids } = identify(
      across(
        courier([
          { says: MET, participants: PAIR },
          {
            says: MET,
            participants: [who("wanjiru-odhiambo", "attendee"), who("ines-carvalho", "attendee")],
          },
        ]),
      ),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it("grows longer where another event has it already", () => {
    const [told] = across(first);
    const { ids } = identify([told!, told!]);
    expect(ids[1]).toHaveLength(ids[0]!.length + 1);
    expect(ids[1]).toContain(ids[0]);
  });
});
