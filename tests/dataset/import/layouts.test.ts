import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importFiles } from "../../../src/dataset/import/index.ts";
import { gazetteer } from "../../fixtures/atlas.ts";

async function imported(name: string, content: string | Buffer) {
  const folder = mkdtempSync(join(tmpdir(), "layouts-"));
  const out = join(folder, "dataset");
  writeFileSync(join(folder, name), content);
  const problems: string[] = [];
  const onProblem = ({ line, why }: { line: number; why: string }) => problems.push(`${line}: ${why}`);
  const manifest = await importFiles([join(folder, name)], { gazetteer, out, onProblem });
  const events = readFileSync(join(out, "events.ndjson"), "utf8").trim().split("\n");
  return { problems, count: manifest.counts.events, events: events.map((line) => JSON.parse(line)) };
}

/** The twenty columns of the yearly files. */
const HEADER =
  "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude";
const ROWS = [
  HEADER,
  "1|2014-05-03|Ada Berg|Government,Executive|Kenya|Make a visit|042|1.9|Per Lund||Finland|77|1|Harbour Post|Nairobi||Nairobi|Kenya|-1.2|36.8",
  "2|2014-05-04|Citizen (Kenya)|General Population|Kenya|Demonstrate or rally|141|-6.5|Police (Kenya)|Police|Kenya|78|2||||||1.0|36.8",
  "3|2014-02-30|Ada Berg||Kenya|Consult|040|1|Per Lund||Finland|77|1||||||-1.2|36.8",
  "4|2014-05-04|Ada Berg||Kenya|Consult|0999|1|Per Lund||Finland|77|1||||||-1.2|36.8",
  "5|2014-05-05|Ada Berg||Kenya|Consult|040|1",
  "6|2014-05-05|||Kenya|Consult|040|1|Per Lund||Finland|77|1||||||-1.2|36.8",
].map((row) => row.split("|"));
const COMPLAINTS = [
  "4: “2014-02-30” is not a day that exists",
  "5: no CAMEO code is “0999”",
  "6: 8 columns where the header has 20",
  "7: the source has no name",
];

describe("the yearly files of ICEWS", () => {
  it.each([
    ["plain", (cell: string) => cell],
    ["in quotation marks", (cell: string) => (/^-?[\d.]+$/.test(cell) ? cell : `"${cell}"`)],
  ])("%s: each bad line is named, and the rest imported", async (_, write) => {
    const text = ROWS.map((cells) => cells.map(write).join("\t")).join("\r\n");
    const { events, problems } = await imported("Events.2014.tab", text);
    expect(problems).toEqual(COMPLAINTS);
    expect(events.map(({ kind, when, participants }) => [kind, when.edtf, participants.length])).toEqual([
      ["visit", "2014-05-03", 2],
      ["protest", "2014-05-04", 2],
    ]);
    expect(events[0].participants.map((each: { name: string }) => each.name)).toEqual([
      "Ada Berg",
      "Per Lund",
    ]);
  });
});

describe("the 61 columns of GDELT", () => {
  const row = (cells: Readonly<Record<number, string>>) =>
    Array.from({ length: 61 }, (_, at) => cells[at] ?? "").join("\t");
  const usual = { 0: "410", 1: "20190607", 6: "KENYA", 7: "KEN", 16: "FINLAND", 17: "FIN", 26: "042" };

  it("names each bad line and counts the records that name nobody", async () => {
    const lines = [
      row(usual),
      row({ ...usual, 6: "", 16: "" }),
      row({ ...usual, 1: "20190631" }),
      row({ ...usual, 26: "9999" }),
      row(usual).slice(0, -1),
      "not a record",
      row({ ...usual, 6: "", 16: "" }),
      row({ ...usual, 16: "" }),
    ];
    const { problems, count } = await imported("20190607.export.CSV", lines.join("\n"));
    expect(problems).toEqual([
      "3: “20190631” is not a day that exists",
      "4: no CAMEO code is “9999”",
      "5: 60 columns where 61 are expected",
      "6: 1 columns where 61 are expected",
      "0: 2 records name nobody; left out",
    ]);
    expect(count).toBe(2);
  });
});

it("passes over a line of 64 million characters, packed or not", async () => {
  const lines = [
    "Kenya\tConsult\tFinland\t2011-05-03",
    "x".repeat(64_000_000),
    "Finland\tConsult\tKenya\t2011-05-04",
  ].join("\n");
  for (const content of [Buffer.from(lines), gzipSync(lines)]) {
    const { problems, count } = await imported("long.tsv", content);
    expect([problems, count]).toEqual([["2: longer than 1000000 bytes"], 2]);
  }
});
