import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "../../src/dataset/import/index.ts";
import { openDataset } from "../../src/dataset/open.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Engine } from "../../src/model/engine.ts";
import { gazetteer } from "../fixtures/atlas.ts";

/** Invented records: the names that the questions use. */
const RECORDS = `
Kenya|Make a visit|Portugal|2010-03-01
Finland|Criticize or denounce|Portugal|2010-05-02
Chile|Sign formal agreement|Portugal|2010-05-20
`;

let engine: Engine;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  writeFileSync(join(folder, "records.tsv"), RECORDS.trim().replaceAll("|", "\t"));
  const out = join(folder, "dataset");
  await importFiles([join(folder, "records.tsv")], { gazetteer, out, onProblem: () => {} });
  engine = openEngine(openDataset(out, { gazetteer }));
});

describe("the same question in other words is the same query", () => {
  it.each([
    [
      "Who visited Portugal in March 2012?",
      "Who has visited Portugal in March 2012?",
      "Who had visited Portugal in March 2012?",
      "Who came on a visit to Portugal in March 2012?",
      "Who travelled on an official visit to Portugal in March 2012?",
      "By whom was Portugal visited in March 2012?",
      "Who visited Portugal at any point in March 2012?",
      "Who visited Portugal in 03/2012?",
    ],
    [
      "Who visited Portugal before Kenya?",
      "Who visited Portugal earlier than Kenya did?",
      "Who had visited Portugal before Kenya did so?",
    ],
    [
      "Who visited Portugal after Kenya?",
      "Who visited Portugal later than Kenya?",
      "Who visited Portugal subsequent to Kenya?",
    ],
    [
      "Who criticised Portugal in 2010?",
      "Who was critical of Portugal in 2010?",
      "From whom did Portugal receive criticism in 2010?",
      "From whom did Portugal face criticism in 2010?",
      "Who levelled criticism at Portugal in 2010?",
    ],
    [
      "Who gave humanitarian aid to Portugal in 2010?",
      "Who delivered humanitarian assistance to Portugal in 2010?",
      "Who provided Portugal with humanitarian assistance in 2010?",
      "From whom did Portugal get humanitarian aid in 2010?",
    ],
    [
      "Who was the first to visit Portugal after Kenya?",
      "Who visited Portugal right after Kenya?",
      "Who was the next to visit Portugal after Kenya?",
    ],
    ["Who was the last to visit Portugal before Kenya?", "Who visited Portugal just before Kenya?"],
    [
      "In which month did Kenya first criticise Portugal?",
      "What was the month of Kenya's first criticism of Portugal?",
    ],
    ["Who signed an agreement with Portugal in 2010?", "Who inked a deal with Portugal in 2010?"],
    [
      "In which year did Kenya first visit Portugal?",
      "What was the first year in which Kenya visited Portugal?",
      "Which year was it when Kenya first visited Portugal?",
    ],
    ["When did Kenya last visit Portugal?", "What is the last date on which Kenya visited Portugal?"],
  ])("%s", (plain, ...others) => {
    const read = (words: string) => engine.read(words, { today: "2016-01-01" });
    const wanted = read(plain);
    expect(wanted.kind).toBe("query");
    for (const words of others) expect([words, read(words)]).toEqual([words, wanted]);
  });

  it("asks for visitors as for those who visited", () => {
    const briefing = engine.ask("Who were the visitors to Portugal in 2010?", { today: "2016-01-01" });
    expect(briefing.answer.values).toMatchObject([{ name: "Kenya" }]);
  });
});
