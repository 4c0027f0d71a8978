import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Workshop } from "./workshop.ts";

/** So many copies are kept, the newest ones. */
export const BACKUPS_KEPT = 10;

const FOLDER = "backups";
/** What buttons and follow-ups go on from is no data, and is its people's: it is in no copy. */
const LEFT_OUT = ["receipts", "threads"];

/**
 * Copies a store's files to `backups/<stamp>` within its folder, when nothing else is being written. A copy gets its
 * name when it is whole. To go back to one: stop the bot, and put its files in the place of those in the folder.
 */
export async function backUp(folder: string, workshop: Workshop): Promise<string> {
  const to = join(folder, FOLDER, workshop.stamp());
  await workshop.queue(async () => {
    const unfinished = `${to}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    const own = (name: string) =>
      ![FOLDER, ...LEFT_OUT].includes(name) && !name.startsWith("lock") && !name.endsWith(".tmp");
    for (const name of (await readdir(folder)).filter(own))
      await cp(join(folder, name), join(unfinished, name), { recursive: true });
    await rm(to, { recursive: true, force: true });
    await rename(unfinished, to);
    const kept = (await readdir(join(folder, FOLDER))).toSorted();
    for (const name of kept.slice(0, -BACKUPS_KEPT))
      await rm(join(folder, FOLDER, name), { recursive: true, force: true });
  });
  return to;
}
