import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openWording, type WordingOptions } from "../../commands/digest/words/wording.ts";
import type { Issue } from "../../src/bot/index.ts";
import type { Event } from "../../src/model/event.ts";
import { draw } from "../../src/pictures/index.ts";
import { events as known } from "../fixtures/events.ts";
import { at, event, when, who } from "../fixtures/world.ts";
import { openWhole } from "../support/digests/whole.ts";
import * as discordly from "../support/discord/index.ts";
import { openStand as openDiscordStand, startDiscord } from "../support/discord/start.ts";
import * as slackly from "../support/slack/index.ts";
import { openStand as openSlackStand, type Stand, startSlack } from "../support/slack/start.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "digests-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Meetings of May 2023, by turns in two cities. */
const news = (count: number): readonly Event[] =>
  Array.from({ length: count }, (_, n) =>
    event({
      id: `E-fresh${String(n).padStart(3, "0")}`,
      when: when(`2023-05-0${n + 1}`),
      participants: [who("ines-carvalho", "host"), who("aino-rautala", "attendee")],
      places: [at(n % 2 ? "helsinki" : "lisbon")],
      summary: `Inês Carvalho met Aino Rautala on ${n + 1} May 2023.`,
    }),
  );
const QUESTION = "Who met Inês Carvalho?";
const [MADE, DUE] = ["2023-05-10T08:00:00Z", "2023-05-11T09:00:00Z"];
const drawnOf = (events: readonly Event[]) =>
  `timeline of ${events
    .map(({ id }) => id)
    .reverse()
    .join(" ")}`;

describe("on Discord", () => {
  const AS_MOD = { who: discordly.PEOPLE.mod };
  const standing = ({ records }: discordly.StandIn) =>
    records.messages.filter(
      (message) => message.channel === discordly.CHANNEL && !discordly.isHidden(message) && !message.thinking,
    );

  /** A digest that was made before some news came, and the bot as it is a day later, shortly before nine. */
  async function toldOf(fresh: readonly Event[], drawing?: WordingOptions["draw"]) {
    const stand = await openDiscordStand();
    const start = (instant: string, events: readonly Event[]) =>
      openWhole({
        folder,
        start: instant,
        events,
        ...(drawing && { draw: drawing }),
        connect: (bot, clock) => startDiscord(bot, stand, { clock }),
      });
    const first = await start(MADE, known);
    const fields = { question: QUESTION, every: "day", time: "09:00", zone: "UTC", sections: "new" };
    await discordly.answerTo(stand.slash("digest create", fields, AS_MOD));
    await first.goTo("2023-05-10T09:00:00Z");
    await first.stop();
    const before = standing(stand).length;
    const bot = await start("2023-05-11T08:59:00Z", [...known, ...fresh]);
    return { stand, bot, post: () => standing(stand).slice(before) };
  }

  test("a digest of five events brings its timeline, and the preview is the same bytes", async () => {
    const { stand, bot, post } = await toldOf(news(7));
    const preview = await discordly.answerTo(stand.slash("digest preview", { digest: "1" }, AS_MOD));
    await bot.goTo(DUE);
    const [posted] = post();
    expect(posted!.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ["timeline.png", drawnOf(news(7))],
    ]);
    expect(posted!.files[0]!.description).toBe(drawnOf(news(7)));
    expect(JSON.stringify([preview.embeds, preview.files])).toBe(
      JSON.stringify([posted!.embeds, posted!.files]),
    );
    expect(discordly.wordsOf(posted!)).toMatch(/New and changed: Lisbon.*New and changed: Helsinki/s);
    expect(post()).toHaveLength(1);
    await bot.stop();
  });

  test("one of four events comes in words alone", async () => {
    const { bot, post } = await toldOf(news(4));
    await bot.goTo(DUE);
    expect(post().map(({ files }) => files)).toEqual([[]]);
    await bot.stop();
  });

  test("where the picture can't be drawn the digest comes without it", async () => {
    const broken = async () => {
      throw new Error("no ink");
    };
    const { bot, post } = await toldOf(news(5), broken);
    await bot.goTo(DUE);
    expect(post().map(({ files }) => files)).toEqual([[]]);
    expect(bot.digests.history("1").at(-1)?.state).toBe("sent");
    await bot.stop();
  });

  test("a channel that takes no files gets the words, and the digest is not paused", async () => {
    const { stand, bot, post } = await toldOf(news(5));
    stand.faults.next("no files", /POST \/channels/);
    await bot.goTo(DUE);
    expect(post().map(({ files }) => files)).toEqual([[]]);
    expect(bot.digests.history("1").at(-1)?.state).toBe("sent");
    expect(bot.digests.get("1")?.paused).toBeUndefined();
    await bot.stop();
  });
});

