import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  answerTo,
  CHANNEL,
  isHidden,
  PEOPLE,
  type StandIn,
  until,
  wordsOf,
} from "../support/discord/index.ts";
import { openStand } from "../support/discord/start.ts";
import { freePort } from "../support/slack/deliver.ts";

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
  ...{ DISCORD_TOKEN: "", DISCORD_GUILD_ID: "", SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "" },
  ...{ SLACK_SIGNING_SECRET: "", OPERATION_PORT: "", OWNERS: "", HOME_WORKSPACES: "", LOG_LEVEL: "" },
};

/** The program on a clock of its own. */
function start(clock: string, more: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    env: { ...process.env, ...NONE, DATA_DIR: folder, CLOCK_START: clock, ...more },
  });
  children.push(child);
  const output: string[] = [];
  child.stdout.on("data", (data) => output.push(String(data)));
  child.stderr.on("data", (data) => output.push(String(data)));
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  return { child, ended, output: () => output.join("") };
}

const onDiscord = (stand: StandIn) => ({ DISCORD_TOKEN: stand.token, DISCORD_API_URL: stand.api });
const standing = ({ records }: StandIn) =>
  records.messages.filter(
    (message) => message.channel === CHANNEL && !isHidden(message) && !message.thinking,
  );
const connected = (stand: StandIn, times: number) =>
  until(
    "the program",
    () => stand.gateway.counts.identified === times && stand.records.registrations > 0,
    30_000,
  );

test("a program that was down at nine posts five minutes later, late and once, and counts it", async () => {
  const stand = await openStand();
  const first = start("2026-03-29T05:50:00Z", onDiscord(stand));
  await connected(stand, 1);
  const options = { question: "Who met whom in 2021?", time: "09:00", zone: "Europe/Kyiv", empty: "note" };
  const made = await answerTo(stand.slash("digest create", options, { who: PEOPLE.mod }));
  expect(wordsOf(made)).toContain("Digest 1 is made");
  first.child.kill("SIGKILL");
  await first.ended;

  const port = await freePort();
  const second = start("2026-03-29T06:05:00Z", { ...onDiscord(stand), OPERATION_PORT: String(port) });
  const late = await until("the digest", () => standing(stand)[1], 30_000);
  expect(wordsOf(late)).toContain("Late: it was due at that time, and was posted at 09:05.");
  await until("the line", () => second.output().includes('"state":"sent-late"'), 10_000);
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain('attache_digests_total{outcome="sent-late"} 1');
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);

  const third = start("2026-03-29T06:06:00Z", onDiscord(stand));
  await connected(stand, 3);
  expect(wordsOf(await answerTo(stand.slash("digest history", { digest: "1" })))).toContain("posted late");
  expect(standing(stand)).toHaveLength(2);
  third.child.kill("SIGTERM");
  await third.ended;
}, 90_000);

test("the terminal keeps digests, and prints one that came due while it was closed", async () => {
  const first = start("2026-03-29T05:50:00Z", {});
  first.child.stdin?.end('digest create question:"Who met whom in 2021?" time:09:00 zone:UTC empty:note\n');
  expect(await first.ended).toBe(0);
  expect(first.output()).toContain("Digest 1 is made");
  const second = start("2026-03-29T09:05:00Z", { LOG_LEVEL: "info" });
  await until("the digest", () => second.output().includes("posted at 09:05"), 30_000);
  await until("the line", () => second.output().includes('"state":"sent-late"'), 10_000);
  second.child.stdin?.end("digest history 1\n");
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain("posted late");
}, 60_000);
