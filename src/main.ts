import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { commands, openWording, unlisted } from "../commands/index.ts";
import { homeRule, openCuration, openNotice } from "./bot/curation/index.ts";
import { dayIn } from "./bot/day.ts";
import { openBot } from "./bot/index.ts";
import type { Address, PlatformName } from "./chat/address.ts";
import { forgetfulMemory } from "./chat/memory.ts";
import type { Bot, Clock, Log, Platform } from "./chat/platform.ts";
import { type Config, readConfig } from "./config.ts";
import { openWorld, type World } from "./dataset/changes/index.ts";
import { loadGazetteer } from "./dataset/gazetteer.ts";
import { type Heartbeat, startHeartbeat } from "./digests/clock.ts";
import { type DigestHouse, openDigests } from "./digests/index.ts";
import { openEngine } from "./engine/index.ts";
import type { Engine } from "./model/engine.ts";
import type { Day } from "./model/when.ts";
import { openHealth, openLog, openMetrics, outlived } from "./operation/index.ts";
import { draw } from "./pictures/index.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What is under way gets so long to end, of the ten seconds that a service manager waits. */
const GRACE_MS = 8_000;
/** A platform that refused, or could not be reached, is tried again after these; the last goes on. */
const RETRY_MS = [15_000, 60_000, 300_000];

await main();

/** Reads the environment, introduces everyone to each other, starts what is configured, and closes in order. */
async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const read = readConfig(process.env);
  if ("wrong" in read)
    return refuse(["The environment needs attention (.env.example tells of each):", ...read.wrong], 2);
  const { config } = read;
  const inTerminal = !config.DISCORD_TOKEN && !config.SLACK_BOT_TOKEN;
  const log = openLog({
    level: config.LOG_LEVEL ?? (inTerminal ? "error" : "info"),
    secrets: secretsOf(config),
  });
  const clock = clockFrom(config.CLOCK_START);
  const base = openOrRefuse(config, log);
  if (base === undefined) return;
  warnOfOldNode(log, clock);
  const metrics = openMetrics();
  const opened = inTerminal ? await storeIfFree(config, log, clock) : await storeOrRefuse(config, log, clock);
  if (opened === null) return;
  const memory = opened?.memory ?? forgetfulMemory();
  let members: readonly Member[] = [];
  const outlet = (name: PlatformName) => members.find((member) => member.name === name)?.platform();
  let digests: DigestHouse | undefined;
  const token = () => randomBytes(8).toString("hex");
  const curation = await openCuration({
    base,
    engineOf: (dataset) =>
      openEngine(dataset, { changedSince: (instant) => digests?.changedSince(instant) ?? [] }),
    changed: () =>
      void digests?.compare().catch((err) => log.error({ err }, "what changed could not be logged")),
    ...(opened
      ? { store: async () => opened.store }
      : {
          store: async () => (await import("./store/index.ts")).openStore(config.DATA_DIR, { clock, log }),
          folder: config.DATA_DIR,
        }),
    owners: (config.OWNERS ?? []) as Address[],
    home: homeRule({
      workspaces: config.HOME_WORKSPACES,
      guild: config.DISCORD_GUILD_ID,
      furtherTeams: config.SLACK_TEAMS,
    }),
    homes: config.HOME_WORKSPACES ?? (config.DISCORD_GUILD_ID ? [`discord:${config.DISCORD_GUILD_ID}`] : []),
    clock,
    token,
    log,
  });
  if (opened)
    digests = await openDigests({
      store: opened.store,
      world: () => ({ engine: curation.engine(), dataset: curation.dataset() }),
      outlet,
      word: openWording({ draw, log }),
      keep: memory.receipts.put,
      log,
      clock,
      wait: (ms) => sleep(ms, undefined, { ref: false }),
      counted: metrics.digest,
    });
  const notice =
    opened &&
    (await openNotice({
      store: opened.store,
      owners: [...curation.owners(), ...(inTerminal ? (["console:operator"] as const) : [])],
      sound: curation.sound,
      outlet,
      log,
    }).catch((err: unknown) => log.error({ err }, "owners can't be told of damaged files")));
  const bot = openBot({
    get engine() {
      return curation.engine();
    },
    get dataset() {
      return curation.dataset();
    },
    curation,
    commands,
    unlisted,
    memory,
    ...(digests && { digests }),
    log,
    clock,
    token,
    answered: metrics.answered,
  });
  if (!inTerminal) warmUp(curation.engine(), clock);
  members = await platformsOf(config, { bot, log, clock });
  let draining = false;
  let heartbeat: Heartbeat | undefined;
  const health =
    config.OPERATION_PORT === undefined
      ? undefined
      : await openHealth({
          port: config.OPERATION_PORT,
          parts: () => members.map((member) => ({ name: member.name, ...member.state() })),
          draining: () => draining,
          metrics,
        });
  const close = async (why: string) => {
    if (draining) return;
    draining = true;
    log.info({ why }, "closing");
    setTimeout(() => process.exit(1), GRACE_MS + 1_500).unref();
    await heartbeat?.stop();
    await Promise.race([digests?.close(), sleep(GRACE_MS / 2, undefined, { ref: false })]);
    await Promise.allSettled(members.map((member) => member.stop(GRACE_MS / 2)));
    await curation.close();
    await opened?.store.close();
    await health?.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void close("SIGTERM"));
  process.on("SIGINT", () => void close("SIGINT"));
  // A library that throws outside of our reach must not take the other platform down (platforms.md, "Bolt 5").
  process.on("unhandledRejection", (err) => log.error({ err }, "a promise was left behind"));
  process.on("uncaughtException", (err) => log.error({ err }, "an error was left behind"));
  await Promise.all(members.map((member) => member.start()));
  void notice?.tell();
  if (digests && !draining)
    heartbeat = startHeartbeat(async () => {
      void notice?.tell();
      await digests?.tick();
    });
  for (const { ended } of members) void ended?.then(() => close("end of input"));
}

