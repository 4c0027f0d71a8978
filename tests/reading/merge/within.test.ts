import { describe, expect, it } from "vitest";
import { at, when, who } from "../../fixtures/build.ts";
import { ids, told, within } from "./tellings.ts";

const NO_TIME = when("../2021-05-20", { derivation: "publication-bound" });

describe("mentions of one event in a document", () => {
  it("become one event when the same people meet at the same time", () => {
    const events = within(
      told("Rautala met Carvalho. After Ms Rautala's meeting with Ms Carvalho, aides spoke.", [
        {
          says: "Rautala met Carvalho.",
          participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
          places: [at("lisbon")],
          topics: ["fisheries"],
        },
        {
          says: "Ms Rautala's meeting with Ms Carvalho",
          when: NO_TIME,
          participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "host")],
          topics: ["security"],
        },
      ]),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      participants: [
        { id: "aino-rautala", part: "attendee" },
        { id: "ines-carvalho", part: "host" },
      ],
      places: [{ id: "lisbon" }],
      when: { edtf: "2021-05-12" },
      topics: ["fisheries", "security"],
      sources: [{ span: [0, 21] }, { span: [28, 65] }],
    });
  });

  it("are one when the next sentence tells the same sides more loosely", () => {
    const officials = (code: string) =>
      who(`country:${code}`, "attendee", { id: `group:${code}`, kind: "group", resolution: "collective" });
    const sides = {
      says: "Officials of the two went on talking.",
      when: NO_TIME,
      participants: [officials("PT"), officials("KE")],
    };
    const text = "Portugal and Kenya held talks. Officials of the two went on talking.";
    const talks = {
      says: "Portugal and Kenya held talks.",
      participants: [who("country:PT", "attendee"), who("country:KE", "attendee")],
    };
    expect(within(told(text, [talks, sides]))).toHaveLength(1);
    expect(
      within(told(text.replace(". ", ". Much else was said in between. "), [talks, sides])),
    ).toHaveLength(2);
  });

  it("name a person once, and not beside the side that they stand for", () => {
    const text = "Rautala met Carvalho in Lisbon. The visit of Rautala to Portugal was short.";
    const met = {
      says: "Rautala met Carvalho in Lisbon.",
      participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
      places: [at("lisbon")],
    };
    const visit = {
      says: "The visit of Rautala to Portugal was short.",
      kind: "visit" as const,
      when: NO_TIME,
      participants: [who("aino-rautala", "visitor"), who("country:PT", "host")],
      places: [at("country:PT")],
    };
    expect(within(told(text, [met, visit]))).toMatchObject([
      {
        kind: "meeting",
        participants: [
          { id: "aino-rautala", part: "visitor" },
          { id: "ines-carvalho", part: "host" },
        ],
        places: [{ id: "lisbon" }],
      },
    ]);
  });

  it("are two statements when a person speaks, and then the country", () => {
    const say = (says: string, id: string) => ({
      says,
      kind: "statement" as const,
      participants: [who(id, "speaker")],
      topics: ["trade"],
    });
    expect(
      within(
        told("Carvalho spoke. Portugal spoke.", [
          say("Carvalho spoke.", "ines-carvalho"),
          say("Portugal spoke.", "country:PT"),
        ]),
      ),
    ).toHaveLength(2);
  });

  it("are one statement of a source who is named by no name, first in full and then in short", () => {
    const source = (id: string, name: string, country?: string) =>
      who("unnamed:chilean-diplomat", "speaker", { id, name, as: name, country, resolution: "unnamed" });
    const say = (says: string, ...participants: ReturnType<typeof source>[]) => ({
      says,
      kind: "statement" as const,
      participants,
    });
    const events = within(
      told(
        "A senior diplomat spoke. It rained. The diplomat spoke on. An officer spoke. The spokesman spoke.",
        [
          say("A senior diplomat spoke.", source("group:senior-diplomat", "senior Chilean diplomat", "CL")),
          say("The diplomat spoke on.", source("group:diplomat", "diplomat")),
          say("An officer spoke.", source("group:officer", "officer", "CL")),
          say("The spokesman spoke.", source("group:spokesman", "spokesman")),
        ],
      ),
    );
    expect(events.map(({ participants }) => participants.map(({ name }) => name))).toEqual([
      ["senior Chilean diplomat"],
      ["officer"],
      ["spokesman"],
    ]);
  });

  it("are one statement that goes on in the next sentence, and not what a listener answers", () => {
    const say = (says: string, id: string, to: string, topic: string) => ({
      says,
      kind: "statement" as const,
      participants: [who(id, "speaker"), who(to, "addressee")],
      topics: [topic],
    });
    const events = within(
      told("Lind asked Finland for fish. He added vaccines. Rautala answered him.", [
        say("Lind asked Finland for fish.", "pertti-lind", "country:FI", "fisheries"),
        say("He added vaccines.", "pertti-lind", "country:FI", "health"),
        say("Rautala answered him.", "aino-rautala", "pertti-lind", "health"),
      ]),
    );
    expect(events.map(({ topics, participants }) => [participants[0]?.id, topics])).toEqual([
      ["pertti-lind", ["fisheries", "health"]],
      ["aino-rautala", ["health"]],
    ]);
  });

  it("take the words that name nobody to the event before them", () => {
    const events = within(
      told("Rautala met Carvalho. The talks were held in Lisbon.", [
        {
          says: "Rautala met Carvalho.",
          participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
        },
        {
          says: "The talks were held in Lisbon.",
          kind: "talks",
          when: NO_TIME,
          places: [at("lisbon")],
          occasion: "Atlantic Forum",
        },
      ]),
    );
    expect(events).toMatchObject([
      { kind: "meeting", places: [{ id: "lisbon" }], occasion: "Atlantic Forum" },
    ]);
  });

  it("stay apart when one sentence tells of separate meetings, and share what is said of both", () => {
    const sentence = "Rautala and Odhiambo met separately with Carvalho.";
    const events = within(
      told(`${sentence} The meetings took place in Lisbon.`, [
        { says: sentence, participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")] },
        {
          says: sentence,
          participants: [who("wanjiru-odhiambo", "attendee"), who("ines-carvalho", "attendee")],
        },
        {
          says: "The meetings took place in Lisbon.",
          when: NO_TIME,
          flags: ["series"],
          places: [at("lisbon")],
        },
      ]),
    );
    expect(events.map(ids)).toEqual([
      ["aino-rautala", "ines-carvalho"],
      ["wanjiru-odhiambo", "ines-carvalho"],
    ]);
    expect(events.map(({ places }) => places.map(({ id }) => id))).toEqual([["lisbon"], ["lisbon"]]);
  });

  it.each([
    ["another day", { when: when("2021-05-14") }],
    ["another place", { places: [at("porto")] }],
    ["a denial", { status: "denied" as const }],
    ["a call", { kind: "call" as const }],
    ["another forum", { occasion: "Nordic Days" }],
  ])("stay apart for %s", (_, other) => {
    const pair = [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")];
    const events = within(
      told("Rautala met Carvalho. They met once more.", [
        {
          says: "Rautala met Carvalho.",
          participants: pair,
          places: [at("lisbon")],
          occasion: "Atlantic Forum",
        },
        { says: "They met once more.", participants: pair, ...other },
      ]),
    );
    expect(events).toHaveLength(2);
  });

  it("stay apart for the same countries at another level", () => {
    const events = within(
      told("The ministers of Portugal and Kenya met. The presidents of both met.", [
        {
          says: "The ministers of Portugal and Kenya met.",
          participants: [who("ines-carvalho", "attendee"), who("wanjiru-odhiambo", "attendee")],
        },
        {
          says: "The presidents of both met.",
          participants: [who("duarte-mello", "attendee"), who("joseph-kiplagat", "attendee")],
        },
      ]),
    );
    expect(events).toHaveLength(2);
  });

  it("keep two of three sides apart from all three", () => {
    const events = within(
      told("Three ministers met. Rautala met Carvalho.", [
        {
          says: "Three ministers met.",
          participants: [
            who("aino-rautala", "attendee"),
            who("ines-carvalho", "attendee"),
            who("wanjiru-odhiambo", "attendee"),
          ],
        },
        {
          says: "Rautala met Carvalho.",
          participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
        },
      ]),
    );
    expect(events).toHaveLength(2);
  });

  it("are on the day that the text tells, where a headline was dated by its report", () => {
    const pair = [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")];
    const events = within(
      told("Rautala calls Carvalho. The call on Sunday was their first.", [
        {
          says: "Rautala calls Carvalho.",
          kind: "call",
          participants: pair,
          when: when("2021-05-20", { derivation: "inferred" }),
        },
        {
          says: "The call on Sunday was their first.",
          kind: "call",
          participants: pair,
          when: when("2021-05-16", { derivation: "relative" }),
        },
      ]),
    );
    expect(events).toMatchObject([{ when: { edtf: "2021-05-16", derivation: "relative" }, conflicts: [] }]);
  });

  it("are two when a visit is told of the day before the talks were", () => {
    const events = within(
      told("Rautala held talks with Carvalho. Rautala flew to Portugal on Sunday.", [
        {
          says: "Rautala held talks with Carvalho.",
          kind: "talks",
          participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
          when: when("2021-05-17", { derivation: "inferred" }),
        },
        {
          says: "Rautala flew to Portugal on Sunday.",
          kind: "visit",
          participants: [who("aino-rautala", "visitor"), who("country:PT", "host")],
          when: when("2021-05-16", { derivation: "relative" }),
        },
      ]),
    );
    expect(events.map(({ when }) => when.edtf)).toEqual(["2021-05-17", "2021-05-16"]);
  });

  it("name the delegates, and not beside them the officials that a headline told of", () => {
    const events = within(
      told("Rautala meets Portuguese officials. Rautala met Carvalho and Farinha.", [
        {
          says: "Rautala meets Portuguese officials.",
          when: NO_TIME,
          participants: [
            who("aino-rautala", "attendee"),
            who("country:PT", "attendee", {
              id: "group:pt-officials",
              kind: "group",
              resolution: "collective",
            }),
          ],
        },
        {
          says: "Rautala met Carvalho and Farinha.",
          participants: [
            who("aino-rautala", "attendee"),
            who("ines-carvalho", "attendee"),
            who("luis-farinha", "attendee"),
          ],
        },
      ]),
    );
    expect(events.map(ids)).toEqual([["aino-rautala", "ines-carvalho", "luis-farinha"]]);
  });

  it("are planned when a headline tells as done what lies ahead", () => {
    const sides = [who("country:PT", "host"), who("country:FI", "attendee")];
    const events = within(
      told(
        "Ministers meet in Lisbon\nMinisters of Portugal and Finland will meet in Lisbon on Wednesday.",
        [
          { says: "Ministers meet in Lisbon", when: NO_TIME, places: [at("lisbon")] },
          {
            says: "Ministers of Portugal and Finland will meet in Lisbon on Wednesday.",
            kind: "talks",
            status: "planned",
            when: when("2021-05-26"),
            participants: sides,
            places: [at("lisbon")],
          },
        ],
        { title: "Ministers meet in Lisbon" },
      ),
    );
    expect(events).toMatchObject([{ status: "planned", when: { edtf: "2021-05-26" } }]);
  });

  it("are a meeting and a plan when those who met will meet again", () => {
    const pair = [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")];
    const met = { says: "Rautala met Carvalho.", participants: pair };
    const again = { says: "They will meet again.", status: "planned" as const, participants: pair };
    const text = "Rautala met Carvalho. They will meet again.";
    for (const edtf of ["../2021-05-20", "2021-05-20/.."]) {
      const plan = { ...again, when: when(edtf, { derivation: "publication-bound" }) };
      expect(within(told(text, [met, plan])).map(({ status }) => status)).toEqual(["happened", "planned"]);
      expect(within(told(text, [{ ...met, when: NO_TIME }, plan])).map(({ status }) => status)).toEqual([
        "happened",
        "planned",
      ]);
    }
  });

  it("stay hearsay when the report that heard of them goes on to tell them", () => {
    const pair = [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")];
    const events = within(
      told("It is said that Rautala met Carvalho. Rautala and Carvalho met at night.", [
        { says: "It is said that Rautala met Carvalho.", status: "alleged", participants: pair },
        { says: "Rautala and Carvalho met at night.", participants: pair },
      ]),
    );
    expect(events).toMatchObject([{ status: "alleged", conflicts: [] }]);
  });

  it("give the name to the one who was told by office only", () => {
    const events = within(
      told("Finland's foreign minister met Carvalho. Rautala and Carvalho met in Lisbon.", [
        {
          says: "Finland's foreign minister met Carvalho.",
          participants: [
            who("aino-rautala", "attendee", {
              resolution: "role-only",
              inferred: true,
              as: "Finland's foreign minister",
            }),
            who("ines-carvalho", "attendee"),
          ],
        },
        {
          says: "Rautala and Carvalho met in Lisbon.",
          participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
        },
      ]),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.participants[0]).toMatchObject({
      resolution: "named",
      inferred: false,
      as: "Aino Rautala",
    });
  });

  it("are statements of their own where one speaker speaks of different things", () => {
    const speaker = [who("pertti-lind", "speaker")];
    const events = within(
      told("Lind spoke of fish. It rained. Lind spoke of vaccines. It rained. Lind spoke of fish again.", [
        { says: "Lind spoke of fish.", kind: "statement", participants: speaker, topics: ["fisheries"] },
        { says: "Lind spoke of vaccines.", kind: "statement", participants: speaker, topics: ["health"] },
        {
          says: "Lind spoke of fish again.",
          kind: "statement",
          participants: speaker,
          topics: ["fisheries"],
        },
      ]),
    );
    expect(events.map(({ topics, sources }) => [topics, sources.length])).toEqual([
      [["fisheries"], 2],
      [["health"], 1],
    ]);
  });
});
