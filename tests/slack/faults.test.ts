import { describe, expect, test } from "vitest";
import { slack } from "../../adapters/slack/index.ts";
import { fakeBot, openLog, said } from "../support/discord/fake-bot.ts";
import { answerTo, openSlack, until, wordsOf } from "../support/slack/index.ts";
import { MODES, openStand, startSlack, toStand } from "../support/slack/start.ts";

const reply = said("Two meetings", { receipt: "r1", buttons: [{ verb: "share", label: "Share" }] });
const open = said("Two meetings", { audience: "public" });
const RESPOND = /\/response\//;
const SEND = /chat\.postMessage/;

describe.each(MODES)("over %s a person sees the answer once,", (mode) => {
  test.each(["429", "500", "lost", "slow"] as const)("after a command's answer met %s", async (fault) => {
    const { bot } = fakeBot(() => reply);
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.faults.next(fault, RESPOND);
    const exchange = stand.slash("/brief", "who?");
    expect(wordsOf(await answerTo(exchange))).toBe("Two meetings");
    if (fault === "lost") expect(wordsOf(await answerTo(exchange, 1))).toContain("If you do not see it");
    const answers = exchange.posts.filter((post) => wordsOf(post) === "Two meetings");
    expect(answers).toHaveLength(1);
  });

  test.each(["429", "500", "lost", "slow"] as const)("after a mention's answer met %s", async (fault) => {
    const { bot } = fakeBot(() => open);
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.faults.next(fault, SEND);
    stand.mention("who met Ardin?");
    await until("the answer", () => stand.records.messages[0]);
    if (fault === "lost") {
      const told = await until("a word to the asker", () => stand.records.messages[1]);
      expect([told.only, wordsOf(told)]).toEqual(["U0ADA", expect.stringContaining("If you do not see it")]);
    }
    expect(stand.records.messages.filter(({ only }) => only === undefined)).toHaveLength(1);
  });

  test.each(["429", "500", "lost"] as const)("after their profile met %s", async (fault) => {
    const { bot, requests } = fakeBot(() => reply);
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.faults.next(fault, /users\.info/);
    expect(wordsOf(await answerTo(stand.slash("/brief", "who?")))).toBe("Two meetings");
    expect(requests[0]?.asker).toMatchObject({ locale: "en", zone: "UTC", administers: false });
  });
});

