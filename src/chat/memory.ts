import type { Fields } from "../model/engine.ts";
import type { Query } from "../model/query.ts";
import type { Instant } from "../model/when.ts";
import { type Address, formerOf } from "./address.ts";

/** A receipt is known for this long, and the newest of them at most so many. */
export const RECEIPT_DAYS = 30;
export const RECEIPTS_KEPT = 10_000;
/** The last query of a thread is followed up within this time. */
export const THREAD_HOURS = 24;

/** What a reply stands for, so that its buttons work tomorrow and after a restart. */
export type Receipt = {
  /** Letters and digits, at most 16: it travels in a button's id. */
  readonly id: string;
  /** Who asked. Nobody else may drive a private reply. */
  readonly person: Address;
  readonly channel: Address;
  readonly thread: string;
  readonly at: Instant;
  readonly audience: "private" | "public";
  /** The command that answered. A question is a call of `brief ask`. */
  readonly call: { readonly group: string; readonly name: string; readonly fields: Fields };
  /** What the words were understood as, where they were: asked again as it is, never read anew. */
  readonly query?: Query;
  /** The words, for the heading of a shared reply. */
  readonly question?: string;
};

/** The last query of a thread: what a follow-up changes. */
export type LastQuery = { readonly query: Query; readonly at: Instant };

/**
 * What the bot remembers between requests. Reading is from memory, at once. `put` resolves when the entry
 * will be there after a restart (a memory that keeps nothing resolves at once); it replaces an entry with
 * the same key and drops what is too old or too many, oldest first.
 */
export type Memory = {
  readonly receipts: {
    readonly get: (id: string) => Receipt | undefined;
    readonly put: (receipt: Receipt) => Promise<void>;
  };
  readonly threads: {
    readonly get: (thread: string) => LastQuery | undefined;
    readonly put: (thread: string, last: LastQuery) => Promise<void>;
  };
  /** How many answers and threads are a person's; posts of their digests are their channel's. */
  readonly stored: (person: Address) => number;
  /** Deletes them for good. Posts of their digests keep their buttons, as those of a former member. */
  readonly forget: (person: Address) => Promise<void>;
};

/** Whether a receipt is of a post in a channel, and not of an answer to a person. */
export const isPost = ({ call, audience }: Receipt): boolean =>
  call.group === "digest" && call.name === "issue" && audience === "public";

/** Threads that are a person's: their own by name, and those that they asked in. */
export function threadsOf(person: Address, receipts: Iterable<Receipt>): (thread: string) => boolean {
  const asked = new Set(
    [...receipts].filter((one) => one.person === person && !isPost(one)).map(({ thread }) => thread),
  );
  const id = person.slice(person.indexOf(":"));
  return (thread) => asked.has(thread) || thread.endsWith(id);
}

/** A memory that lasts as long as the process: for the terminal and for tests. */
export function forgetfulMemory(): Memory {
  const receipts = new Map<string, Receipt>();
  const threads = new Map<string, LastQuery>();
  return {
    receipts: {
      get: (id) => receipts.get(id),
      put: async (receipt) => keep(receipts, receipt.id, receipt),
    },
    threads: {
      get: (thread) => threads.get(thread),
      put: async (thread, last) => keep(threads, thread, last),
    },
    stored: (person) => {
      const theirs = threadsOf(person, receipts.values());
      return (
        [...receipts.values()].filter((one) => one.person === person && !isPost(one)).length +
        [...threads.keys()].filter(theirs).length
      );
    },
    forget: async (person) => {
      const theirs = threadsOf(person, receipts.values());
      for (const thread of [...threads.keys()]) if (theirs(thread)) threads.delete(thread);
      for (const [id, one] of receipts) {
        if (one.person !== person) continue;
        if (isPost(one)) receipts.set(id, { ...one, person: formerOf(person) });
        else receipts.delete(id);
      }
    },
  };
}

/** A Map keeps the order of insertion, so its first key is the oldest. */
function keep<T>(entries: Map<string, T>, key: string, value: T): void {
  entries.delete(key);
  entries.set(key, value);
  const oldest = entries.keys().next();
  if (entries.size > RECEIPTS_KEPT && !oldest.done) entries.delete(oldest.value);
}