/** Makes what the first completion and the first misspelt name would wait for, before anybody is connected. */
function warmUp(engine: Engine, clock: Clock): void {
  for (const kind of ["actor", "place"] as const) engine.suggest(kind, "zzzz", 1);
  engine.ask("Who met Zzzzz?", { today: dayIn("UTC", clock().toISOString()) });
}

type Surroundings = { readonly bot: Bot; readonly log: Log; readonly clock: Clock };

/** A platform as main keeps it: started again when it could not start. */
type Member = {
  readonly name: string;
  /** The platform as it is now: another after each start that failed. */
  readonly platform: () => Platform;
  readonly start: () => Promise<void>;
  readonly stop: (graceMs: number) => Promise<void>;
  readonly state: Platform["state"];
  readonly ended?: Promise<void>;
};

async function platformsOf(config: Config, around: Surroundings): Promise<readonly Member[]> {
  const members: Member[] = [];
  if (config.DISCORD_TOKEN) {
    const { discord } = await import("../adapters/discord/index.ts");
    const token = config.DISCORD_TOKEN;
    const options = {
      guild: config.DISCORD_GUILD_ID,
      api: config.DISCORD_API_URL,
      cdn: config.DISCORD_CDN_URL,
    };
    members.push(persistent("discord", () => discord({ ...around, ...options, token }), around.log));
  }
  if (config.SLACK_BOT_TOKEN) {
    const { slack } = await import("../adapters/slack/index.ts");
    const botToken = config.SLACK_BOT_TOKEN;
    const options = {
      appToken: config.SLACK_APP_TOKEN,
      signingSecret: config.SLACK_SIGNING_SECRET,
      port: config.PORT,
      api: config.SLACK_API_URL,
      teams: config.SLACK_TEAMS,
      now: Date.now,
    };
    members.push(persistent("slack", () => slack({ ...around, ...options, botToken }), around.log));
  }
  if (members.length > 0) return members;
  const { terminal } = await import("../adapters/console/index.ts");
  const { stdin: input, stdout: output } = process;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const colours = config.NO_COLOR === undefined;
  const one = terminal({ ...around, input, output, locale: localeOf(process.env), zone, colours });
  return [{ ...one, platform: () => one }];
}

