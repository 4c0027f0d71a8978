import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openStore, type Store } from "../../src/store/index.ts";

const clock = () => new Date("2025-06-02T12:00:00Z");
const log = { error: () => {} };
const names = { name: "names", schema: z.array(z.string()), empty: [] as string[] };

let folder: string;
let open: Store[];
const store = async () => {
  const opened = await openStore(folder, { clock, log });
  open.push(opened);
  return opened;
};
const closeAll = async () => {
  for (const one of open.splice(0)) await one.close();
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  open = [];
});
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true, force: true });
});

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const text = (file: string) => readFileSync(join(folder, file), "utf8");

/** A folder in which `names` was written three times: a; a b; a b c. */
async function written(): Promise<void> {
  const collection = await (await store()).openCollection(names);
  for (const name of ["a", "b", "c"]) await collection.change((draft) => void draft.push(name));
  await closeAll();
}

describe("a collection", () => {
  test("is there again after a restart", async () => {
    await written();
    expect((await (await store()).openCollection(names)).read()).toEqual(["a", "b", "c"]);
    expect(open[0]?.problems()).toEqual([]);
  });

  test("shows a change only when it is on the disk", async () => {
    const collection = await (await store()).openCollection(names);
    const changed = collection.change(() => ["a"]);
    expect(collection.read()).toEqual([]);
    await changed;
    expect(JSON.parse(text("names.json"))).toEqual({ version: 1, data: ["a"] });
    expect(collection.read()).toEqual(["a"]);
  });

  test("is unchanged by a change that throws half way or does not fit, and others go through", async () => {
    const collection = await (await store()).openCollection(names);
    const outcomes = await Promise.allSettled([
      collection.change((draft) => void draft.push("a")),
      collection.change((draft) => {
        draft.push("half");
        throw new Error("no");
      }),
      collection.change(() => [1] as unknown as string[]),
      collection.change((draft) => void draft.push("b")),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect([collection.read(), JSON.parse(text("names.json")).data]).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  test("is unchanged when it can't be written", async () => {
    const collection = await (await store()).openCollection(names);
    await collection.change(() => ["a"]);
    rmSync(folder, { recursive: true });
    await expect(collection.change(() => ["b"])).rejects.toThrow("ENOENT");
    expect(collection.read()).toEqual(["a"]);
  });

  test("goes on where a crash came between its backup and the new file", async () => {
    const kept = { ...names, backups: 1 };
    const before = await (await store()).openCollection(kept);
    await before.change(() => ["a"]);
    await closeAll();
    linkSync(join(folder, "names.json"), join(folder, "names.json.1"));
    const after = await (await store()).openCollection(kept);
    await after.change((draft) => void draft.push("b"));
    await after.change((draft) => void draft.push("c"));
    expect(after.read()).toEqual(["a", "b", "c"]);
    expect(readdirSync(folder).filter((file) => file.includes("link"))).toEqual([]);
  });

  test("keeps its former versions, newest first", async () => {
    await written();
    const kept = ["names.json.1", "names.json.2"].map((file) => JSON.parse(text(file)).data);
    expect(kept).toEqual([["a", "b"], ["a"]]);
  });

  test("grows with its schema: old data are migrated, and written anew with the next change", async () => {
    write("names.json", '{"version":1,"data":"a b"}');
    const grown = { ...names, migrations: [(data: unknown) => String(data).split(" ")] };
    const collection = await (await store()).openCollection(grown);
    expect(collection.read()).toEqual(["a", "b"]);
    await collection.change((draft) => void draft.push("c"));
    expect(JSON.parse(text("names.json"))).toEqual({ version: 2, data: ["a", "b", "c"] });
  });
});

describe("a damaged file is set aside with its bytes, the newest sound backup is loaded, and it is said:", () => {
  test.each([
    ["empty", "", "it is empty"],
    ["torn", '{"version":1,"data":["a","b', "JSON"],
    ["null", "null", "it is not a file of this program"],
    ["of a newer program", '{"version":2,"data":["z"]}', "written by a newer program"],
    ["of another shape", '{"version":1,"data":{"a":1}}', "its data do not fit"],
  ])("%s", async (_, bytes, why) => {
    await written();
    write("names.json", bytes);
    write("names.json.1", "null");
    const collection = await (await store()).openCollection(names);
    expect(collection.read()).toEqual(["a"]);
    const aside = readdirSync(folder).filter((file) => file.includes("damaged"));
    expect(aside).toEqual(["names.json.damaged-2025-06-02T12-00-00.000Z"]);
    expect(text(aside[0]!)).toBe(bytes);
    expect(open[0]?.problems()).toEqual([expect.stringContaining(why)]);
    await collection.change((draft) => void draft.push("d"));
    expect(text(aside[0]!)).toBe(bytes);
    expect(JSON.parse(text("names.json")).data).toEqual(["a", "d"]);
  });

  test("twice at the same moment, and both are kept", async () => {
    for (const bytes of ["", "null"]) {
      write("names.json", bytes);
      await (await store()).openCollection(names);
      await closeAll();
    }
    expect(readdirSync(folder).filter((file) => file.includes("damaged"))).toHaveLength(2);
  });

  test("missing while its backups are there", async () => {
    await written();
    rmSync(join(folder, "names.json"));
    expect((await (await store()).openCollection(names)).read()).toEqual(["a", "b"]);
    expect(open[0]?.problems()).toEqual([
      "names.json could not be used: it is missing. Its newest sound backup was loaded.",
    ]);
  });

  test("and where it is asked for, nothing is changed before somebody accepts the backup", async () => {
    await written();
    write("names.json", "");
    const collection = await (await store()).openCollection({ ...names, onDamage: "read-only" });
    expect([collection.read(), collection.readOnly()]).toEqual([["a", "b"], true]);
    await expect(collection.change(() => ["z"])).rejects.toThrow("until an owner accepts it");
    await collection.accept();
    await collection.change((draft) => void draft.push("c"));
    await closeAll();
    expect((await (await store()).openCollection(names)).read()).toEqual(["a", "b", "c"]);
    expect(open[0]?.problems()).toEqual([]);
  });
});

describe("a ledger", () => {
  const spec = { name: "numbers", schema: z.number(), perFile: 3 };
  const files = () => readdirSync(join(folder, "numbers")).filter((file) => file.endsWith(".json"));
  const append = async (from: number, to: number) => {
    const ledger = await (await store()).openLedger(spec);
    await Promise.all(Array.from({ length: to - from + 1 }, (_, n) => ledger.append(from + n)));
    await closeAll();
  };

  test("keeps its entries in order over restarts, a few to a file", async () => {
    await append(1, 4);
    await append(5, 7);
    expect((await (await store()).openLedger(spec)).entries()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(files()).toEqual(["000001.json", "000002.json", "000003.json"]);
  });

  test("refuses what does not fit, alone", async () => {
    const ledger = await (await store()).openLedger(spec);
    const outcomes = await Promise.allSettled([
      ledger.append(1),
      ledger.append("2" as never),
      ledger.append(3),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(ledger.entries()).toEqual([1, 3]);
  });

  test("drops whole files from its beginning, never one that holds something worth keeping", async () => {
    await append(1, 8);
    const ledger = await (await store()).openLedger(spec);
    await ledger.trim((n) => n >= 6);
    expect([ledger.entries(), files()]).toEqual([
      [4, 5, 6, 7, 8],
      ["000002.json", "000003.json"],
    ]);
    await ledger.append(9);
    await ledger.append(10);
    await closeAll();
    expect((await (await store()).openLedger(spec)).entries()).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });

  test("loses nothing but what is damaged, and says so, also of a file that is gone", async () => {
    await append(1, 3);
    await append(4, 4);
    await append(5, 9);
    write("numbers/000002.json", '{"version":1,"da');
    rmSync(join(folder, "numbers/000001.json"));
    rmSync(join(folder, "numbers/000001.json.1"), { force: true });
    expect((await (await store()).openLedger(spec)).entries()).toEqual([4, 7, 8, 9]);
    expect(open[0]?.problems()).toHaveLength(1);
    await closeAll();
    rmSync(join(folder, "numbers/000002.json.1"));
    write("numbers/000001.json", '{"version":1,"data":[1]}');
    expect((await (await store()).openLedger(spec)).entries()).toEqual([1, 7, 8, 9]);
    expect(open[0]?.problems()).toEqual([
      "numbers/000002.json could not be used: it is missing. There was no sound backup, so it starts empty.",
    ]);
  });
});

describe("what nobody may find again is purged", () => {
  const words = { name: "words", schema: z.array(z.string()), empty: [] as string[], backups: 3 };
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");

  test("from the file, its former versions, every backup and what was set aside; the rest stays", async () => {
    const first = await (await store()).openCollection(words);
    for (const word of ["secret", "kept", "more"]) await first.change((draft) => void draft.push(word));
    await open[0]?.backup();
    await closeAll();
    write("words.json", '{"version":1,"data":["secret","ke');
    const again = await (await store()).openCollection(words);
    expect(files().match(/"secret"/g)?.length).toBeGreaterThan(4);
    await again.purge((data) => data.filter((word) => word !== "secret"), '"secret"');
    expect(files()).not.toContain("secret");
    expect(again.read()).toEqual(["kept"]);
    const [copy = ""] = readdirSync(join(folder, "backups"));
    expect(JSON.parse(text(`backups/${copy}/words.json`)).data).toContain("kept");
  });

  test("in nothing else: a file that does not hold it keeps its bytes", async () => {
    const first = await (await store()).openCollection(words);
    await first.change(() => ["one"]);
    await first.change(() => ["one", "secret"]);
    const before = text("words.json.1");
    await first.purge((data) => data.filter((word) => word !== "secret"), '"secret"');
    expect(text("words.json.2")).toBe(before);
  });
});

test("what buttons go on from is in no backup, and a ledger's accepted files are whole again", async () => {
  const opened = await store();
  for (const name of ["receipts", "changes"])
    await (await opened.openLedger({ name, schema: z.number() })).append(1);
  const copy = await opened.backup();
  expect(readdirSync(copy).toSorted()).toEqual(["changes"]);
  await closeAll();
  write("changes/000001.json", "torn");
  write("changes/000001.json.1", '{"version":1,"data":[1]}');
  const damaged = await store();
  const ledger = await damaged.openLedger({ name: "changes", schema: z.number() });
  expect(damaged.damages()).toEqual([
    { file: "changes/000001.json", sentence: expect.any(String), aside: expect.stringContaining("damaged-") },
  ]);
  await ledger.accept();
  await closeAll();
  const sound = await store();
  expect((await sound.openLedger({ name: "changes", schema: z.number() })).entries()).toEqual([1]);
  expect(sound.damages()).toEqual([]);
});