describe("a person is told", () => {
  test("when the bot fails", async () => {
    const { bot } = fakeBot(() => Promise.reject(new Error("broken")));
    const { stand, lines } = await startSlack(bot);
    const answer = await answerTo(stand.slash("/brief", "who?"));
    expect(wordsOf(answer)).toContain("Something went wrong on our side");
    expect(lines.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  test("when a shared post may or may not have arrived, and nothing is posted twice", async () => {
    const { bot } = fakeBot(({ act }) => (act.kind === "press" ? open : reply));
    const { stand } = await startSlack(bot);
    const answer = await answerTo(stand.slash("/brief", "who?"));
    stand.faults.next("lost", RESPOND);
    const share = stand.press(answer, "Share");
    expect(wordsOf(await answerTo(share, 1))).toContain("look into the channel first");
    expect(share.posts.map(({ only }) => only)).toEqual([undefined, "U0ADA"]);
  });

  test.each(MODES)(
    "when Slack refuses the token while the bot runs, and the bot goes on (%s)",
    async (mode) => {
      const { bot } = fakeBot(() => open);
      const { stand, lines } = await startSlack(bot, await openStand(mode));
      stand.faults.next("auth", SEND);
      stand.mention("who met Ardin?");
      const told = await until("a word to the asker", () => stand.records.messages[0]);
      expect([told.only, wordsOf(told)]).toEqual(["U0ADA", expect.stringContaining("Slack did not take it")]);
      expect(lines.filter(({ level }) => level === "error")).toHaveLength(1);
      stand.mention("who met Ardin?");
      await until("the answer", () => stand.records.messages[1]);
    },
  );

  test("in the direct message itself, when a press there comes after its time", async () => {
    const { bot } = fakeBot(() => reply);
    const { stand } = await startSlack(bot);
    stand.say("who?");
    const answer = await until("the answer", () => stand.records.messages[0]);
    stand.forge(answer, "1:sources:r1").uses = 5;
    const next = await until("the sources", () => stand.records.messages[1]);
    expect([next.channel, wordsOf(next)]).toEqual(["D0ADA", "Two meetings"]);
  });

  test("in their direct messages, when the response_url is used up", async () => {
    const { bot } = fakeBot(() => reply);
    const { stand } = await startSlack(bot);
    const first = stand.slash("/brief", "who?");
    await answerTo(first);
    first.uses = 5;
    const second = stand.slash("/brief", "who?");
    second.uses = 5;
    const answer = await until("the answer", () => stand.records.messages[1]);
    expect([answer.channel, wordsOf(answer)]).toEqual(["D0ADA", "Two meetings"]);
  });

  test("when the bot stops before the answer is there", async () => {
    const { bot, requests } = fakeBot(() => new Promise(() => {}));
    const { stand, stop } = await startSlack(bot);
    const exchange = stand.slash("/brief", "who?");
    await until("the request", () => requests.length === 1);
    await stop(50);
    expect(wordsOf(await answerTo(exchange))).toContain("Please ask again in a minute");
  });
});

describe("a limit on one channel", () => {
  test("holds up no other", async () => {
    const { bot } = fakeBot(() => said("Two meetings"));
    const { stand } = await startSlack(bot);
    stand.faults.next("429", SEND);
    stand.mention("who met Ardin?");
    stand.say("who met Ardin?");
    const [first] = await until("both", () => stand.records.messages.length === 2 && stand.records.messages);
    expect(first?.channel).toBe("D0ADA");
  });
});

describe("the connection", () => {
  test.each(["drop", "refresh", "hang"] as const)(
    "is made again after a %s, and then answers",
    async (what) => {
      const { bot } = fakeBot(() => reply);
      const { stand, platform } = await startSlack(bot);
      stand.socket[what]();
      const again = () => stand.socket.connections() === 2 && platform.state().ready;
      await until("a new connection", again, 20_000);
      expect(wordsOf(await answerTo(stand.slash("/brief", "who?")))).toBe("Two meetings");
    },
  );

  test("is made again after Slack refused it for a while, and the state says why it is away", async () => {
    const { bot } = fakeBot(() => reply);
    const { stand, platform } = await startSlack(bot);
    stand.faults.next("500", /apps\.connections\.open/);
    stand.faults.next("lost", /apps\.connections\.open/);
    stand.socket.drop();
    await until(
      "the loss",
      () => !platform.state().ready && /can't be reached|refused/.test(platform.state().detail),
    );
    await until("a new connection", () => platform.state().ready);
    expect(wordsOf(await answerTo(stand.slash("/brief", "who?")))).toBe("Two meetings");
  });

  test.each([
    JSON.stringify({
      type: "events_api",
      envelope_id: "e",
      payload: { type: "app_rate_limited", team_id: "T0HOME" },
    }),
    "null",
    "no json",
    JSON.stringify({ type: "slash_commands", envelope_id: "e", payload: null }),
  ])("lives on after the message %s", async (message) => {
    const { bot } = fakeBot(() => reply);
    const { stand, platform } = await startSlack(bot);
    stand.socket.raw(message);
    expect(wordsOf(await answerTo(stand.slash("/brief", "who?")))).toBe("Two meetings");
    expect([stand.socket.connections(), platform.state().ready]).toEqual([1, true]);
  });

  test.each(MODES)("waits for what is under way when the bot stops (%s)", async (mode) => {
    let finish = () => {};
    const { bot, requests } = fakeBot(
      () =>
        new Promise((done) => {
          finish = () => done(reply);
        }),
    );
    const { stand, stop, platform } = await startSlack(bot, await openStand(mode));
    const exchange = stand.slash("/brief", "who?");
    await until("the request", () => requests.length === 1);
    const stopped = stop(5_000);
    finish();
    await stopped;
    expect(wordsOf(await answerTo(exchange))).toBe("Two meetings");
    expect(platform.state().ready).toBe(false);
  });

  test.each(MODES)("is refused in one sentence with a wrong token (%s)", async (mode) => {
    const stand = await openStand(mode);
    const { log } = openLog();
    const { bot } = fakeBot(() => reply);
    const options = { ...toStand(stand), bot, log, clock: () => new Date() };
    const wrongBot = slack({ ...options, botToken: "xoxb-wrong" });
    await expect(wrongBot.start()).rejects.toThrow(/^Slack refused the bot's token: .*SLACK_BOT_TOKEN\.$/);
    expect(wrongBot.state().ready).toBe(false);
    await wrongBot.stop(10);
    if (mode === "HTTP") return;
    const wrongApp = slack({ ...options, appToken: "xapp-wrong" });
    await expect(wrongApp.start()).rejects.toThrow(/^Slack refused the app's token: .*SLACK_APP_TOKEN\.$/);
    await wrongApp.stop(10);
  });

  test("that can't be had is told in one sentence", async () => {
    const stand = await openSlack();
    await stand.close();
    const { log } = openLog();
    const { bot } = fakeBot(() => reply);
    const { api, botToken, appToken } = stand;
    const platform = slack({ api, botToken, appToken, bot, log, clock: () => new Date() });
    await expect(platform.start()).rejects.toThrow(/^Slack can't be reached \(.*\)\.$/);
  });

  test("over HTTP is told in one sentence when the port is taken", async () => {
    const stand = await openStand("HTTP");
    const { bot } = fakeBot(() => reply);
    await startSlack(bot, stand);
    const { log } = openLog();
    const second = slack({ ...toStand(stand), bot, log, clock: () => new Date() });
    await expect(second.start()).rejects.toThrow(/^Slack can't be served: port \d+ can't be listened on/);
  });

  test("is the socket where both tokens are there, and the log says so", async () => {
    const { bot } = fakeBot(() => reply);
    const { stand, lines } = await startSlack(bot, undefined, { signingSecret: "s", port: 1 });
    expect(lines.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Slack: Socket Mode is taken/),
    );
    expect(wordsOf(await answerTo(stand.slash("/brief", "who?")))).toBe("Two meetings");
  });
});
