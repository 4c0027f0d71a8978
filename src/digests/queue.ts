import type { Address } from "../chat/address.ts";

/** How fast posts start: Slack takes about one a second a channel, Discord 50 requests a second in all. */
export const PACE = { betweenInChannelMs: 1_100, betweenMs: 50 } as const;

/** Posts one after another in a channel, channels beside each other, starts staggered. */
export type Queue = {
  /** Resolves when the job is done; it is dropped where the queue was closed before it began. */
  readonly add: (address: Address, job: () => Promise<void>) => Promise<void>;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
  /** Begins nothing more; resolves when what is under way is done. */
  readonly close: () => Promise<void>;
};

export function openQueue(wait: (ms: number) => Promise<void>): Queue {
  const tails = new Map<Address, Promise<void>>();
  const underWay = new Set<Promise<void>>();
  let starts: Promise<void> = Promise.resolve();
  let closed = false;

  const turn = (): Promise<void> => {
    const mine = starts;
    starts = mine.then(() => wait(PACE.betweenMs));
    return mine;
  };

  const settled = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };

  return {
    add(address, job) {
      const done = (tails.get(address) ?? Promise.resolve()).then(async () => {
        await turn();
        if (!closed) await job();
      });
      const tail: Promise<void> = done
        .catch(() => {})
        .then(() => (closed ? undefined : wait(PACE.betweenInChannelMs)))
        .then(() => {
          if (tails.get(address) === tail) tails.delete(address);
        });
      tails.set(address, tail);
      underWay.add(done);
      const over = () => void underWay.delete(done);
      done.then(over, over);
      return done;
    },
    settled,
    close() {
      closed = true;
      return settled();
    },
  };
}