describe("on Slack", () => {
  const standing = ({ records }: Stand) =>
    records.messages.filter(({ channel, only }) => channel === slackly.CHANNEL && only === undefined);
  const files = ({ records }: Stand) => [...records.files.values()].filter(({ channel }) => channel);

  async function toldOf(fresh: readonly Event[]) {
    const stand = await openSlackStand();
    const start = (instant: string, events: readonly Event[]) =>
      openWhole({
        folder,
        start: instant,
        events,
        connect: (bot, clock) => startSlack(bot, stand, { clock, now: Date.now }),
      });
    const first = await start(MADE, known);
    const line = `create question:"${QUESTION}" time:09:00 zone:UTC sections:new`;
    await slackly.answerTo(stand.slash("/digest", line, { who: slackly.PEOPLE.ben }));
    await first.goTo("2023-05-10T09:00:00Z");
    await first.stop();
    const [posts, uploads] = [standing(stand).length, files(stand).length];
    const bot = await start("2023-05-11T08:59:00Z", [...known, ...fresh]);
    return {
      stand,
      bot,
      post: () => standing(stand).slice(posts),
      pictures: () => files(stand).slice(uploads),
    };
  }

  test("the timeline hangs at the post, in its thread, and the channel has one post", async () => {
    const { bot, post, pictures } = await toldOf(news(6));
    await bot.goTo(DUE);
    await bot.stop();
    const [posted] = post();
    expect(post()).toHaveLength(1);
    expect(pictures().map(({ name, alt, channel, thread }) => ({ name, alt, channel, thread }))).toEqual([
      { name: "timeline.png", alt: drawnOf(news(6)), channel: slackly.CHANNEL, thread: posted!.ts },
    ]);
  });

  test("a picture that Slack refuses costs the digest nothing, and is not tried again with it", async () => {
    const { stand, bot, post, pictures } = await toldOf(news(6));
    stand.faults.next("auth", /files\.completeUploadExternal/);
    await bot.goTo(DUE);
    await bot.goTo("2023-05-11T09:10:00Z");
    expect(bot.digests.history("1").at(-1)?.state).toBe("sent");
    await bot.stop();
    expect([post().length, pictures().length]).toEqual([1, 0]);
  });

  test("a post whose answer was lost gets no picture until its author has it posted again", async () => {
    const { stand, bot, post, pictures } = await toldOf(news(6));
    stand.faults.next("500", /chat\.postMessage/);
    await bot.goTo(DUE);
    expect([bot.digests.history("1").at(-1)?.state, post().length]).toEqual(["ambiguous", 0]);
    const asked = stand.records.messages.find(({ channel }) => channel === "D0BEN")!;
    await slackly.answerTo(stand.press(asked, "Post it again", { who: slackly.PEOPLE.ben }));
    await bot.stop();
    expect(post()).toHaveLength(1);
    expect(pictures().map(({ thread }) => thread)).toEqual([post()[0]!.ts]);
  });
});

describe("drawing", () => {
  const issueOf = (
    events: readonly Event[],
    address: "discord:7" | "console:terminal" = "discord:7",
  ): Issue => ({
    kind: "slot",
    told: "People who met Inês Carvalho",
    key: "1@2023-05-11T09:00[UTC]",
    due: "2023-05-11T09:00:00.000Z",
    date: "2023-05-11",
    until: "2023-05-11",
    window: { from: 0, to: events.length },
    lines: events.map((each) => ({
      kind: "event",
      section: "new",
      event: { ...each, sources: [], certainty: "certain" },
    })),
    merged: 0,
    besides: [],
    digest: {
      ...{ id: "1", address, author: "discord:1", locale: "en-GB", question: QUESTION },
      query: { ask: "people", who: [{ entity: "ines-carvalho" }] },
      schedule: { every: "day", time: "09:00", zone: "UTC" },
      ...{ sections: ["new"], empty: "note", catchUp: "once", maxLateness: 1440 },
      ...{ since: "2023-05-01T00:00:00.000Z", from: 0 },
    },
  });

  /** What is logged, and how a digest is told with a given way to draw. */
  function telling(drawing: WordingOptions["draw"], patienceMs = 5_000) {
    const logged: string[] = [];
    const none = () => {};
    const warn = (_: object, message: string) => void logged.push(message);
    const word = openWording({
      draw: drawing,
      patienceMs,
      log: { debug: none, info: none, error: none, warn },
    });
    return { word, logged };
  }

  test("the same issue is the same picture, on the first page and not in the terminal", async () => {
    const { word, logged } = telling(draw);
    const issue = issueOf(news(6));
    const [one, other] = [await word(issue, 1), await telling(draw).word(issue, 1)];
    expect([...one.picture!.png.slice(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
    expect(other).toEqual(one);
    expect((await word(issue, 2)).picture).toBeUndefined();
    expect((await word(issueOf(news(6), "console:terminal"), 1)).picture).toBeUndefined();
    expect(logged).toEqual([]);
  });

  test("one picture is drawn at a time, and one that is never done holds nobody up for long", async () => {
    let [at, most, begun] = [0, 0, 0];
    const { word, logged } = telling(async () => {
      begun += 1;
      at += 1;
      most = Math.max(most, at);
      if (begun === 1) await new Promise<never>(() => {});
      await sleep(1);
      at -= 1;
      return { svg: "", png: new Uint8Array([1]), alt: "a picture" };
    }, 50);
    const stuck = word(issueOf(news(5)), 1);
    await sleep(30);
    const [first, second, third] = await Promise.all([
      stuck,
      word(issueOf(news(5)), 1),
      word(issueOf(news(5)), 1),
    ]);
    expect(first.picture).toBeUndefined();
    expect(first.items).toHaveLength(5);
    expect([second.picture?.alt, third.picture?.alt]).toEqual(["a picture", "a picture"]);
    // The one that is never done, and one of the others.
    expect(most).toBe(2);
    expect(logged).toEqual(["a digest goes without its timeline"]);
  });
});
