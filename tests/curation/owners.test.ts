import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { idOf, openRoom } from "../support/curation.ts";
import * as onDiscord from "../support/discord/index.ts";
import { openStand as openDiscord } from "../support/discord/start.ts";
import { directChannel as dmOnDiscord } from "../support/discord/world.ts";
import { worldFolder } from "../support/folder.ts";
import * as onSlack from "../support/slack/index.ts";
import { openStand as openSlack } from "../support/slack/start.ts";

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "owners-"));
});
afterEach(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const NONE = {
  ...{ DISCORD_TOKEN: "", DISCORD_GUILD_ID: "", SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "", LOG_LEVEL: "" },
  ...{ SLACK_SIGNING_SECRET: "", OPERATION_PORT: "", OWNERS: "", HOME_WORKSPACES: "" },
};

async function damaged(): Promise<string> {
  const state = join(folder, "state");
  const room = await openRoom(state);
  for (const id of ["E-lisbon-a", "E-lisbon-b"])
    await room.confirm(`briefadmin withdraw event:${idOf(id)} reason:x`);
  await room.close();
  writeFileSync(join(state, "changes", "000001.json"), "torn");
  return state;
}

function start(environment: Readonly<Record<string, string>>) {
  const one = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    env: { ...process.env, ...NONE, DATASET: worldFolder(), ...environment },
  });
  child = one;
  const output: string[] = [];
  one.stdout.on("data", (data) => output.push(String(data)));
  one.stderr.on("data", (data) => output.push(String(data)));
  const ended = new Promise<number | null>((done) => one.once("exit", done));
  return { child: one, ended, output: () => output.join("") };
}

test("owners on both platforms are written to, accept what was loaded, and hear no more of it", {
  timeout: 120_000,
}, async () => {
  const [discord, slack] = [await openDiscord(), await openSlack()];
  const { ben } = onDiscord.PEOPLE;
  const { olga } = onSlack.PEOPLE;
  const environment = {
    ...{ DATA_DIR: await damaged(), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api },
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.api },
    OWNERS: `discord:${ben.id},slack:${olga.id}`,
    HOME_WORKSPACES: `discord:${onDiscord.GUILD},slack:${onSlack.TEAM}`,
  };
  const lettersTo = () => [
    ...discord.records.messages.filter(({ channel }) => channel === dmOnDiscord(ben)).map(onDiscord.wordsOf),
    ...slack.records.messages
      .filter(({ channel }) => channel === onSlack.directChannel(olga))
      .map(onSlack.wordsOf),
  ];
  const first = start(environment);
  await onDiscord.until("both letters", () => lettersTo().length === 2, 60_000);
  for (const words of lettersTo()) {
    expect(words).toContain("A file of the bot was damaged");
    expect(words).toContain("changes/000001.json could not be used");
    expect(words).toContain("Its newest sound backup was loaded");
    expect(words).toContain("briefadmin status");
  }
  await onDiscord.until("the commands", () => discord.records.registrations > 0, 30_000);
  const as = { who: ben } as const;
  const fields = { event: idOf("E-secret21"), reason: "x" };
  const refused = await onDiscord.answerTo(discord.slash("briefadmin withdraw", fields, as));
  expect(onDiscord.wordsOf(refused)).toContain("until an owner has looked and accepted it");
  const status = await onDiscord.answerTo(discord.slash("briefadmin status", {}, as));
  const accepted = await onDiscord.followUp(discord.press(status, "Accept what was loaded", as));
  expect(onDiscord.wordsOf(accepted)).toContain("Data can be changed again");
  const open = await onDiscord.answerTo(discord.slash("briefadmin withdraw", fields, as));
  expect(onDiscord.labelsOf(open)).toEqual(["Confirm", "Cancel"]);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);

  const second = start(environment);
  await onDiscord.until("the program", () => discord.gateway.counts.identified === 2, 60_000);
  const sound = await onDiscord.answerTo(discord.slash("briefadmin status", {}, as));
  expect(onDiscord.wordsOf(sound)).toContain("Storage: sound");
  expect(lettersTo()).toHaveLength(2);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});

test("who sits at the terminal is told there", { timeout: 60_000 }, async () => {
  const { child: one, ended, output } = start({ DATA_DIR: await damaged() });
  one.stdin?.write("briefadmin status\n");
  await onDiscord.until("the notice", () => output().includes("A file of the bot was damaged"), 30_000);
  one.stdin?.end();
  expect(await ended).toBe(0);
  expect(output()).toContain("Nothing can be changed until an owner has accepted what was loaded");
});
