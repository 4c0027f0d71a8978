import { link, open, readFile, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Adapter } from "lowdb";
import { systemCode } from "./problem.ts";

/** How a file was found: not there, sound, or damaged and set aside, with the newest sound backup if there is one. */
export type Found<T> =
  | { readonly kind: "none" }
  | { readonly kind: "sound"; readonly value: T }
  | { readonly kind: "damaged"; readonly why: string; readonly aside?: string; readonly value?: T };

export type DurableFile<T> = Adapter<T> & { readonly find: () => Promise<Found<T>> };

/**
 * A file for lowdb that survives a crash at any moment: written under a name of its own in the same folder, synced,
 * the former versions kept as `.1` (newest) to `.<backups>`, put in its place by a rename, and the folder synced.
 * `check` turns parsed JSON into the value or throws why it is none. What does not pass is moved to
 * `<file>.damaged-<stamp>` and never overwritten.
 */
export function durableFile<T>(
  path: string,
  backups: number,
  check: (json: unknown) => T,
  stamp: () => string,
): DurableFile<T> {
  const temporary = `${path}.${process.pid}.tmp`;

  async function load(from: string): Promise<T> {
    const text = await readFile(from, "utf8");
    if (text.trim() === "") throw new Error("it is empty");
    return check(JSON.parse(text));
  }

  async function newestBackup(): Promise<T | undefined> {
    for (let n = 1; n <= backups; n++) {
      try {
        return await load(`${path}.${n}`);
      } catch {
        // An unsound backup is passed by for an older one.
      }
    }
    return undefined;
  }

  async function find(): Promise<Found<T>> {
    try {
      return { kind: "sound", value: await load(path) };
    } catch (error) {
      const missing = systemCode(error) === "ENOENT";
      if (!missing && systemCode(error) !== "") throw error;
      const value = await newestBackup();
      if (missing && value === undefined) return { kind: "none" };
      const why = missing ? "it is missing" : error instanceof Error ? error.message : String(error);
      const found = { kind: "damaged" as const, why, ...(value === undefined ? {} : { value }) };
      return missing ? found : { ...found, aside: await setAside(path, stamp()) };
    }
  }

  return {
    find,
    async read() {
      const found = await find();
      return found.kind === "none" ? null : (found.value ?? null);
    },
    async write(data) {
      try {
        const file = await open(temporary, "w");
        try {
          await file.writeFile(`${JSON.stringify(data)}\n`);
          await file.sync();
        } finally {
          await file.close();
        }
        if (backups > 0) await rotate(path, backups);
        await rename(temporary, path);
      } catch (error) {
        await unlink(temporary).catch(() => {});
        throw error;
      }
      await syncFolder(dirname(path));
    },
  };
}

/** The file in place becomes `.1` by a further link, so that its own name never is without a file. */
async function rotate(path: string, backups: number): Promise<void> {
  for (let n = backups - 1; n >= 1; n--) await unlessMissing(rename(`${path}.${n}`, `${path}.${n + 1}`));
  const further = `${path}.${process.pid}.link.tmp`;
  await unlessMissing(unlink(further));
  await unlessMissing(link(path, further));
  await unlessMissing(rename(further, `${path}.1`));
  // Where a crash left `.1` as the file in place itself, the rename of one link onto the other does nothing.
  await unlessMissing(unlink(further));
}

async function setAside(path: string, stamp: string): Promise<string> {
  for (let n = 0; ; n++) {
    const aside = `${path}.damaged-${stamp}${n === 0 ? "" : `-${n}`}`;
    try {
      // A link, unlike a rename, does not overwrite what was set aside before.
      await link(path, aside);
      await unlink(path);
      return join(dirname(path), basename(aside));
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
    }
  }
}

async function unlessMissing(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}

/** A rename is lasting only when its folder is synced. Systems that can't sync a folder say so by these codes. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EPERM"].includes(systemCode(error))) throw error;
  } finally {
    await handle.close();
  }
}
