import { expect, test } from "vitest";
import { openWording } from "../../commands/index.ts";
import { type Address, address, parseAddress } from "../../src/chat/address.ts";
import type { Outlet } from "../../src/digests/deliver.ts";
import { type Digest, openDigests } from "../../src/digests/index.ts";
import { emptyDisk, storeOn } from "../support/digests/disk.ts";
import { growing } from "../support/digests/engine.ts";
import { openTime } from "../support/digests/time.ts";
import { drawing, LOG } from "../support/digests/whole.ts";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import * as discordly from "../support/discord/index.ts";
import { openStand as openDiscordStand, startDiscord } from "../support/discord/start.ts";
import * as slackly from "../support/slack/index.ts";
import { openStand as openSlackStand, startSlack } from "../support/slack/start.ts";

const NINE = "2026-06-01T09:00:00.000Z";
const CHANNELS = 200;
const DIGESTS = 1_000;

const digest = (n: number, channel: Address): Digest => ({
  id: String(n + 1),
  address: channel,
  author: address(parseAddress(channel).platform, "1"),
  locale: "en-GB",
  question: `What is new for desk ${n + 1}?`,
  query: { ask: "events" },
  sections: ["new"],
  empty: "note",
  catchUp: "once",
  maxLateness: 60,
  schedule: { every: "day", time: "09:00", zone: "UTC" },
  since: "2026-06-01T08:00:00.000Z",
  from: 0,
});

type Arrival = { readonly channel: string; readonly words: string };
type Side = {
  readonly platform: Outlet;
  readonly channel: (n: number) => Address;
  /** Tells of each message when it arrives. */
  readonly watch: (told: (arrival: Arrival) => void) => void;
};

const { bot } = fakeBot(() => said("Nothing"));

async function onDiscord(): Promise<Side> {
  const { stand, platform } = await startDiscord(bot, await openDiscordStand());
  const { records } = stand;
  return {
    platform,
    channel: (n) => `discord:${discordly.furtherChannel(n)}`,
    watch(told) {
      const taken = records.message;
      records.message = (channel, ...more) => {
        const seen = taken(channel, ...more);
        told({ channel, words: discordly.wordsOf(seen) });
        return seen;
      };
    },
  };
}

async function onSlack(): Promise<Side> {
  const { stand, platform } = await startSlack(bot, await openSlackStand());
  const { records } = stand;
  return {
    platform,
    channel: (n) => `slack:${slackly.furtherChannel(n)}`,
    watch(told) {
      const taken = records.add;
      records.add = (...said) => {
        const seen = taken(...said);
        told({ channel: seen.channel, words: slackly.wordsOf(seen) });
        return seen;
      };
    },
  };
}

test.each<readonly [string, () => Promise<Side>]>([
  ["Discord", onDiscord],
  ["Slack", onSlack],
])(
  "a thousand digests of one minute in 200 channels of %s keep its pace, and arrive once and on time",
  async (_where, connect) => {
    const time = openTime(NINE);
    const { platform, channel, watch } = await connect();
    const arrived: (Arrival & { readonly at: number })[] = [];
    watch((arrival) => void arrived.push({ ...arrival, at: time.now() }));
    const outlet: Outlet = {
      ...platform,
      async post(...said) {
        const posted = await time.underWay(platform.post(...said));
        await time.wait(200);
        return posted;
      },
    };
    const data = growing();
    const disk = emptyDisk();
    const all = Array.from({ length: DIGESTS }, (_, n) =>
      digest(n, channel(Math.floor((n * CHANNELS) / DIGESTS))),
    );
    disk.files.set("digests", { next: DIGESTS + 1, digests: all });
    const digests = await openDigests({
      store: storeOn(disk, async () => {}),
      world: () => data,
      outlet: () => outlet,
      word: openWording({ draw: drawing, log: LOG }),
      keep: async () => {},
      log: LOG,
      clock: () => new Date(time.now()),
      wait: time.wait,
      counted: () => {},
    });
    for (let n = 0; n < 3; n++) data.add();
    await digests.compare();
    await time.until(digests.tick().then(digests.settled));

    const sort = (words: readonly string[]) => [...words].sort();
    expect(sort(arrived.map(({ words }) => /What is new for desk \d+/.exec(words)?.[0] ?? words))).toEqual(
      sort(all.map(({ question }) => question.replace("?", ""))),
    );
    expect(arrived.filter(({ words }) => !words.includes("New and changed"))).toEqual([]);
    expect(digests.list().filter(({ id }) => digests.history(id).at(-1)?.state !== "sent")).toEqual([]);
    expect(tooFast(arrived)).toEqual([]);
    expect(time.now() - Date.parse(NINE)).toBeLessThan(2 * 60_000);
  },
  120_000,
);

/** Arrivals beyond one a second in a channel, or fifty a second in all. */
function tooFast(arrived: readonly { readonly channel: string; readonly at: number }[]) {
  return arrived.filter(({ channel, at }, n) => {
    const recent = arrived.slice(0, n).filter((before) => at - before.at < 1_000);
    return recent.length >= 50 || recent.some((before) => before.channel === channel);
  });
}
