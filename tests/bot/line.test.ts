import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { readLine } from "../../src/bot/words/line.ts";

const read = (line: string) => readLine(line, commands);
const command = (name: string, fields: Record<string, string>) => ({
  kind: "command",
  group: "brief",
  name,
  fields,
});

describe("a command line", () => {
  test.each([
    [
      'met "Inês Carvalho" place:Lisbon period:2021',
      "met",
      { person: "Inês Carvalho", place: "Lisbon", period: "2021" },
    ],
    ['met person:"Inês Carvalho"', "met", { person: "Inês Carvalho" }],
    ["met person:“Inês Carvalho”", "met", { person: "Inês Carvalho" }],
    ["met person:«Inês Carvalho»", "met", { person: "Inês Carvalho" }],
    [
      "met person:Inês Carvalho place:New York period:last week",
      "met",
      { person: "Inês Carvalho", place: "New York", period: "last week" },
    ],
    ["met Inês Carvalho place:New York", "met", { person: "Inês Carvalho", place: "New York" }],
    ["met period:2021 Carvalho", "met", { period: "2021", person: "Carvalho" }],
    ["met person: Carvalho", "met", { person: "Carvalho" }],
    ["Met Carvalho", "met", { person: "Carvalho" }],
    ["/brief met Carvalho", "met", { person: "Carvalho" }],
    ["brief met Carvalho", "met", { person: "Carvalho" }],
    ["/met Carvalho", "met", { person: "Carvalho" }],
    [
      "events Lisbon period:2021 status:planned",
      "events",
      { place: "Lisbon", period: "2021", status: "planned" },
    ],
    ["between Portugal and Kenya", "between", { a: "Portugal", b: "Kenya" }],
    ['between "Portugal" "Kenya" period:2021', "between", { a: "Portugal", b: "Kenya", period: "2021" }],
    ["timeline What happened in Lisbon?", "timeline", { question: "What happened in Lisbon?" }],
    ["export Who met Carvalho? format:csv", "export", { question: "Who met Carvalho?", format: "csv" }],
    ["export format:csv Who met Carvalho?", "export", { format: "csv", question: "Who met Carvalho?" }],
    ["source https://ledger.example/a", "source", { document: "https://ledger.example/a" }],
    ["met", "met", {}],
    ["coverage", "coverage", {}],
    ['met person:"Inês Carvalho', "met", { person: "Inês Carvalho" }],
  ])("%s", (line, name, fields) => {
    expect(read(line)).toEqual(command(name, fields));
  });

  test("refuses an option that the command does not have", () => {
    expect(read("met persn:Carvalho")).toMatchObject({
      kind: "unfit",
      command: { name: "met" },
      problem: { kind: "unknown-option", option: "persn" },
    });
  });

  test("refuses an option that is there twice", () => {
    expect(read("met person:Carvalho person:Mello")).toMatchObject({
      problem: { kind: "given-twice", option: "person" },
    });
  });

  test("refuses words that belong to no option", () => {
    expect(read('met person:"Carvalho" place:"Lisbon" yesterday')).toMatchObject({
      problem: { kind: "loose-words", words: "yesterday" },
    });
  });
});

describe("a question", () => {
  test.each([
    "Who met Carvalho in 2021?",
    "Events in Lisbon?",
    "met anyone?",
    "Between March and May 2021, who met Carvalho?",
    "coverage of Lisbon",
    "metropolitan talks",
    "brief the minister on Lisbon",
    "",
  ])("is what begins with no command, or ends as one: %s", (line) => {
    expect(read(line)).toEqual({ kind: "question", text: line });
  });

  test("may follow the group's name after a slash", () => {
    expect(read("/brief who met Carvalho?")).toEqual({ kind: "question", text: "who met Carvalho?" });
  });
});

describe("a group", () => {
  test("alone is told as such", () => {
    expect(read("/brief")).toEqual({ kind: "group", group: "brief" });
    expect(read("digest")).toEqual({ kind: "group", group: "digest" });
  });

  test("with a word that is none of its commands names the word", () => {
    expect(read("/digest explode now")).toEqual({ kind: "group", group: "digest", word: "explode" });
  });
});

test("what is put in as quoted fields comes out as it was", () => {
  const value = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .map((text) => text.replace(/["“”„‟«»＂]/g, "").trim())
    .filter((text) => text !== "");
  const names = ["person", "with", "place", "period"] as const;
  const fields = fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 });
  fc.assert(
    fc.property(fields, (given) => {
      const line = Object.entries(given).map(([name, text]) => `${name}:"${text}"`);
      expect(read(`met ${line.join(" ")}`)).toEqual(command("met", { ...given }));
    }),
  );
});

test("no line makes it throw, and nothing but a known command is called", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (line) => {
      const found = read(line);
      if (found.kind === "command") expect(commands.map(({ name }) => name)).toContain(found.name);
    }),
  );
});
