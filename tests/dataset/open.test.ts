import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildDataset } from "../../src/dataset/build.ts";
import { openDataset, openReview } from "../../src/dataset/open.ts";
import { datasetFiles, writeDataset } from "../../src/dataset/write.ts";
import { gazetteer, raw, read } from "./reports.ts";

const MET = "aino-rautala met ines-carvalho in lisbon on 2021-05-12";
const documents = [
  raw("courier.txt", "2021-05-14", MET, "wanjiru-odhiambo met ines-carvalho in porto on 2021-05-13"),
  raw("ledger.txt", "2021-05-20", MET, "joseph-kiplagat met ines-carvalho in porto on 2021-05-13 (unsure)"),
];
const { built } = buildDataset(documents, { gazetteer, curation: [], read });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dataset-"));
  writeDataset(built, folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const lines = (name: string) => readFileSync(path(name), "utf8").split("\n");
const open = () => openDataset(folder, { gazetteer });

describe("a dataset folder", () => {
  it("holds the six files of a dataset and nothing else", () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      "entities.ndjson",
      "events.ndjson",
      "manifest.json",
      "places.ndjson",
      "redirects.json",
      "review.ndjson",
    ]);
  });

  it("opens as what was built", () => {
    const dataset = open();
    expect(dataset.manifest).toEqual(built.manifest);
    expect(Array.from({ length: dataset.events.length }, (_, at) => dataset.events.at(at))).toEqual(
      built.events,
    );
    expect([...dataset.entities.values()]).toEqual(built.entities);
    expect([...dataset.places.values()]).toEqual(built.places);
    expect(dataset.redirects).toEqual(built.redirects);
    expect(openReview(folder).at(0)).toEqual(built.review[0]);
  });

  it("is the same bytes when it is written again", () => {
    const before = readdirSync(folder).map((name) => readFileSync(path(name), "utf8"));
    writeDataset(built, folder);
    expect(readdirSync(folder).map((name) => readFileSync(path(name), "utf8"))).toEqual(before);
  });

  it("stays as it was when writing fails", () => {
    const before = datasetFiles(built);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => writeDataset({ ...built, manifest: circle as never, events: [] }, folder)).toThrow(
      "circular",
    );
    expect(
      Object.fromEntries(Object.keys(before).map((name) => [name, readFileSync(path(name), "utf8")])),
    ).toEqual(before);
    expect(readdirSync(folder)).toHaveLength(6);
  });

  it("shows passages where the documents are at hand, under any name, and only those", () => {
    const originals = mkdtempSync(join(tmpdir(), "documents-"));
    writeFileSync(join(originals, "renamed.txt"), documents[0]!.bytes);
    writeFileSync(join(originals, "ledger.txt"), `${Buffer.from(documents[1]!.bytes)}changed`);
    const { manifest, events, passage } = openDataset(folder, { gazetteer, documents: originals });
    const [courier, ledger] = manifest.documents;
    const span = events.at(0)!.sources[0]!.span;
    expect(passage(courier!.id, span)).toBe(MET);
    expect(passage(ledger!.id, span)).toBeNull();
    expect(passage(courier!.id, [0, 99_999])).toBeNull();
    expect(open().passage(courier!.id, span)).toBeNull();
    rmSync(originals, { recursive: true });
  });
});

describe("a damaged dataset", () => {
  const change = (name: string, edit: (text: string) => string) => () =>
    writeFileSync(path(name), edit(readFileSync(path(name), "utf8")));

  it.each<[string, string, () => void]>([
    [
      "a line broken off",
      "events.ndjson, line 2: the file breaks off in it",
      change("events.ndjson", (text) => text.slice(0, -20)),
    ],
    [
      "a line torn in the middle",
      "events.ndjson, line 1: it is not JSON",
      change("events.ndjson", (text) => text.replace('"kind"', '"kin')),
    ],
    [
      "a line that is no object",
      "events.ndjson, line 2: it does not begin an object",
      change("events.ndjson", (text) => text.replace("\n", "\n<<<<<<< theirs\n")),
    ],
    [
      "an unknown status",
      "events.ndjson, line 1: status",
      change("events.ndjson", (text) => text.replace('"happened"', '"finished"')),
    ],
    [
      "an event without a source",
      "events.ndjson, line 1: sources: an event without a source",
      change("events.ndjson", (text) => text.replace(/"sources":\[.*?\}\],/, '"sources":[],')),
    ],
    [
      "a day that does not exist",
      "events.ndjson, line 1: when.start: no such day",
      change("events.ndjson", (text) => text.replace('"start":"2021-05-12"', '"start":"2021-02-30"')),
    ],
    [
      "a missing event",
      "events.ndjson, line 1: it has 1 lines, and the manifest counts 2",
      change("events.ndjson", (text) => text.slice(text.indexOf("\n") + 1)),
    ],
    [
      "a missing entity",
      "events.ndjson, line 1: it uses aino-rautala, which the dataset does not have",
      () => {
        change("entities.ndjson", (text) => text.slice(text.indexOf("\n") + 1))();
        change("manifest.json", (text) => text.replace('"entities": 4', '"entities": 3'))();
      },
    ],
    [
      "an entity of no kind",
      "entities.ndjson, line 1: kind",
      change("entities.ndjson", (text) => text.replace('"person"', '"ship"')),
    ],
    [
      "a place torn",
      "places.ndjson, line 1: it is not JSON",
      change("places.ndjson", (text) => text.replace('"id"', '"id')),
    ],
    ["a torn manifest", "manifest.json, line ", change("manifest.json", (text) => text.slice(0, 200))],
    ["an empty manifest", "manifest.json, line 1: it is not JSON", change("manifest.json", () => "")],
    ["null for a manifest", "manifest.json: ", change("manifest.json", () => "null")],
    [
      "a newer schema",
      "manifest.json is of schema 99, newer than this program's 1",
      change("manifest.json", (text) => text.replace('"schema": 1', '"schema": 99')),
    ],
    ["no redirects", "redirects.json is missing", () => rmSync(path("redirects.json"))],
    ["no events", "events.ndjson is missing", () => rmSync(path("events.ndjson"))],
    ["no manifest", "is no dataset: it has no manifest.json", () => rmSync(path("manifest.json"))],
  ])("with %s is named with its file, its line and what to do", (_, said, damage) => {
    damage();
    const before = readdirSync(folder).map((name) => lines(name));
    expect(open).toThrow(said);
    expect(open).toThrow(/npm run read/);
    expect(readdirSync(folder).map((name) => lines(name))).toEqual(before);
  });
});
