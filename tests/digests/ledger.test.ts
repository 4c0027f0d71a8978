import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  decidedUpTo,
  type Entry,
  openLedger,
  postedBy,
  entry as schema,
  toldUpTo,
  trimLedger,
} from "../../src/digests/ledger.ts";
import { addDays, type Day } from "../../src/model/when.ts";
import { openStore, type Store } from "../../src/store/index.ts";

let folder: string;
let store: Store;
const NOW = new Date("2026-06-01T12:00:00.000Z");
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  store = await openStore(folder, { clock: () => NOW, log: { error: () => {} } });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const line = (digest: string, date: Day, state: Entry["state"], more: Partial<Entry> = {}): Entry => ({
  key: `${digest}@${date}T09:00[UTC]`,
  digest,
  kind: "slot",
  due: `${date}T09:00:00.000Z`,
  date,
  at: `${date}T09:00:01.000Z`,
  state,
  address: "discord:7",
  ...more,
});
const open = () => store.openLedger<Entry>({ name: "ledger", schema, perFile: 10 });

test("the last line of a key tells its state, with what the earlier ones knew", async () => {
  const ledger = openLedger(await open());
  const window = { from: 0, to: 4 };
  const events = [{ id: "E-meeting1", what: "They met." }];
  await ledger.append(line("1", "2026-05-01", "pending", { window, events }));
  await ledger.append(line("1", "2026-05-01", "sent", { message: "m1" }));
  const again = openLedger(await open());
  expect(again.of("1")).toEqual([line("1", "2026-05-01", "sent", { window, events, message: "m1" })]);
  expect(again.open()).toEqual([]);
  expect(toldUpTo(again.of("1"), 0)).toBe(4);
  expect(decidedUpTo(again.of("1"), "2026-01-01T00:00:00.000Z")).toBe("2026-05-01T09:00:00.000Z");
  expect([...postedBy(again.of("1"))]).toEqual([["E-meeting1", "They met."]]);
});

test("a final state is never changed, and what was missed or refused tells no news", async () => {
  const ledger = openLedger(await open());
  await ledger.append(line("1", "2026-05-01", "missed", { why: "down" }));
  await expect(ledger.append(line("1", "2026-05-01", "pending"))).rejects.toThrow("is missed already");
  await ledger.append(line("1", "2026-05-02", "pending", { window: { from: 0, to: 9 } }));
  expect(toldUpTo(ledger.of("1"), 0)).toBe(9);
  await ledger.append(line("1", "2026-05-02", "failed", { why: "refused" }));
  expect(toldUpTo(ledger.of("1"), 3)).toBe(3);
  expect(ledger.get("1@2026-05-01T09:00[UTC]")?.state).toBe("missed");
});

test("what is older than 400 days goes, but for what a digest goes on from and what is not settled", async () => {
  const lines = await open();
  const window = { from: 0, to: 7 };
  await lines.append(line("3", "2024-01-01", "ambiguous", { window }));
  for (let n = 0; n < 9; n++) await lines.append(line("1", addDays("2024-01-01", n), "skipped-empty"));
  for (let n = 0; n < 30; n++) await lines.append(line("1", addDays("2024-02-01", n), "skipped-empty"));
  for (let n = 0; n < 9; n++) await lines.append(line("2", addDays("2024-03-01", n), "missed"));
  await lines.append(line("2", "2024-03-20", "sent", { window }));
  for (let n = 0; n < 10; n++) await lines.append(line("1", addDays("2026-05-01", n), "skipped-empty"));
  await trimLedger(lines, ["1", "2", "3"], NOW);
  const kept = openLedger(await open());
  expect([toldUpTo(kept.of("2"), 0), kept.open().map(({ digest }) => digest)]).toEqual([7, ["3"]]);
  await kept.append(line("3", "2024-01-01", "sent"));
  await trimLedger(await open(), ["1"], NOW);
  expect(
    openLedger(await open())
      .of("1")
      .map(({ date }) => date),
  ).toContain("2026-05-10");
  expect(readdirSync(join(folder, "ledger")).length).toBeLessThan(8);
});
