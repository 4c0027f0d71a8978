import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildDataset } from "../src/dataset/build.ts";
import { loadCuration } from "../src/dataset/curation.ts";
import { collectDocuments } from "../src/dataset/files.ts";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { readManifest } from "../src/dataset/open.ts";
import { writeDataset } from "../src/dataset/write.ts";
import { readDocument } from "../src/reading/index.ts";

const USAGE = `Usage: npm run read -- PATH… [--out DIR] [--no-curation]

Reads .txt and .md files, or folders of them, and writes a dataset of the events they tell to DIR.
Without --out it builds the shipped dataset (data/), and only from the documents that its manifest names.`;

const SHIPPED = resolve(import.meta.dirname, "../data");

function usage(problem: string): never {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: "string" },
        "no-curation": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return usage((error as Error).message);
  }
}

const { values, positionals } = options();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (positionals.length === 0) usage("No documents to read were named.");
if (values.out === "") usage("--out needs the name of a folder.");
const out = resolve(values.out ?? SHIPPED);

const { documents, skipped } = collectDocuments(positionals);
for (const { path, why } of skipped) console.error(`Skipped ${path}: ${why}.`);
if (out === SHIPPED && existsSync(join(SHIPPED, "manifest.json"))) onlyTheShipped();
if (documents.length === 0) {
  console.error("Nothing was read, and nothing was written.");
  process.exit(1);
}

let count = 0;
const { built, problems, failed } = buildDataset(documents, {
  gazetteer: loadGazetteer(join(SHIPPED, "gazetteer")),
  curation: values["no-curation"] ? [] : loadCuration(join(SHIPPED, "curation.json")),
  read: readDocument,
  senior: [SHIPPED, out].flatMap(documentsOf),
  progress: (file) => console.error(`Reading ${++count} of ${documents.length}: ${file}`),
});
for (const problem of problems) console.error(`Note: ${problem}.`);
for (const { file, error } of failed) console.error(`Left out ${file}: reading broke on it.`, error);
if (failed.length === documents.length || (failed.length > 0 && out === SHIPPED)) {
  console.error("Nothing was written.");
  process.exit(1);
}
writeDataset(built, out);
const { counts } = built.manifest;
console.error(
  `Wrote ${relative(process.cwd(), out) || out}: ${counts.documents} documents, ${counts.events} events, ${counts.review} for review.`,
);
process.exit(skipped.length + failed.length > 0 ? 1 : 0);

/** The shipped dataset is built from all of its documents and no others. */
function onlyTheShipped(): void {
  const shipped = new Map(readManifest(SHIPPED).documents.map(({ sha256, file }) => [sha256, file]));
  const another = skipped[0]?.path ?? documents.find(({ bytes }) => !shipped.delete(checksum(bytes)))?.file;
  const hint = "Name a folder with --out to build a dataset of your own.";
  if (another !== undefined) usage(`${another} is not a document of the shipped dataset. ${hint}`);
  if (shipped.size > 0) usage(`The shipped dataset also needs ${[...shipped.values()].join(", ")}. ${hint}`);
}

/** Checksums of the documents that a folder's dataset was built from; none where there is no dataset. */
function documentsOf(folder: string): readonly string[] {
  try {
    return readManifest(folder).documents.map(({ sha256 }) => sha256);
  } catch {
    return [];
  }
}

function checksum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
