import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { DocumentId } from "../../model/event.ts";
import { peekLedger, type Store } from "../../store/index.ts";
import type { Texts } from "./apply.ts";
import { type Change, changeSchema } from "./types.ts";

/** People's changes on the disk, in the order in which they were made. */
export type ChangeBook = {
  readonly changes: () => readonly Change[];
  /** What one person did at once: all of it is on the disk when this resolves, or none of it is. */
  readonly write: (batch: readonly Change[], texts?: Texts) => Promise<void>;
  /** The texts of the documents that people brought. */
  readonly texts: () => Texts;
  /** False while what was loaded is from a backup that no owner has accepted. */
  readonly sound: () => boolean;
  readonly accept: () => Promise<void>;
};

/** A change holds its event before and after, and each write writes its file anew: small files. */
const LEDGER = { name: "changes", schema: z.array(changeSchema), perFile: 25 };
const TEXTS = "documents";

/** Opens the book of changes in a store. Where a file of it was damaged it is read only until an owner accepts. */
export async function openChanges(store: Store): Promise<ChangeBook> {
  const before = store.problems().length;
  const ledger = await store.openLedger(LEDGER);
  let sound = store.problems().length === before;
  let changes = ledger.entries().flat();
  const folder = join(store.folder, TEXTS);
  const texts = new Map(await textsOf(folder, changes));
  return {
    changes: () => changes,
    texts: () => texts,
    sound: () => sound,
    async accept() {
      await ledger.accept();
      sound = true;
    },
    async write(batch, brought = new Map()) {
      for (const [id, text] of brought) await keepText(folder, id, text);
      await ledger.append([...batch]);
      for (const [id, text] of brought) texts.set(id, text);
      changes = [...changes, ...batch];
    },
  };
}

/** People's changes in a folder that another process may hold: read once, nothing is touched. */
export async function peekChanges(
  folder: string,
): Promise<{ readonly changes: readonly Change[]; readonly texts: Texts }> {
  const changes = (await peekLedger(folder, LEDGER)).flat();
  return { changes, texts: await textsOf(join(folder, TEXTS), changes) };
}

async function textsOf(folder: string, changes: readonly Change[]): Promise<Texts> {
  const texts = new Map<DocumentId, string>();
  for (const change of changes) {
    if (change.kind !== "document") continue;
    const { id } = change.document;
    // A text that is lost costs its passages, and no event.
    const text = await readFile(join(folder, `${id}.txt`), "utf8").catch(() => undefined);
    if (text !== undefined) texts.set(id, text);
  }
  return texts;
}

async function keepText(folder: string, id: DocumentId, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${id}.txt`);
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
