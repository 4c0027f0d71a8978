import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Event } from "../../src/model/event.ts";
import { event, source, when, who } from "../fixtures/build.ts";
import { world } from "../fixtures/world.ts";
import { CURATOR, openRoom } from "../support/curation.ts";

const SIZE = 25_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "large-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const idAt = (n: number) => `E-${String(n).padStart(8, "0")}`;
const eventAt = (n: number): Event =>
  event({
    id: idAt(n),
    when: when(new Date(Date.UTC(1950, 0, 1 + n)).toISOString().slice(0, 10)),
    participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "host")],
    sources: [source("D-a1a1a1", 1)],
  });

test("in a dataset of tens of thousands of events a command looks at a few of them", async () => {
  let looked = 0;
  const events = {
    length: SIZE,
    at(n: number) {
      looked++;
      return n < 0 || n >= SIZE ? undefined : eventAt(n);
    },
  };
  const room = await openRoom(folder, {
    base: { dataset: { ...world([eventAt(0)]), events, redirects: {} }, review: [] },
  });
  const counted = async (line: string) => {
    looked = 0;
    const shown = await room.hear(`briefadmin ${line}`, CURATOR);
    const done = await room.press(shown, "confirm", undefined, CURATOR);
    return [done.title, looked < 2_000];
  };
  // What is made anew once for all changes is not theirs to pay.
  await counted(`withdraw event:${idAt(5)} reason:x`);
  expect(await counted(`withdraw event:${idAt(12_345)} reason:x`)).toEqual([
    `Withdrawn: ${idAt(12_345)}`,
    true,
  ]);
  expect(await counted(`edit event:${idAt(20_001)} status:planned reason:x`)).toEqual([
    `Corrected: ${idAt(20_001)}`,
    true,
  ]);
  expect(await counted(`merge event:${idAt(24_998)} into:${idAt(24_999)}`)).toEqual([
    `Merged: ${idAt(24_999)}`,
    true,
  ]);
  looked = 0;
  expect((await room.hear("briefadmin withdraw event:E-nobody00 reason:x", CURATOR)).title).toBe(
    "No such event",
  );
  expect((await room.hear("briefadmin status", CURATOR)).title).toBe("Status");
  expect(looked).toBeLessThan(2_000);
  await room.close();
});