/** A platform that is made and started anew until it starts: its refusal leaves the others running. */
function persistent(name: string, make: () => Platform, log: Log): Member {
  let platform = make();
  let timer: NodeJS.Timeout | undefined;
  let refusal: string | undefined;
  let stopped = false;
  const start = async (attempt: number): Promise<void> => {
    try {
      await platform.start();
      refusal = undefined;
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error);
      const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0;
      log.error({ platform: name, retryInSeconds: wait / 1000 }, refusal);
      await platform.stop(1_000).catch(() => undefined);
      if (stopped) return;
      timer = setTimeout(() => {
        platform = make();
        void start(attempt + 1);
      }, wait);
    }
  };
  return {
    name,
    platform: () => platform,
    start: () => start(0),
    stop: async (graceMs) => {
      stopped = true;
      clearTimeout(timer);
      if (refusal === undefined) await platform.stop(graceMs);
    },
    state: () => (refusal === undefined ? platform.state() : { ready: false, detail: refusal }),
  };
}

function openOrRefuse({ DATASET }: Config, log: Log): World | undefined {
  try {
    const gazetteer = loadGazetteer(join(ROOT, "data", "gazetteer"));
    const folder = DATASET ?? join(ROOT, "data");
    const notice = (line: string) => log.warn({}, line);
    return openWorld(folder, { gazetteer, documents: join(folder, "documents"), notice });
  } catch (error) {
    refuse([error instanceof Error ? error.message : String(error)], 1);
    return undefined;
  }
}

/**
 * The terminal answers without a store too: where another process holds the folder, or it can't be written, there
 * are no digests. What is asked there is not remembered.
 */
async function storeIfFree({ DATA_DIR }: Config, log: Log, clock: Clock) {
  try {
    const { openStore } = await import("./store/index.ts");
    return { store: await openStore(DATA_DIR, { clock, log }), memory: undefined };
  } catch (err) {
    log.info({ err }, "the terminal has no digests now");
    return undefined;
  }
}

/** The store, with what the bot remembers in it; null when the folder is held or can't be written. */
async function storeOrRefuse({ DATA_DIR }: Config, log: Log, clock: Clock) {
  try {
    const { openMemory, openStore } = await import("./store/index.ts");
    const store = await openStore(DATA_DIR, { clock, log });
    return { store, memory: await openMemory(store) };
  } catch (error) {
    refuse([error instanceof Error ? error.message : String(error)], 1);
    return null;
  }
}

function refuse(lines: readonly string[], code: number): void {
  process.stderr.write(`${lines.join("\n- ")}\n`);
  process.exitCode = code;
}

function secretsOf(config: Config): readonly string[] {
  const { DISCORD_TOKEN, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = config;
  return [DISCORD_TOKEN, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET].filter(
    (each) => each !== undefined,
  );
}

/** The process's clock; for trials it starts at a given instant and goes on from there. */
function clockFrom(start: string | undefined): Clock {
  if (start === undefined) return () => new Date();
  const ahead = Date.parse(start) - Date.now();
  return () => new Date(Date.now() + ahead);
}

function warnOfOldNode(log: Log, clock: Clock): void {
  const warning = outlived(process.version, clock().toISOString().slice(0, 10) as Day);
  if (warning !== undefined) log.warn({ node: process.version }, warning);
}

/** The locale that the environment names (`de_DE.UTF-8`), English where it names none. */
function localeOf(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment.LC_ALL || environment.LC_TIME || environment.LANG || "";
  const tag = named.split(/[.@]/)[0]?.replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(-|$)/.test(tag) ? tag : "en-GB";
}
