import { readFileSync } from "node:fs";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StoreProblem, systemCode } from "./problem.ts";

/** Gives the folder free again. */
export type Lock = { readonly release: () => Promise<void> };

const holder = z.object({ pid: z.number().int().positive(), started: z.string() });
type Holder = z.infer<typeof holder>;

/** Folders that this process holds: another process's number can be ours again after a restart in a container. */
const ours = new Set<string>();

/**
 * Takes a folder for this process alone. A lock left by a process that is gone is taken over; a living one's is a
 * StoreProblem `locked` that names it.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, "lock");
  if (ours.has(path)) throw locked(folder, process.pid);
  const self: Holder = { pid: process.pid, started: startOf(process.pid) };
  const mine = join(folder, `lock.${process.pid}.tmp`);
  await writeFile(mine, `${JSON.stringify(self)}\n`);
  try {
    for (let tries = 0; !(await linked(mine, path)); tries++) {
      const text = await readFile(path, "utf8").catch(() => "");
      const other = parse(text);
      if (tries === 10 || (other !== undefined && alive(other))) throw locked(folder, other?.pid ?? 0);
      await moveAside(path, text);
    }
  } finally {
    await unlink(mine).catch(() => {});
  }
  ours.add(path);
  return {
    async release() {
      if (!ours.delete(path)) return;
      if (parse(await readFile(path, "utf8").catch(() => ""))?.pid === process.pid) await unlink(path);
    },
  };
}

/** A hard link is made by one process only, and the file is never seen half written. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Two processes may find the same stale lock; the one that is late moves the new lock, sees it, and puts it back. */
async function moveAside(path: string, expected: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, "utf8")) !== expected) await linked(aside, path);
    await unlink(aside);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}

function parse(text: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function alive({ pid, started }: Holder): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === "ESRCH") return false;
  }
  const now = startOf(pid);
  return started === "" || now === "" || now === started;
}

/** When a process was started, in the kernel's ticks: tells a process from a later one with its number. Linux only. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

const locked = (folder: string, pid: number) =>
  new StoreProblem(
    { kind: "locked", pid },
    `The folder ${folder} is in use by process ${pid}: stop that one first, or name another folder in DATA_DIR.`,
  );
