import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOver } from "../../src/dataset/laid.ts";
import { openChanges } from "../../src/digests/issue/changes.ts";
import type { Event } from "../../src/model/event.ts";
import { at, event, source, when, who, world } from "../fixtures/world.ts";
import { emptyDisk, storeOn } from "../support/digests/disk.ts";

const step = async () => {};
const NOW = "2026-06-01T09:00:00.000Z";
const meeting = event({
  id: "E-meeting1",
  when: when("2021-05-12"),
  participants: [who("ines-carvalho", "attendee"), who("aino-rautala", "attendee")],
  places: [at("lisbon")],
});
const other = event({ id: "E-meeting2" });

/** What is logged when the second dataset follows the first. */
async function between(first: readonly Event[], second: readonly Event[]) {
  const changes = await openChanges(storeOn(emptyDisk(), step));
  await changes.compare(world(first), "2026-05-31T09:00:00.000Z");
  expect(changes.log()).toEqual([]);
  await changes.compare(world(second), NOW);
  return changes.log().map(({ event, change, why }) => [event, change, why]);
}

test("the first dataset of all is no news, and the same dataset again is none either", async () => {
  expect(await between([meeting, other], [other, meeting])).toEqual([]);
});

describe("another dataset over the same store", () => {
  const many = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => event({ id: `E-${name}${String(n).padStart(4, "0")}` }));
  const old = many("old0", 10);

  test("is a baseline: nothing of it is news, and what it lacks was not withdrawn", async () => {
    expect(await between(old, many("new0", 400))).toEqual([]);
    expect(await between(old, [...old.slice(0, 4), ...many("new0", 6)])).toEqual([]);
  });

  test("is told from one that lost up to half of its events", async () => {
    const logged = await between(old, [...old.slice(0, 5), ...many("new0", 1)]);
    expect(logged.filter(([, change]) => change === "withdrawn")).toHaveLength(5);
    expect(logged[0]).toEqual(["E-new00000", "entered", "new"]);
  });

  test("is told from one of which people withdrew or merged most", async () => {
    const changes = await openChanges(storeOn(emptyDisk(), step));
    await changes.compare(world(old), NOW);
    const reason = { on: "2026-05-31" as const, reason: "misread" };
    const after = {
      ...world(old.slice(0, 1)),
      withdrawn: Object.fromEntries(old.slice(2).map(({ id }) => [id, reason])),
      redirects: { [old[1]!.id]: old[0]!.id },
    };
    expect(await changes.compare(after, NOW)).toBe("compared");
    expect(changes.log().map(({ why }) => why)).toEqual([
      `merged into ${old[0]!.id}`,
      ...Array.from({ length: 8 }, () => "misread"),
    ]);
  });

  test("is compared from then on, and so is the first one when it comes back", async () => {
    const changes = await openChanges(storeOn(emptyDisk(), step));
    const other = many("new0", 20);
    expect(await changes.compare(world(old), NOW)).toBe("baseline");
    expect(await changes.compare(world(other), NOW)).toBe("baseline");
    expect(await changes.compare(world([...other, meeting]), NOW)).toBe("compared");
    expect(changes.log().map(({ event }) => event)).toEqual(["E-meeting1"]);
    expect(await changes.compare(world(old), NOW)).toBe("baseline");
    expect(changes.log()).toHaveLength(1);
  });
});

test("what entered, and what was withdrawn with where it went, is logged", async () => {
  expect(await between([meeting], [meeting, other])).toEqual([["E-meeting2", "entered", "new"]]);
  expect(await between([meeting, other], [meeting])).toEqual([
    ["E-meeting2", "withdrawn", "no longer in the dataset"],
  ]);
  const old = event({ id: "E-oldid001" });
  expect(await between([meeting, old], [meeting])).toEqual([
    ["E-oldid001", "withdrawn", "merged into E-secret21"],
  ]);
});

