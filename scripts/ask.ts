import { randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { render } from "../adapters/console/render.ts";
import { operator } from "../adapters/console/request.ts";
import { exampleOf } from "../commands/examples.ts";
import { commands, unlisted } from "../commands/index.ts";
import { dayIn } from "../src/bot/day.ts";
import { type OpenBot, openBot } from "../src/bot/index.ts";
import { clean } from "../src/bot/words/clean.ts";
import { readLine } from "../src/bot/words/line.ts";
import { forgetfulMemory } from "../src/chat/memory.ts";
import type { Reply } from "../src/chat/reply.ts";
import type { Asker } from "../src/chat/request.ts";
import { applyChanges, openWorld, peekChanges } from "../src/dataset/changes/index.ts";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { openEngine } from "../src/engine/index.ts";
import type { Briefing } from "../src/model/briefing.ts";
import type { Dataset } from "../src/model/dataset.ts";
import type { Engine } from "../src/model/engine.ts";
import { type Day, isDay } from "../src/model/when.ts";
import { draw } from "../src/pictures/index.ts";

const USAGE = `Usage: npm run --silent ask -- [--json] [--picture FILE.png|FILE.svg] [--dataset DIR] [--today YYYY-MM-DD] "QUESTION"
       npm run --silent ask -- --batch [--dataset DIR] [--today YYYY-MM-DD] < QUESTIONS
A question may be a command: ${exampleOf("met")}
A picture is a timeline; of the command network, who met whom.`;

const ROOT = fileURLToPath(new URL("..", import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const usage = readUsage(argv);
  if (typeof usage === "string") return wrong(`${usage}\n${USAGE}`, 2);
  const folder = usage.dataset ?? join(ROOT, "data");
  if (!existsSync(folder)) return wrong(`There is no folder ${folder} to ask.\n${USAGE}`, 2);
  try {
    const gazetteer = loadGazetteer(join(ROOT, "data", "gazetteer"));
    const world = openWorld(folder, {
      gazetteer,
      documents: join(folder, "documents"),
      notice: console.error,
    });
    // What people changed belongs to the bot's own dataset; another one is asked as it is.
    const { changes, texts } =
      usage.dataset === undefined
        ? await peekChanges(process.env.DATA_DIR || "data/state")
        : { changes: [], texts: new Map() };
    const desk = openDesk(applyChanges(world, changes, texts).dataset, usage.today);
    // A reader that went away (`| head`) is no error of ours.
    process.stdout.on("error", () => process.exit(0));
    if (usage.picture !== undefined) await writePicture(usage.picture, usage.question, desk);
    if (usage.batch) await batch(desk);
    else if (usage.json) print(JSON.stringify(await desk.briefing(usage.question)));
    else print(words(await desk.reply(usage.question)));
    return 0;
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error), 1);
  }
}

type Usage = {
  readonly question: string;
  readonly json: boolean;
  readonly picture: string | undefined;
  readonly batch: boolean;
  readonly dataset: string | undefined;
  readonly today: Day | undefined;
};

/** What the arguments ask for, or what is wrong with them. */
function readUsage(argv: readonly string[]): Usage | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        picture: { type: "string" },
        batch: { type: "boolean", default: false },
        dataset: { type: "string" },
        today: { type: "string" },
      },
    });
    const { json, picture, batch, dataset, today } = values;
    if (today !== undefined && !isDay(today)) return `--today ${today} is no day of the calendar.`;
    if (picture !== undefined && !/\.(?:png|svg)$/i.test(picture))
      return `--picture ${picture} ends in neither .png nor .svg.`;
    if (batch && picture !== undefined) return "--batch draws no pictures.";
    if (batch && positionals.length > 0) return "With --batch the questions come from standard input.";
    if (!batch && positionals.length === 0) return "There is no question.";
    return { question: joined(positionals), json, picture, batch, dataset, today };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A shell has taken the quotation marks off; words that stood in them get them back. */
function joined(positionals: readonly string[]): string {
  if (positionals.length === 1) return positionals[0] ?? "";
  return positionals
    .map((word) => (/\s/.test(word) ? word.replace(/^([a-z]+:)?(.*)$/s, '$1"$2"') : word))
    .join(" ");
}

type AskDesk = {
  readonly briefing: (line: string) => Promise<Briefing>;
  readonly reply: (line: string) => Promise<Reply>;
};

/** The whole bot over one dataset, without a platform, a store or a lock. */
function openDesk(dataset: Dataset, day: Day | undefined): AskDesk {
  const engine = openEngine(dataset);
  const now = () => (day === undefined ? new Date() : new Date(`${day}T12:00:00.000Z`));
  const bot = openBot({
    engine,
    dataset,
    commands,
    unlisted,
    memory: forgetfulMemory(),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: ({ ...fields }) => console.error(fields) },
    clock: now,
    token: () => randomBytes(8).toString("hex"),
  });
  const zone = day === undefined ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC";
  const asker = () => operator(now(), "en-GB", zone);
  return {
    briefing: (line) => briefingOf(line, bot, engine, asker(), day),
    reply: (text) => bot.answer({ asker: asker(), act: { kind: "line", text, follows: false } }),
  };
}

/** Plain questions go straight to the engine; a command line gives the briefing that its command asked for. */
async function briefingOf(
  line: string,
  bot: OpenBot,
  engine: Engine,
  asker: Asker,
  today: Day = dayIn(asker.zone, asker.at),
): Promise<Briefing> {
  const read = readLine(line, bot.menu);
  if (read.kind === "question") {
    return { ...engine.ask(clean(line), { today }), question: line };
  }
  const { reply, briefing } = await bot.consult({ asker, act: { kind: "line", text: line, follows: false } });
  return briefing === undefined ? unasked(line, reply, engine, today) : { ...briefing, question: line };
}

/** A command that answers with no events, or could not be called: its words as notes. */
function unasked(question: string, reply: Reply, engine: Engine, today: Day): Briefing {
  const fields = (reply.fields ?? []).map(({ name, value }) => `${name}: ${value}`);
  const notes = [...(reply.text ?? []), ...fields, ...(reply.notes ?? [])];
  return { ...engine.ask("", { today }), question, understood: reply.title, notes };
}

/** Writes the answer's picture beside the words; what can't be drawn is said on standard error. */
async function writePicture(file: string, line: string, desk: AskDesk): Promise<void> {
  const drawn = await draw(
    /^\/?(?:brief\s+)?network\b/.test(line) ? "network" : "timeline",
    await desk.briefing(line),
  );
  if ("none" in drawn) console.error(drawn.none);
  else writeFileSync(file, file.toLowerCase().endsWith(".svg") ? drawn.svg : drawn.png);
}

/** One line of JSON for each line of input, in order; an empty line too. */
async function batch(desk: AskDesk): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (!print(JSON.stringify(await desk.briefing(line)))) await drained();
  }
}

function print(text: string): boolean {
  return process.stdout.write(`${text}\n`);
}

function drained(): Promise<unknown> {
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}

/** What a terminal shows; a file goes out as it is. */
function words(reply: Reply): string {
  if (typeof reply.file?.content === "string") return reply.file.content.trimEnd();
  const { isTTY, columns = 80 } = process.stdout;
  return render(reply, {
    width: isTTY ? Math.min(columns, 110) : Number.POSITIVE_INFINITY,
    colours: isTTY === true && !process.env.NO_COLOR,
    interactive: false,
  });
}

function wrong(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}
