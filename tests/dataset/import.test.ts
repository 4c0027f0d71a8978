import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type ImportProblem, importFiles, recognise } from "../../src/dataset/import/index.ts";
import { CAMEO, cameoOfName, kindOfCameo } from "../../src/model/cameo.ts";
import type { Gazetteer } from "../../src/model/entity.ts";

const gazetteer: Gazetteer = {
  people: [{ id: "ada-berg", kind: "person", name: "Ada Berg", aliases: [], country: "NO", offices: [] }],
  organisations: [],
  countries: [
    {
      code: "NO",
      name: "Norway",
      aliases: ["Kingdom of Norway"],
      demonyms: ["Norwegian"],
      capital: "oslo",
      metonyms: [],
      continent: "europe",
    },
  ],
  places: [
    {
      id: "oslo",
      kind: "city",
      name: "Oslo",
      country: "NO",
      aliases: ["Christiania"],
      within: ["country:NO"],
    },
    { id: "country:NO", kind: "country", name: "Norway", country: "NO", aliases: [], within: ["europe"] },
  ],
  titles: [],
  topics: [],
  occasions: [],
  anchors: [],
};

const folder = () => mkdtempSync(join(tmpdir(), "import-"));

async function imported(name: string, content: string | Buffer) {
  const out = join(folder(), "dataset");
  const file = join(folder(), name);
  writeFileSync(file, content);
  const problems: Omit<ImportProblem, "file">[] = [];
  const manifest = await importFiles([file], {
    gazetteer,
    out,
    onProblem: ({ line, why }) => problems.push({ line, why }),
  });
  const rows = (name: string) =>
    readFileSync(join(out, name), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  return { out, manifest, problems, events: rows("events.ndjson"), entities: rows("entities.ndjson") };
}

const tsv = (...rows: string[][]) => rows.map((row) => row.join("\t")).join("\n");

describe("importing ICEWS", () => {
  it("keeps who did what to whom, in date order, with the line as the source", async () => {
    const { events, manifest, problems } = await imported(
      "coded.tsv",
      tsv(
        ["Ada Berg", "Make a visit", "Police (Norway)", "2011-05-03"],
        ["Norway", "Praise or endorse", "Ada Berg", "2010-02-28"],
      ),
    );
    expect(problems).toEqual([]);
    expect(manifest.counts).toEqual({ documents: 1, events: 2, review: 0, entities: 3, places: 0 });
    expect([manifest.from, manifest.to]).toEqual(["2010-02-28", "2011-05-03"]);
    const brief = events.map((event) => ({
      kind: event.kind,
      cameo: event.cameo,
      edtf: event.when.edtf,
      who: event.participants.map((p: { id: string; part: string; country?: string }) => [
        p.id,
        p.part,
        p.country,
      ]),
      source: [event.sources[0].paragraph, event.sources[0].span],
    }));
    expect(brief).toEqual([
      {
        kind: "support",
        cameo: "051",
        edtf: "2010-02-28",
        who: [
          ["country:NO", "actor", "NO"],
          ["ada-berg", "target", "NO"],
        ],
        source: [2, [49, 93]],
      },
      {
        kind: "visit",
        cameo: "042",
        edtf: "2011-05-03",
        who: [
          ["ada-berg", "visitor", "NO"],
          ["police-norway", "host", "NO"],
        ],
        source: [1, [0, 48]],
      },
    ]);
  });

  it("reads the form with named columns, with its place and publisher", async () => {
    const header = [
      "Event ID",
      "Event Date",
      "Source Name",
      "Source Country",
      "CAMEO Code",
      "Target Name",
      "Target Country",
      "Publisher",
      "City",
      "Country",
    ];
    const { events, problems } = await imported(
      "dataverse.tab",
      tsv(
        header,
        [
          "1",
          "2012-03-04",
          "Ada Berg",
          "Norway",
          "046",
          "Per Lund",
          "Norway",
          "Nordlys",
          "Christiania",
          "Kingdom of Norway",
        ],
        ["2", "2012-03-05", "Ada Berg", "Norway", "046"],
      ),
    );
    expect(problems).toEqual([{ line: 3, why: "5 columns where the header has 10" }]);
    expect(events).toHaveLength(1);
    expect(events[0].places).toEqual([{ id: "oslo", name: "Oslo", country: "NO", derivation: "stated" }]);
    expect(events[0].sources[0].origin).toBe("Nordlys");
  });

  it("names each record that it cannot read and imports the rest", async () => {
    const { events, problems } = await imported(
      "coded.tsv",
      tsv(
        ["Ada Berg", "Consult", "Norway", "2011-02-29"],
        ["Ada Berg", "Sing together", "Norway", "2011-02-28"],
        ["Ada Berg", "Consult", "Norway"],
        ["Ada Berg", "Consult", "Norway", "2011-02-28"],
        ["x".repeat(1_200_000), "Consult", "Norway", "2011-02-28"],
      ),
    );
    expect(events).toHaveLength(1);
    expect(problems).toEqual([
      { line: 1, why: "“2011-02-29” is not a day that exists" },
      { line: 2, why: "no CAMEO relation is called “Sing together”" },
      { line: 3, why: "3 columns where four are expected" },
      { line: 5, why: "longer than 1000000 bytes" },
    ]);
  });

  it("imports what stands before the break of a truncated gzip, and says that it breaks off", async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => [
      `Actor ${n * 7919}`,
      "Consult",
      "Norway",
      "2011-02-28",
    ]);
    const packed = gzipSync(tsv(...rows));
    const { events, problems } = await imported("coded.tsv.gz", packed.subarray(0, packed.length - 4_000));
    expect(events.length).toBeGreaterThan(0);
    expect(events.length).toBeLessThan(5_000);
    expect(problems).toEqual([
      {
        line: 0,
        why: `the file breaks off (unexpected end of file); ${events.length} events before that were read`,
      },
    ]);
  });

  it("passes over a line far longer than a record, by its number, and imports the rest", async () => {
    const { problems, manifest } = await imported(
      "long.tsv",
      `${tsv(["Ada Berg", "Consult", "Norway", "2011-05-03"])}\n${"x".repeat(3_000_000)}\n${tsv(["Norway", "Consult", "Ada Berg", "2011-05-04"])}\n`,
    );
    expect(problems).toEqual([{ line: 2, why: "longer than 1000000 bytes" }]);
    expect(manifest.counts.events).toBe(2);
  });

  it("unpacks what is packed, whatever its name, and says what is not packed", async () => {
    const rows = tsv(["Ada Berg", "Consult", "Norway", "2011-05-03"]);
    expect((await imported("packed.tsv", gzipSync(rows))).manifest.counts.events).toBe(1);
    expect((await imported("plain.tsv.gz", rows)).manifest.counts.events).toBe(1);
  });

  it("keeps a name as the record has it where the gazetteer writes it otherwise, and knows both", async () => {
    const { entities, events } = await imported(
      "named.tsv",
      tsv(
        ["Kingdom of Norway", "Consult", "ADA BERG", "2011-05-03"],
        ["Kingdom of Norway", "Consult", "Ada Berg", "2011-05-04"],
      ),
    );
    expect(entities.map(({ id, name, aliases }) => ({ id, name, aliases }))).toEqual([
      { id: "ada-berg", name: "ADA BERG", aliases: ["Ada Berg"] },
      { id: "country:NO", name: "Kingdom of Norway", aliases: ["Norway"] },
    ]);
    expect(
      new Set(events.flatMap((event) => event.participants.map((p: { name: string }) => p.name))),
    ).toEqual(new Set(["ADA BERG", "Kingdom of Norway"]));
  });

  it("writes the same bytes each time", async () => {
    const rows = tsv(
      ...Array.from({ length: 200 }, (_, n) => [`Actor ${n}`, "Consult", "Norway", "2011-02-28"]),
    );
    const bytes = async () =>
      readFileSync(join((await imported("coded.tsv", rows)).out, "events.ndjson"), "utf8");
    expect(await bytes()).toBe(await bytes());
  });
});

