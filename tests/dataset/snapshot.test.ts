import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "../../src/dataset/import/index.ts";
import { openDataset } from "../../src/dataset/open.ts";
import { INDEX_VERSION } from "../../src/engine/index/pack.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Gazetteer } from "../../src/model/entity.ts";
import type { Query } from "../../src/model/query.ts";
import { addDays } from "../../src/model/when.ts";
import { gazetteer } from "../fixtures/world.ts";

/** More than are decoded at once, so that the dataset has an index beside it. */
const EVENTS = 20_500;
const NAMES = ["Police (Kenya)", "Cabinet (Finland)", "Anna Moen", "Kenya", "Finland", "Ola Dahl"];
const RELATIONS = ["Make statement", "Consult", "Make a visit", "Praise or endorse"];

let original = "";

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "attache-snapshot-"));
  const rows = Array.from({ length: EVENTS }, (_, n) =>
    [
      NAMES[n % 6],
      RELATIONS[(n >> 2) % 4],
      NAMES[(n * 5 + 1 + (n >> 4)) % 6],
      addDays("2010-01-01", n % 900),
    ].join("\t"),
  );
  writeFileSync(join(folder, "coded.tsv"), rows.join("\n"));
  original = join(folder, "dataset");
  await importFiles([join(folder, "coded.tsv")], { gazetteer, out: original, onProblem: () => {} });
  // A whole second, so that copies are exactly as old on every file system.
  utimesSync(join(original, "events.ndjson"), 1_700_000_000, 1_700_000_000);
  openEngine(openDataset(original, { gazetteer }));
}, 120_000);

