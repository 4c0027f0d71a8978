import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Change, openChanges, openOverlay, openWorld } from "../src/dataset/changes/index.ts";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { openEngine } from "../src/engine/index.ts";
import type { Event } from "../src/model/event.ts";
import { openStore } from "../src/store/index.ts";

const USAGE = `Usage: node --import tsx scripts/bench-changes.ts DATASET [COUNT]

Makes COUNT changes (default 200) to the dataset of a folder, one after another, in a temporary store: each is written to
the disk and answered with. Prints what a change costs, and for how long it keeps other answers waiting. The dataset stays
as it is.`;

const [folder, count = "200"] = process.argv.slice(2);
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const state = mkdtempSync(join(tmpdir(), "bench-changes-"));
try {
  await run(folder, Number(count));
} finally {
  rmSync(state, { recursive: true, force: true });
}

async function run(dataset: string, changes: number): Promise<void> {
  const gazetteer = loadGazetteer(join(import.meta.dirname, "../data/gazetteer"));
  const base = openWorld(dataset, { gazetteer });
  const size = base.dataset.events.length;
  openEngine(base.dataset);
  const store = await openStore(state, { clock: () => new Date(0), log: { error: console.error } });
  const book = await openChanges(store);
  const overlay = openOverlay(base);
  const whole: number[] = [];
  const blocked: number[] = [];
  for (let n = 0; n < changes; n++) {
    const change = changeOf(n, base.dataset.events.at((n * 7919) % size)!);
    const start = performance.now();
    await book.write([change]);
    const written = performance.now();
    openEngine(overlay(book.changes()).dataset);
    whole.push(performance.now() - start);
    blocked.push(performance.now() - written);
  }
  await store.close();
  console.log(`${size} events, ${changes} changes`);
  console.log(`a change, written and answered with: ${told(whole)}`);
  console.log(`of it, other answers wait:           ${told(blocked)}`);
  console.log(`the first one, which makes room:     ${blocked[0]?.toFixed(1)} ms`);
}

/** Every third change withdraws an event, corrects one, or adds one. */
function changeOf(n: number, before: Event): Change {
  const trace = {
    id: `C-${n}`,
    at: "2020-01-01T00:00:00.000Z",
    by: "P-bench",
    where: "bench",
    why: "a bench",
  };
  const about = { event: before.id, before, checksums: {} };
  switch (n % 3) {
    case 0:
      return { ...trace, ...about, kind: "withdraw" };
    case 1:
      return { ...trace, ...about, kind: "edit", after: { ...before, status: "planned" }, documents: [] };
    default:
      return {
        ...trace,
        kind: "add",
        after: { ...before, id: `E-${String(n).padStart(8, "0")}` },
        documents: [],
      };
  }
}

function told(times: readonly number[]): string {
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, at most ${at(1)} ms`;
}
