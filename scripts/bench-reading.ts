import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { RULES } from "../src/reading/events/rules/index.ts";
import { readDocument } from "../src/reading/index.ts";
import { mergeWithin } from "../src/reading/merge/index.ts";
import { lexicon } from "../src/reading/names/lexicon.ts";
import type { Annotation } from "../src/reading/score/annotation.ts";
import { share, type Tally, tally } from "../src/reading/score/score.ts";
import type { Anchor } from "../src/reading/types.ts";

const USAGE = `npm run bench:reading -- --documents DIR --gold FILE [--anchors FILE] [--ablate] [--quiet]
  --documents  folder with the texts that the annotation names
  --gold       the annotation, JSON
  --anchors    days known from outside: JSON, [{ "file", "text", "day", "reason" }]
  --ablate     leave out each rule family in turn`;

const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    gold: { type: "string" },
    anchors: { type: "string" },
    ablate: { type: "boolean" },
    quiet: { type: "boolean" },
  },
});
if (!values.documents || !values.gold) {
  console.error(USAGE);
  process.exit(2);
}
const gazetteer = loadGazetteer(join(import.meta.dirname, "../data/gazetteer"));
const known = lexicon(gazetteer);
const annotation = JSON.parse(readFileSync(values.gold, "utf8")) as Annotation;
const anchors = values.anchors
  ? (JSON.parse(readFileSync(values.anchors, "utf8")) as {
      file: string;
      text: string;
      day: Anchor["day"];
      reason: string;
    }[])
  : [];
const files = annotation.documents
  .map((d) => d.file)
  .filter((file) => existsSync(join(values.documents as string, file)));

function run(without: readonly string[]): { tallies: Tally[]; spans: [number, number] } {
  const tallies: Tally[] = [];
  const spans: [number, number] = [0, 0];
  for (const file of files) {
    const bytes = readFileSync(join(values.documents as string, file));
    const given = anchors
      .filter((a) => a.file === file)
      .map(({ text, day, reason }): Anchor => {
        const at = bytes.toString("utf8").indexOf(text);
        return { span: [at, at + text.length], day, reason };
      });
    const read = readDocument({ file, bytes }, { gazetteer, anchors: given }, { without });
    for (const source of read.mentions.flatMap((m) => m.sources)) {
      spans[1]++;
      const passage = read.text.slice(...source.span);
      if (
        passage.length === source.span[1] - source.span[0] &&
        /\S/.test(passage) &&
        passage === passage.trim()
      )
        spans[0]++;
    }
    tallies.push(
      tally(file, annotation, mergeWithin(read), known, (e) =>
        read.text
          .slice(...(e.sources[0]?.span ?? [0, 0]))
          .replace(/\s+/g, " ")
          .slice(0, 240),
      ),
    );
  }
  return { tallies, spans };
}

/** Documents a second of processor time: the median of so many rounds, for others use the machine too. */
function speed(rounds = 15): number {
  const raws = files.map((file) => ({ file, bytes: readFileSync(join(values.documents as string, file)) }));
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    for (const raw of raws) readDocument(raw, { gazetteer, anchors: [] });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  }).sort((a, b) => a - b);
  return raws.length / (times[rounds >> 1] as number);
}

const { tallies, spans } = run([]);
const line = (label: string, s: ReturnType<typeof share>) =>
  console.log(`${label.padEnd(34)} ${String(s.value).padStart(5)} %   (${s.low} to ${s.high}, of ${s.of})`);
if (!values.quiet) {
  for (const t of tallies) {
    console.log(`\n${t.file}`);
    for (const finding of t.findings) console.log(`  ${finding}`);
  }
  console.log("");
}
line(
  "pairs, precision, published",
  share(
    tallies,
    (t) => t.pairs.right,
    (t) => t.pairs.published,
  ),
);
line(
  "pairs, recall, published",
  share(
    tallies,
    (t) => t.pairs.right,
    (t) => t.pairs.gold,
  ),
);
line(
  "pairs, precision, with review",
  share(
    tallies,
    (t) => t.pairs.allRight,
    (t) => t.pairs.all,
  ),
);
line(
  "pairs, recall, with review",
  share(
    tallies,
    (t) => t.pairs.allRight,
    (t) => t.pairs.gold,
  ),
);
line(
  "date exact, of matched",
  share(
    tallies,
    (t) => t.date,
    (t) => t.matched,
  ),
);
line(
  "place, of matched",
  share(
    tallies,
    (t) => t.place,
    (t) => t.matched,
  ),
);
line(
  "status, of matched",
  share(
    tallies,
    (t) => t.status,
    (t) => t.matched,
  ),
);
line(
  "complete tuples, of matched",
  share(
    tallies,
    (t) => t.complete,
    (t) => t.matched,
  ),
);
for (const tier of ["A", "B", "C"] as const)
  line(
    `tier ${tier} found`,
    share(
      tallies,
      (t) => t.tiers[tier].found,
      (t) => t.tiers[tier].of,
    ),
  );
for (const band of ["high", "medium", "low"] as const)
  line(
    `band ${band} right`,
    share(
      tallies,
      (t) => t.bands[band].right,
      (t) => t.bands[band].of,
    ),
  );
console.log(
  `invented events a document         ${(tallies.reduce((n, t) => n + t.invented, 0) / tallies.length).toFixed(2)}`,
);
console.log(`spans valid                        ${spans[0]} of ${spans[1]}`);
console.log(`documents a second                 ${speed().toFixed(0)}`);

if (values.ablate) {
  const f1 = (list: readonly Tally[]) => {
    const sum = (of: (t: Tally) => number) => list.reduce((n, t) => n + of(t), 0);
    return (2 * sum((t) => t.pairs.right)) / (sum((t) => t.pairs.published) + sum((t) => t.pairs.gold));
  };
  const found = (list: readonly Tally[]) => list.reduce((n, t) => n + t.tiers.A.found + t.tiers.B.found, 0);
  const invented = (list: readonly Tally[]) => list.reduce((n, t) => n + t.invented, 0);
  console.log(`\nleft out            pairs F1   A and B found   invented`);
  for (const name of ["nothing", ...RULES.map((r) => r.name), "told again"]) {
    const { tallies: list } = run([name]);
    console.log(
      `${name.padEnd(20)} ${f1(list).toFixed(3)}      ${String(found(list)).padStart(3)}             ${invented(list)}`,
    );
  }
}