/** A copy of the dataset with its snapshot, each file as old as the original's. */
function copy(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "attache-snapshot-")), "dataset");
  cpSync(original, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

function opened(folder: string, known: Gazetteer = gazetteer) {
  const notices: string[] = [];
  const dataset = openDataset(folder, { gazetteer: known, notice: (line) => notices.push(line) });
  return { dataset, notices };
}

const QUERIES: readonly Query[] = [
  { ask: "number", of: "events", who: [{ entity: "anna-moen" }] },
  {
    ask: "people",
    who: [{ entity: "country:KE" }],
    when: { kind: "period", from: "2010-03-01", to: "2010-03-09" },
  },
  {
    ask: "events",
    text: "visit kenya",
    order: "newest",
    when: { kind: "period", from: "2012-01-01", to: null },
  },
  { ask: "dates", by: "month", who: [{ entity: "anna-moen" }, { entity: "country:FI" }], order: "first" },
];

function answers(folder: string) {
  const { dataset, notices } = opened(folder);
  const engine = openEngine(dataset);
  return { notices, briefings: QUERIES.map((query) => engine.answer(query, { today: "2013-01-01" })) };
}

const snapshotOf = (folder: string) => join(folder, "index.bin");
const namesOf = (folder: string) => join(folder, "names.bin");

/** What names are read as, completed to and corrected to. */
function named(folder: string) {
  const { dataset, notices } = opened(folder);
  const engine = openEngine(dataset);
  const lines = [
    "What did the Kenyan police do?",
    "Who visited Anna Moen?",
    "Who visited Ana Moen?",
    "Who met Dhal?",
  ];
  const read = lines.map((line) => engine.read(line, { today: "2013-01-01" }));
  const completed = ["police", "moen", "Nairboi", "fin", ""].flatMap((typed) =>
    (["actor", "person", "place"] as const).map((kind) => engine.suggest(kind, typed, 8)),
  );
  return { notices, read, completed };
}

describe("the snapshot of a large dataset", () => {
  it("answers as the events themselves do", () => {
    const folder = copy();
    const { notices, briefings } = answers(folder);
    expect(notices).toEqual([]);
    rmSync(snapshotOf(folder));
    expect(answers(folder).briefings).toEqual(briefings);
    expect(briefings.map(({ answer }) => answer.kind)).toEqual(["number", "people", "events", "dates"]);
  });

  it("is made where it is missing, and then used", () => {
    const folder = copy();
    const before = readFileSync(snapshotOf(folder));
    rmSync(snapshotOf(folder));
    openEngine(opened(folder).dataset);
    expect(readFileSync(snapshotOf(folder)).equals(before)).toBe(true);
    expect(opened(folder).dataset.events.snapshot?.load(INDEX_VERSION)).not.toBeNull();
  });

  it("is passed over in one line wherever a byte of it is wrong", () => {
    const folder = copy();
    const sound = readFileSync(snapshotOf(folder));
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const torn = Buffer.from(sound);
        torn[at]! ^= flip;
        writeFileSync(snapshotOf(folder), torn);
        const { dataset, notices } = opened(folder);
        const kept = dataset.events.snapshot?.load(INDEX_VERSION) ?? null;
        // What lies between two parts only fills up to eight bytes.
        if (kept === null)
          expect(notices).toEqual([expect.stringMatching(/index\.bin is not used \(.+\); it is made anew/)]);
        else expect(kept).toEqual(loaded(sound, folder));
      }),
      { numRuns: 40 },
    );
  });

  function loaded(sound: Buffer, folder: string) {
    writeFileSync(snapshotOf(folder), sound);
    return opened(folder).dataset.events.snapshot?.load(INDEX_VERSION);
  }

  it("is made anew where it breaks off, is empty or is something else", () => {
    const folder = copy();
    const { briefings } = answers(folder);
    const sound = readFileSync(snapshotOf(folder));
    for (const other of [
      sound.subarray(0, 1000),
      sound.subarray(0, sound.length - 9),
      Buffer.alloc(0),
      Buffer.from("{}\n"),
    ]) {
      writeFileSync(snapshotOf(folder), other);
      const again = answers(folder);
      expect(again.notices).toHaveLength(1);
      expect(again.briefings).toEqual(briefings);
      expect(readFileSync(snapshotOf(folder)).equals(sound)).toBe(true);
    }
  });

  it("of another version is made anew", () => {
    const folder = copy();
    const { dataset, notices } = opened(folder);
    expect(dataset.events.snapshot?.load(`${INDEX_VERSION} of another time`)).toBeNull();
    expect(notices).toEqual([expect.stringContaining("of version")]);
  });

  it("follows events that were changed, at the same length and at another", () => {
    const folder = copy();
    const file = join(folder, "events.ndjson");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"status":"happened"', '"status":"proposed"'));
    const { notices, briefings } = answers(folder);
    expect(notices).toEqual([expect.stringContaining("the events have changed")]);
    rmSync(snapshotOf(folder));
    expect(answers(folder).briefings).toEqual(briefings);
    writeFileSync(file, text.replace('"status":"happened"', '"status":"denied"'));
    expect(answers(folder).notices).toEqual([expect.stringContaining("the dataset has changed")]);
  });

  it("fits the same events in a copy that is newer", () => {
    const folder = copy();
    utimesSync(join(folder, "events.ndjson"), 1_900_000_000, 1_900_000_000);
    expect(answers(folder).notices).toEqual([]);
  });

  it("is made anew for another gazetteer", () => {
    const { notices } = opened(copy(), { ...gazetteer, topics: [] });
    expect(notices).toEqual([expect.stringContaining("the dataset has changed")]);
  });

  it("that cannot be written is said, and answers come all the same", () => {
    const folder = copy();
    const { briefings } = answers(folder);
    rmSync(snapshotOf(folder));
    mkdirSync(join(snapshotOf(folder), "in the way"), { recursive: true });
    const { notices, briefings: again } = answers(folder);
    expect(notices.at(-1)).toMatch(/could not be written/);
    expect(again).toEqual(briefings);
  });

  it("does not hide that events are missing", () => {
    const folder = copy();
    const file = join(folder, "events.ndjson");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, text.indexOf("\n") + 1));
    expect(() => opened(folder)).toThrow(/1 lines, and the manifest counts 20500/);
  });

  it("keeps names as they are read anew", () => {
    const folder = copy();
    const { notices, ...kept } = named(folder);
    expect(notices).toEqual([]);
    expect(kept.read.map(({ kind }) => kind)).toEqual(["query", "query", "query", "query"]);
    rmSync(namesOf(folder));
    expect(named(folder)).toEqual({ notices: [], ...kept });
    expect(named(folder)).toEqual({ notices: [], ...kept });
  });

  it("has names made anew in one line, wherever a byte of them is wrong or they break off", () => {
    const folder = copy();
    const { notices: _, ...kept } = named(folder);
    const sound = readFileSync(namesOf(folder));
    const torn = fc.oneof(
      fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const bytes = Buffer.from(sound);
        bytes[at]! ^= flip;
        return bytes;
      }),
      fc.nat(sound.length - 9).map((length) => sound.subarray(0, length)),
    );
    fc.assert(
      fc.property(torn, (bytes) => {
        writeFileSync(namesOf(folder), bytes);
        const { notices, ...again } = named(folder);
        expect(again).toEqual(kept);
        // What lies between two parts only fills up to eight bytes.
        if (notices.length > 0) {
          expect(notices).toEqual([expect.stringMatching(/names\.bin is not used \(.+\); it is made anew/)]);
          expect(readFileSync(namesOf(folder)).equals(sound)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("has names made anew where somebody has another one", () => {
    const folder = copy();
    const file = join(folder, "entities.ndjson");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll("Anna Moen", "Anna Moer"));
    const engine = openEngine(opened(folder).dataset);
    expect(engine.suggest("person", "anna", 5)).toEqual([{ value: "Anna Moer", label: "Anna Moer" }]);
  });
});
