import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openOurs } from "./engine.ts";
import { type Contestant, measure, quantiles } from "./measure.ts";
import type { Queries } from "./queries.ts";
import { openScan } from "./scan.ts";

/** One engine in a process of its own, so that its memory is its own: told by one JSON argument, tells a file. */
export type Task = {
  readonly name: "attaché" | "scan" | "sqlite" | "minisearch";
  readonly dataset: string;
  readonly folder: string;
  readonly most: number;
};

const task = JSON.parse(process.argv[2] ?? "null") as Task;
const queries = JSON.parse(readFileSync(join(task.folder, "queries.json"), "utf8")) as Queries;
const names = JSON.parse(readFileSync(join(task.folder, "names.json"), "utf8")) as readonly string[];
const feed = join(task.folder, "rows.ndjson");
const peer = (name: string) => import(join(import.meta.dirname, `peers/${name}.mjs`));

const sqlite = join(task.folder, "sqlite.db");
if (task.name === "sqlite") await (await peer("sqlite")).build(feed, names, sqlite);
const before = performance.now();
const engine = await opened();
const ready = performance.now() - before;
const measured = measure(engine, queries, task.most);
const memory = process.memoryUsage().rss;
writeFileSync(
  join(task.folder, `${task.name}.json`),
  JSON.stringify({ ready, memory, ...measured, ...(task.name === "attaché" && { briefings: briefings() }) }),
);

async function opened(): Promise<Contestant> {
  switch (task.name) {
    case "attaché":
      return openOurs(task.dataset);
    case "scan":
      return openScan(feed, names);
    case "sqlite":
      return (await peer("sqlite")).open(sqlite);
    case "minisearch":
      return (await peer("minisearch")).open(feed, names);
  }
}

/** Whole briefings to the same queries, with the newest events read, cited and shown. */
function briefings() {
  const ours = engine as ReturnType<typeof openOurs>;
  return Object.fromEntries(
    Object.entries(queries.finds).map(([kind, all]) => {
      const times = all.slice(0, task.most).map((asked) => {
        const started = performance.now();
        ours.brief(asked);
        return performance.now() - started;
      });
      return [kind, quantiles(times)];
    }),
  );
}
