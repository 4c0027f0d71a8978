import fc from "fast-check";
import { expect, test } from "vitest";
import { receiptId as mark } from "../../src/digests/deliver.ts";
import { type DigestHouse, openDigests, type Settings } from "../../src/digests/index.ts";
import type { Change } from "../../src/digests/issue/changes.ts";
import type { Issue } from "../../src/digests/issue/index.ts";
import type { Entry } from "../../src/digests/ledger.ts";
import { slotsBetween } from "../../src/digests/slots.ts";
import { emptyDisk, storeOn } from "../support/digests/disk.ts";
import { growing } from "../support/digests/engine.ts";
import { type Fault, openStandIn, type SeenPost } from "../support/digests/outlet.ts";

const MINUTE = 60_000;
const LOG = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const base: Omit<Settings, "address" | "schedule"> = {
  author: "discord:1",
  locale: "en-GB",
  question: "What is new?",
  query: { ask: "events" },
  sections: ["new"],
  empty: "skip",
  catchUp: "once",
  maxLateness: 1440,
};
const DIGESTS: readonly Settings[] = [
  { ...base, address: "discord:7", schedule: { every: "day", time: "09:00", zone: "Europe/Berlin" } },
  { ...base, address: "discord:7", schedule: { every: "weekday", time: "02:30", zone: "America/New_York" } },
  { ...base, address: "slack:C1", empty: "note", schedule: { every: "day", time: "09:00", zone: "UTC" } },
  {
    ...base,
    address: "slack:C2",
    catchUp: "skip",
    schedule: { every: "day", time: "01:30", zone: "Australia/Sydney" },
  },
];

type Step =
  | { readonly do: "pass" | "set back"; readonly minutes: number }
  | { readonly do: "crash"; readonly after: number }
  | { readonly do: "fault"; readonly fault: Fault; readonly on: "discord" | "slack"; readonly times: number }
  | { readonly do: "restart" | "disconnect" | "connect" | "add" | "correct" | "resume" }
  | { readonly do: "settle"; readonly how: "resend" | "arrived" };

