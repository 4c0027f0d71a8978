import type { Asked, Queries, Typed } from "./queries.ts";

/** What came of one query: how many fit, and the ids of the newest 20, newest first. */
export type Answer = { readonly count: number; readonly newest: readonly string[] };

/** An engine under measure. */
export type Contestant = {
  readonly find: (asked: Asked) => Answer;
  /** Names for what was typed, best first. */
  readonly complete: (typed: string) => readonly string[];
};

/** Times in ms and answers of one engine, by kind of query. */
export type Measured = {
  readonly ready: number;
  readonly memory: number;
  readonly finds: Readonly<Record<string, Timed & { readonly answers: readonly Answer[] }>>;
  readonly names: Timed & { readonly found: number };
};
export type Timed = { readonly p50: number; readonly p99: number };

/** Asks everything, after one round that is not measured; at most so many of each kind. */
export function measure(
  engine: Contestant,
  { finds, names }: Queries,
  most: number,
): Pick<Measured, "finds" | "names"> {
  const asked = Object.entries(finds).map(([kind, all]) => [kind, all.slice(0, most)] as const);
  const typed = names.slice(0, most);
  for (const [, all] of asked) for (const one of all.slice(0, WARMING)) engine.find(one);
  for (const one of typed.slice(0, WARMING)) engine.complete(one.typed);
  return {
    finds: Object.fromEntries(asked.map(([kind, all]) => [kind, timed(all, engine.find)])),
    names: complete(typed, engine),
  };
}

const WARMING = 200;

function timed(all: readonly Asked[], find: Contestant["find"]) {
  const times: number[] = [];
  const answers = all.map((asked) => {
    const before = performance.now();
    const answer = find(asked);
    times.push(performance.now() - before);
    return answer;
  });
  return { ...quantiles(times), answers };
}

function complete(all: readonly Typed[], engine: Contestant) {
  const times: number[] = [];
  let found = 0;
  for (const { typed, meant } of all) {
    const before = performance.now();
    const names = engine.complete(typed);
    times.push(performance.now() - before);
    if (names.includes(meant)) found++;
  }
  return { ...quantiles(times), found: all.length === 0 ? 0 : found / all.length };
}

/** The median and the 99th of a hundred. */
export function quantiles(times: readonly number[]): Timed {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
