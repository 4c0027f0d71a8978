import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../src/dataset/gazetteer.ts";
import { openDataset } from "../../src/dataset/open.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Runs the script as `npm run read` does. */
async function read(...args: readonly string[]) {
  const done = { code: 0, stdout: "", stderr: "" };
  try {
    const run = promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/read.ts", ...args], {
      cwd: ROOT,
    });
    return { ...done, ...(await run) };
  } catch (error) {
    const { code, stdout, stderr } = error as typeof done;
    return { code, stdout, stderr };
  }
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "read-"));
  mkdirSync(join(folder, "in"));
  writeFileSync(
    join(folder, "in/gazette.txt"),
    " date 2018-03-07 The Portuguese Prime Minister, António Costa, met French President Emmanuel Macron in Porto on 6 March 2018.\n",
  );
  writeFileSync(
    join(folder, "in/bulletin.md"),
    " date 2018-03-08 President Emmanuel Macron and Prime Minister António Costa met in Porto on 6 March 2018 to discuss trade.\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = (name: string) =>
  Object.fromEntries(
    readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file), "utf8")]),
  );

describe("npm run read", () => {
  it("writes a whole dataset of a folder's documents, and tells its progress on standard error", async () => {
    const { code, stdout, stderr } = await read(join(folder, "in"), "--out", join(folder, "out"));
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("Reading 2 of 2: gazette.txt");
    const { manifest, events } = openDataset(join(folder, "out"), {
      gazetteer: loadGazetteer(join(ROOT, "data/gazetteer")),
    });
    expect(manifest.documents.map(({ file, published }) => [file, published])).toEqual([
      ["gazette.txt", "2018-03-07"],
      ["bulletin.md", "2018-03-08"],
    ]);
    expect(events.length).toBe(1);
    expect(events.at(0)).toMatchObject({
      status: "happened",
      places: [{ name: "Porto" }],
      when: { edtf: "2018-03-06" },
      sources: [{}, {}],
    });
    expect(
      events
        .at(0)
        ?.participants.map(({ name }) => name)
        .toSorted(),
    ).toEqual(["António Costa", "Emmanuel Macron"]);
  });

  it("writes the same bytes each time, in any order of the paths", async () => {
    await read(join(folder, "in"), "--out", join(folder, "one"));
    await read(join(folder, "in/gazette.txt"), join(folder, "in/bulletin.md"), "--out", join(folder, "two"));
    expect(files("two")).toEqual(files("one"));
  });

  it("keeps the ids of a dataset that is built again with one document more", async () => {
    await read(join(folder, "in"), "--out", join(folder, "out"));
    const ids = () => files("out")["events.ndjson"]!.match(/E-\w+/g);
    const before = ids();
    writeFileSync(
      join(folder, "in/older.txt"),
      " date 2018-03-06 António Costa met Emmanuel Macron in Porto on 6 March 2018.\n",
    );
    await read(join(folder, "in"), "--out", join(folder, "out"));
    expect(ids()).toEqual(before);
    expect(JSON.parse(files("out")["manifest.json"]!).counts).toMatchObject({ documents: 3, events: 1 });
  });

  it("names what it can't read with the reason, reads the rest, and ends with 1", async () => {
    writeFileSync(join(folder, "in/empty.txt"), "");
    writeFileSync(join(folder, "in/latin.txt"), Uint8Array.of(0x4d, 0xfc, 0x6e));
    const { code, stderr } = await read(
      join(folder, "in"),
      join(folder, "none.txt"),
      "--out",
      join(folder, "out"),
    );
    expect(code).toBe(1);
    expect(stderr).toContain("empty.txt: it is empty.");
    expect(stderr).toContain("latin.txt: it is not UTF-8");
    expect(stderr).toContain("none.txt: there is no such file.");
    expect(JSON.parse(files("out")["manifest.json"]!).counts.documents).toBe(2);
  });

  it("writes nothing where nothing could be read", async () => {
    const { code, stderr } = await read(join(folder, "none.txt"), "--out", join(folder, "out"));
    expect(code).toBe(1);
    expect(stderr).toContain("nothing was written");
    expect(readdirSync(folder)).toEqual(["in"]);
  });

  it.each([
    ["without a path", []],
    ["with an option that it does not know", ["in", "--outt", "x"]],
    ["with --out and no folder", ["in", "--out"]],
  ])("is wrong usage %s", async (_, args) => {
    const { code, stdout, stderr } = await read(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: npm run read");
  });

  it("does not put other documents into the shipped dataset", async () => {
    const before = readFileSync(join(ROOT, "data/manifest.json"), "utf8");
    const { code, stderr } = await read(join(folder, "in"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/is not a document of the shipped dataset.*--out/);
    expect(readFileSync(join(ROOT, "data/manifest.json"), "utf8")).toBe(before);
  });
});
