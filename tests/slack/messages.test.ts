import { describe, expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import {
  answerTo,
  BOT,
  CHANNEL,
  PEOPLE,
  STRANGE_CHANNEL,
  type StandIn,
  until,
  wordsOf,
} from "../support/slack/index.ts";
import { MODES, openStand, startSlack } from "../support/slack/start.ts";

const sent = (stand: StandIn, n: number) => until(`message ${n}`, () => stand.records.messages[n]);
const settled = () => new Promise((done) => setTimeout(done, 150));

describe.each(MODES)("over %s", (mode) => {
  test("a mention is answered in its thread, for everyone there", async () => {
    const { bot, requests } = fakeBot(() => said("Two meetings", { audience: "public" }));
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.mention("who met &lt;Ardin&gt; &amp; <@U0BEN>?", {}, "Ev7", "1600000000.000700");
    const answer = await sent(stand, 0);
    expect([answer.channel, answer.thread, answer.only]).toEqual([CHANNEL, "1600000000.000700", undefined]);
    expect(requests[0]).toMatchObject({
      act: { kind: "line", text: "who met <Ardin> & @U0BEN?", follows: true },
      asker: { thread: `slack:${CHANNEL}:1600000000.000700` },
      public: true,
    });
    stand.mention("and in 2024?", { thread: "1600000000.000700", who: PEOPLE.ben });
    expect((await sent(stand, 1)).thread).toBe("1600000000.000700");
    expect(requests[1]?.asker.thread).toBe(requests[0]?.asker.thread);
  });

  test("a direct message is answered where it stands, and follow-ups belong to the whole of it", async () => {
    const { bot, requests } = fakeBot(() => said("Two meetings"));
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.say("who met Ardin?");
    const answer = await sent(stand, 0);
    expect([answer.channel, answer.thread]).toEqual(["D0ADA", undefined]);
    expect(requests[0]).toMatchObject({
      act: { kind: "line", text: "who met Ardin?", follows: true },
      asker: { thread: "slack:D0ADA", channel: "slack:D0ADA" },
    });
    expect(requests[0]?.public).toBeUndefined();
  });

  test("an event that is delivered again is answered once", async () => {
    const { bot, requests } = fakeBot(() => said("Two meetings", { audience: "public" }));
    const { stand } = await startSlack(bot, await openStand(mode));
    for (let n = 0; n < 3; n++) stand.mention("who?", {}, "Ev1", "1600000000.000100");
    // The same message, as a second event.
    stand.mention("who?", {}, "Ev2", "1600000000.000100");
    await sent(stand, 0);
    await settled();
    expect([requests.length, stand.records.messages.length]).toEqual([1, 1]);
  });

  test("what bots say, edits and joins are passed by", async () => {
    const { bot, requests } = fakeBot(() => said("Two meetings"));
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.say("who?", {}, { bot_id: "B9" });
    stand.say("who?", {}, { user: BOT.user });
    stand.say("who?", {}, { subtype: "message_changed", message: { text: "who?" } });
    stand.say("", {}, {});
    stand.say("who?", {}, { channel_type: "channel" });
    await settled();
    expect([requests, stand.records.messages]).toEqual([[], []]);
  });

  test("the front page shows what the bot says of itself, and a search whose answer goes to the messages", async () => {
    const form = {
      name: "brief search",
      title: "Ask Attaché",
      fields: [
        {
          name: "question",
          label: "Question",
          hint: "In plain words",
          required: false,
          type: "line" as const,
        },
      ],
    };
    const { bot, requests } = fakeBot(({ act }) =>
      act.kind === "home"
        ? said("Attaché", {
            text: ["Diplomacy briefings."],
            fields: [{ name: "Events", value: "1,200" }],
            form,
          })
        : act.kind === "form"
          ? said("Two meetings")
          : said("Ask", { form }),
    );
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.openHome();
    const home = await until("the front page", () => stand.records.homes.get(PEOPLE.ada.id)?.[0]);
    const blocks = home.blocks as { type: string }[];
    expect(blocks.map(({ type }) => type)).toEqual(["header", "input", "section", "section", "actions"]);
    stand.enter(home, "who met <Ardin>?");
    expect(wordsOf(await sent(stand, 0))).toBe("Two meetings");
    expect(stand.records.messages[0]?.channel).toBe("D0ADA");
    expect(requests[1]?.act).toEqual({
      kind: "form",
      name: "brief search",
      fields: { question: "who met <Ardin>?" },
    });
    const again = await until("the notice", () => stand.records.homes.get(PEOPLE.ada.id)?.[1]);
    expect(JSON.stringify(again)).toContain("“who met &lt;Ardin&gt;?” is answered under Messages");
    const pressed = stand.pressHome(home, "Ask Attaché");
    const view = await until("a modal", () => pressed.view);
    stand.submit(view, { question: "where?" });
    expect((await sent(stand, 1)).channel).toBe("D0ADA");
  });

  test("the global shortcut opens the form, whose answer goes to the person's messages", async () => {
    const fields = [{ name: "question", label: "Question", required: false, type: "line" as const }];
    const form = { name: "brief search", title: "Ask Attaché", fields };
    const { bot } = fakeBot(({ act }) =>
      act.kind === "form" ? said("Two meetings") : said("Ask", { form, text: ["Ask."] }),
    );
    const { stand } = await startSlack(bot, await openStand(mode));
    const exchange = stand.shortcut("ask");
    stand.submit(await until("a modal", () => exchange.view), {});
    expect((await sent(stand, 0)).channel).toBe("D0ADA");
  });

  test("the message menu hands on the text of the message, with that of its cards", async () => {
    const { bot, requests } = fakeBot(() => said("Two names found"));
    const { stand } = await startSlack(bot, await openStand(mode));
    const attachments = [{ title: "Talks in Brenn", text: "They met." }, { fallback: "A picture" }];
    const exchange = stand.check("check", {
      text: "Mira Ardin was in <https://example.org|Brenn>",
      attachments,
    });
    const answer = await answerTo(exchange);
    expect([wordsOf(answer), answer.only]).toEqual(["Two names found", PEOPLE.ada.id]);
    expect(requests[0]?.act).toEqual({
      kind: "check",
      text: "Mira Ardin was in Brenn\nTalks in Brenn\nThey met.\nA picture",
    });
  });
});

test("a file that a form brings is fetched from Slack, and from nowhere else", async () => {
  const form = {
    name: "briefadmin document",
    title: "Add a document",
    fields: [{ name: "file", label: "File", required: true, type: "file" as const }],
  };
  const { bot, requests } = fakeBot(({ act }) =>
    act.kind === "form" ? said("Taken") : said("Add", { form }),
  );
  const { stand } = await startSlack(bot);
  const stored = { id: "F77", name: "a.txt", alt: "a", bytes: new TextEncoder().encode("hello") };
  stand.records.files.set("F77", { ...stored, channel: undefined, thread: undefined });
  const exchange = stand.slash("/briefadmin", "document");
  const view = await until("a modal", () => exchange.view);
  stand.submit(view, { file: "a.txt" }, {}, "http://127.0.0.1:1/files/F77");
  expect(wordsOf(await answerTo(exchange))).toContain("does not lie with Slack");
  stand.submit(view, { file: "a.txt" }, {}, stand.api.replace("/api/", "/files/F77"));
  expect(wordsOf(await answerTo(exchange, 1))).toBe("Taken");
  expect(requests.at(-1)?.act).toMatchObject({
    kind: "form",
    upload: { name: "a.txt", bytes: new TextEncoder().encode("hello") },
  });
});

test("a picture in a channel stands in the thread; where the bot is no member it goes to the asker", async () => {
  const picture = { name: "timeline.png", png: new Uint8Array([1]), alt: "Two meetings on a line" };
  const { bot } = fakeBot(({ public: open }) =>
    said("Timeline", { picture, audience: open ? "public" : "private" }),
  );
  const { stand } = await startSlack(bot);
  stand.mention("timeline?", {}, undefined, "1600000000.000900");
  const first = await until("a file", () => [...stand.records.files.values()].find(({ channel }) => channel));
  expect([first.channel, first.thread]).toEqual([CHANNEL, "1600000000.000900"]);
  const exchange = stand.slash("/brief", "timeline public", { channel: STRANGE_CHANNEL });
  expect(wordsOf(await answerTo(exchange, 1))).toContain("Invite it here");
  expect([...stand.records.files.values()].map(({ channel }) => channel)).toEqual([
    CHANNEL,
    undefined,
    "D0ADA",
  ]);
});
