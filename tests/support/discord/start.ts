import { afterEach, expect } from "vitest";
import { type DiscordOptions, discord } from "../../../adapters/discord/index.ts";
import type { Bot } from "../../../src/chat/platform.ts";
import { openLog } from "./fake-bot.ts";
import { openDiscord, type StandIn } from "./index.ts";

export const NOON = () => new Date("2025-06-02T12:00:00.000Z");

const closing: (() => Promise<void>)[] = [];
const watched: StandIn[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  for (const stand of watched.splice(0)) expect(stand.wrongs).toEqual([]);
});

/** A stand-in that is closed after the test, and whose complaints fail it. */
export async function openStand(): Promise<StandIn> {
  const stand = await openDiscord();
  closing.push(stand.close);
  watched.push(stand);
  return stand;
}

/** The adapter, connected to a stand-in (a new one unless given), stopped after the test. */
export async function startDiscord(bot: Bot, stand?: StandIn, more: Partial<DiscordOptions> = {}) {
  const at = stand ?? (await openStand());
  const { log, lines } = openLog();
  const platform = discord({ token: at.token, api: at.api, bot, log, clock: NOON, ...more });
  await platform.start();
  let stopped = false;
  const stop = async (graceMs = 1_000) => {
    if (!stopped) await platform.stop(graceMs);
    stopped = true;
  };
  closing.push(() => stop());
  return { stand: at, platform, log, lines, stop };
}
