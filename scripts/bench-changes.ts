import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Change, openChanges, openOverlay, openWorld } from "../src/dataset/changes/index.ts";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { openChanges as openNews } from "../src/digests/issue/changes.ts";
import { openEngine } from "../src/engine/index.ts";
import type { Entity } from "../src/model/entity.ts";
import type { Event } from "../src/model/event.ts";
import { openStore } from "../src/store/index.ts";

const USAGE = `Usage: node --import tsx scripts/bench-changes.ts DATASET [COUNT]

Makes COUNT changes (default 400) to the dataset of a folder, one after another, in a temporary store: each is written to
the disk, answered with, and logged as news for the digests. Prints what a change costs until it is answered with, and
how long the loop is busy with it all in all, which is never less than what another answer waits. The dataset stays as
it is.`;

const [folder, count = "400"] = process.argv.slice(2);
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const NOW = "2020-01-01T00:00:00.000Z";
const KINDS = ["withdraw", "edit", "add", "move", "newcomer", "document", "alias", "undo"] as const;
type Timed = { readonly kind: string; readonly whole: number; readonly blocked: number };

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
  const people = [...base.dataset.entities.values()].filter(({ kind }) => kind === "person");
  openEngine(base.dataset);
  const store = await openStore(state, { clock: () => new Date(0), log: { error: console.error } });
  const book = await openChanges(store);
  const overlay = openOverlay(base);
  const news = await openNews(store);
  const compared = performance.now();
  await news.compare(base.dataset, NOW);
  const baseline = performance.now() - compared;
  const times: Timed[] = [];
  for (let n = 0; n < changes; n++) {
    const event = base.dataset.events.at((n * 7919) % size)!;
    const change = changeOf(n, event, people[(n * 31) % people.length]!);
    const start = performance.now();
    const loop = performance.eventLoopUtilization();
    await book.write([change]);
    const { dataset } = overlay(book.changes());
    openEngine(dataset);
    const whole = performance.now() - start;
    await news.compare(dataset, NOW);
    const blocked = performance.eventLoopUtilization(loop).active;
    times.push({ kind: KINDS[n % KINDS.length]!, whole, blocked });
  }
  await store.close();
  const rss = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${size} events, ${changes} changes; memory at the end ${rss} MB`);
  console.log(`all of it compared for the digests, once, in turns: ${baseline.toFixed(0)} ms`);
  console.log(`a change, written and answered with:         ${told(times.map(({ whole }) => whole))}`);
  console.log(`the loop is busy for it, its news logged:    ${told(times.map(({ blocked }) => blocked))}`);
  for (const kind of KINDS) {
    const own = times.filter((each) => each.kind === kind).map(({ blocked }) => blocked);
    if (own.length > 0) console.log(`  ${kind.padEnd(43)}${told(own)}`);
  }
  console.log(`the first one:                               ${times[0]?.blocked.toFixed(1)} ms`);
}

/** One of each kind in turn. */
function changeOf(n: number, before: Event, person: Entity): Change {
  const trace = {
    id: `C-${n}`,
    at: NOW,
    by: "P-bench",
    where: "bench",
    why: "a bench",
  };
  const about = { event: before.id, before, checksums: {} };
  const added = { ...before, id: `E-${String(n).padStart(8, "0")}` };
  const document = {
    id: `D-${(0xabc000 + n).toString(16)}`,
    file: `report-${n}.txt`,
    title: `Report ${n} of the bench`,
    publisher: null,
    published: "2015-01-01",
    sha256: n.toString(16).padStart(64, "0"),
  };
  switch (KINDS[n % KINDS.length]!) {
    case "withdraw":
      return { ...trace, ...about, kind: "withdraw" };
    case "edit":
      return { ...trace, ...about, kind: "edit", after: { ...before, status: "planned" }, documents: [] };
    case "add":
      return { ...trace, kind: "add", after: added, documents: [] };
    case "move": {
      const when = { ...before.when, edtf: "2010-05-05", start: "2010-05-05", end: "2010-05-05" } as const;
      return { ...trace, ...about, kind: "edit", after: { ...before, when }, documents: [] };
    }
    case "newcomer": {
      const newcomer = `Newcomer${n} of the Bench`;
      const participants = before.participants.map((one, i) =>
        i === 0
          ? { ...one, id: `newcomer-${n}`, kind: "person" as const, name: newcomer, as: newcomer }
          : one,
      );
      return { ...trace, kind: "add", after: { ...added, participants }, documents: [] };
    }
    case "document": {
      const sources = before.sources.map((source) => ({ ...source, document: document.id }));
      return { ...trace, kind: "add", after: { ...added, sources }, documents: [document] };
    }
    case "alias":
      return {
        ...trace,
        kind: "alias",
        of: person.id,
        name: person.name,
        alias: `Bench ${n} ${person.name}`,
      };
    case "undo":
      return { ...trace, kind: "undo", undoes: `C-${n - 3}` };
  }
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 99 % within ${at(0.99)} ms, at most ${at(1)} ms`;
}
