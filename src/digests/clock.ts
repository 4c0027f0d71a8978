import cron from "node-cron";

/** The heartbeat, until it is stopped. */
export type Heartbeat = { readonly stop: () => Promise<void> };

/**
 * Ticks at once and then each minute. node-cron is the heartbeat alone, in UTC: which slots are due is decided from
 * the ledger, so a beat that was left out loses nothing.
 */
export function startHeartbeat(tick: () => Promise<void>): Heartbeat {
  const task = cron.schedule("* * * * *", tick, {
    timezone: "UTC",
    noOverlap: true,
    suppressMissedWarning: true,
  });
  void tick();
  return {
    async stop() {
      await task.destroy();
    },
  };
}
