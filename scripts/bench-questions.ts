import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { openDataset } from "../src/dataset/open.ts";
import { openEngine } from "../src/engine/index.ts";
import type { Answer, Briefing } from "../src/model/briefing.ts";
import type { Dataset } from "../src/model/dataset.ts";
import { fold } from "../src/model/text.ts";

const USAGE = `Usage: npm run bench:questions -- --dataset DIR --questions FILE [--failures FILE] [--grep TEXT]
  --questions  one JSON object a line: { id, question, answers[], qtype, answer_type, time_level };
               answers are names as the dataset has them, or dates
  --failures   write what was not answered exactly there, one JSON object a line
  --grep       only questions with this text in their words or their type`;

/** `hit`: the first value is an expected one. `tied`: several stand first or last, and the expected one is among them. */
type Score = { readonly hit: boolean; readonly exact: boolean; readonly tied: boolean };

type Question = {
  readonly id: string | number;
  readonly question: string;
  readonly answers: readonly string[];
  readonly type: string;
};

const { values } = parseArgs({
  options: {
    dataset: { type: "string" },
    questions: { type: "string" },
    failures: { type: "string" },
    grep: { type: "string" },
  },
});
if (!values.dataset || !values.questions) {
  console.error(USAGE);
  process.exit(2);
}

const opening = performance.now();
const dataset = openDataset(values.dataset, {
  gazetteer: loadGazetteer(join(import.meta.dirname, "../data/gazetteer")),
  notice: console.error,
});
const engine = openEngine(dataset);
engine.ask("", { today: "2000-01-01" });
console.log(`ready after ${((performance.now() - opening) / 1000).toFixed(2)} s`);

const { grep } = values;
const questions = readQuestions(values.questions).filter(
  ({ question, type }) => grep === undefined || question.includes(grep) || type.includes(grep),
);
const sameName = namesOf(dataset);
const today = dataset.manifest.to ?? "2000-01-01";
const scores: { readonly type: string; readonly score: Score }[] = [];
const times: number[] = [];
const failures: object[] = [];
for (const { id, question, answers, type } of questions) {
  const before = performance.now();
  const briefing = engine.ask(question, { today });
  JSON.stringify(briefing);
  times.push(performance.now() - before);
  const got = valuesOf(briefing.answer);
  const score = scored(briefing, got.map(sameName), answers.map(sameName));
  scores.push({ type, score });
  if (!score.exact)
    failures.push({
      id,
      type,
      ...(score.hit ? { hit: true } : {}),
      question,
      understood: briefing.understood,
      notes: briefing.notes.filter((note) => note.startsWith("Not understood")),
      query: briefing.query,
      expected: answers,
      got: got.slice(0, 20),
    });
}

const types = [...new Set(scores.map(({ type }) => type))].sort();
console.log(`${"type".padEnd(30)} questions  Hits@1  exact  of them tied`);
for (const type of types)
  line(
    type,
    scores.filter((each) => each.type === type),
  );
line("all", scores);
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const total = times.reduce((sum, each) => sum + each, 0);
console.log(
  `a question: median ${at(0.5).toFixed(3)} ms, p99 ${at(0.99).toFixed(2)} ms, longest ${at(1).toFixed(1)} ms; ${Math.round((1000 * times.length) / total)} a second`,
);
if (values.failures)
  writeFileSync(values.failures, failures.map((each) => `${JSON.stringify(each)}\n`).join(""));

function readQuestions(file: string): readonly Question[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const { id, question, answers, ...rest } = JSON.parse(text);
      return { id, question, answers, type: `${rest.qtype} / ${rest.answer_type} / ${rest.time_level}` };
    });
}

/** One form for all names that the dataset has for one entity; other texts stay as they are. */
function namesOf({ entities }: Dataset): (text: string) => string {
  const ids = new Map<string, string>();
  for (const { id, name, aliases } of entities.values())
    for (const each of [name, ...aliases]) if (!ids.has(fold(each))) ids.set(fold(each), id);
  for (const { id, name } of entities.values()) ids.set(name, id);
  return (text) => ids.get(text) ?? ids.get(fold(text)) ?? text;
}

/** What an answer says, as texts: names, dates, numbers; none where nothing was found or understood. */
function valuesOf(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case "people":
    case "places":
    case "topics":
    case "entity":
      return answer.values.map(({ name }) => name);
    case "pairs":
      return answer.values.map(({ names }) => names.join(" and "));
    case "dates":
      return answer.values.map(({ edtf }) => edtf);
    case "number":
    case "whether":
      return answer.values.map(({ value }) => String(value));
    case "events":
    case "which":
    case "nothing":
    case "unclear":
      return [];
  }
}

function scored({ query }: Briefing, got: readonly string[], wanted: readonly string[]): Score {
  const own = new Set(got);
  const all = wanted.every((each) => own.has(each));
  const same = all && own.size === new Set(wanted).size;
  // The engine lists the whole tie where the first or the last is asked for; annotations keep one of it.
  const tied = !same && all && wanted.length === 1 && (query?.order === "first" || query?.order === "last");
  return { hit: got[0] !== undefined && wanted.includes(got[0]), exact: same || tied, tied };
}

function line(type: string, of: typeof scores): void {
  const share = (fits: (score: Score) => boolean) =>
    (of.filter(({ score }) => fits(score)).length / Math.max(1, of.length)).toFixed(3);
  const tied = of.filter(({ score }) => score.tied).length;
  console.log(
    `${type.padEnd(30)} ${String(of.length).padStart(9)}  ${share(({ hit }) => hit).padStart(6)}  ${share(({ exact }) => exact)}  ${String(tied).padStart(12)}`,
  );
}
