import { z } from "zod";
import { ASKS, type Query } from "../model/query.ts";
import type { Store } from "./index.ts";
import type { Ledger } from "./ledger.ts";

const HOUR = 3_600_000;
const RECEIPTS = { hours: 30 * 24, most: 10_000 };
const THREADS = { hours: 24, most: 10_000 };
const PER_FILE = 100;

const text = z.string();
const address = z.templateLiteral([z.enum(["console", "discord", "slack"]), ":", text]);
/** A query that this program wrote: its further shape is the engine's affair. */
const query = z.custom<Query>((value) => z.looseObject({ ask: z.enum(ASKS) }).safeParse(value).success);

const receipt = z.object({
  id: text,
  person: address,
  channel: address,
  thread: text,
  at: text,
  audience: z.enum(["private", "public"]),
  call: z.object({ group: text, name: text, fields: z.record(text, text) }),
  query: query.optional(),
  question: text.optional(),
});
const last = z.object({ thread: text, query, at: text });

/**
 * What the bot remembers between requests, kept over restarts: receipts for 30 days and at most 10,000, the last
 * query of each thread for 24 hours. `get` answers from memory; `put` resolves when the entry is on the disk.
 */
export async function openMemory(store: Store) {
  const receipts = keyed(
    await store.openLedger({ name: "receipts", schema: receipt, perFile: PER_FILE }),
    ({ id }) => id,
    RECEIPTS,
    store.now,
  );
  const threads = keyed(
    await store.openLedger({ name: "threads", schema: last, perFile: PER_FILE }),
    ({ thread }) => thread,
    THREADS,
    store.now,
  );
  return {
    receipts,
    threads: {
      get(thread: string) {
        const found = threads.get(thread);
        return found && { query: found.query, at: found.at };
      },
      put: (thread: string, entry: { readonly query: Query; readonly at: string }) =>
        threads.put({ ...entry, thread }),
    },
  };
}

/** A map over a ledger: the newest entry of a key counts, and what is too old or too many goes, oldest first. */
function keyed<T extends { readonly at: string }>(
  ledger: Ledger<T>,
  keyOf: (entry: T) => string,
  keep: { readonly hours: number; readonly most: number },
  now: () => Date,
) {
  const entries = new Map<string, T>();
  const fresh = (entry: T) => now().getTime() - Date.parse(entry.at) <= keep.hours * HOUR;
  const set = (entry: T) => {
    entries.delete(keyOf(entry));
    entries.set(keyOf(entry), entry);
    const oldest = entries.keys().next();
    if (entries.size > keep.most && !oldest.done) entries.delete(oldest.value);
  };
  for (const entry of ledger.entries()) set(entry);
  let written = 0;
  return {
    get(key: string): T | undefined {
      const entry = entries.get(key);
      return entry !== undefined && fresh(entry) ? entry : undefined;
    },
    async put(entry: T): Promise<void> {
      await ledger.append(entry);
      set(entry);
      written += 1;
      if (written % PER_FILE === 0) {
        for (const [key, one] of entries) if (!fresh(one)) entries.delete(key);
        await ledger.trim((one) => fresh(one) && entries.has(keyOf(one)));
      }
    },
  };
}
