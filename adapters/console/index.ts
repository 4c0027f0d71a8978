import { writeFileSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import type { Bot, Clock, Log, Platform } from "../../src/chat/platform.ts";
import type { FileOut, Reply } from "../../src/chat/reply.ts";
import type { Act } from "../../src/chat/request.ts";
import { attach } from "./file.ts";
import { HISTORY, WIDTH } from "./limits.ts";
import { complete } from "./menu.ts";
import { type Paper, render } from "./render.ts";
import { actOf, opensForm, operator } from "./request.ts";

export type TerminalOptions = {
  readonly bot: Bot;
  readonly log: Log;
  readonly clock: Clock;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** BCP 47, for dates. */
  readonly locale: string;
  readonly zone: string;
  /** False where the environment asks for no colours (`NO_COLOR`). */
  readonly colours: boolean;
};

/** A platform that ends by itself: `ended` resolves at the end of input, or when somebody types `quit`. */
export type Terminal = Platform & { readonly ended: Promise<void> };

/**
 * The terminal. Where somebody types, it greets, completes and remembers; where input comes from a file or a pipe,
 * each line is a question and each answer is printed plainly.
 */
export function terminal(options: TerminalOptions): Terminal {
  const { bot, clock, input, output } = options;
  const interactive = input.isTTY === true && output.isTTY === true;
  let finish = () => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let lines: Interface | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  let last: Reply | undefined;
  /** Words that buttons offered before: typed too late they are told from questions. */
  const offered = new Set<string>();
  const commands = new Set(bot.menu.map(({ name }) => name));
  const asker = () => operator(clock(), options.locale, options.zone);
  const paper = (): Paper => ({
    width: interactive ? widthOf(output.columns) : Number.POSITIVE_INFINITY,
    colours: options.colours && output.isTTY === true,
    interactive,
  });
  const print = (text: string) => output.write(`${text}\n`);
  const show = (reply: Reply) => {
    print(`${render(reply, paper())}${reply.file ? `\n${hand(reply.file, interactive)}` : ""}\n`);
  };

  /** False when the line ends the conversation. */
  async function take(line: string): Promise<boolean> {
    const act = actOf(line, last, offered);
    if (act === "quit") return false;
    if (act === "no-more") print("There is nothing more to show. Ask a question.\n");
    else if (act === "too-late")
      print(`Nothing waits for “${line.trim()}” any more. Give the command again that it belongs to.\n`);
    else await answer(act);
    return true;
  }

  async function answer(act: Act): Promise<void> {
    const line = act.kind === "line" ? attach(act.text, bot.menu) : undefined;
    if (line && "problem" in line)
      return show({ title: "The file was not taken", text: [line.problem], audience: "private" });
    const reply = await bot.answer({ asker: asker(), act: { ...act, ...line } });
    // A form is a line to type here: until then the buttons beside the one that opened it still wait.
    if (last === undefined || !opensForm(act, last)) last = reply;
    for (const { verb } of reply.buttons ?? []) if (!commands.has(verb)) offered.add(verb);
    show(reply);
  }

  async function converse(reading: Interface): Promise<void> {
    // Taken at once: what is typed during the greeting would be lost otherwise.
    const typed = reading[Symbol.asyncIterator]();
    if (interactive) {
      show({ ...(await bot.answer({ asker: asker(), act: { kind: "home" } })), form: undefined });
      reading.prompt();
    }
    for await (const line of typed) {
      if (!(await take(line))) break;
      if (interactive) reading.prompt();
    }
    reading.close();
  }

  return {
    name: "console",
    ended,
    state: () => ({ ready: lines !== undefined, detail: interactive ? "a terminal" : "lines of input" }),

    async start() {
      // A reader that went away (`| head`) is no error of ours.
      output.on("error", finish);
      lines = createInterface({
        input,
        ...(interactive && { output, prompt: "> ", historySize: HISTORY, removeHistoryDuplicates: true }),
        terminal: interactive,
        completer: (line: string) => complete(line, bot, asker()),
      });
      const reading = lines;
      reading.on("SIGINT", () => reading.close());
      underWay = converse(reading)
        .catch((error: unknown) => options.log.error({ err: error }, "the terminal broke down"))
        .finally(finish);
    },

    async stop(graceMs) {
      lines?.close();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([underWay, late]);
      clearTimeout(timer);
    },

    async post(_to, reply) {
      show(reply);
      return { kind: "sent", message: "printed" };
    },

    canPost: async () => undefined,
  };
}

/** A file goes beside the one who asked; into a pipe goes its text. Nothing is overwritten. */
function hand(file: FileOut, interactive: boolean): string {
  if (!interactive) return typeof file.content === "string" ? file.content : `(${file.description})`;
  const [, stem = file.name, ending = ""] = /^(.*?)(\.[a-z]+)?$/.exec(file.name) ?? [];
  for (let copy = 1; copy <= 99; copy++) {
    const name = copy === 1 ? file.name : `${stem}-${copy}${ending}`;
    try {
      writeFileSync(name, file.content, { flag: "wx" });
      return `Saved as ${name} in this folder.`;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      if (error.code !== "EEXIST") return `The file could not be saved here (${error.code}).`;
    }
  }
  return `The file could not be saved: ${file.name} is there a hundred times already.`;
}

/** Some terminals say 0; a very narrow one is better served by its own wrapping. */
const widthOf = (columns = 0) => (columns < WIDTH.narrowest ? WIDTH.usual : Math.min(columns, WIDTH.widest));
