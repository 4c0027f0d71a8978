import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { QUESTIONS } from "../commands/index.ts";
import { type Exchange, openDiscord, type StandIn, until } from "../tests/support/discord/index.ts";

const USAGE = "npm run load:discord -- [--commands 200] [--at-once 20] [--pictures]";
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What else is configured here takes no part; an empty value also keeps out what a `.env` says. */
const ALONE = {
  DISCORD_GUILD_ID: "",
  SLACK_BOT_TOKEN: "",
  SLACK_APP_TOKEN: "",
  SLACK_SIGNING_SECRET: "",
  OPERATION_PORT: "",
  CLOCK_START: "",
};

const { values } = parseArgs({
  options: {
    commands: { type: "string", default: "200" },
    "at-once": { type: "string", default: "20" },
    pictures: { type: "boolean", default: false },
  },
});

process.exitCode = await main(Number(values.commands), Number(values["at-once"]));

/**
 * Starts the bot as it is started for good, beside a stand-in for Discord, sends it commands, so many at once, and
 * tells how soon the first sign and the answer came, in milliseconds. Ends with 1 when an answer was lost, a first
 * sign came after three seconds, or Discord would have refused something.
 */
async function main(commands: number, atOnce: number): Promise<number> {
  if (!(commands > 0 && atOnce > 0)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const stand = await openDiscord();
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  const bot = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...ALONE,
      DISCORD_TOKEN: stand.token,
      DISCORD_API_URL: stand.api,
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  try {
    await until("the bot", () => stand.records.registrations > 0, 60_000);
    // The first answers load what the later ones have at hand.
    await answered(ask(stand, 0));
    const started = performance.now();
    const results = await run(commands, atOnce, (n) => answered(ask(stand, n)));
    return tell(results, performance.now() - started, atOnce, stand);
  } finally {
    bot.kill("SIGTERM");
    await new Promise((done) => bot.once("exit", done));
    await stand.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Result = { readonly firstMs: number | undefined; readonly answerMs: number | undefined };

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

async function run<T>(count: number, atOnce: number, one: (n: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      results.push(await one(next));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

function tell(results: readonly Result[], ms: number, atOnce: number, stand: StandIn): number {
  const first = results.map(({ firstMs }) => firstMs).filter((one) => one !== undefined);
  const answers = results.map(({ answerMs }) => answerMs).filter((one) => one !== undefined);
  const late = first.filter((one) => one > 3_000).length + (results.length - first.length);
  const lost = results.length - answers.length;
  const line = (name: string, times: readonly number[]) =>
    `${name.padEnd(12)} p50 ${at(times, 0.5)} ms · p99 ${at(times, 0.99)} ms · slowest ${at(times, 1)} ms`;
  const lines = [
    `${results.length} commands, ${atOnce} at once, ${availableParallelism()} cores, ${Math.round(ms)} ms in all`,
    line("first sign", first),
    line("answer", answers),
    `lost ${lost} · later than 3 s ${late} · refused by Discord ${stand.wrongs.length}`,
    ...new Set(stand.wrongs),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return lost + late + stand.wrongs.length === 0 ? 0 : 1;
}

function at(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN).toFixed(1);
}
