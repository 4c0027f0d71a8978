import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadGazetteer } from "../../src/dataset/gazetteer.ts";
import { openDataset } from "../../src/dataset/open.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";

const data = fileURLToPath(new URL("../../data", import.meta.url));
const engine = openEngine(openDataset(data, { gazetteer: loadGazetteer(`${data}/gazetteer`) }));
const ask = (words: string) => engine.ask(words, { today: "2026-11-22" });

/** What an answer must hold; names without diacritics and spelling are compared as they stand in the data. */
type Expected = {
  readonly kind: Briefing["answer"]["kind"];
  readonly names?: readonly string[];
  /** Names that must stand nowhere in the values. */
  readonly without?: readonly string[];
  readonly value?: unknown;
  readonly dates?: readonly string[];
  readonly pairs?: readonly string[];
  /** Every one of them must be true of some event of the answer. */
  readonly events?: readonly ((event: BriefedEvent) => boolean)[];
  /** None of them may be true of any event of the answer or beside it. */
  readonly never?: readonly ((event: BriefedEvent) => boolean)[];
};

const at = (city: string) => (event: BriefedEvent) => event.places.some(({ name }) => name === city);
const of =
  (...names: readonly string[]) =>
  (event: BriefedEvent) =>
    names.every((name) => event.participants.some((participant) => participant.name.includes(name)));
const on = (edtf: string) => (event: BriefedEvent) => event.when.edtf === edtf;
const both =
  (...tests: readonly ((event: BriefedEvent) => boolean)[]) =>
  (event: BriefedEvent) =>
    tests.every((each) => each(event));

const rows: readonly (readonly [expected: Expected, ...questions: string[]])[] = [
  [
    {
      kind: "people",
      names: ["Truss", "Blinken", "Tokayev", "Pompeo", "Zarif", "Çavuşoğlu"],
      without: ["Ischinger", "Dynkin", "Peskov", "Kellogg", "Rousseau"],
    },
    "Which people has Sergey Lavrov met?",
    "Whom did Sergei Lavrov meet?",
    "Could you tell me who has had a meeting with Lavrov, please?",
    "who did lavrov meet with",
  ],
  [
    { kind: "people", names: ["Tokayev", "Zarif", "Çavuşoğlu"], without: ["Truss", "Blinken"] },
    "In 2019, who did Lavrov meet?",
    "With whom did Sergey Lavrov hold meetings during 2019?",
    "Whom did the Russian foreign minister meet in 2019?",
  ],
  [
    {
      kind: "pairs",
      pairs: ["Lavrov + Truss", "Blinken + Lavrov"],
    },
    "Who met in Stockholm?",
    "Which people met each other in Stockholm?",
    "in Stockholm, who met whom?",
  ],
  [
    { kind: "dates", dates: ["2021-12-02"] },
    "On which day did Lavrov meet Truss?",
    "When was the meeting between Liz Truss and Sergey Lavrov?",
    "What was the date of Truss's meeting with Lavrov?",
    "When did the British foreign secretary Liz Truss meet with her counterpart Lavrov?",
  ],
  [
    {
      kind: "events",
      events: [both(at("London"), on("2025-04-23"), of("Kellogg"), ({ status }) => status === "planned")],
      never: [of("Boris Johnson")],
    },
    "Which events took place in London during 2025?",
    "What went on in London in 2025?",
    "London 2025",
  ],
  [
    { kind: "people", names: ["Rubio"], without: ["Kellogg", "Witkoff"] },
    "Who skipped the talks in London?",
    "Who was absent from the London talks?",
    "Who was unable to attend the talks in London?",
    "Who didn't attend the London meeting?",
  ],
  [
    { kind: "events", events: [both(at("Paris"), on("2025-04-14/2025-04-20"))], never: [at("London")] },
    "At which talks was Marco Rubio present?",
    "What talks did the secretary of state Marco Rubio take part in?",
    "Which talks did Marco Rubio participate in?",
  ],
  [
    { kind: "people", names: ["Witkoff"] },
    "Who was due to travel to Moscow?",
    "Which people were supposed to go to Moscow?",
    "Whose visit to Moscow was planned?",
  ],
  [
    {
      kind: "events",
      events: [
        both(on("2025-04-19"), of("Putin")),
        both(of("Russia", "United States"), ({ status }) => status === "declined" || status === "proposed"),
        both(on("2019-06-19"), of("Contact Group")),
      ],
      never: [({ kind }) => kind !== "ceasefire"],
    },
    "What truces are mentioned?",
    "List all ceasefires that are reported",
    "Which ceasefires are there on record, of any status?",
  ],
  [
    {
      kind: "events",
      events: [
        both(of("Peskov"), at("Moscow")),
        both(of("Peskov"), ({ when }) => (when.end ?? "") >= "2025-04-01"),
      ],
      never: [({ kind }) => kind !== "statement"],
    },
    "What has Dmitri Peskov said?",
    "Which statements did Dmitry Peskov make?",
    "statements by Peskov",
  ],
  [
    { kind: "whether", value: "no" },
    "Did Britain and Russia hold peace negotiations?",
    "Has the United Kingdom negotiated with Russia about peace?",
    "Were there peace negotiations between Britain and Russia?",
  ],
  [
    { kind: "topics", names: ["security", "grain shortages", "nuclear safety"] },
    "What did Britain and Russia discuss in secret?",
    "What were the subjects of the secret talks between the UK and Russia?",
    "What was discussed at the clandestine talks between Russia and Britain?",
  ],
  [
    { kind: "number", value: 2 },
    "How many documents mention contacts between Britain and Russia?",
    "In how many sources are the contacts between the UK and Russia reported?",
    "What is the number of sources on the UK–Russia contacts?",
  ],
  [
    {
      kind: "events",
      events: [
        both(on("2019-09-16"), of("Rouhani", "Putin", "Erdoğan")),
        both(on("2019-09-24"), of("Zarif", "Lavrov")),
      ],
      never: [on("2019-10-09")],
    },
    "Which events took place in Sept 2019?",
    "What went on during September 2019?",
    "events of September 2019",
  ],
  [
    { kind: "people", names: ["Rouhani", "Erdoğan", "Trump"], without: ["Witkoff"] },
    "Whom did Vladimir Putin meet?",
    "Who has had meetings with the Russian president Vladimir Putin?",
    "Which leaders met Putin?",
  ],
  [
    { kind: "people", names: ["Maas", "Le Drian"] },
    "Which foreign ministers paid a visit to Kiev?",
    "Which ministers of foreign affairs travelled to Kyiv?",
    "What foreign ministers have been on a visit to Kyiv?",
  ],
  [
    {
      kind: "events",
      events: [both(on("2014-02-21"), of("Yanukovych", "France", "Germany", "Poland"))],
      never: [({ when }) => when.edtf !== "2014-02-21"],
    },
    "Which agreement was signed on 21 Feb 2014, and who were its witnesses?",
    "What agreement was reached on 21.02.2014?",
    "On February 21st, 2014, what was agreed?",
  ],
  [
    { kind: "events", events: [both(on("2016-10"), at("Berlin"))] },
    "Where and when did the Normandy summit on disengagement take place?",
    "When and where did the Normandy format meet on disengagement?",
    "When and where was the Normandy format summit about disengagement held?",
  ],
  [
    {
      kind: "events",
      events: [both(on("2019-09-24"), at("New York")), both(of("United Kingdom", "Russia"), at("New York"))],
    },
    "What meetings were there in New York?",
    "Which meetings were held in New York?",
    "list the meetings in New York",
  ],
  [
    { kind: "whether", value: "not recorded" },
    "Has the ambassador of Russia met with the Metropolitan Police Commissioner?",
    "Did Russia's ambassador and the Metropolitan Police Commissioner meet?",
    "Was there a meeting between the Russian ambassador and the Metropolitan Police Commissioner?",
  ],
  [
    { kind: "events", events: [both(on("2019-06-11"), ({ occasion }) => /Primakov/.test(occasion ?? ""))] },
    "Where did Sergey Lavrov give a speech on June 11, 2019?",
    "At what place did Lavrov speak on 11.06.2019?",
    "Where did the Russian foreign minister Lavrov make his statement on 11 June 2019?",
  ],
  [
    { kind: "entity", names: ["Dave Pares"], events: [of("Dave Pares")] },
    "Who's Dave Pares?",
    "Tell me about Dave Pares",
    "I would like to know who Dave Pares is",
    "Dave Pares",
  ],
  [
    { kind: "nothing" },
    "Whom did Lavrov meet in Geneva?",
    "Who had a meeting with Sergey Lavrov in Geneva?",
    "In Geneva, who met with Lavrov?",
  ],
];

