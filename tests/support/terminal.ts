import { PassThrough } from "node:stream";
import { terminal } from "../../adapters/console/index.ts";
import type { Bot } from "../../src/chat/platform.ts";
import { until } from "./discord/index.ts";

type Stream = PassThrough & { isTTY?: boolean; columns?: number };

export type Keyboard = {
  /** Types a line and reads what the terminal prints before it asks for the next one. */
  readonly type: (line: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The real terminal with somebody at it. */
export async function openKeyboard(bot: Bot, clock: () => Date): Promise<Keyboard> {
  const [input, output] = [new PassThrough() as Stream, new PassThrough() as Stream];
  for (const stream of [input, output]) stream.isTTY = true;
  output.columns = 100;
  let printed = "";
  output.on("data", (chunk) => {
    printed += chunk;
  });
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const one = terminal({
    ...{ bot, log, clock, locale: "en-GB", zone: "UTC", colours: false },
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
  });
  const answered = async () => {
    await until("the prompt", () => plain(printed).endsWith("\n> "), 30_000);
    const said = plain(printed);
    printed = "";
    return said;
  };
  await one.start();
  await answered();
  return {
    async type(line) {
      input.write(`${line}\r`);
      await until("the echo", () => plain(printed).includes("\n"));
      const said = await answered();
      // Long lines are broken at the terminal's width; words are compared without that.
      return said.slice(said.indexOf("\n")).replace(/\n +/g, " ");
    },
    async close() {
      input.write("quit\r");
      await one.ended;
      await one.stop(100);
    },
  };
}

/** What a terminal was told besides words. */
const plain = (text: string) => text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "").replaceAll("\r", "");
