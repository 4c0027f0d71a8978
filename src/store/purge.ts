import { readdir, readFile, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { durableFile } from "./durable.ts";
import type { Envelope } from "./envelope.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Alters every older copy of a collection's file as the file itself was: its former versions, and those in the store's
 * backups. What can't be read is deleted where it holds `trace`: damaged files that were set aside.
 */
export async function purgeCopies<T>(
  path: string,
  alter: (data: T) => T,
  trace: string,
  check: (json: unknown) => Envelope<T>,
  workshop: Workshop,
): Promise<void> {
  const name = basename(path);
  for (const folder of [dirname(path), ...(await backupsIn(workshop.root))]) {
    const older = (await readdir(folder)).filter((file) => file.startsWith(name));
    for (const file of older.map((one) => join(folder, one))) {
      if (file === path) continue;
      const text = await readFile(file, "utf8");
      if (!text.includes(trace)) continue;
      const found = sound(text, check);
      if (found === undefined) await unlink(file);
      else await durableFile(file, 0, check, workshop.stamp).write({ ...found, data: alter(found.data) });
    }
  }
}

async function backupsIn(root: string): Promise<readonly string[]> {
  const folder = join(root, "backups");
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}

function sound<T>(text: string, check: (json: unknown) => Envelope<T>): Envelope<T> | undefined {
  try {
    return check(JSON.parse(text));
  } catch {
    return undefined;
  }
}