describe("questions over the shipped dataset, each in several plain words", () => {
  for (const [expected, ...questions] of rows) {
    test.each(questions)("%s", (question) => {
      const briefing = ask(question);
      expect(shown(briefing, expected)).toEqual(wanted(expected));
    });
  }
});

/** What of the expectation is true of the briefing, in the form of `wanted`. */
function shown(briefing: Briefing, expected: Expected) {
  const { answer, events } = briefing;
  const values = answer.values as readonly {
    name?: string;
    edtf?: string;
    value?: unknown;
    names?: readonly string[];
  }[];
  const names = values.map(({ name }) => name ?? "");
  const holds = (part: string) => names.some((name) => name.includes(part));
  return {
    kind: answer.kind,
    ignored: briefing.notes.filter((note) => note.startsWith("Not understood")),
    names: expected.names?.filter(holds),
    without: expected.without?.filter(holds),
    value: expected.value === undefined ? undefined : values[0]?.value,
    dates: expected.dates && values.map(({ edtf }) => edtf),
    pairs:
      expected.pairs &&
      values
        .map(({ names }) =>
          (names ?? [])
            .map((name) => name.split(" ").at(-1))
            .sort()
            .join(" + "),
        )
        .sort(),
    events: expected.events?.map((each) => events.some(each)),
    never: expected.never?.map((each) => events.some(each)),
  };
}

function wanted(expected: Expected) {
  return {
    kind: expected.kind,
    ignored: [],
    names: expected.names,
    without: expected.without && [],
    value: expected.value,
    dates: expected.dates,
    pairs: expected.pairs?.map((pair) => pair.split(" + ").sort().join(" + ")).sort(),
    events: expected.events?.map(() => true),
    never: expected.never?.map(() => false),
  };
}
