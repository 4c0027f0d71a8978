import { expect, test } from "vitest";
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
