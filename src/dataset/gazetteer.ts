import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Gazetteer } from "../model/entity.ts";
import { type Day, isDay } from "../model/when.ts";
import { complaint, entitySchema, placeSchema } from "./schema.ts";

/**
 * Opens the gazetteer: what is known of the world before any document is read.
 *
 * @param folder The folder with `countries.ndjson`, `places.ndjson`, `people.ndjson`, `organisations.ndjson`,
 *   `titles.json`, `topics.json`, `occasions.json`, `anchors.json` and `horizon.json`.
 * @returns Every list in the order of its file.
 * @throws Error naming the file, the line (or entry) and what to do, when a file is missing or damaged.
 */
export function loadGazetteer(folder: string): Gazetteer {
  return {
    people: readLines(folder, "people.ndjson", entitySchema),
    organisations: readLines(folder, "organisations.ndjson", entitySchema),
    countries: readLines(folder, "countries.ndjson", countrySchema),
    places: readLines(folder, "places.ndjson", placeSchema),
    titles: readList(folder, "titles.json", titleSchema),
    topics: readList(folder, "topics.json", topicSchema),
    occasions: readList(folder, "occasions.json", occasionSchema),
    anchors: readList(folder, "anchors.json", anchorSchema),
    knownTo: checked(horizonSchema, readJson(folder, "horizon.json"), "horizon.json", "the whole file")
      .knownTo,
  };
}

const text = z.string().trim().min(1);
const texts = z.array(text);
const day = z.custom<Day>((value) => typeof value === "string" && isDay(value), "no such day");

const countrySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/, "not a country code of two capital letters"),
  name: text,
  aliases: texts,
  demonyms: texts,
  capital: text.nullable(),
  metonyms: texts,
  continent: text,
});

const titleSchema = z.strictObject({
  office: text,
  words: texts,
  local: z.record(text, texts),
  unique: z.boolean(),
  level: z.literal([1, 2, 3, 4]),
});

const topicSchema = z.strictObject({ name: text, words: texts });
const occasionSchema = z.strictObject({ name: text, aliases: texts });
const anchorSchema = z.strictObject({ name: text, words: texts, day });
const horizonSchema = z.strictObject({ knownTo: day });

function readLines<T>(folder: string, file: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readText(folder, file)
    .split("\n")
    .map((line, index) => ({ line, where: `line ${index + 1}` }));
  return lines.flatMap(({ line, where }) =>
    line.trim() === "" ? [] : [checked(schema, parsed(line, file, where), file, where)],
  );
}

function readList<T>(folder: string, file: string, schema: z.ZodType<T>): readonly T[] {
  const list = readJson(folder, file);
  if (!Array.isArray(list)) throw damaged(file, "the whole file", "it is not a list");
  return list.map((entry, index) => checked(schema, entry, file, `entry ${index + 1}`));
}

const readJson = (folder: string, file: string): unknown =>
  parsed(readText(folder, file), file, "the whole file");

function readText(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch (cause) {
    const path = join(folder, file);
    throw new Error(`The gazetteer's ${path} cannot be read. Restore it from the repository.`, { cause });
  }
}

function parsed(content: string, file: string, where: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw damaged(file, where, `it is not JSON, ${(error as Error).message}`);
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string, where: string): T {
  const { data, error } = schema.safeParse(value);
  if (error) throw damaged(file, where, complaint(error));
  return data;
}

const damaged = (file: string, where: string, what: string): Error =>
  new Error(
    `The gazetteer's ${file} is damaged at ${where} (${what}). Correct it or restore the file from the repository.`,
  );
