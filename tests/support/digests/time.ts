import { setImmediate as turn } from "node:timers/promises";

/**
 * A clock that stands still while anything is on its way to a platform, and then goes on to the first who waited long
 * enough: what arrives at a platform arrives at the instant at which it was sent.
 */
export function openTime(start: string) {
  let now = Date.parse(start);
  let onTheirWay = 0;
  const waiting: { readonly until: number; readonly wake: () => void }[] = [];
  const wait = (ms: number) => new Promise<void>((wake) => waiting.push({ until: now + ms, wake }));
  return {
    now: () => now,
    wait,
    async underWay<T>(work: Promise<T>): Promise<T> {
      onTheirWay += 1;
      return await work.finally(() => {
        onTheirWay -= 1;
      });
    },
    async until(done: Promise<unknown>) {
      let over = false;
      void done.then(() => {
        over = true;
      });
      for (;;) {
        await turn();
        if (over) return;
        if (onTheirWay > 0) continue;
        const next = waiting.sort((a, b) => a.until - b.until).shift();
        if (next === undefined) throw new Error("everybody waits for ever");
        now = Math.max(now, next.until);
        next.wake();
      }
    },
  };
}
