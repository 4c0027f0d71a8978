import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Task } from "../bench/contestant.ts";
import { type Row, rowReader } from "../bench/feed.ts";
import { grow } from "../bench/grow.ts";
import { drawQueries } from "../bench/queries.ts";
import { type Result, report, seconds } from "../bench/report.ts";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { openDataset } from "../src/dataset/open.ts";

const USAGE = `Usage: npm run bench:engine -- --dataset DIR [--count 1000] [--seed 1] [--scans 40] [--grow N] [--only NAME,NAME]
The engine, a plain scan and, where "npm ci" was run in bench/peers, SQLite and MiniSearch answer the same random
queries: how many events fit, and the newest 20. Counts are compared with the scan's.
  --count  queries of each kind      --scans  of these for the scan and MiniSearch
  --grow   repeats the events so many times, in later years
  --only   of attaché, scan, sqlite, minisearch`;

const { values } = parseArgs({
  options: {
    dataset: { type: "string" },
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    scans: { type: "string", default: "40" },
    grow: { type: "string" },
    only: { type: "string" },
  },
});
if (!values.dataset) {
  console.error(USAGE);
  process.exit(2);
}
const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));

const gazetteer = loadGazetteer(join(ROOT, "data/gazetteer"));
const times = values.grow === undefined ? 1 : Number(values.grow);
const dataset = times > 1 ? grow(values.dataset, join(folder, "grown"), times) : values.dataset;
feed();

const contestants: readonly Task["name"][] = ["attaché", "scan", "sqlite", "minisearch"];
const only = values.only?.split(",") ?? contestants;
const results = new Map<string, Result>();
for (const name of contestants.filter((one) => only.includes(one))) {
  if ((name === "sqlite" || name === "minisearch") && !existsSync(join(ROOT, "bench/peers/node_modules"))) {
    console.log(`${name}: not measured; run "npm ci" in bench/peers first`);
    continue;
  }
  const most = name === "attaché" || name === "sqlite" ? Number(values.count) : Number(values.scans);
  // The first opening makes the snapshot, where there is none; measured is what every later one takes.
  if (name === "attaché") openDatasetOnce();
  run({ name, dataset, folder, most });
}
report(results);

/** What the queries are about, as rows for the others and as queries for all. */
function feed(): void {
  const opened = openDataset(dataset, { gazetteer });
  const rowOf = rowReader(opened);
  const path = join(folder, "rows.ndjson");
  const file = openSync(path, "w");
  let waiting = "";
  for (let at = 0; at < opened.events.length; at++) {
    const row = rowOf(opened.events.at(at)!);
    if (row) waiting += `${JSON.stringify(row)}\n`;
    if (waiting.length > 1 << 20 || at === opened.events.length - 1) {
      writeSync(file, waiting);
      waiting = "";
    }
  }
  closeSync(file);
  const rows = {
    length: opened.events.length,
    at: (position: number): Row =>
      rowOf(opened.events.at(position)!) ?? {
        id: "",
        start: 0,
        end: 0,
        kind: "meeting",
        who: [],
        places: [],
        words: [],
      },
  };
  const names = [...opened.entities.values()].map(({ name }) => name);
  const queries = drawQueries(rows, names, Number(values.count), Number(values.seed));
  writeFileSync(join(folder, "queries.json"), JSON.stringify(queries));
  writeFileSync(join(folder, "names.json"), JSON.stringify(names));
  console.log(
    `${opened.events.length} events, ${names.length} actors; ${values.count} queries of each kind, seed ${values.seed}`,
  );
}

function openDatasetOnce(): void {
  if (existsSync(join(dataset, "index.bin"))) return;
  const before = performance.now();
  run({ name: "attaché", dataset, folder, most: 1 }, true);
  console.log(`first opening, which makes the snapshot: ${seconds(performance.now() - before)}`);
}

function run(task: Task, quietly = false): void {
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(ROOT, "bench/contestant.ts"), JSON.stringify(task)],
    { stdio: ["ignore", "inherit", "inherit"], cwd: ROOT },
  );
  const file = join(folder, `${task.name}.json`);
  if (status !== 0 || !existsSync(file)) console.log(`${task.name}: failed`);
  else if (!quietly) results.set(task.name, JSON.parse(readFileSync(file, "utf8")));
}
