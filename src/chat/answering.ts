import { setTimeout as sleep } from "node:timers/promises";
import type { Bot, Log } from "./platform.ts";
import type { Reply } from "./reply.ts";
import type { Request } from "./request.ts";

/** What a person reads whose answer the bot can no longer give. */
export const STOPPING = "The bot had to stop before it could answer. Please ask again in a minute.";

/** How long an answer may take before the person is told that it failed. */
const ANSWER_MS = 60_000;

/** How long telling those who got no answer may take, at a stop. */
const TELLING_MS = 1_000;

/**
 * The bot's answers for an adapter, each begun in its turn; a plain reply where one fails or takes longer than anybody
 * waits. `name` is the platform's, for the log.
 */
export function answering(bot: Bot, log: Log, name: string): (request: Request) => Promise<Reply> {
  const turn = turns();
  return async (request) => {
    await turn();
    const timer = new AbortController();
    try {
      return await Promise.race([
        bot.answer(request),
        sleep(ANSWER_MS, undefined, { ref: false, signal: timer.signal }).then(() =>
          failed("That took too long"),
        ),
      ]);
    } catch (error) {
      log.error({ err: error }, `${name}: the bot failed on a request`);
      return failed("That did not work");
    } finally {
      timer.abort();
    }
  };
}

/** From the connection to the acknowledgement a request over HTTP takes some rounds of the event loop. */
const ROUNDS = 12;

/**
 * A turn for each answer. Thinking keeps the process busy for some milliseconds, and platforms count the seconds until
 * what waits at the door is acknowledged: so between two answers whoever stands there is let in.
 */
function turns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let round = 0;
  const next = () => {
    round = (round + 1) % ROUNDS;
    if (round === 0) waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}

const failed = (title: string): Reply => ({
  title,
  text: ["Something went wrong on our side. Please ask again, or ask more narrowly."],
  audience: "private",
});

/** Waits for what is under way, at most `graceMs`; then `tell` goes to each that is still there. */
export async function finished<T>(
  underWay: ReadonlyMap<Promise<void>, T>,
  graceMs: number,
  tell: (one: T) => Promise<unknown>,
): Promise<void> {
  await Promise.race([Promise.all(underWay.keys()), sleep(graceMs, undefined, { ref: false })]);
  await Promise.race([
    Promise.allSettled([...underWay.values()].map(tell)),
    sleep(Math.min(graceMs, TELLING_MS), undefined, { ref: false }),
  ]);
}
