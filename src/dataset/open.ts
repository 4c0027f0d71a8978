import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type Dataset, type EventList, type Manifest, SCHEMA_VERSION } from "../model/dataset.ts";
import type { Gazetteer } from "../model/entity.ts";
import type { Event } from "../model/event.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type KnownLines, type LineFile, openLines, type Remedy } from "./lines.ts";
import { openPassages } from "./passages.ts";
import {
  complaint,
  entitySchema,
  eventSchema,
  manifestSchema,
  placeSchema,
  redirectsSchema,
} from "./schema.ts";
import { openCache, openSnapshot } from "./snapshot.ts";

export type OpenOptions = {
  readonly gazetteer: Gazetteer;
  /** A folder that may hold the documents themselves, found by their checksums; without it no passage is shown. */
  readonly documents?: string;
  /** Told in a line where a large dataset's index can't be used or kept and opening takes long. */
  readonly notice?: (line: string) => void;
};

/** Up to so many events are all decoded and checked at once; beyond, each is when it is asked for. */
const AT_ONCE = 20_000;

/**
 * Opens a dataset folder. Throws an Error that names the file, the line and what to do where something is missing
 * or damaged; writes nothing.
 */
export function openDataset(folder: string, options: OpenOptions): Dataset {
  const manifest = readManifest(folder);
  const many = manifest.counts.events > AT_ONCE;
  const kept = many ? openKept(folder, options) : null;
  const { counts } = manifest;
  const lines = openPart(
    folder,
    "events.ndjson",
    kept?.lines ? null : eventSchema,
    counts.events,
    kept?.lines,
  );
  const events = kept
    ? { length: lines.length, at: lines.at, snapshot: kept.snapshot(() => lines.starts) }
    : all(lines);
  const entities = all(
    openPart(folder, "entities.ndjson", kept?.lines ? null : entitySchema, counts.entities),
  );
  const places = all(openPart(folder, "places.ndjson", kept?.lines ? null : placeSchema, counts.places));
  const redirects = readJson(folder, "redirects.json", redirectsSchema);
  const dataset: Dataset = {
    manifest,
    events,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    places: new Map(places.map((place) => [place.id, place])),
    redirects,
    gazetteer: options.gazetteer,
    ...(kept && { names: kept.names }),
    passage: openPassages(options.documents, manifest.documents),
  };
  if (!many) checkReferences(folder, dataset);
  return dataset;
}

/** What is kept of a large dataset. Where the snapshot fits, all that it was made from was checked then. */
function openKept(folder: string, { gazetteer, notice = () => {} }: OpenOptions) {
  const print = fingerprintOf(folder, gazetteer);
  return {
    ...openSnapshot(join(folder, "index.bin"), print, notice),
    names: openCache(join(folder, "names.bin"), { ...print, ...NO_EVENTS }, notice),
  };
}

/** Names are made from what lies beside the events. */
const NO_EVENTS = { size: 0, modified: 0, checksum: () => 0 };

/** The review list of a dataset folder: what reading was unsure of, and what a person rejected. */
export function openReview(folder: string): EventList {
  return openPart(folder, "review.ndjson", eventSchema, readManifest(folder).counts.review);
}

const remedy = (folder: string): Remedy =>
  `Restore ${folder} from where it came (the shipped one with "git checkout -- ${folder}"), or build it anew with "npm run read"; nothing was changed.`;

/** The manifest of a dataset folder alone. Throws as `openDataset` does. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, "manifest.json");
  if (!existsSync(file))
    throw new Error(
      `${folder} is no dataset: it has no manifest.json. Build one with "npm run read -- PATH… --out ${folder}".`,
    );
  const raw = parse(file, folder);
  const schema = (raw as { schema?: unknown } | null)?.schema;
  if (typeof schema === "number" && schema > SCHEMA_VERSION)
    throw new Error(
      `${file} is of schema ${schema}, newer than this program's ${SCHEMA_VERSION}. Update the program, or build the dataset anew with "npm run read".`,
    );
  return checked(raw, file, manifestSchema, folder);
}

function readJson<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const file = join(folder, name);
  if (!existsSync(file)) throw new Error(`${file} is missing. ${remedy(folder)}`);
  return checked(parse(file, folder), file, schema, folder);
}

function parse(file: string, folder: string): unknown {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    const before = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = text.slice(0, before === undefined ? text.length : Number(before)).split("\n").length;
    throw new Error(`${file}, line ${line}: it is not JSON (${(error as Error).message}). ${remedy(folder)}`);
  }
}

function checked<T>(value: unknown, file: string, schema: z.ZodType<T>, folder: string): T {
  const { data, error } = schema.safeParse(value);
  if (error) throw new Error(`${file}: ${complaint(error)}. ${remedy(folder)}`);
  return data;
}

function openPart<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T> | null,
  count: number,
  known?: KnownLines,
): LineFile<T> {
  const file = join(folder, name);
  if (!existsSync(file)) throw new Error(`${file} is missing. ${remedy(folder)}`);
  const lines = openLines(file, schema, remedy(folder), known);
  if (lines.length !== count)
    throw new Error(
      `${file}, line ${lines.length}: it has ${lines.length} lines, and the manifest counts ${count}. ${remedy(folder)}`,
    );
  return lines;
}

const all = <T>(lines: LineFile<T>): readonly T[] =>
  Array.from({ length: lines.length }, (_, position) => lines.at(position)!);

/** Every id that an event uses has its line: else an answer would name what it cannot show. */
function checkReferences(folder: string, { manifest, events, entities, places }: Dataset): void {
  const documents = new Set(manifest.documents.map(({ id }) => id));
  const seen = new Set<string>();
  for (let position = 0; position < events.length; position++) {
    const event = events.at(position) as Event;
    const lost =
      event.participants.find(({ id }) => !entities.has(id))?.id ??
      event.places.find(({ id }) => !places.has(id))?.id ??
      event.sources.find(({ document }) => !documents.has(document))?.document ??
      (seen.has(event.id) ? `${event.id} for itself alone` : undefined);
    if (lost !== undefined)
      throw new Error(
        `${join(folder, "events.ndjson")}, line ${position + 1}: it uses ${lost}, which the dataset does not have. ${remedy(folder)}`,
      );
    seen.add(event.id);
  }
}
