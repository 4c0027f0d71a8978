import type { Address } from "../../chat/address.ts";

/** A confirmation lives so long. */
export const PENDING_MINUTES = 10;
const MOST = 1_000;

/** What waits for a person's word: nobody else's, for ten minutes, once. */
export type Pending<T> = {
  readonly put: (person: Address, what: T) => string;
  /** Undefined when it is another person's, too old, or was taken before. */
  readonly get: (id: string, person: Address) => T | undefined;
  /** As `get`, and it is there no longer. */
  readonly take: (id: string, person: Address) => T | undefined;
  readonly drop: (person: Address) => void;
};

export function openPending<T>(now: () => number, token: () => string): Pending<T> {
  const waiting = new Map<string, { readonly person: Address; readonly until: number; readonly what: T }>();
  const get = (id: string, person: Address) => {
    const found = waiting.get(id);
    return found?.person === person && now() <= found.until ? found.what : undefined;
  };
  return {
    put(person, what) {
      for (const [old, { until }] of waiting) if (now() > until) waiting.delete(old);
      const id = token();
      waiting.set(id, { person, until: now() + PENDING_MINUTES * 60_000, what });
      const eldest = waiting.keys().next();
      if (waiting.size > MOST && !eldest.done) waiting.delete(eldest.value);
      return id;
    },
    get,
    take(id, person) {
      const found = get(id, person);
      if (found !== undefined) waiting.delete(id);
      return found;
    },
    drop(person) {
      for (const [id, one] of waiting) if (one.person === person) waiting.delete(id);
    },
  };
}
