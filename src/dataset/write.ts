import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Built } from "./assemble.ts";

/**
 * Writes a dataset as a folder: `manifest.json`, `events.ndjson`, `entities.ndjson`, `places.ndjson`,
 * `review.ndjson`, `redirects.json`; byte for byte the same for the same dataset. Every file is whole on the disk
 * before the first one takes its name, the manifest last; a failure before that leaves the folder as it was.
 */
export function writeDataset(built: Built, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(datasetFiles(built));
  try {
    for (const [name, content] of files) writeWhole(join(folder, `${name}${UNFINISHED}`), content);
    for (const [name] of files) renameSync(join(folder, `${name}${UNFINISHED}`), join(folder, name));
  } finally {
    for (const [name] of files) rmSync(join(folder, `${name}${UNFINISHED}`), { force: true });
  }
}

/** The files of a dataset by name, in the order in which they take their names. */
export function datasetFiles(built: Built): Readonly<Record<string, string>> {
  return {
    "events.ndjson": lines(built.events),
    "review.ndjson": lines(built.review),
    "entities.ndjson": lines(built.entities),
    "places.ndjson": lines(built.places),
    "redirects.json": pretty(built.redirects),
    "manifest.json": pretty(built.manifest),
  };
}

const UNFINISHED = ".new";

const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function writeWhole(path: string, content: string): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
