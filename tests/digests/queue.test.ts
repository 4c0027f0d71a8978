import fc from "fast-check";
import { expect, test } from "vitest";
import type { Address } from "../../src/chat/address.ts";
import { openQueue } from "../../src/digests/queue.ts";
import { openTime } from "../support/digests/time.ts";

const channel = fc.constantFrom<Address>("discord:1", "discord:2", "slack:C1");
const job = fc.record({ to: channel, ms: fc.integer({ min: 0, max: 3_000 }), fails: fc.boolean() });

test("posts of a channel begin in their order, one after another and a second apart, fifty a second in all at most", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 60 }), async (jobs) => {
      const time = openTime("2026-06-01T09:00:00.000Z");
      const queue = openQueue(time.wait);
      const begun: { readonly to: Address; readonly n: number; readonly at: number; end: number }[] = [];
      const done = jobs.map(({ to, ms, fails }, n) =>
        queue
          .add(to, async () => {
            const one = { to, n, at: time.now(), end: Number.POSITIVE_INFINITY };
            begun.push(one);
            await time.wait(ms);
            one.end = time.now();
            if (fails) throw new Error("refused");
          })
          .catch(() => {}),
      );
      await time.until(Promise.all(done));
      expect(begun.map(({ n }) => n).sort((a, b) => a - b)).toEqual(jobs.map((_, n) => n));
      for (const [n, one] of begun.entries()) {
        const before = begun.slice(0, n);
        const last = before.findLast(({ to }) => to === one.to);
        if (last) expect([last.n < one.n, one.at - last.end >= 1_000]).toEqual([true, true]);
        expect(before.filter(({ at }) => one.at - at < 1_000).length).toBeLessThan(50);
      }
    }),
  );
});

test("what waits when the queue is closed is not begun", async () => {
  const time = openTime("2026-06-01T09:00:00.000Z");
  const queue = openQueue(time.wait);
  const begun: number[] = [];
  const jobs = [1, 2].map((n) =>
    queue.add("slack:C1", async () => {
      begun.push(n);
      if (n === 1) void queue.close();
      await time.wait(10);
    }),
  );
  await time.until(Promise.all(jobs));
  expect(begun).toEqual([1]);
});
