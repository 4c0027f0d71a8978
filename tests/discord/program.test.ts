import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerTo, followUp, type StandIn, until, wordsOf } from "../support/discord/index.ts";
import { openStand } from "../support/discord/start.ts";

/** The program as it is started for good, its own process, connected to the stand-in. */
let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "program-"));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const NONE = {
  SLACK_BOT_TOKEN: "",
  SLACK_APP_TOKEN: "",
  SLACK_SIGNING_SECRET: "",
  OPERATION_PORT: "",
  CLOCK_START: "",
};

function start(stand: StandIn, more: Readonly<Record<string, string>> = {}) {
  const own = {
    DISCORD_TOKEN: stand.token,
    DISCORD_API_URL: stand.api,
    DISCORD_GUILD_ID: "",
    DATA_DIR: folder,
  };
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    env: { ...process.env, ...NONE, ...own, ...more },
  });
  children.push(child);
  const output: string[] = [];
  child.stdout.on("data", (data) => output.push(String(data)));
  child.stderr.on("data", (data) => output.push(String(data)));
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  return { child, ended, output: () => output.join("") };
}

const connected = (stand: StandIn, times: number) =>
  until(
    "the program",
    () => stand.gateway.counts.identified === times && stand.records.registrations > 0,
    30_000,
  );

test("a button works after the program was killed, and SIGTERM ends it in order", async () => {
  const stand = await openStand();
  const first = start(stand);
  await connected(stand, 1);
  const question = "What happened in 2019?";
  const answer = await answerTo(stand.slash("brief ask", { question }, { direct: true }));
  first.child.kill("SIGKILL");
  await first.ended;

  const second = start(stand);
  await connected(stand, 2);
  const timeline = await followUp(stand.press(answer, "Timeline"));
  expect(timeline.files).toHaveLength(1);
  const under = stand.slash("brief ask", { question });
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect(wordsOf(await answerTo(under))).not.toBe("");
  expect(stand.records.registrations).toBe(1);
  expect(second.output()).toContain("discord.com/oauth2/authorize");
  expect(second.output()).not.toContain(question);
});

test("a wrong token is told in one sentence, without the token, and the program stays", async () => {
  const stand = await openStand();
  const program = start(stand, { DISCORD_TOKEN: "not-the-token" });
  await until("the sentence", () => program.output().includes("Discord refused the token"), 30_000);
  expect(program.output()).not.toContain("not-the-token");
  expect(program.child.exitCode).toBeNull();
  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
});
