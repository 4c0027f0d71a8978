/** From the connection to the acknowledgement a request over HTTP takes some rounds of the event loop. */
const ROUNDS = 12;

/**
 * A turn for each answer. Thinking keeps the process busy for some milliseconds, and Slack counts the seconds until what
 * waits at the door is acknowledged: so between two answers whoever stands there is let in.
 */
export function turns(): () => Promise<void> {
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
