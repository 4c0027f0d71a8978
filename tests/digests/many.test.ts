import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Address } from "../../src/chat/address.ts";
import type { Posted } from "../../src/chat/platform.ts";
import { type Digest, openDigests } from "../../src/digests/index.ts";
import { emptyDisk, storeOn } from "../support/digests/disk.ts";
import { growing } from "../support/digests/engine.ts";

const LOG = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A clock that stands still until everybody waits, and then goes on to the first who waited long enough. */
function openTime(start: string) {
  let now = Date.parse(start);
  const waiting: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    wait: (ms: number) => new Promise<void>((wake) => waiting.push({ until: now + ms, wake })),
    async until(done: Promise<unknown>) {
      let over = false;
      void done.then(() => {
        over = true;
      });
      for (;;) {
        await turn();
        if (over) return;
        const next = waiting.sort((a, b) => a.until - b.until).shift();
        if (next === undefined) throw new Error("everybody waits for ever");
        now = Math.max(now, next.until);
        next.wake();
      }
    },
  };
}

const digest = (n: number): Digest => ({
  id: String(n + 1),
  address: `discord:${n % 200}`,
  author: "discord:1",
  locale: "en-GB",
  question: "What is new?",
  query: { ask: "events" },
  sections: ["new"],
  empty: "note",
  catchUp: "once",
  maxLateness: 60,
  schedule: { every: "day", time: "09:00", zone: "UTC" },
  since: "2026-06-01T08:00:00.000Z",
  from: 0,
});

test("a thousand digests of one minute in 200 channels respect the platform's pace, and arrive once and on time", async () => {
  const time = openTime("2026-06-01T09:00:00.000Z");
  const posts: { readonly to: Address; readonly key: string; readonly at: number }[] = [];
  const tooFast: string[] = [];
  const outlet = {
    state: () => ({ ready: true, detail: "" }),
    canPost: async () => undefined,
    async post(to: Address, _reply: unknown, { key }: { readonly key: string }): Promise<Posted> {
      const at = time.now();
      if (posts.filter((post) => at - post.at < 1_000).length >= 50) tooFast.push(`${key}: 50 a second`);
      if (posts.some((post) => post.to === to && at - post.at < 1_000)) tooFast.push(`${key}: one a channel`);
      posts.push({ to, key, at });
      await time.wait(200);
      return { kind: "sent", message: key };
    },
  };
  const { engine, dataset } = growing();
  const disk = emptyDisk();
  disk.files.set("digests", { next: 1_001, digests: Array.from({ length: 1_000 }, (_, n) => digest(n)) });
  const digests = await openDigests({
    store: storeOn(disk, async () => {}),
    world: () => ({ engine, dataset }),
    outlet: () => outlet,
    word: async ({ key }) => ({ title: key, audience: "public" }),
    keep: async () => {},
    log: LOG,
    clock: () => new Date(time.now()),
    wait: time.wait,
    counted: () => {},
  });
  await time.until(digests.tick().then(digests.settled));
  expect(tooFast).toEqual([]);
  expect(new Set(posts.map(({ key }) => key)).size).toBe(1_000);
  expect(posts).toHaveLength(1_000);
  const states = digests.list().map(({ id }) => digests.history(id).at(-1)?.state);
  expect(new Set(states)).toEqual(new Set(["sent"]));
  expect(time.now() - Date.parse("2026-06-01T09:00:00.000Z")).toBeLessThan(2 * 60_000);
});
