import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "../../src/dataset/import/index.ts";
import { openDataset } from "../../src/dataset/open.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Engine } from "../../src/model/engine.ts";
import { gazetteer } from "../fixtures/atlas.ts";
import { said } from "./ask.ts";

/** Invented records in the four-column form: who, what, towards whom, when. */
const RECORDS = `
Kenya|Make a visit|Portugal|2010-03-01
Finland|Make a visit|Portugal|2010-05-02
Chile|Make a visit|Portugal|2010-05-20
Citizen (Finland)|Make a visit|Portugal|2011-02-11
Kenya|Make a visit|Portugal|2012-09-09
Police (Kenya)|Make an appeal or request|Portugal|2011-01-05
Kenya|Make an appeal or request|Portugal|2011-01-07
Chile|Appeal for economic aid|Portugal|2011-01-06
Chile|Praise or endorse|Harbour University|2012-03-03
Finland|Praise or endorse|Harbour University|2012-04-04
Harbour University|Praise or endorse|Kenya|2012-05-05
Defense / Security Ministry (Chile)|Criticize or denounce|Kenya|2013-01-01
Ministry (Finland)|Criticize or denounce|Kenya|2013-02-02
Fishermen (Island League)|Criticize or denounce|Kenya|2013-03-03
Portugal|Use unconventional violence|Citizen (Kenya)|2014-01-01
Chile|Use unconventional violence|Kenya|2014-02-02
Employee (Chile)|Threaten|Kenya|2014-05-05
Island League|Sign formal agreement|Kenya|2015-06-16
`;

let engine: Engine;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "coded-"));
  writeFileSync(join(folder, "records.tsv"), RECORDS.trim().replaceAll("|", "\t"));
  const out = join(folder, "dataset");
  await importFiles([join(folder, "records.tsv")], { gazetteer, out, onProblem: () => {} });
  engine = openEngine(openDataset(out, { gazetteer }));
});

const ask = (words: string) => engine.ask(words, { today: "2016-01-01" });

describe("over coded records", () => {
  it.each([
    // bodies by their country, in any order of words and either spelling
    ["Who did the Kenyan police appeal to?", ["Portugal"]],
    ["When did the police of Kenya make a request to Portugal?", ["2011-01-05"]],
    ["Who praised the University of the Harbour?", ["Chile", "Finland"]],
    ["When did the Chilean Ministry of Defence and Security denounce Kenya?", ["2013-01-01"]],
    ["When did the Foreign Ministry of Finland denounce Kenya?", ["2013-02-02"]],
    ["When did the Island League's fishermen condemn Kenya?", ["2013-03-03"]],
    ["When did staff of Chile threaten Kenya?", ["2014-05-05"]],
    // the people of a country as such
    ["In which month did Finns visit Portugal?", ["2011-02"]],
    ["When did the citizens of Finland visit Portugal?", ["2011-02-11"]],
    // operators
    ["Who was the last to visit Portugal before Chile?", ["Finland"]],
    ["Who was the first person to visit Portugal after Finland did?", ["Chile"]],
    ["Who was the last country before Chile to visit Portugal?", ["Finland"]],
    ["Who visited Portugal in the same month as Chile?", ["Finland"]],
    ["Who visited Portugal after May 2010?", ["Citizen (Finland)", "Kenya"]],
    ["In 2010, who visited Portugal after Kenya?", ["Finland", "Chile"]],
    ["Who visited Portugal in May, the year of 2010?", ["Finland", "Chile"]],
    // directions
    ["When was the last time Kenya visited Portugal?", ["2012-09-09"]],
    ["Who received Kenya's visit?", ["Portugal"]],
    ["Which country was the last to receive praise from the Harbour University?", ["Kenya"]],
    ["Who is Kenya threatened by first?", ["Employee (Chile)"]],
    ["Who was the last country about which Finland said something positive?", []],
    // a request is the record's own, and no place is recorded
    ["Who made a request to Portugal in 2011?", ["Police (Kenya)", "Kenya"]],
    ["Who was the last to use unconventional violence in Kenya?", ["Chile"]],
  ])("%s", (words, expected) => {
    expect(said(ask(words))).toEqual(expected);
  });

  it("say what was tried first where a name could be another", () => {
    expect(ask("When did the foreign ministry of Finland denounce Kenya?").understood).toContain(
      "Ministry (Finland)",
    );
    const other = ask("When did Finns praise the Harbour University?");
    expect(said(other)).toEqual(["2012-04-04"]);
    expect(other.notes[0]).toBe(
      "Nothing recorded: Dates of praise of Citizen (Finland) as actor and Harbour University as target.",
    );
  });
});
