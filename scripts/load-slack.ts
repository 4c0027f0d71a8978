import { parseArgs } from "node:util";
import { QUESTIONS } from "../commands/index.ts";
import { freePort, SECRET } from "../tests/support/slack/deliver.ts";
import { type Exchange, openSlack, type StandIn, until } from "../tests/support/slack/index.ts";
import { load, type Result } from "./load.ts";

const USAGE = "npm run load:slack -- [--commands 500] [--at-once 20] [--http] [--pictures]";

const { values } = parseArgs({
  options: {
    commands: { type: "string", default: "500" },
    "at-once": { type: "string", default: "20" },
    http: { type: "boolean", default: false },
    pictures: { type: "boolean", default: false },
  },
});

process.exitCode = await main(Number(values.commands), Number(values["at-once"]));

/** Over the socket or, with `--http`, over signed HTTP. */
async function main(commands: number, atOnce: number): Promise<number> {
  if (!(commands > 0 && atOnce > 0)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const port = values.http ? await freePort() : undefined;
  const stand = await openSlack(port);
  const way: Readonly<Record<string, string>> =
    port === undefined
      ? { SLACK_APP_TOKEN: stand.appToken }
      : { SLACK_SIGNING_SECRET: SECRET, PORT: String(port) };
  try {
    return await load(commands, atOnce, {
      platform: "Slack",
      first: "acknowledged",
      mode: ` over ${port === undefined ? "Socket Mode" : "HTTP"}`,
      env: { SLACK_BOT_TOKEN: stand.botToken, SLACK_API_URL: stand.api, ...way },
      ready: () => listening(stand, port),
      command: (n) => answered(ask(stand, n)),
      wrongs: () => stand.wrongs,
    });
  } finally {
    await stand.close();
  }
}

async function listening(stand: StandIn, port: number | undefined): Promise<void> {
  await until("the bot", () => stand.records.calls.includes("auth.test"), 60_000);
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
  return { firstMs: exchange.ackMs, answerMs: found ? performance.now() - exchange.since : undefined };
}
