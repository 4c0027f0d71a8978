import { access, constants, mkdir, readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { backUp } from "./backup.ts";
import { type Collection, type CollectionSpec, openCollection } from "./collection.ts";
import { type Ledger, type LedgerSpec, openLedger } from "./ledger.ts";
import { takeLock } from "./lock.ts";
import { type Damage, StoreProblem, systemCode } from "./problem.ts";
import type { Workshop } from "./workshop.ts";

export type { Collection, CollectionSpec } from "./collection.ts";
export type { Ledger, LedgerSpec } from "./ledger.ts";
export { openMemory } from "./memory.ts";
export { peekLedger } from "./peek.ts";
export { type Damage, type Problem, StoreProblem } from "./problem.ts";

/** The little that is written while running, in one folder that one process holds. */
export type Store = {
  readonly folder: string;
  /** A value in one file. */
  readonly openCollection: <T>(spec: CollectionSpec<T>) => Promise<Collection<T>>;
  /** Entries that are only ever added. */
  readonly openLedger: <T>(spec: LedgerSpec<T>) => Promise<Ledger<T>>;
  /** What was found damaged on opening, a sentence each; owners are told. */
  readonly problems: () => readonly string[];
  readonly damages: () => readonly Damage[];
  readonly now: () => Date;
  /** Copies all that is on the disk, while nothing is being written; resolves with the copy's folder. */
  readonly backup: () => Promise<string>;
  readonly log: Surroundings["log"];
  /** Resolves when all is written, and gives the folder free. */
  readonly close: () => Promise<void>;
};

type Surroundings = {
  readonly clock: () => Date;
  readonly log: { readonly error: (fields: object, message: string) => void };
};

/**
 * Opens the store in a folder, which is made if it is not there. Throws a StoreProblem when another process holds
 * it or it can't be written; nothing is touched then.
 */
export async function openStore(folder: string, { clock, log }: Surroundings): Promise<Store> {
  const lock = await prepared(folder);
  const damages: Damage[] = [];
  let tail: Promise<void> = Promise.resolve();

  const workshop: Workshop = {
    root: folder,
    path: (file) => join(folder, file),
    async folder(name) {
      const path = join(folder, name);
      await mkdir(path, { recursive: true });
      await clear(path);
      return path;
    },
    queue(work) {
      const next = tail.then(work);
      tail = next.catch(() => {});
      return next;
    },
    stamp: () => clock().toISOString().replaceAll(":", "-"),
    report(file, found, readOnly) {
      const kept = found.aside === undefined ? "" : ` It was kept as ${found.aside}.`;
      const loaded =
        found.value === undefined
          ? "There was no sound backup, so it starts empty."
          : `Its newest sound backup was loaded${readOnly ? ", to be read only" : ""}.`;
      const sentence = `${file} could not be used: ${found.why}.${kept} ${loaded}`;
      damages.push({ file, sentence, ...(found.aside !== undefined && { aside: found.aside }) });
      log.error({ file, aside: found.aside }, sentence);
    },
  };

  return {
    folder,
    openCollection: (spec) => openCollection(spec, workshop),
    openLedger: (spec) => openLedger(spec, workshop),
    problems: () => damages.map(({ sentence }) => sentence),
    damages: () => damages,
    now: clock,
    log,
    backup: () => backUp(folder, workshop),
    async close() {
      await tail;
      await lock.release();
    },
  };
}

async function prepared(folder: string) {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const lock = await takeLock(folder);
    await clear(folder);
    return lock;
  } catch (error) {
    if (error instanceof StoreProblem || systemCode(error) === "") throw error;
    const code = systemCode(error);
    const sentence = `The folder ${folder} can't be written (${code}): make it writable, or name another in DATA_DIR.`;
    throw new StoreProblem({ kind: "unwritable", code }, sentence, error);
  }
}

/** What a process that died was just writing is nothing yet. */
async function clear(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(".tmp"));
  for (const name of left) await unlink(join(folder, name));
}
