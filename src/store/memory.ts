import { z } from "zod";
import { formerOf, PLATFORMS } from "../chat/address.ts";
import {
  isPost,
  type LastQuery,
  type Memory,
  RECEIPT_DAYS,
  RECEIPTS_KEPT,
  type Receipt,
  THREAD_HOURS,
  threadsOf,
} from "../chat/memory.ts";
import { ASKS, type Query } from "../model/query.ts";
import type { Store } from "./index.ts";
import type { Ledger } from "./ledger.ts";

const HOUR = 3_600_000;
const RECEIPTS = { hours: RECEIPT_DAYS * 24, most: RECEIPTS_KEPT };
const THREADS = { hours: THREAD_HOURS, most: RECEIPTS_KEPT };
const PER_FILE = 100;

const text = z.string();
const address = z.templateLiteral([z.enum(PLATFORMS), ":", text]);
/** A query that this program wrote: its further shape is the engine's affair. */
const query = z.custom<Query>((value) => z.looseObject({ ask: z.enum(ASKS) }).safeParse(value).success);

/** Fields that a newer version adds pass through. */
const receipt: z.ZodType<Receipt> = z.looseObject({
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
const last: z.ZodType<LastQuery & { readonly thread: string }> = z.looseObject({
  thread: text,
  query,
  at: text,
});

/**
 * What the bot remembers between requests, kept over restarts. When the disk takes no more, an answer is worth more
 * than its buttons: the entry is then known as long as the process, and the log says so.
 */
export async function openMemory(store: Store): Promise<Memory> {
  const receipts = keyed(
    await store.openLedger({ name: "receipts", schema: receipt, perFile: PER_FILE }),
    ({ id }) => id,
    RECEIPTS,
    store,
  );
  const threads = keyed(
    await store.openLedger({ name: "threads", schema: last, perFile: PER_FILE }),
    ({ thread }) => thread,
    THREADS,
    store,
  );
  return {
    receipts,
    threads: {
      get(thread) {
        const found = threads.get(thread);
        return found && { query: found.query, at: found.at };
      },
      put: (thread, entry) => threads.put({ ...entry, thread }),
    },
    stored: (person) => {
      const theirs = threadsOf(person, receipts.all());
      const answers = receipts.count((one) => one.person === person && !isPost(one));
      return answers + threads.count(({ thread }) => theirs(thread));
    },
    forget: async (person) => {
      const theirs = threadsOf(person, receipts.all());
      await threads.remove(({ thread }) => theirs(thread));
      const posts = [...receipts.all()].filter((one) => one.person === person && isPost(one));
      await receipts.remove((one) => one.person === person);
      for (const one of posts) await receipts.put({ ...one, person: formerOf(person) });
    },
  };
}

/** A map over a ledger: the newest entry of a key counts, and what is too old or too many goes, oldest first. */
function keyed<T extends { readonly at: string }>(
  ledger: Ledger<T>,
  keyOf: (entry: T) => string,
  keep: { readonly hours: number; readonly most: number },
  { now, log }: Store,
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
    all: () => entries.values(),
    count: (which: (entry: T) => boolean) => [...entries.values()].filter(which).length,
    async remove(which: (entry: T) => boolean): Promise<void> {
      await ledger.remove(which);
      for (const [key, one] of entries) if (which(one)) entries.delete(key);
    },
    get(key: string): T | undefined {
      const entry = entries.get(key);
      return entry !== undefined && fresh(entry) ? entry : undefined;
    },
    async put(entry: T): Promise<void> {
      try {
        await ledger.append(entry);
        written += 1;
      } catch (error) {
        log.error({ err: error }, "an answer was given, but what its buttons need could not be written");
      }
      set(entry);
      if (written % PER_FILE === 0) {
        for (const [key, one] of entries) if (!fresh(one)) entries.delete(key);
        await ledger.trim((one) => fresh(one) && entries.has(keyOf(one)));
      }
    },
  };
}
