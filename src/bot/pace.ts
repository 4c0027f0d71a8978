/** So many requests a person may send at once, and so many a second after that. A script gone wild is slowed. */
export const PACE = { burst: 600, perSecond: 10, people: 5_000 } as const;

/** A token bucket a person. `admit` takes one token, or says after how many seconds there will be one. */
export function openPace(now: () => number): { admit: (person: string) => number } {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    admit: (person) => {
      const at = now();
      const old = buckets.get(person) ?? { tokens: PACE.burst, at };
      const gained = Math.max(0, ((at - old.at) / 1000) * PACE.perSecond);
      const tokens = Math.min(PACE.burst, old.tokens + gained);
      buckets.delete(person);
      buckets.set(person, { tokens: Math.max(0, tokens - 1), at });
      const eldest = buckets.keys().next();
      if (buckets.size > PACE.people && !eldest.done) buckets.delete(eldest.value);
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / PACE.perSecond);
    },
  };
}
