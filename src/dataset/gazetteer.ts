import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Gazetteer } from "../model/entity.ts";
import type { Day } from "../model/when.ts";

/**
 * Opens the gazetteer: what is known of the world before any document is read.
 *
 * @param folder The folder with `countries.ndjson`, `places.ndjson`, `people.ndjson`, `organisations.ndjson`,
 *   `titles.json`, `topics.json`, `occasions.json` and `anchors.json`.
 * @returns Every list in the order of its file.
 * @throws Error naming the file, the line (or entry) and what to do, when a file is missing or damaged.
 */
export function loadGazetteer(folder: string): Gazetteer {
  return {
    people: readLines(folder, "people.ndjson", entity),
    organisations: readLines(folder, "organisations.ndjson", entity),
    countries: readLines(folder, "countries.ndjson", country),
    places: readLines(folder, "places.ndjson", place),
    titles: readList(folder, "titles.json", title),
    topics: readList(folder, "topics.json", topic),
    occasions: readList(folder, "occasions.json", occasion),
    anchors: readList(folder, "anchors.json", anchor),
  };
}

const text = z.string().trim().min(1);
const texts = z.array(text);
const day = z.iso.date().transform((value) => value as Day);
const code = z.string().regex(/^[A-Z]{2}$/, "not a country code of two capital letters");

const office = z
  .strictObject({ office: text, title: text, of: text, from: day.nullable(), to: day.nullable() })
  .refine(({ from, to }) => from === null || to === null || from <= to, "the office ends before it begins");

const entity = z.strictObject({
  id: text,
  kind: z.enum(["person", "country", "organisation", "group"]),
  name: text,
  aliases: texts,
  country: code.optional(),
  offices: z.array(office),
});

const country = z.strictObject({
  code,
  name: text,
  aliases: texts,
  demonyms: texts,
  capital: text.nullable(),
  metonyms: texts,
  continent: text,
});

const place = z.strictObject({
  id: text,
  kind: z.enum(["city", "country", "region", "venue"]),
  name: text,
  country: code.nullable(),
  aliases: texts,
  within: texts,
});

const title = z.strictObject({
  office: text,
  words: texts,
  local: z.record(text, texts),
  unique: z.boolean(),
  level: z.literal([1, 2, 3, 4]),
});

const topic = z.strictObject({ name: text, words: texts });
const occasion = z.strictObject({ name: text, aliases: texts });
const anchor = z.strictObject({ name: text, words: texts, day });

function readLines<T>(folder: string, file: string, schema: z.ZodType<T>): readonly T[] {
  const entries: T[] = [];
  for (const [index, line] of readText(folder, file).split("\n").entries()) {
    if (line.trim() !== "")
      entries.push(checked(schema, parsed(line, file, index + 1), file, `line ${index + 1}`));
  }
  return entries;
}

function readList<T>(folder: string, file: string, schema: z.ZodType<T>): readonly T[] {
  const content = parsed(readText(folder, file), file);
  if (!Array.isArray(content)) throw damaged(file, "the whole file", "it is not a list");
  return content.map((entry, index) => checked(schema, entry, file, `entry ${index + 1}`));
}

function readText(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch (cause) {
    throw new Error(`The gazetteer's ${join(folder, file)} cannot be read. Restore it from the repository.`, {
      cause,
    });
  }
}

function parsed(content: string, file: string, line?: number): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const where = line === undefined ? "the whole file" : `line ${line}`;
    throw damaged(file, where, cause instanceof Error ? cause.message : String(cause));
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join(".");
  throw damaged(file, where, `${path ? `${path}: ` : ""}${issue?.message ?? "not as expected"}`);
}

const damaged = (file: string, where: string, what: string): Error =>
  new Error(
    `The gazetteer's ${file} is damaged at ${where} (${what}). Correct it or restore the file from the repository.`,
  );