test.each<readonly [string, Partial<Event>]>([
  ["status", { status: "alleged" }],
  ["date", { when: when("2021-05") }],
  ["people", { participants: [who("ines-carvalho", "attendee")] }],
  ["place", { places: [] }],
  ["sources", { sources: [...meeting.sources, source("D-b2b2b2", 3)] }],
  ["what is told", { topics: ["security"] }],
  ["status, place", { status: "denied", places: [] }],
])("a correction says that it is of %s", async (why, change) => {
  expect(await between([meeting], [{ ...meeting, ...change }])).toEqual([["E-meeting1", "corrected", why]]);
});

test("how an event was read is no news", async () => {
  const reread: Event = {
    ...meeting,
    rules: ["another rule"],
    confidence: { band: "medium", reasons: ["another reason"] },
    review: "accepted",
    participants: meeting.participants.toReversed(),
    sources: meeting.sources.map((span) => ({ ...span, paragraph: 40, span: [1, 2] })),
  };
  expect(await between([meeting], [reread])).toEqual([]);
});

test("a crash at any step of logging neither loses a change nor logs it twice", async () => {
  for (let crash = 1; crash <= 10; crash++) {
    const disk = emptyDisk();
    const first = await openChanges(storeOn(disk, step));
    await first.compare(world([meeting]), NOW);
    let left = crash;
    const dies = async () => {
      left -= 1;
      if (left <= 0) throw new Error("killed");
    };
    const many = [meeting, ...["1", "2", "3"].map((n) => event({ id: `E-entered${n}` }))];
    const second = await openChanges(storeOn(disk, dies));
    await second.compare(world(many), NOW).catch(() => {});
    const third = await openChanges(storeOn(disk, step));
    await third.compare(world(many), NOW);
    expect(
      third
        .log()
        .map(({ event }) => event)
        .sort(),
    ).toEqual(["E-entered1", "E-entered2", "E-entered3"]);
  }
});

test("what people change in a dataset is logged as if all of it were compared each time", async () => {
  const base = Array.from({ length: 12 }, (_, n) =>
    event({
      id: `E-base${String(n).padStart(4, "0")}`,
      when: when(`2021-05-${String(n + 1).padStart(2, "0")}`),
    }),
  );
  const statuses = ["happened", "denied", "cancelled"] as const;
  // A person took out what is not there: else so much may be lost that it counts as another dataset.
  const withdrawn = Object.fromEntries(
    [...base.map(({ id }) => id), ...[0, 1, 2, 3, 4, 5].map((id) => `E-entered${id}`)].map((id) => [
      id,
      { on: "2026-05-31" as const, reason: "misread" },
    ]),
  );
  /** Each event of the base as it is, gone, or with another status; and some that were entered. */
  const state = fc.record({
    kept: fc.array(fc.constantFrom("kept", "gone", ...statuses), { minLength: 12, maxLength: 12 }),
    entered: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
    statusOfEntered: fc.constantFrom(...statuses),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(state, { minLength: 1, maxLength: 8 }),
      fc.nat({ max: 8 }),
      async (states, stop) => {
        const disk = emptyDisk();
        let few = await openChanges(storeOn(disk, step));
        const whole = await openChanges(storeOn(emptyDisk(), step));
        const list = layOver(base, [], []);
        await few.compare({ ...world(base), events: list }, NOW);
        await whole.compare(world(base), NOW);
        for (const [n, { kept, entered, statusOfEntered }] of states.entries()) {
          const gone = base.filter((_, at) => kept[at] !== "kept");
          const instead = [
            ...base.flatMap((one, at) => {
              const status = statuses.find((each) => each === kept[at]);
              return status ? [{ ...one, status }] : [];
            }),
            ...entered.map((id) => event({ id: `E-entered${id}`, status: statusOfEntered })),
          ];
          const events = layOver(base, gone, instead);
          const all = Array.from({ length: events.length }, (_, at) => events.at(at)!);
          // A restart in between knows only what stands on disk.
          if (n === stop) few = await openChanges(storeOn(disk, step));
          await few.compare({ ...world(base), events, withdrawn }, NOW);
          await whole.compare({ ...world(all), withdrawn }, NOW);
          expect(few.log()).toEqual(whole.log());
        }
      },
    ),
  );
});
