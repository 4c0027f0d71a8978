import { afterEach, expect } from "vitest";
import { type SlackOptions, slack } from "../../../adapters/slack/index.ts";
import type { Bot } from "../../../src/chat/platform.ts";
import { openLog } from "../discord/fake-bot.ts";
import { freePort, SECRET } from "./deliver.ts";
import { openSlack, type StandIn } from "./index.ts";

export const MODES = ["Socket Mode", "HTTP"] as const;
export type Mode = (typeof MODES)[number];

const closing: (() => Promise<void>)[] = [];
const watched: StandIn[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  for (const stand of watched.splice(0)) expect(stand.wrongs).toEqual([]);
});

export type Stand = StandIn & { readonly port: number | undefined };

/** A stand-in that is closed after the test, and whose complaints fail it. */
export async function openStand(mode: Mode = "Socket Mode"): Promise<Stand> {
  const port = mode === "HTTP" ? await freePort() : undefined;
  const stand = { ...(await openSlack(port)), port };
  closing.push(stand.close);
  watched.push(stand);
  return stand;
}

/** What the adapter is told so that it comes to a stand-in. */
export const toStand = ({
  api,
  botToken,
  appToken,
  port,
}: Stand): Partial<SlackOptions> & { botToken: string } => ({
  api,
  botToken,
  ...(port === undefined ? { appToken } : { signingSecret: SECRET, port }),
});

/** The adapter, connected to a stand-in (a new one over the socket unless given), stopped after the test. */
export async function startSlack(bot: Bot, stand?: Stand, more: Partial<SlackOptions> = {}) {
  const at = stand ?? (await openStand());
  const { log, lines } = openLog();
  const platform = slack({ ...toStand(at), bot, log, clock: () => new Date(), ...more });
  await platform.start();
  let stopped = false;
  const stop = async (graceMs = 1_000) => {
    if (!stopped) await platform.stop(graceMs);
    stopped = true;
  };
  closing.push(() => stop());
  return { stand: at, platform, log, lines, stop };
}
