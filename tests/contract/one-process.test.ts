import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { answerTo as discordAnswer, openDiscord } from "../support/discord/index.ts";
import { freePort } from "../support/slack/deliver.ts";
import { openSlack, answerTo as slackAnswer, until } from "../support/slack/index.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The whole program as it is started for good, with both platforms' stand-ins; tokens may be wrong. */
async function start(wrong: Readonly<Record<string, string>> = {}) {
  const discord = await openDiscord();
  const slack = await openSlack();
  const folder = mkdtempSync(join(tmpdir(), "both-"));
  const port = await freePort();
  const env = {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_SIGNING_SECRET: "",
    SLACK_API_URL: slack.api,
    DATA_DIR: folder,
    LOG_LEVEL: "info",
    OPERATION_PORT: String(port),
    CLOCK_START: "",
    ...wrong,
  };
  const bot = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], { cwd: ROOT, env });
  let log = "";
  for (const out of [bot.stdout, bot.stderr]) out?.on("data", (text: Buffer) => (log += text.toString()));
  const ended = new Promise<number | null>((done) => bot.once("exit", done));
  closing.push(
    discord.close,
    slack.close,
    () => rmSync(folder, { recursive: true, force: true }),
    async () => {
      bot.kill("SIGTERM");
      await ended;
    },
  );
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    return response && { status: response.status, body: await response.text() };
  };
  return { discord, slack, bot, ended, ready, log: () => log };
}

async function eventually<T>(what: string, found: () => Promise<T | undefined | false>, bot: ChildProcess) {
  for (let tries = 0; tries < 300; tries++) {
    if (bot.exitCode !== null) throw new Error(`the process ended while waiting for ${what}`);
    const value = await found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}

test("one process serves Discord and Slack, and ends when it is asked to", async () => {
  const { discord, slack, bot, ready, ended } = await start();
  await until("Discord", () => discord.records.registrations > 0, 30_000);
  await eventually("both", async () => !/"ready":false/.test((await ready())?.body ?? '"ready":false'), bot);
  await discordAnswer(discord.slash("brief coverage"));
  await slackAnswer(slack.slash("/brief", "coverage"));
  bot.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect([discord.wrongs, slack.wrongs]).toEqual([[], []]);
});

test.each([
  ["bot", { SLACK_BOT_TOKEN: "xoxb-of-nobody" }, /Slack refused the bot's token/],
  ["app", { SLACK_APP_TOKEN: "xapp-of-nobody" }, /Slack refused the app's token/],
])(
  "a wrong %s token of Slack's leaves Discord up, and the log and /readyz say so",
  async (_, wrong, sentence) => {
    const { discord, bot, ready, log } = await start(wrong);
    await eventually("the refusal", async () => sentence.test((await ready())?.body ?? ""), bot);
    await until("Discord", () => discord.records.registrations > 0, 30_000);
    await discordAnswer(discord.slash("brief coverage"));
    expect(log()).toMatch(sentence);
    expect(log()).not.toContain("-of-nobody");
  },
);

test("a wrong token of Discord's leaves Slack up, and a lost socket shows until it is back", async () => {
  const { slack, bot, ready } = await start({ DISCORD_TOKEN: "wrong" });
  await eventually(
    "Discord's refusal",
    async () => /Discord refused the token/.test((await ready())?.body ?? ""),
    bot,
  );
  await until("Slack", () => slack.socket.connected(), 30_000);
  await slackAnswer(slack.slash("/brief", "coverage"));
  slack.faults.next("500", /apps\.connections\.open/, 2);
  slack.socket.drop();
  await eventually("the loss", async () => /Slack can't be reached/.test((await ready())?.body ?? ""), bot);
  await until("the socket", () => slack.socket.connected(), 30_000);
  await slackAnswer(slack.slash("/brief", "coverage"));
});
