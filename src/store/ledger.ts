import { readdir, unlink } from "node:fs/promises";
import { Low } from "lowdb";
import { z } from "zod";
import { durableFile } from "./durable.ts";
import { checkEnvelope, type Envelope, type Shape, versionOf } from "./envelope.ts";
import type { Workshop } from "./workshop.ts";

export type LedgerSpec<T> = Shape<T> & {
  /** The folder's name. */
  readonly name: string;
  /** Entries a file: a write costs as much as one file, however many there are. */
  readonly perFile?: number;
};

/**
 * Entries that are only ever added, in files of a few hundred. `entries` are those on the disk, in their order.
 */
export type Ledger<T> = {
  readonly entries: () => readonly T[];
  /** Resolves when the entry is on the disk; rejects when it does not fit or can't be written, and then it is not there. */
  readonly append: (entry: T) => Promise<void>;
  /** Removes the leading files that hold no entry worth keeping. */
  readonly trim: (worth: (entry: T) => boolean) => Promise<void>;
  /** Takes what was loaded in the place of damaged files as the truth: they are written anew. */
  readonly accept: () => Promise<void>;
  /** Takes entries out for good, of the files and of their backups. */
  readonly remove: (which: (entry: T) => boolean) => Promise<void>;
};

type Segment<T> = {
  readonly number: number;
  readonly path: string;
  entries: readonly T[];
  damaged?: boolean;
};

export async function openLedger<T>(spec: LedgerSpec<T>, workshop: Workshop): Promise<Ledger<T>> {
  const { name, perFile = 500 } = spec;
  const folder = await workshop.folder(name);
  // A migration of the ledger's shape works on one entry.
  const shape: Shape<readonly T[]> = {
    schema: z.array(spec.schema),
    migrations: (spec.migrations ?? []).map((step) => (data) => (data as unknown[]).map(step)),
  };
  const version = versionOf(shape);
  const fileOf = (path: string) =>
    durableFile(path, 1, (json): Envelope<readonly T[]> => checkEnvelope(json, shape), workshop.stamp);
  const pathOf = (number: number) => `${folder}/${String(number).padStart(6, "0")}.json`;

  async function load(number: number): Promise<Segment<T>> {
    const path = pathOf(number);
    const found = await fileOf(path).find();
    if (found.kind === "sound") return { number, path, entries: found.value.data };
    const told = found.kind === "none" ? { kind: "damaged" as const, why: "it is missing" } : found;
    workshop.report(path.slice(folder.length - name.length), told, false);
    return { number, path, entries: told.value?.data ?? [], damaged: true };
  }

  const numbers = await numbersIn(folder);
  const segments: Segment<T>[] = [];
  // A number that is missing in between has its backup missing too, which loading tells.
  for (let number = numbers[0] ?? 1; number <= (numbers.at(-1) ?? 0); number++)
    segments.push(await load(number));
  let all: T[] = segments.flatMap(({ entries }) => entries);

  type Waiting = { entry: T; done: () => void; fail: (error: unknown) => void };
  const waiting: Waiting[] = [];

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const last = segments.at(-1);
      const full = last === undefined || last.entries.length >= perFile;
      const number = (last?.number ?? 0) + 1;
      const segment = full ? { number, path: pathOf(number), entries: [] } : last;
      const batch = waiting.splice(0, perFile - segment.entries.length);
      const more = batch.map(({ entry }) => entry);
      const entries = [...segment.entries, ...more];
      try {
        await new Low<Envelope<readonly T[]>>(fileOf(segment.path), { version, data: entries }).write();
        segment.entries = entries;
        if (full) segments.push(segment);
        all.push(...more);
        for (const { done } of batch) done();
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
  }

  return {
    entries: () => all,
    append: (entry) =>
      new Promise((done, fail) => {
        const fits = spec.schema.safeParse(entry);
        if (!fits.success) return fail(new Error(`an entry of ${name} does not fit`, { cause: fits.error }));
        waiting.push({ entry: fits.data, done, fail });
        if (waiting.length === 1) void workshop.queue(writeWaiting);
      }),
    trim: (worth) =>
      workshop.queue(async () => {
        while (segments.length > 1 && !segments[0]!.entries.some(worth)) {
          const { path } = segments.shift()!;
          for (const file of [`${path}.1`, path]) await unlink(file).catch(() => {});
        }
        all = segments.flatMap(({ entries }) => entries);
      }),
    accept: () =>
      workshop.queue(async () => {
        for (const segment of segments) {
          if (!segment.damaged) continue;
          await new Low<Envelope<readonly T[]>>(fileOf(segment.path), {
            version,
            data: segment.entries,
          }).write();
          segment.damaged = false;
        }
      }),
    remove: (which) =>
      workshop.queue(async () => {
        for (const segment of segments) {
          const entries = segment.entries.filter((entry) => !which(entry));
          // The backup of a file holds entries of it: it is removed with them.
          if (entries.length === segment.entries.length) continue;
          await new Low<Envelope<readonly T[]>>(fileOf(segment.path), { version, data: entries }).write();
          await unlink(`${segment.path}.1`).catch(() => {});
          segment.entries = entries;
        }
        all = segments.flatMap(({ entries }) => entries);
      }),
  };
}

export async function numbersIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  const numbers = names.flatMap((name) => /^(\d{6})\.json(?:\.1)?$/.exec(name)?.[1] ?? []).map(Number);
  return [...new Set(numbers)].sort((a, b) => a - b);
}
