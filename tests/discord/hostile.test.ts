import { expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { answerTo, followUp, until, wordsOf } from "../support/discord/index.ts";
import { startDiscord } from "../support/discord/start.ts";

/** The stand-in refuses a live mention, a foreign link, a half character and everything too long: so `wrongs` stays empty. */
const echo = (words: string): Reply => ({
  title: words,
  understood: words,
  text: [words],
  fields: [{ name: words, value: words }],
  items: [
    {
      date: words,
      who: words,
      where: words,
      what: words,
      marks: [words],
      quote: words,
      heading: words,
      cites: [1, 2],
    },
  ],
  sources: [
    { number: 1, title: words, publisher: words, url: "https://example.org/(a)" },
    { number: 2, title: words, url: words },
  ],
  notes: [words],
  buttons: [{ verb: "more", label: words, page: 2 }],
  choices: { verb: "pick", prompt: words, options: [{ value: "a", label: words, hint: words }] },
  picture: { name: words, png: new Uint8Array(4), alt: words },
  receipt: "r1",
  audience: "private",
});

test.each([
  ["a mention of everyone", "@everyone and @here"],
  ["mentions", "<@1> <@!1> <@&1> <#1> </brief:1> <t:1:R> <:a:1> <id:guide>"],
  ["markup", "**b** __u__ ~~s~~ ||x|| `c` ```\nblock\n``` # h\n# h\n-# s\n> q\n>>> q\n- l\n1. l"],
  ["links", "[safe](https://evil.example) https://evil.example <https://evil.example> steam://run/1"],
  ["controls of direction", "\u202egnitirw \u2066isolated\u2069 \u200fmark"],
  ["control characters", "a\u0000b\u0007c\u001b[31md\r\ne\u2028f"],
  ["four-byte characters", "𝔸🏳️‍🌈👩‍👩‍👧‍👦".repeat(300)],
  ["half a character", "a\ud83d b\udc00"],
  ["6,000 characters", "word ".repeat(1_200)],
  ["6,000 characters without a blank", "*".repeat(6_000)],
  ["nothing that shows", "\u200b\u202e\u0000"],
  ["Arabic beside numbers", "وزير الخارجية 12 - 2025"],
])("%s come out as text", async (_, words) => {
  const { bot } = fakeBot(() => echo(words));
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: words }));
  const start = words.replace(/[\s\S]*?([A-Za-z]{4,})[\s\S]*/, "$1");
  if (/[A-Za-z]{4}/.test(words)) expect(wordsOf(answer)).toContain(start);
  stand.say(`<@${stand.bot.id}> ${words}`);
  stand.say(words, { direct: true });
  await until(
    "both replies",
    () => stand.records.requests.filter((line) => line.includes("POST /channels")).length >= 2,
  );
});

test("500 events come in pages within the limits, and Export names the way to all of them", async () => {
  const items = Array.from({ length: 500 }, (_, n) => ({
    date: `${(n % 28) + 1} June 2025`,
    who: "@everyone **Ardin** [x](https://evil.example)",
    what: `Meeting ${n + 1} ${"and so on ".repeat(n % 40)}`,
    cites: [n + 1, ((n * 7) % 500) + 1],
  }));
  const sources = items.map((_, n) => ({
    number: n + 1,
    title: `Report ${n + 1} *`,
    url: `https://example.org/${n}`,
  }));
  const buttons = [{ verb: "export", label: "Export" }];
  const { bot } = fakeBot(() => said("All meetings", { items, sources, buttons, receipt: "r1" }));
  const { stand } = await startDiscord(bot);
  const exchange = stand.slash("brief met", { person: "Ardin" });
  await answerTo(exchange);
  expect(wordsOf(await followUp(exchange, 3))).toMatch(
    /Items \d+ to 500 are left out here\. Export has them all\./,
  );
});
