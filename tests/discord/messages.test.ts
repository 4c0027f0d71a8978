import { expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import {
  answerTo,
  CHANNEL,
  CLOSED_CHANNEL,
  PEOPLE,
  type StandIn,
  until,
  wordsOf,
} from "../support/discord/index.ts";
import { startDiscord } from "../support/discord/start.ts";

const reply = said("Two meetings", { receipt: "r7", buttons: [{ verb: "more", label: "More", page: 2 }] });
const sent = (stand: StandIn, n = 0) => until("a message", () => stand.records.messages[n]);

test("a mention in a channel is answered as a reply that everyone sees", async () => {
  const { bot, requests } = fakeBot(() => reply);
  const { stand } = await startDiscord(bot);
  const asked = stand.say(`<@${stand.bot.id}> who met Ardin?`);
  const answer = await sent(stand);
  expect([answer.channel, answer.replyTo, answer.nonce]).toEqual([CHANNEL, asked, `${asked}.0`]);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    public: true,
    asker: { locale: "en-GB", thread: `discord:${CHANNEL}:${PEOPLE.ada.id}` },
    act: { kind: "line", text: "who met Ardin?", follows: true },
  });
});

test("a direct message is answered directly", async () => {
  const { bot, requests } = fakeBot(() => reply);
  const { stand } = await startDiscord(bot);
  stand.say("who met Ardin?", { direct: true, who: PEOPLE.ben });
  expect(wordsOf(await sent(stand))).toBe("Two meetings");
  expect(requests[0]?.public).toBeUndefined();
  expect(requests[0]?.act).toEqual({ kind: "line", text: "who met Ardin?", follows: true });
});

test("a reply to one of the bot's messages names the answer it follows", async () => {
  const { bot, requests } = fakeBot(() => reply);
  const { stand } = await startDiscord(bot);
  stand.say(`<@${stand.bot.id}> who met Ardin?`);
  const answer = await sent(stand);
  stand.say("and in 2024?", { replyTo: answer, who: PEOPLE.ben });
  await sent(stand, 1);
  expect(requests[1]?.act).toEqual({ kind: "line", text: "and in 2024?", follows: true, receipt: "r7" });
});

test("what others say among themselves is passed by, and so is a channel that the bot can't write in", async () => {
  const { bot, requests } = fakeBot(() => reply);
  const { stand, lines } = await startDiscord(bot);
  stand.say("good morning");
  stand.say(`<@${stand.bot.id}> who met Ardin?`, { channel: CLOSED_CHANNEL });
  stand.say(`<@${stand.bot.id}> who met Brandt?`);
  await sent(stand);
  expect(requests.map(({ act }) => act.kind === "line" && act.text)).toEqual(["who met Brandt?"]);
  expect(lines.find(({ message }) => message === "a mention can't be answered")?.fields).toMatchObject({
    reason: "The bot lacks these permissions in that channel: Send Messages.",
  });
});

test("an answer of 500 items comes in few messages, no claim without its source, and says what is left", async () => {
  const items = Array.from({ length: 500 }, (_, n) => ({
    date: `${(n % 28) + 1} June 2025`,
    who: "Mira Ardin, Jon Brandt",
    where: "Brenn",
    what: `Meeting number ${n + 1} about the border and the crossings along it`,
    cites: [n + 1, (n % 7) + 1],
  }));
  const sources = items.map((_, n) => ({
    number: n + 1,
    title: `Report ${n + 1}`,
    publisher: "The Brenn Courier",
  }));
  const { bot } = fakeBot(() => said("All meetings", { items, sources }));
  const { stand } = await startDiscord(bot);
  const exchange = stand.slash("brief met", { person: "Ardin" });
  await answerTo(exchange);
  await until("the last part", () => exchange.followed.length === 4);
  const words = [exchange.original!, ...exchange.followed].map(wordsOf).join("\n");
  const numbers = [...words.matchAll(/Meeting number (\d+)/g)].map((match) => Number(match[1]));
  expect(numbers).toEqual(numbers.map((_, n) => n + 1));
  expect(words).toContain(`Items ${numbers.length + 1} to 500 are left out here`);
});
