import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { FORMATS, importFiles } from "../src/dataset/import/index.ts";

const USAGE = `Usage: npm run import -- [${FORMATS.join(" | ")}] FILE… --out DIR
Imports coded events (plain or .gz) into a dataset folder; without a format it is recognised by the first lines.`;

/** At most so many problems are written out; the rest are counted. */
const SHOWN = 100;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
});
const format = FORMATS.find((name) => name === positionals[0]);
const files = format === undefined ? positionals : positionals.slice(1);
if (values.help || files.length === 0 || values.out === undefined) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

let problems = 0;
const manifest = await importFiles(files, {
  ...(format === undefined ? {} : { format }),
  gazetteer: loadGazetteer(join(import.meta.dirname, "../data/gazetteer")),
  out: values.out,
  onProblem: ({ file, line, why }) => {
    problems++;
    if (problems <= SHOWN) console.error(`${file}${line > 0 ? `, line ${line}` : ""}: ${why}`);
  },
  onProgress: (events) => console.error(`${events} events read …`),
}).catch((error: Error) => {
  console.error(`Nothing was imported: ${error.message}`);
  process.exit(1);
});
if (problems > SHOWN) console.error(`… and ${problems - SHOWN} more records that could not be read`);
console.error(
  `${manifest.counts.events} events, ${manifest.counts.entities} actors, ${manifest.from ?? "no day"} to ${manifest.to ?? "no day"}: ${values.out}`,
);
process.exitCode = problems > 0 ? 1 : 0;
