import fc from "fast-check";
import { expect, test } from "vitest";
import { FORMATS } from "../../commands/export/formats.ts";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import { at, event, when, who } from "../fixtures/world.ts";

const citation = {
  document: "D-a1a1a1",
  title: "Quiet contacts, and more",
  publisher: "Lisbon Courier",
  published: "2021-05-14",
  paragraph: 2,
  span: [0, 9] as const,
  origin: "Lisbon Courier",
  quote: null,
};

const briefed = (fields: Partial<BriefedEvent> & Pick<BriefedEvent, "id">): BriefedEvent => ({
  ...event({ id: fields.id }),
  sources: [citation],
  certainty: "certain",
  ...fields,
});

const meeting = briefed({
  id: "E-lisbon-a",
  when: when("2021-05-12", { derivation: "inferred" }),
  participants: [who("aino-rautala", "attendee", { inferred: true }), who("ines-carvalho", "host")],
  places: [at("lisbon")],
  topics: ["fisheries"],
  summary: "Aino Rautala met Inês Carvalho; they spoke of “fish”, and more.",
});
const week = briefed({
  id: "E-plan-vis",
  kind: "visit",
  status: "planned",
  when: when("2023-04-17/2023-04-23"),
  summary: "A visit is planned.",
});
const open = briefed({ id: "E-undated0", when: when("../2020-06-30"), summary: "They met before." });

const briefing: Briefing = {
  question: "Who met Carvalho?",
  understood: "People who met Inês Carvalho",
  query: { ask: "people" },
  answer: { kind: "events", values: [] },
  events: [],
  also: [],
  notes: ["The day is inferred."],
  coverage: { documents: 4, from: null, to: null, matchingDocuments: 1 },
  nearest: [],
  suggestions: [],
};

const write = (format: keyof typeof FORMATS, events: readonly BriefedEvent[], of: Briefing = briefing) =>
  FORMATS[format].write({ briefing: of, events, at: "2023-05-03T10:00:00.000Z", locale: "en-GB" });

test("a table has a row for each event, with its sources", () => {
  expect(write("csv", [meeting]).content).toBe(
    [
      "id,date,earliest,latest,date_derivation,kind,status,certainty,flags,people,names_inferred,places,occasion,topics,summary,sources",
      'E-lisbon-a,2021-05-12,2021-05-12,2021-05-12,inferred,meeting,happened,certain,,"Aino Rautala (attendee); Inês Carvalho (host)",Aino Rautala,Lisbon,,fisheries,"Aino Rautala met Inês Carvalho; they spoke of “fish”, and more.","Lisbon Courier, Quiet contacts, and more, 2021-05-14, paragraph 2"',
      "",
    ].join("\r\n"),
  );
});

/** Cells of RFC 4180 text, read back by the book. */
function cells(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
  );
}

test("no cell of a table is a formula, whatever a source says", () => {
  const lead = fc.constantFrom("=", "+", "-", "@", "\t=", "\r=", " =", "＝", "");
  const text = fc.tuple(lead, fc.string()).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (summary) => {
      const { content } = write("csv", [briefed({ id: "E-1", summary })]);
      for (const cell of cells(content)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }),
  );
});

test("data is the events as they are, with the question and how it was understood", () => {
  const data = JSON.parse(write("json", [meeting, week]).content);
  expect(data).toMatchObject({ question: "Who met Carvalho?", understood: "People who met Inês Carvalho" });
  expect(data.events).toEqual([meeting, week]);
});

test("a calendar has full days, the day after the last as its end, and says what is only planned", () => {
  const { content, note } = write("ics", [meeting, week, open]);
  const unfolded = content.replaceAll("\r\n ", "");
  expect(unfolded).toContain("DTSTART;VALUE=DATE:20210512\r\nDTEND;VALUE=DATE:20210513");
  expect(unfolded).toContain("DTSTART;VALUE=DATE:20230417\r\nDTEND;VALUE=DATE:20230424");
  expect(unfolded).toContain("SUMMARY:PLANNED: A visit is planned.");
  expect(unfolded).toContain("STATUS:TENTATIVE");
  expect(unfolded).toContain("SUMMARY:Aino Rautala met Inês Carvalho\\; they spoke of “fish”\\, and more.");
  expect(unfolded).not.toContain("E-undated0");
  expect(unfolded).not.toMatch(/DTSTART[^\r]*T\d/);
  expect(note).toBe("1 without a first and last day can't stand in a calendar.");
});

test("no line of a calendar is over 75 octets, and none is cut inside a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
      const { content } = write("ics", [briefed({ id: "E-1", summary })]);
      for (const line of content.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(content).not.toContain("�");
    }),
  );
});

test("a text lists the events with footnotes", () => {
  expect(write("md", [meeting, week]).content).toBe(`# People who met Inês Carvalho

- **12 May 2021** · Aino Rautala met Inês Carvalho; they spoke of “fish”, and more. (date inferred; name inferred from office: Aino Rautala) [^1]
- **17 – 23 April 2023** · A visit is planned. (planned) [^1]

> The day is inferred.

[^1]: Quiet contacts, and more, Lisbon Courier, 14 May 2021, paragraph 2
`);
});

test("markup in a name stays text, and only web links become links", () => {
  const sources = [
    { ...citation, title: "[click](javascript:x) *now* <img>", url: "javascript:alert(1)" },
    { ...citation, document: "D-b", url: "https://ledger.example/a" },
  ];
  const { content } = write("md", [briefed({ id: "E-1", summary: "# A _b_ `c`", sources })]);
  expect(content).toContain("\\# A \\_b\\_ \\`c\\`");
  expect(content).toContain("\\[click\\]\\(javascript:x\\) \\*now\\* \\<img\\>");
  expect(content).not.toContain("alert(1)");
  expect(content).toContain("<https://ledger.example/a>");
});
