import { describe, expect, it } from "vitest";
import { type Decision, decide, type Situation } from "../../src/digests/decide.ts";
import type { Digest } from "../../src/digests/digest.ts";

const digest = (id: string, more: Partial<Digest> = {}): Digest => ({
  id,
  address: "discord:7",
  author: "discord:1",
  locale: "en-GB",
  question: "What is new?",
  query: { ask: "events" },
  sections: ["new"],
  empty: "skip",
  catchUp: "once",
  maxLateness: 1440,
  schedule: { every: "day", time: "09:00", zone: "UTC" },
  since: "2026-06-01T08:00:00.000Z",
  from: 0,
  ...more,
});

function at(now: string, digests: readonly Digest[], more: Partial<Situation> = {}) {
  const situation: Situation = {
    now,
    lastDecision: undefined,
    decidedUpTo: ({ since }) => since,
    isSilent: () => false,
    ...more,
  };
  return decide(digests, situation).map(brief);
}

function brief(decision: Decision) {
  const { digest, kind } = decision;
  if (kind === "missed")
    return { digest: digest.id, missed: decision.slots.map(({ date }) => date), why: decision.why };
  const { slot, late, merged, besides } = decision;
  return {
    digest: digest.id,
    post: slot.date,
    late,
    merged: merged.map(({ date }) => date),
    besides: besides.map(({ id }) => id),
  };
}

const onTime = { late: false, merged: [], besides: [] };

describe("what is due", () => {
  it("is posted at its time, not before, and up to two minutes after on time", () => {
    expect(at("2026-06-01T08:59:59.999Z", [digest("1")])).toEqual([]);
    expect(at("2026-06-01T09:00:00.000Z", [digest("1")])).toEqual([
      { digest: "1", post: "2026-06-01", ...onTime },
    ]);
    expect(at("2026-06-01T09:02:00.000Z", [digest("1")])).toEqual([
      { digest: "1", post: "2026-06-01", ...onTime },
    ]);
    expect(at("2026-06-01T09:02:00.001Z", [digest("1")])).toEqual([
      { digest: "1", post: "2026-06-01", ...onTime, late: true },
    ]);
  });

  it("of several days is the last, which takes in the others", () => {
    expect(at("2026-06-03T20:00:00.000Z", [digest("1")])).toEqual([
      { digest: "1", post: "2026-06-03", late: true, merged: ["2026-06-01", "2026-06-02"], besides: [] },
    ]);
  });

  it("is missed when it is later than the digest allows", () => {
    expect(at("2026-06-01T10:00:00.000Z", [digest("1", { maxLateness: 60 })])).toMatchObject([
      { post: "2026-06-01" },
    ]);
    expect(at("2026-06-01T10:00:00.001Z", [digest("1", { maxLateness: 60 })])).toEqual([
      {
        digest: "1",
        missed: ["2026-06-01"],
        why: "the bot could not post then, and it was later than 1 hour",
      },
    ]);
  });

  it("is not caught up by a digest that does not want it, which is posted at its next time all the same", () => {
    const skips = digest("1", { catchUp: "skip" });
    expect(at("2026-06-01T09:30:00.000Z", [skips])).toMatchObject([{ missed: ["2026-06-01"] }]);
    expect(at("2026-06-02T09:00:00.000Z", [skips])).toMatchObject([
      { missed: ["2026-06-01"] },
      { post: "2026-06-02", late: false, merged: [] },
    ]);
  });

  it("is missed with its reason while a digest is paused", () => {
    const paused = { by: "loss", why: "Missing Permissions", at: "2026-06-01T08:30:00.000Z" } as const;
    expect(at("2026-06-02T09:00:00.000Z", [digest("1", { paused })])).toEqual([
      { digest: "1", missed: ["2026-06-01", "2026-06-02"], why: "it was paused: Missing Permissions" },
    ]);
  });

  it("is nothing while the clock stands before the last decision", () => {
    const lastDecision = "2026-06-01T09:30:00.000Z";
    expect(at("2026-06-01T09:29:59.999Z", [digest("1")], { lastDecision })).toEqual([]);
    expect(at("2026-06-01T09:30:00.000Z", [digest("1")], { lastDecision })).toHaveLength(1);
  });

  it("is not caught up where it is not certain what was posted before", () => {
    const doubt = "the record was damaged";
    expect(at("2026-06-01T10:00:00.000Z", [digest("1")], { doubt })).toEqual([
      { digest: "1", missed: ["2026-06-01"], why: doubt },
    ]);
    expect(at("2026-06-01T09:00:00.000Z", [digest("1")], { doubt })).toMatchObject([{ post: "2026-06-01" }]);
  });
});

describe("after an outage", () => {
  const schedule = { every: "day", time: "10:00", zone: "UTC" } as const;
  const digests = [digest("1"), digest("2", { schedule }), digest("3", { address: "discord:8" })];

  it("each channel gets the digest that was due last, which names the others", () => {
    expect(at("2026-06-01T12:00:00.000Z", digests)).toEqual([
      {
        digest: "1",
        missed: ["2026-06-01"],
        why: "the bot could not post then, and of this channel's digests 2 was caught up",
      },
      { digest: "2", post: "2026-06-01", late: true, merged: [], besides: ["1"] },
      { digest: "3", post: "2026-06-01", ...onTime, late: true },
    ]);
  });

  it("a digest that has nothing to tell takes nobody's place", () => {
    expect(at("2026-06-01T12:00:00.000Z", digests, { isSilent: ({ id }) => id === "2" })).toEqual([
      { digest: "1", post: "2026-06-01", ...onTime, late: true },
      { digest: "2", post: "2026-06-01", ...onTime, late: true },
      { digest: "3", post: "2026-06-01", ...onTime, late: true },
    ]);
    const eleven = digest("4", { schedule: { ...schedule, time: "11:00" } });
    expect(
      at("2026-06-01T12:00:00.000Z", [...digests, eleven], { isSilent: ({ id }) => id === "4" }),
    ).toMatchObject([
      { digest: "1", missed: ["2026-06-01"] },
      { digest: "2", post: "2026-06-01", besides: ["1"] },
      { digest: "3", post: "2026-06-01", besides: [] },
      { digest: "4", post: "2026-06-01", besides: [] },
    ]);
  });

  it("what is due on time is posted beside it", () => {
    expect(at("2026-06-01T10:01:00.000Z", digests)).toMatchObject([
      { digest: "1", post: "2026-06-01", late: true },
      { digest: "2", post: "2026-06-01", late: false },
      { digest: "3", post: "2026-06-01", late: true },
    ]);
  });
});
