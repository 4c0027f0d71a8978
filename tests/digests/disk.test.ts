import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDigests, type Settings } from "../../src/digests/index.ts";
import { openStore } from "../../src/store/index.ts";
import { emptyDisk, storeOn } from "../support/digests/disk.ts";
import { growing } from "../support/digests/engine.ts";
import { openStandIn } from "../support/digests/outlet.ts";
import { LOG } from "../support/digests/whole.ts";

const SETTINGS: Settings = {
  address: "slack:C1",
  author: "slack:U1",
  locale: "en-GB",
  question: "What is new?",
  query: { ask: "events" },
  sections: ["new"],
  empty: "note",
  catchUp: "once",
  maxLateness: 1440,
  schedule: { every: "day", time: "09:00", zone: "UTC" },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "digests-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Store = Parameters<typeof openDigests>[0]["store"];

/** Digests over a store, between eight and nine o'clock, and what arrived of them. */
async function open(store: Store, start: string) {
  let now = Date.parse(start);
  const slack = openStandIn("slack", () => now);
  const data = growing();
  const digests = await openDigests({
    store,
    world: () => data,
    outlet: () => slack.outlet(async () => {}),
    word: async ({ key }) => ({ title: key, audience: "public" }),
    keep: async () => {},
    clock: () => new Date(now),
    log: LOG,
    wait: async () => {},
    counted: () => {},
  });
  return {
    digests,
    seen: () => slack.seen.map(({ key }) => key),
    async goTo(instant: string) {
      now = Date.parse(instant);
      await digests.tick();
      await digests.settled();
      return digests.history("1").map(({ state, why }) => (state === "missed" ? `missed: ${why}` : state));
    },
  };
}

/** A store whose writes are refused where `full` says so. */
function refusing() {
  let full = (_write: number): boolean => false;
  let writes = 0;
  const store = storeOn(emptyDisk(), async () => {
    writes += 1;
    if (full(writes)) throw new Error("ENOSPC");
  });
  return {
    store,
    refuse: (which: (write: number) => boolean) => {
      writes = 0;
      full = which;
    },
  };
}

test("nothing is posted that can't be written down before, and it comes late when it can", async () => {
  const { store, refuse } = refusing();
  const { digests, goTo, seen } = await open(store, "2026-06-01T08:00:00.000Z");
  await digests.create(SETTINGS);
  refuse(() => true);
  expect(await goTo("2026-06-01T09:00:00.000Z")).toEqual(["sent"]);
  expect(seen()).toEqual(["1#introduction"]);
  refuse(() => false);
  expect(await goTo("2026-06-01T09:05:00.000Z")).toEqual(["sent", "sent-late"]);
  expect(seen()).toEqual(["1#introduction", "1@2026-06-01T09:00[UTC]"]);
});

test("what was posted and can't be written down after is written later, and not posted again", async () => {
  const { store, refuse } = refusing();
  const { digests, goTo, seen } = await open(store, "2026-06-01T08:00:00.000Z");
  await digests.create(SETTINGS);
  refuse((write) => write > 2);
  expect(await goTo("2026-06-01T09:00:00.000Z")).toEqual(["sent", "pending"]);
  expect(await goTo("2026-06-01T09:10:00.000Z")).toEqual(["sent", "pending"]);
  refuse(() => false);
  expect(await goTo("2026-06-01T09:11:00.000Z")).toEqual(["sent", "sent"]);
  expect(seen()).toEqual(["1#introduction", "1@2026-06-01T09:00[UTC]"]);
});

test("where the ledger was damaged nothing is caught up that may have been posted", async () => {
  const on = () => openStore(folder, { clock: () => new Date(0), log: LOG });
  const store = await on();
  const first = await open(store, "2026-06-01T08:00:00.000Z");
  await first.digests.create(SETTINGS);
  expect(await first.goTo("2026-06-01T09:00:00.000Z")).toEqual(["sent", "sent"]);
  await store.close();
  const ledger = join(folder, "ledger");
  for (const name of readdirSync(ledger)) writeFileSync(join(ledger, name), "{ half of");
  const damaged = await on();
  const second = await open(damaged, "2026-06-01T09:30:00.000Z");
  expect(await second.goTo("2026-06-01T09:30:00.000Z")).toEqual([
    "missed: the record of what was posted before was damaged",
  ]);
  expect(await second.goTo("2026-06-02T09:00:00.000Z")).toEqual([
    "missed: the record of what was posted before was damaged",
    "sent",
  ]);
  expect(second.seen()).toEqual(["1@2026-06-02T09:00[UTC]"]);
  await damaged.close();
});
