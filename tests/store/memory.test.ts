import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Memory, Receipt } from "../../src/chat/memory.ts";
import { openMemory, openStore } from "../../src/store/index.ts";

let folder: string;
let now: Date;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "memory-"));
  now = new Date("2025-06-02T12:00:00Z");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened<T>(use: (memory: Memory) => Promise<T>): Promise<T> {
  const store = await openStore(folder, { clock: () => now, log: { error: () => {} } });
  try {
    return await use(await openMemory(store));
  } finally {
    await store.close();
  }
}

const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

const receipt = (id: string): Receipt => ({
  id,
  person: "discord:1",
  channel: "discord:2",
  thread: "discord:2:1",
  at: now.toISOString(),
  audience: "private",
  call: { group: "brief", name: "ask", fields: { question: "who met Ardin?" } },
  query: {
    ask: "people",
    who: [{ entity: "mira-ardin" }],
    when: { kind: "period", from: "2025-01-01", to: null },
  },
  question: "who met Ardin?",
});
const last = () => ({ query: { ask: "events" } as const, at: now.toISOString() });

test("receipts and last queries are there after a restart, whole", async () => {
  await opened(async ({ receipts, threads }) => {
    await receipts.put(receipt("r1"));
    await threads.put("t", last());
    await threads.put("t", { ...last(), query: { ask: "places" } });
  });
  await opened(async ({ receipts, threads }) => {
    expect(receipts.get("r1")).toEqual(receipt("r1"));
    expect(threads.get("t")?.query).toEqual({ ask: "places" });
    expect([receipts.get("r2"), threads.get("u")]).toEqual([undefined, undefined]);
  });
});

test("a receipt is known for 30 days, a thread's last query for 24 hours", async () => {
  await opened(async ({ receipts, threads }) => {
    await receipts.put(receipt("r1"));
    await threads.put("t", last());
    later(24);
    expect(threads.get("t")).toBeDefined();
    later(1);
    expect(threads.get("t")).toBeUndefined();
    later(29 * 24 - 1);
    expect(receipts.get("r1")).toBeDefined();
    later(1);
    expect(receipts.get("r1")).toBeUndefined();
  });
});

test("what is too old leaves the disk as new entries come", async () => {
  await opened(async ({ threads }) => {
    for (let n = 0; n < 250; n++) await threads.put(`t${n}`, last());
    later(48);
    for (let n = 0; n < 150; n++) await threads.put(`u${n}`, last());
    expect([threads.get("t249"), threads.get("u0")]).toEqual([undefined, last()]);
  });
  expect(readdirSync(join(folder, "threads")).filter((name) => name.endsWith(".json"))).toEqual([
    "000003.json",
    "000004.json",
  ]);
});

test("of more than 10,000 receipts the oldest go", async () => {
  await opened(async ({ receipts }) => {
    await Promise.all(Array.from({ length: 10_100 }, (_, n) => receipts.put(receipt(`r${n}`))));
    expect([receipts.get("r99"), receipts.get("r100")?.id, receipts.get("r10099")?.id]).toEqual([
      undefined,
      "r100",
      "r10099",
    ]);
  });
});

test("when the disk takes no more, what is put is known as long as the process", async () => {
  await opened(async ({ receipts }) => {
    rmSync(join(folder, "receipts"), { recursive: true });
    await receipts.put(receipt("r1"));
    expect(receipts.get("r1")).toEqual(receipt("r1"));
  });
});
