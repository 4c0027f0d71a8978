import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dataset } from "../../src/model/dataset.ts";
import type { Event } from "../../src/model/event.ts";
import { world } from "../fixtures/world.ts";

/**
 * A world as a dataset folder, in a new temporary place. On the disk an event's id is `E-` and letters or digits, so
 * the hyphens of the world's own become zeros: `E-lisbon-a` is `E-lisbon0a`.
 */
export function worldFolder(dataset: Dataset = world()): string {
  const folder = join(mkdtempSync(join(tmpdir(), "attache-world-")), "data");
  const events = Array.from({ length: dataset.events.length }, (_, at) => dataset.events.at(at) as Event);
  const lines = (all: readonly unknown[]) => all.map((each) => `${JSON.stringify(each)}\n`).join("");
  const { manifest, entities, places, redirects } = dataset;
  const files = {
    "manifest.json": JSON.stringify(manifest),
    "events.ndjson": lines(events.map((event) => ({ ...event, id: strict(event.id) }))),
    "review.ndjson": "",
    "entities.ndjson": lines([...entities.values()]),
    "places.ndjson": lines([...places.values()]),
    "redirects.json": JSON.stringify(
      Object.fromEntries(Object.entries(redirects).map((pair) => pair.map(strict))),
    ),
  };
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const strict = (id: string) => `E-${id.slice(2).replaceAll("-", "0")}`;
