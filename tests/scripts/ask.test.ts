import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Briefing } from "../../src/model/briefing.ts";
import { worldFolder } from "../support/folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const folder = worldFolder();

function run(args: readonly string[], input = "") {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/ask.ts", ...args],
    { cwd: ROOT, input, encoding: "utf8" },
  );
  return { stdout, stderr, status };
}
const ask = (...args: readonly string[]) => run(["--dataset", folder, "--today", "2023-05-03", ...args]);
const briefings = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Briefing);

test("an answer is printed with its sources, and the exit code is 0", () => {
  const { stdout, stderr, status } = ask("Who met Carvalho in 2019?");
  expect(stdout).toBe(`Who met Carvalho in 2019?
Understood: People who met Inês Carvalho, 1 January to 31 December 2019

1. October 2019 · Tomás Echenique · Tomás Echenique visited Inês Carvalho in Lisbon in October 2019. [1] E-visit019

Sources
[1] Quiet contacts between Lisbon and Nairobi, Lisbon Courier, 14 May 2021, paragraph 8
`);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
});

test("nothing recorded is an answer too", () => {
  const { stdout, status } = ask("Who met Carvalho in 1950?");
  expect(stdout).toContain("Nothing recorded.");
  expect(status).toBe(0);
});

test("with --json it is one briefing on one line", () => {
  const { stdout } = ask("--json", "Who met Carvalho in 2019?");
  const [briefing, ...more] = briefings(stdout);
  expect(more).toEqual([]);
  expect(briefing).toMatchObject({
    question: "Who met Carvalho in 2019?",
    answer: {
      kind: "people",
      values: [{ id: "tomas-echenique", certainty: "certain", events: ["E-visit019"] }],
    },
    events: [{ id: "E-visit019", sources: [{ document: "D-a1a1a1", paragraph: 8, quote: null }] }],
    coverage: { documents: 4, matchingDocuments: 1 },
  });
});

test("a command line gives the briefing of its question, its quotation marks taken off by the shell or not", () => {
  const [question] = briefings(ask("--json", "Who met Inês Carvalho in Lisbon in 2019?").stdout);
  const [line] = briefings(ask("--json", 'met person:"Inês Carvalho" place:Lisbon period:2019').stdout);
  const [words] = briefings(
    ask("--json", "met", "person:Inês Carvalho", "place:Lisbon", "period:2019").stdout,
  );
  for (const each of [line, words]) {
    expect({ ...each, question: "" }).toEqual({ ...question, question: "" });
  }
});

test("with --batch there is one line for each line, in order, senseless and empty ones too", () => {
  const lines = [
    "Who met Carvalho?",
    "",
    "flubber wibble",
    "met Carvalho period:2019",
    "help",
    "met persn:x",
    "Who met Rautala?",
  ];
  const { stdout, status } = run(["--batch", "--dataset", folder], `${lines.join("\n")}\n`);
  const all = briefings(stdout);
  expect(all.map(({ question }) => question)).toEqual(lines);
  expect(all.map(({ answer }) => answer.kind)).toEqual([
    "people",
    "unclear",
    "unclear",
    "people",
    "unclear",
    "unclear",
    "which",
  ]);
  for (const { understood } of all) expect(understood).not.toBe("");
  expect(status).toBe(0);
});

test("--today is the day that relative words go by", () => {
  const [briefing] = briefings(
    run(["--json", "--dataset", folder, "--today", "2021-05-13", "events yesterday"]).stdout,
  );
  expect(briefing?.query?.when).toEqual({ kind: "period", from: "2021-05-12", to: "2021-05-12" });
});

test("an export is printed as the file that it is", () => {
  const { stdout } = ask('export "Who met Carvalho in 2019?" format:csv');
  expect(stdout.split("\r\n")[0]).toMatch(/^id,date,/);
  expect(stdout).toContain("E-visit019,2019-10,");
});

test("asking writes nothing into the dataset", () => {
  const before = readFileSync(join(folder, "manifest.json"), "utf8");
  ask("Who met Carvalho?");
  expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(before);
});

describe("wrong usage ends with 2 and a message on the standard error", () => {
  test.each([
    [[], "There is no question."],
    [["--today", "2021-06-31", "Who?"], "--today 2021-06-31 is no day of the calendar."],
    [["--batch", "Who?"], "With --batch the questions come from standard input."],
    [["--nonsense", "Who?"], "nonsense"],
    [["--dataset", join(tmpdir(), "attache-not-there"), "Who?"], "There is no folder"],
  ])("%j", (args, message) => {
    const { stdout, stderr, status } = run(args);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Usage:");
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  });
});

test("a damaged dataset is named with its file and what to do, and ends with 1", () => {
  const damaged = worldFolder();
  writeFileSync(join(damaged, "events.ndjson"), "{\n");
  const { stdout, stderr, status } = run(["--dataset", damaged, "Who met Carvalho?"]);
  expect(stderr).toContain("events.ndjson, line 1");
  expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
  rmSync(damaged, { recursive: true });
});