describe("importing GDELT", () => {
  const row = (cells: Record<number, string>) => Array.from({ length: 61 }, (_, at) => cells[at] ?? "");
  const usual = { 0: "123", 1: "20190607", 6: "ADA BERG", 7: "NOR", 16: "NORWAY", 17: "NOR", 26: "036" };

  it("reads actors, code, place and the reporter's site", async () => {
    const { events, problems } = await imported(
      "20190607.export.CSV",
      tsv(
        row({ ...usual, 51: "4", 52: "Oslo, Oslo, Norway", 60: "https://www.example.org/a?b" }),
        row({ ...usual, 6: "", 16: "" }),
        row({ ...usual, 26: "999" }),
      ),
    );
    expect(problems).toEqual([
      { line: 3, why: "no CAMEO code is “999”" },
      { line: 0, why: "1 record names nobody; left out" },
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      kind: "intent",
      when: { edtf: "2019-06-07" },
      participants: [
        { id: "ada-berg", part: "actor" },
        { id: "country:NO", part: "target" },
      ],
      places: [{ id: "oslo" }],
      sources: [{ origin: "example.org" }],
    });
  });

  it("is told from ICEWS by its first lines", () => {
    const file = (content: string) => {
      const path = join(folder(), "x");
      writeFileSync(path, content);
      return recognise(path);
    };
    expect(file(tsv(row(usual)))).toBe("gdelt");
    expect(file(tsv(["A", "Consult", "B", "2011-02-28"]))).toBe("icews");
    expect(file("Dear reader,\n")).toBeUndefined();
  });
});

describe("the CAMEO table", () => {
  it("gives every code a kind of ours, and the general code where a root shares its name", () => {
    expect([...CAMEO.keys()].filter((code) => kindOfCameo(code) === undefined)).toEqual([]);
    expect(cameoOfName("consult")).toBe("040");
    expect(kindOfCameo("0871")).toBe("ceasefire");
    expect(kindOfCameo("9")).toBeUndefined();
  });
});
