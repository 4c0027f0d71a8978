import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openStore } from "../../src/store/index.ts";

const WRITER = ["--import", "tsx", "tests/support/store/writer.ts"];
const around = { clock: () => new Date("2025-06-02T12:00:00Z"), log: { error: () => {} } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** After how many more writes, and how long after the last of them: 200 writes and more. */
const KILLS = [
  ...[1, 12, 23, 34, 20].map((more, n) => [more, n] as const),
  ...[17, 29, 22, 27, 21].map((more, n) => [more, n * 1.7] as const),
];

/** Writes from `first` on, is killed soon after `until` was acknowledged, and returns the last number heard. */
function writeAndKill(first: number, until: number, afterMs: number): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...WRITER, folder, String(first), "100000"]);
    let heard = first - 1;
    let due = false;
    child.stdout.on("data", (data: Buffer) => {
      for (const line of data.toString().trim().split("\n")) {
        if (!/^\d+$/.test(line)) return fail(new Error(line));
        heard = Number(line);
      }
      if (heard < until || due) return;
      due = true;
      setTimeout(() => child.kill("SIGKILL"), afterMs);
    });
    child.on("exit", () => done(heard));
  });
}

async function contents() {
  const store = await openStore(folder, around);
  const counter = await store.openCollection({
    name: "counter",
    schema: z.object({ count: z.number(), half: z.number(), padding: z.string() }),
    empty: { count: 0, half: 0, padding: "" },
  });
  const numbers = await store.openLedger({ name: "numbers", schema: z.number(), perFile: 20 });
  const found = { counter: counter.read(), numbers: [...numbers.entries()], problems: store.problems() };
  await store.close();
  return found;
}

describe("a process that is killed at any moment", () => {
  test("tears no file, loses nothing that it acknowledged, and leaves a lock that the next one takes", async () => {
    let last = 0;
    for (const [more, afterMs] of KILLS) {
      last = await writeAndKill(last + 1, last + more, afterMs);
      const { counter, numbers, problems } = await contents();
      expect(problems).toEqual([]);
      expect(counter.half).toBe(counter.count / 2);
      expect(counter.count - last).toBeGreaterThanOrEqual(0);
      expect(counter.count - last).toBeLessThanOrEqual(1);
      expect(numbers.slice(0, last)).toEqual(Array.from({ length: last }, (_, n) => n + 1));
      // The next one goes on after what was written, heard of or not.
      last = Math.max(counter.count, numbers.length);
      if (numbers.length < last || counter.count < last) await level(last);
    }
    expect(last).toBeGreaterThanOrEqual(200);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  /** Killed between the two writes of one number: the second is made up for. */
  async function level(to: number): Promise<void> {
    const store = await openStore(folder, around);
    const numbers = await store.openLedger({ name: "numbers", schema: z.number(), perFile: 20 });
    for (let n = numbers.entries().length + 1; n <= to; n++) await numbers.append(n);
    await store.close();
  }
});

const run = (before: string, ...more: string[]) => {
  const line = [process.execPath, ...WRITER, folder, ...more].map((part) => `'${part}'`).join(" ");
  return spawnSync("bash", ["-c", `${before} exec ${line}`], { encoding: "utf8" })
    .stdout.trim()
    .split("\n");
};

describe("a second process", () => {
  test("is told who holds the folder, and takes it once that one is gone", async () => {
    const store = await openStore(folder, around);
    expect(run("", "1", "1")).toEqual([
      `The folder ${folder} is in use by process ${process.pid}: stop that one first, or name another folder in DATA_DIR.`,
    ]);
    await expect(openStore(folder, around)).rejects.toMatchObject({
      problem: { kind: "locked", pid: process.pid },
    });
    await store.close();
    expect(run("", "1", "1")).toEqual(["1"]);
  });

  test("is not kept out by a lock whose number belongs to a later process, or by half a lock", async () => {
    for (const left of [
      `{"pid":${process.ppid},"started":"1"}`,
      `{"pid":${process.pid},"started":"1"}`,
      '{"pi',
    ]) {
      writeFileSync(join(folder, "lock"), left);
      const store = await openStore(folder, around);
      expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8"))).toMatchObject({ pid: process.pid });
      await store.close();
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** A small disk of one's own needs a namespace, which not every machine allows. */
const mayMount =
  spawnSync("unshare", ["-rm", "bash", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]).status === 0;

describe("a folder that can't be written", () => {
  test("because it is read-only stops the start in one sentence", () => {
    expect(run("", "1", "1", "unprivileged")).toEqual([
      `The folder ${folder} can't be written (EACCES): make it writable, or name another in DATA_DIR.`,
    ]);
  });

  test.skipIf(!mayMount)(
    "because the disk is full keeps all that was acknowledged, on a disk of 64 kB",
    () => {
      const writer = [process.execPath, ...WRITER, folder].map((part) => `'${part}'`).join(" ");
      const script = `mount -t tmpfs -o size=64k tmpfs '${folder}' && ${writer} 1 100000; ${writer} 0 0 read`;
      const { stdout } = spawnSync("unshare", ["-rm", "bash", "-c", script], { encoding: "utf8" });
      const said = stdout.trim().split("\n");
      expect(said.at(-2)).toMatch(/^ENOSPC/);
      const acknowledged = Number(said.at(-3));
      const found = JSON.parse(said.at(-1) ?? "") as {
        counter: { count: number };
        numbers: number[];
        problems: [];
      };
      expect(acknowledged).toBeGreaterThan(10);
      expect(found.problems).toEqual([]);
      expect(found.numbers).toEqual(Array.from({ length: found.numbers.length }, (_, n) => n + 1));
      expect(found.numbers.length).toBeGreaterThanOrEqual(acknowledged);
      expect(found.counter.count - acknowledged).toBeLessThanOrEqual(1);
    },
  );

  test("because the disk is full refuses the change and keeps what was there", async () => {
    // A limit on the size of files ends a write half way, as a full disk does.
    const said = run('trap "" XFSZ; ulimit -f 4;', "1", "100");
    expect(said.at(-1)).toMatch(/EFBIG|file too large/);
    const { counter, problems } = await contents();
    expect([counter.count, problems]).toEqual([Number(said.at(-2)), []]);
  });
});
