import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { QUESTIONS } from "../commands/index.ts";
import { freePort, SECRET } from "../tests/support/slack/deliver.ts";
import { type Exchange, openSlack, type StandIn, until } from "../tests/support/slack/index.ts";

const USAGE = "npm run load:slack -- [--commands 500] [--at-once 20] [--http] [--pictures]";
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What else is configured here takes no part; an empty value also keeps out what a `.env` says. */
const ALONE = {
  DISCORD_TOKEN: "",
  DISCORD_GUILD_ID: "",
  SLACK_APP_TOKEN: "",
  SLACK_SIGNING_SECRET: "",
  SLACK_TEAMS: "",
  PORT: "",
  OPERATION_PORT: "",
  CLOCK_START: "",
};

const { values } = parseArgs({
  options: {
    commands: { type: "string", default: "500" },
    "at-once": { type: "string", default: "20" },
    http: { type: "boolean", default: false },
    pictures: { type: "boolean", default: false },
  },
});

process.exitCode = await main(Number(values.commands), Number(values["at-once"]));

/**
 * Starts the bot as it is started for good, beside a stand-in for Slack, sends it commands, so many at once, over the
 * socket or over signed HTTP, and tells how soon the acknowledgement and the answer came, in milliseconds. Ends with 1
 * when an answer was lost, an acknowledgement came after three seconds, or Slack would have refused something.
 */
async function main(commands: number, atOnce: number): Promise<number> {
  if (!(commands > 0 && atOnce > 0)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const port = values.http ? await freePort() : undefined;
  const stand = await openSlack(port);
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  const bot = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...ALONE,
      SLACK_BOT_TOKEN: stand.botToken,
      SLACK_API_URL: stand.api,
      ...(port === undefined
        ? { SLACK_APP_TOKEN: stand.appToken }
        : { SLACK_SIGNING_SECRET: SECRET, PORT: String(port) }),
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  try {
    await until("the bot", () => stand.records.calls.includes("auth.test"), 60_000);
    await listening(stand, port);
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

async function listening(stand: StandIn, port: number | undefined): Promise<void> {
  if (port === undefined) {
    await until("the socket", () => stand.socket.connected(), 60_000);
    return;
  }
  for (let tries = 0; tries < 600; tries++) {
    const there = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (there) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

type Result = { readonly ackMs: number | undefined; readonly answerMs: number | undefined };

function ask(stand: StandIn, n: number): Exchange {
  const question = QUESTIONS[n % QUESTIONS.length] ?? "";
  switch (n % 5) {
    case 0:
      return stand.slash("/brief", "help");
    case 1:
      return stand.slash("/brief", "coverage");
    case 2:
      return stand.slash("/brief", values.pictures ? `timeline ${question}` : question);
    default:
      return stand.slash("/brief", question);
  }
}

async function answered(exchange: Exchange): Promise<Result> {
  const found = await until("an answer", () => exchange.posts[0], 30_000).catch(() => undefined);
  return { ackMs: exchange.ackMs, answerMs: found ? performance.now() - exchange.since : undefined };
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
  const acks = results.map(({ ackMs }) => ackMs).filter((one) => one !== undefined);
  const answers = results.map(({ answerMs }) => answerMs).filter((one) => one !== undefined);
  const late = acks.filter((one) => one > 3_000).length + (results.length - acks.length);
  const lost = results.length - answers.length;
  const line = (name: string, times: readonly number[]) =>
    `${name.padEnd(12)} p50 ${at(times, 0.5)} ms · p99 ${at(times, 0.99)} ms · slowest ${at(times, 1)} ms`;
  const mode = values.http ? "HTTP" : "Socket Mode";
  const lines = [
    `${results.length} commands over ${mode}, ${atOnce} at once, ${availableParallelism()} cores, ${Math.round(ms)} ms in all`,
    line("acknowledged", acks),
    line("answer", answers),
    `lost ${lost} · later than 3 s ${late} · refused by Slack ${stand.wrongs.length}`,
    ...new Set(stand.wrongs),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return lost + late + stand.wrongs.length === 0 ? 0 : 1;
}

function at(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN).toFixed(1);
}
