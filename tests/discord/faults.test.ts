import { describe, expect, test } from "vitest";
import { discord } from "../../adapters/discord/index.ts";
import { fakeBot, openLog, said } from "../support/discord/fake-bot.ts";
import { answerTo, followUp, openDiscord, until, wordsOf } from "../support/discord/index.ts";
import { NOON, openStand, startDiscord } from "../support/discord/start.ts";

const reply = said("Two meetings", {
  receipt: "r1",
  buttons: [
    { verb: "share", label: "Share" },
    { verb: "more", label: "More", page: 2 },
  ],
});
const CALLBACK = /POST .*callback/;
const EDIT = /PATCH .*@original/;
const FOLLOW = /POST \/webhooks/;
const SEND = /POST \/channels/;

describe("a person sees the answer", () => {
  test.each(["429", "500", "lost", "hang"] as const)("after a first sign that met %s", async (fault) => {
    const { bot } = fakeBot(() => reply);
    const { stand } = await startDiscord(bot);
    stand.faults.next(fault, CALLBACK);
    expect(wordsOf(await answerTo(stand.slash("brief met", { person: "Ardin" })))).toBe("Two meetings");
  });

  test.each(["429", "500", "lost"] as const)("after three edits that met %s", async (fault) => {
    const { bot } = fakeBot(() => reply);
    const { stand } = await startDiscord(bot);
    stand.faults.next(fault, EDIT, 3);
    const exchange = stand.slash("brief met", { person: "Ardin" });
    expect(wordsOf(await answerTo(exchange))).toBe("Two meetings");
  });

  test.each(["429", "500", "lost"] as const)("once, after a mention's reply met %s", async (fault) => {
    const { bot } = fakeBot(() => reply);
    const { stand } = await startDiscord(bot);
    stand.faults.next(fault, SEND);
    stand.say(`<@${stand.bot.id}> who met Ardin?`);
    await until("the reply", () => stand.records.requests.filter((line) => SEND.test(line)).length === 2);
    const again = stand.slash("brief met", { person: "Ardin" });
    await answerTo(again);
    expect(stand.records.messages.filter((message) => message !== again.original)).toHaveLength(1);
  });

  test("on the page of a long answer, the more so when a button's first sign was lost", async () => {
    const { bot } = fakeBot(({ act }) => (act.kind === "press" ? said("Page 2") : reply));
    const { stand } = await startDiscord(bot);
    const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
    stand.faults.next("lost", CALLBACK);
    expect(wordsOf(await answerTo(stand.press(answer, "More")))).toBe("Page 2");
  });
});

describe("a person is told", () => {
  test("when the bot fails", async () => {
    const { bot } = fakeBot(() => Promise.reject(new Error("broken")));
    const { stand, lines } = await startDiscord(bot);
    const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
    expect(wordsOf(answer)).toBe(
      "That did not work\nSomething went wrong on our side. Please ask again, or ask more narrowly.",
    );
    expect(lines.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  test("when a shared post may or may not have arrived, and nothing is posted twice", async () => {
    const { bot } = fakeBot(({ act }) => (act.kind === "press" ? { ...reply, audience: "public" } : reply));
    const { stand } = await startDiscord(bot);
    const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
    stand.faults.next("lost", FOLLOW);
    const share = stand.press(answer, "Share");
    expect(wordsOf(await followUp(share, 1))).toContain("look whether it stands in the channel");
    expect(share.followed.map(wordsOf).filter((words) => words === "Two meetings")).toHaveLength(1);
  });

  test("when the bot stops before the answer is there", async () => {
    const { bot, requests } = fakeBot(() => new Promise(() => {}));
    const { stand, stop } = await startDiscord(bot);
    const exchange = stand.slash("brief met", { person: "Ardin" });
    await until("the request", () => requests.length === 1);
    await stop(50);
    expect(wordsOf(await answerTo(exchange))).toContain("Please ask again in a minute");
  });
});

test("what is delivered twice is answered once", async () => {
  const { bot, requests } = fakeBot(({ act }) =>
    act.kind === "press" ? { ...reply, audience: "public" } : reply,
  );
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  const share = stand.press(answer, "Share");
  stand.again();
  await followUp(share);
  await answerTo(stand.slash("brief met", { person: "Ardin" }));
  expect(share.followed).toHaveLength(1);
  expect(requests.filter(({ act }) => act.kind === "press")).toHaveLength(1);
});

test("who comes while the bot stops is told so at once", async () => {
  let finish = () => {};
  const { bot, requests } = fakeBot(
    () =>
      new Promise((done) => {
        finish = () => done(reply);
      }),
  );
  const { stand, stop } = await startDiscord(bot);
  stand.slash("brief met", { person: "Ardin" });
  await until("the request", () => requests.length === 1);
  const stopped = stop(5_000);
  const late = stand.slash("brief met", { person: "Ardin" });
  await until("a word", () => late.response);
  expect([late.response?.type, wordsOf(late.original!)]).toEqual([4, expect.stringContaining("in a minute")]);
  finish();
  await stopped;
});

describe("the connection", () => {
  test("is resumed after a loss, and what was said meanwhile is answered", async () => {
    const { bot } = fakeBot(() => reply);
    const { stand, platform } = await startDiscord(bot);
    stand.gateway.drop();
    await until("the loss", () => !platform.state().ready);
    const exchange = stand.slash("brief met", { person: "Ardin" });
    // The interaction came while nobody listened; it is replayed within its three seconds.
    expect(wordsOf(await answerTo(exchange))).toBe("Two meetings");
    expect([stand.gateway.counts, platform.state()]).toEqual([
      { identified: 1, resumed: 1 },
      { ready: true, detail: "connected" },
    ]);
  });

  test("is made anew when the session is invalid", async () => {
    const { bot } = fakeBot(() => reply);
    const { stand, platform } = await startDiscord(bot);
    stand.gateway.invalidate();
    await until(
      "a new session",
      () => stand.gateway.counts.identified === 2 && platform.state().ready,
      20_000,
    );
    expect(wordsOf(await answerTo(stand.slash("brief met", { person: "Ardin" })))).toBe("Two meetings");
  });

  test("waits for what is under way when the bot stops", async () => {
    let finish = () => {};
    const { bot, requests } = fakeBot(
      () =>
        new Promise((done) => {
          finish = () => done(reply);
        }),
    );
    const { stand, stop, platform } = await startDiscord(bot);
    const exchange = stand.slash("brief met", { person: "Ardin" });
    await until("the request", () => requests.length === 1);
    const stopped = stop(5_000);
    finish();
    await stopped;
    expect(wordsOf(await answerTo(exchange))).toBe("Two meetings");
    expect(platform.state().ready).toBe(false);
  });

  test("is refused in one sentence with a wrong token", async () => {
    const stand = await openStand();
    const { log } = openLog();
    const { bot } = fakeBot(() => reply);
    const platform = discord({ token: "wrong", api: stand.api, bot, log, clock: NOON });
    await expect(platform.start()).rejects.toThrow(/^Discord refused the token: .*DISCORD_TOKEN\.$/);
    expect(platform.state().ready).toBe(false);
  });

  test("that can't be had is told in one sentence", async () => {
    const stand = await openDiscord();
    await stand.close();
    const { log } = openLog();
    const { bot } = fakeBot(() => reply);
    const platform = discord({ token: stand.token, api: stand.api, bot, log, clock: NOON });
    await expect(platform.start()).rejects.toThrow(/^Discord can't be reached \(.*\)\.$/);
  });
});
