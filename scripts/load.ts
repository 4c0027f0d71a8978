import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What is configured here takes no part; an empty value also keeps out what a `.env` says. */
const ALONE = {
  DISCORD_TOKEN: "",
  DISCORD_GUILD_ID: "",
  SLACK_BOT_TOKEN: "",
  SLACK_APP_TOKEN: "",
  SLACK_SIGNING_SECRET: "",
  SLACK_TEAMS: "",
  PORT: "",
  OPERATION_PORT: "",
  CLOCK_START: "",
};

/** One command: when its first sign and its answer came, in milliseconds; undefined when they did not. */
export type Result = { readonly firstMs: number | undefined; readonly answerMs: number | undefined };

export type Load = {
  readonly platform: "Discord" | "Slack";
  /** What the platform shows first: `first sign`, `acknowledged`. */
  readonly first: string;
  /** Said behind the number of commands: ` over HTTP`. */
  readonly mode: string;
  /** The stand-in's part of the environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly ready: () => Promise<unknown>;
  /** Sends command number `n` and waits for its answer, at most half a minute. */
  readonly command: (n: number) => Promise<Result>;
  /** What the platform would have refused. */
  readonly wrongs: () => readonly string[];
};

/**
 * Starts the bot as it is started for good, beside a stand-in, sends it `commands`, so many at once, and tells how soon
 * the first sign and the answer came, in milliseconds. Returns 1 when an answer was lost, a first sign came after three
 * seconds, or the platform would have refused something; else 0.
 */
export async function load(commands: number, atOnce: number, of: Load): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  const bot = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: ROOT,
    env: { ...process.env, ...ALONE, ...of.env, DATA_DIR: folder, LOG_LEVEL: "warn" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const gone = new Promise<void>((done) => bot.once("exit", () => done()));
  const died = gone.then(() =>
    Promise.reject(new Error("The bot ended before its time; its words are above.")),
  );
  died.catch(() => {});
  try {
    await Promise.race([of.ready(), died]);
    // The first answers load what the later ones have at hand.
    await of.command(0);
    const started = performance.now();
    const results = await run(commands, atOnce, of.command);
    return tell(results, performance.now() - started, atOnce, of);
  } finally {
    bot.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
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

function tell(results: readonly Result[], ms: number, atOnce: number, of: Load): number {
  const first = results.map(({ firstMs }) => firstMs).filter((one) => one !== undefined);
  const answers = results.map(({ answerMs }) => answerMs).filter((one) => one !== undefined);
  const late = first.filter((one) => one > 3_000).length + (results.length - first.length);
  const lost = results.length - answers.length;
  const wrongs = of.wrongs();
  const line = (name: string, times: readonly number[]) =>
    `${name.padEnd(12)} p50 ${at(times, 0.5)} ms · p99 ${at(times, 0.99)} ms · slowest ${at(times, 1)} ms`;
  const lines = [
    `${results.length} commands${of.mode}, ${atOnce} at once, ${availableParallelism()} cores, ${Math.round(ms)} ms in all`,
    line(of.first, first),
    line("answer", answers),
    `lost ${lost} · later than 3 s ${late} · refused by ${of.platform} ${wrongs.length}`,
    ...new Set(wrongs),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return lost + late + wrongs.length === 0 ? 0 : 1;
}

function at(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN).toFixed(1);
}
