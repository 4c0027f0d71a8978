import { Low } from "lowdb";
import { durableFile } from "./durable.ts";
import { checkEnvelope, type Envelope, type Shape, versionOf } from "./envelope.ts";
import { StoreProblem } from "./problem.ts";
import { purgeCopies } from "./purge.ts";
import type { Workshop } from "./workshop.ts";

export type CollectionSpec<T> = Shape<T> & {
  /** The file's name, without `.json`. */
  readonly name: string;
  /** What it holds before the first change. */
  readonly empty: T;
  readonly backups?: number;
  /** What to do when the file was damaged: `go-on` from the newest backup, or take no change until `accept`. */
  readonly onDamage?: "go-on" | "read-only";
};

/** A value in one small file. What is read is what is on the disk. */
export type Collection<T> = {
  readonly read: () => T;
  /**
   * Changes a copy; resolves when the change is on the disk. When the change throws, does not fit the schema, or
   * can't be written, nothing has changed and the promise rejects.
   */
  readonly change: (alter: (draft: T) => T | undefined) => Promise<void>;
  /**
   * Changes the value, and every older copy of it: former versions, those in backups. `trace` is what shows that a copy
   * is concerned; one that can't be read any more is then deleted. For what nobody may find again.
   */
  readonly purge: (alter: (data: T) => T, trace: string) => Promise<void>;
  /** Takes what was loaded from a backup as the truth, and changes again. */
  readonly accept: () => Promise<void>;
  readonly readOnly: () => boolean;
};

export async function openCollection<T>(spec: CollectionSpec<T>, workshop: Workshop): Promise<Collection<T>> {
  const { name, empty, backups = 3, onDamage = "go-on" } = spec;
  const check = (json: unknown): Envelope<T> => checkEnvelope(json, spec);
  const file = durableFile(workshop.path(`${name}.json`), backups, check, workshop.stamp);
  const fresh: Envelope<T> = { version: versionOf(spec), data: empty };
  const found = await file.find();
  const db = new Low<Envelope<T>>(file, (found.kind === "none" ? undefined : found.value) ?? fresh);
  let readOnly = found.kind === "damaged" && onDamage === "read-only";
  if (found.kind === "damaged") workshop.report(`${name}.json`, found, readOnly);

  type Change = { alter: (draft: T) => T | undefined; done: () => void; fail: (error: unknown) => void };
  const waiting: Change[] = [];

  /** All changes that wait are one write; one that fails in itself does not take the others with it. */
  async function writeWaiting(): Promise<void> {
    const before = db.data;
    let next = before.data;
    const made: Change[] = [];
    for (const change of waiting.splice(0)) {
      try {
        const draft = structuredClone(next);
        next = spec.schema.parse(change.alter(draft) ?? draft);
        made.push(change);
      } catch (error) {
        change.fail(error);
      }
    }
    if (made.length === 0) return;
    db.data = { version: versionOf(spec), data: next };
    try {
      await db.write();
      for (const change of made) change.done();
    } catch (error) {
      db.data = before;
      for (const change of made) change.fail(error);
    }
  }

  const change: Collection<T>["change"] = (alter) =>
    readOnly
      ? Promise.reject(closed(name))
      : new Promise((done, fail) => {
          waiting.push({ alter, done, fail });
          if (waiting.length === 1) void workshop.queue(writeWaiting);
        });

  return {
    read: () => db.data.data,
    readOnly: () => readOnly,
    change,
    async purge(alter, trace) {
      await change(alter);
      await workshop.queue(() => purgeCopies(workshop.path(`${name}.json`), alter, trace, check, workshop));
    },
    accept: () =>
      workshop.queue(async () => {
        await db.write();
        readOnly = false;
      }),
  };
}

const closed = (name: string) =>
  new StoreProblem(
    { kind: "read-only", name },
    `${name}.json was damaged, and what its backup holds can be read but not changed until an owner accepts it.`,
  );