const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant("pass" as const), minutes: fc.integer({ min: 1, max: 900 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("pass" as const),
        minutes: fc.integer({ min: 900, max: 9000 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("set back" as const),
        minutes: fc.integer({ min: 1, max: 600 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("crash" as const), after: fc.integer({ min: 1, max: 14 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("fault" as const),
        fault: fc.constantFrom<Fault>("failed", "lost", "unknown, arrived", "unknown, not arrived"),
        on: fc.constantFrom("discord" as const, "slack" as const),
        times: fc.integer({ min: 1, max: 5 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constantFrom("restart", "disconnect", "connect", "add", "add", "correct", "resume"),
      }) as fc.Arbitrary<Step>,
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("settle" as const),
        how: fc.constantFrom("resend" as const, "arrived" as const),
      }),
    },
  ) as fc.Arbitrary<Step>,
  { minLength: 5, maxLength: 60 },
);

/** A bot that is run, killed and run again over one disk, between two platforms and a dataset that grows. */
function openTrial() {
  let now = Date.parse("2026-03-20T12:00:00.000Z");
  let left = Number.POSITIVE_INFINITY;
  const disk = emptyDisk();
  const discord = openStandIn("discord", () => now);
  const slack = openStandIn("slack", () => now);
  const data = growing();
  let resends = 0;

  async function run() {
    let alive = true;
    let kill = () => {};
    const killed = new Promise<void>((done) => {
      kill = done;
    });
    /** A process that is killed goes no step further: what it waits for never comes. */
    const step = async () => {
      left -= 1;
      if (left === 0) {
        alive = false;
        kill();
      }
      if (!alive) await new Promise<never>(() => {});
    };
    const outlets = { discord: discord.outlet(step), slack: slack.outlet(step), console: undefined };
    const opening = openDigests({
      store: storeOn(disk, step),
      world: () => data,
      outlet: (name) => outlets[name],
      word,
      keep: step,
      clock: () => new Date(now),
      log: LOG,
      wait: async () => {},
      counted: () => {},
    });
    const digests = await Promise.race([opening, killed]);
    return { digests, killed, isAlive: () => alive };
  }

  let process: Awaited<ReturnType<typeof run>> | undefined;

  /** Does something with the bot; where it is killed on the way it is run anew at the next. */
  async function withBot(work: (digests: DigestHouse) => Promise<unknown>): Promise<void> {
    process ??= await run();
    const { digests, killed, isAlive } = process;
    const whole = async () => {
      if (digests === undefined) return;
      await digests.tick();
      await digests.settled();
      await work(digests);
      await digests.tick();
      await digests.settled();
    };
    await Promise.race([whole(), killed]);
    if (!isAlive()) {
      process = undefined;
      left = Number.POSITIVE_INFINITY;
    }
  }

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case "pass":
        now += step.minutes * MINUTE;
        return await withBot(async () => {});
      case "set back":
        now -= step.minutes * MINUTE;
        return await withBot(async () => {});
      case "crash":
        left = step.after;
        return;
      case "fault":
        for (let n = 0; n < step.times; n++) ({ discord, slack })[step.on].faults.push(step.fault);
        return;
      case "restart":
        process = undefined;
        return;
      case "disconnect":
        return discord.connect(false);
      case "connect":
        return discord.connect(true);
      case "add":
      case "correct":
        data[step.do]();
        return await withBot((digests) => digests.compare());
      case "resume":
        return await withBot(async (digests) => {
          for (const { id, paused } of digests.list()) if (paused) await digests.resume(id);
        });
      case "settle":
        return await withBot(async (digests) => {
          for (const { id } of digests.list())
            for (const entry of digests.history(id).filter(({ state }) => state === "ambiguous")) {
              if (step.how === "resend") resends += 1;
              await digests.settle(id, mark(entry.key), step.how, "Ada");
            }
        });
    }
  }

  return {
    take,
    withBot,
    disk,
    data,
    seen: () => [...discord.seen, ...slack.seen],
    resends: () => resends,
    now: () => now,
    /** All is well again, and enough time goes by. */
    async calm() {
      left = Number.POSITIVE_INFINITY;
      discord.connect(true);
      discord.faults.length = 0;
      slack.faults.length = 0;
      for (let n = 0; n < 4; n++) {
        await take({ do: "resume" });
        now += 1440 * MINUTE;
        await take({ do: "pass", minutes: 600 });
      }
    },
  };
}

/** Each change that is told as an item, by its number. */
const word = async ({ key, lines }: Issue) => ({
  title: key,
  items: lines.flatMap((line) =>
    line.kind === "event" ? [{ id: line.event.id, what: line.change?.instant ?? "latest", cites: [] }] : [],
  ),
  audience: "public" as const,
});

/** Sequences that once went wrong. */
const KNOWN: [Step[]][] = [
  // The post arrives, the process dies over its answer, and the next one finds the channel gone.
  [
    [
      { do: "crash", after: 11 },
      { do: "add" },
      { do: "pass", minutes: 512 },
      { do: "pass", minutes: 688 },
      { do: "fault", fault: "lost", on: "discord", times: 1 },
      { do: "restart" },
      { do: "pass", minutes: 1 },
    ],
  ],
];

test("whatever happens, each slot has one state, each change one window, and no post is seen twice", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const trial = openTrial();
      await trial.withBot(async (digests) => {
        for (const settings of DIGESTS) await digests.create(settings);
      });
      for (const step of sequence) await trial.take(step);
      await trial.calm();
      await trial.withBot(async (digests) => {
        for (const digest of digests.list()) {
          const entries = digests.history(digest.id);
          const slots = entries.filter(({ kind }) => kind === "slot");
          const due = slotsBetween(digest.schedule, digest.since, new Date(trial.now()).toISOString());
          expect(slots.map(({ due }) => due).sort()).toEqual(due.map(({ at }) => at));
          expect(slots.filter(({ state }) => state === "pending")).toEqual([]);
          expectOneWindowEach(slots, digest.from);
          for (const entry of entries) expectSaid(entry, trial.seen());
          for (const entry of slots)
            expectWhole(entry, trial.disk.ledgers.get("news") as Change[], trial.seen());
        }
      });
      expectFinal(trial.disk.ledgers.get("ledger") as Entry[]);
      const posts = trial.seen().filter(({ key }) => !key.endsWith("told"));
      const keys = posts.map(({ key }) => key);
      expect(keys.length - new Set(keys).size).toBeLessThanOrEqual(trial.resends());
      if (trial.resends() === 0) expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: Number(process.env.RUNS ?? 60), examples: KNOWN },
  );
}, 600_000);

/** Windows that were told, or may have been, follow each other without gap or overlap. */
function expectOneWindowEach(slots: readonly Entry[], from: number): void {
  const told = slots.filter(({ state }) =>
    ["sent", "sent-late", "skipped-empty", "ambiguous"].includes(state),
  );
  let at = from;
  for (const { window } of told) {
    expect(window?.from).toBe(at);
    at = window?.to ?? Number.NaN;
  }
}

/** What was sent was seen, and what was seen is not said to have been missed. */
function expectSaid({ key, state, why }: Entry, seen: readonly { readonly key: string }[]): void {
  const arrived = seen.some((post) => post.key === key);
  if (state === "sent" || state === "sent-late")
    expect(arrived || /said that it arrived/.test(why ?? "")).toBe(true);
  else if (state !== "ambiguous") expect(arrived).toBe(false);
  if (["missed", "failed"].includes(state)) expect(why).toBeTruthy();
}

/** A post tells each event that changed in its window, and what was skipped as empty was empty. */
function expectWhole({ key, state, window }: Entry, log: readonly Change[], seen: readonly SeenPost[]): void {
  const changed = new Set(window && log.slice(window.from, window.to).map(({ event }) => event));
  if (state === "skipped-empty") expect([...changed]).toEqual([]);
  for (const { reply } of seen.filter((post) => post.key === key))
    expect(new Set(reply.items?.map(({ id }) => id))).toEqual(changed);
}

/** A key's lines end with the first final state. */
function expectFinal(lines: readonly Entry[]): void {
  const done = new Set<string>();
  for (const { key, state } of lines) {
    expect(done.has(key)).toBe(false);
    if (state !== "pending" && state !== "ambiguous") done.add(key);
  }
}
