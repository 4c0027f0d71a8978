import { parseArgs } from "node:util";
import { QUESTIONS } from "../commands/index.ts";
import { type Exchange, openDiscord, type StandIn, until } from "../tests/support/discord/index.ts";
import { load, type Result } from "./load.ts";

const USAGE = "npm run load:discord -- [--commands 200] [--at-once 20] [--pictures]";

const { values } = parseArgs({
  options: {
    commands: { type: "string", default: "200" },
    "at-once": { type: "string", default: "20" },
    pictures: { type: "boolean", default: false },
  },
});

process.exitCode = await main(Number(values.commands), Number(values["at-once"]));

async function main(commands: number, atOnce: number): Promise<number> {
  if (!(commands > 0 && atOnce > 0)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const stand = await openDiscord();
  try {
    return await load(commands, atOnce, {
      platform: "Discord",
      first: "first sign",
      mode: "",
      env: { DISCORD_TOKEN: stand.token, DISCORD_API_URL: stand.api },
      ready: () => until("the bot", () => stand.records.registrations > 0, 60_000),
      command: (n) => answered(ask(stand, n)),
      wrongs: () => stand.wrongs,
    });
  } finally {
    await stand.close();
  }
}

function ask(stand: StandIn, n: number): Exchange {
  const question = QUESTIONS[n % QUESTIONS.length] ?? "";
  switch (n % 5) {
    case 0:
      return stand.slash("brief help");
    case 1:
      return stand.slash("brief coverage");
    case 2:
      return stand.slash(values.pictures ? "brief timeline" : "brief ask", { question });
    default:
      return stand.slash("brief ask", { question });
  }
}

async function answered(exchange: Exchange): Promise<Result> {
  const found = await until("an answer", () => exchange.edits > 0, 30_000).catch(() => false);
  return {
    firstMs: exchange.firstMs,
    answerMs: found ? performance.now() - exchange.since : undefined,
  };
}
