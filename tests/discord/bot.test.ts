import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMemory, openStore } from "../../src/store/index.ts";
import {
  answerTo,
  followUp,
  isHidden,
  labelsOf,
  PEOPLE,
  type Seen,
  type StandIn,
  until,
  wordsOf,
} from "../support/discord/index.ts";
import { openStand, startDiscord } from "../support/discord/start.ts";
import { talk } from "../support/say.ts";

/** The whole bot over the small world, its memory on the disk, behind the real client. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bot-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(stand?: StandIn) {
  const clock = () => new Date("2023-05-03T10:00:00.000Z");
  const store = await openStore(folder, { clock, log: { error: () => {} } });
  const whole = talk({ memory: await openMemory(store) });
  const started = await startDiscord(whole.bot, stand, { clock });
  const stop = async () => {
    await started.stop();
    await store.close();
  };
  return { ...started, ...whole, stop };
}

const sent = (stand: StandIn, n: number): Promise<Seen> =>
  until(`message ${n}`, () => stand.records.messages[n]);

describe("every command is answered in a card:", () => {
  test.each([
    ["ask", { question: "Who met Aino Rautala in 2021?" }, "Inês Carvalho"],
    ["met", { person: "Aino Rautala", period: "2021" }, "Inês Carvalho"],
    ["events", { place: "Lisbon", period: "May 2021" }, "12 May 2021"],
    ["between", { a: "Portugal", b: "Kenya" }, "secret"],
    ["itinerary", { person: "Aino Rautala" }, "Lisbon"],
    ["profile", { name: "Aino Rautala" }, "Minister for Foreign Affairs"],
    ["timeline", { question: "What happened in 2021?" }, "2021"],
    ["event", { id: "E-lisbon-a" }, "Aino Rautala"],
    ["source", { document: "D-b2b2b2" }, "Nairobi Ledger"],
    ["coverage", {}, "4"],
    ["export", { question: "What happened in 2021?", format: "csv" }, "2021"],
    ["help", {}, "plain words"],
  ] as const)("%s", async (name, options, words) => {
    const { stand, bot, stop } = await open();
    expect(bot.menu.map((entry) => entry.name)).toContain(name);
    const exchange = stand.slash(`brief ${name}`, options);
    const answer = await answerTo(exchange);
    expect(wordsOf(answer)).toContain(words);
    expect(isHidden(answer)).toBe(true);
    if (name === "timeline") expect(answer.files[0]?.description).not.toBe("");
    if (name === "export") expect(new TextDecoder().decode(answer.files[0]?.bytes)).toContain("2021");
    await stop();
  });
});

test("every completing option completes", async () => {
  const { stand, bot, stop } = await open();
  for (const entry of bot.menu) {
    for (const option of entry.options.filter(({ suggest }) => suggest !== undefined)) {
      const exchange = stand.complete(`${entry.group} ${entry.name}`, option.name, "");
      await until(`choices of ${entry.name} ${option.name}`, () => exchange.choices);
    }
  }
  const named = async (typed: string) => {
    const exchange = stand.complete("brief met", "person", typed);
    return (await until("choices", () => exchange.choices)).map(({ name }) => name)[0];
  };
  for (const typed of ["Айно Раутала", "aino rau", "Aino Rautala", "Aino Rautalla"])
    expect(await named(typed), typed).toContain("Aino Rautala");
  await stop();
});

test("a name that fits two people is settled by a menu, in place", async () => {
  const { stand, stop } = await open();
  const answer = await answerTo(stand.slash("brief met", { person: "Rautala" }));
  const pick = stand.choose(answer, "aino-rautala");
  expect(wordsOf(await answerTo(pick))).toContain("Inês Carvalho");
  expect(pick.original).toBe(answer);
  await stop();
});

test("buttons work after a restart, and only for those who may press them", async () => {
  const stand = await openStand();
  const first = await open(stand);
  const question = "What happened in 2021?";
  const hidden = await answerTo(stand.slash("brief ask", { question }));
  const direct = await answerTo(stand.slash("brief ask", { question }, { direct: true }));
  await first.stop();
  const second = await open(stand);

  expect(wordsOf(await followUp(stand.press(hidden, "Sources")))).toContain("Lisbon Courier");
  const timeline = await followUp(stand.press(hidden, "Timeline"));
  expect(timeline.files[0]?.name).toMatch(/\.png$/);
  await followUp(stand.press(direct, "Timeline"));
  const other = await followUp(stand.press(hidden, "Timeline", { who: PEOPLE.ben }));
  expect([wordsOf(other), other.files]).toEqual([expect.stringMatching(/ask|own/i), []]);
  const unknown = await followUp(stand.forge(hidden, "1:timeline:neverheardof"));
  expect(wordsOf(unknown)).toMatch(/no longer|again/);
  await second.stop();
});

test("a shared answer stands in the channel, and everyone may press its buttons for themselves", async () => {
  const { stand, stop } = await open();
  const answer = await answerTo(stand.slash("brief ask", { question: "What happened in 2021?" }));
  const shared = await followUp(stand.press(answer, "Share"));
  expect([isHidden(shared), labelsOf(shared)]).toEqual([false, expect.not.arrayContaining(["Share"])]);
  expect(wordsOf(shared)).toContain("12 May 2021");
  const timeline = await answerTo(stand.press(shared, "Timeline", { who: PEOPLE.ben }));
  expect([isHidden(timeline), timeline.files.length]).toEqual([true, 1]);
  await stop();
});

test("a mention is answered in the channel, and follow-ups change only what they name", async () => {
  const { stand, stop } = await open();
  const mention = `<@${stand.bot.id}>`;
  stand.say(`${mention} Who met Aino Rautala in 2021?`);
  const first = await sent(stand, 0);
  expect(wordsOf(first)).toContain("Inês Carvalho");
  stand.say(`${mention} and in 2022?`);
  expect(wordsOf(await sent(stand, 1))).toMatch(/Aino Rautala.*2022/s);
  stand.say("and in 2020?", { replyTo: first, who: PEOPLE.ben });
  expect(wordsOf(await sent(stand, 2))).toMatch(/Aino Rautala.*2020/s);
  stand.say("What happened in 1998?", { direct: true });
  expect(wordsOf(await sent(stand, 3))).toContain("Chile");
  stand.say("and in 2019?", { direct: true });
  expect(wordsOf(await sent(stand, 4))).toContain("Lake Accord");
  await stop();
});

test("the message menu finds what a message names, and the events that match", async () => {
  const { stand, stop } = await open();
  const answer = await answerTo(stand.check("Did Aino Rautala really go to Lisbon on 12 May 2021?"));
  expect(wordsOf(answer)).toMatch(/Aino Rautala.*Lisbon.*12 May 2021/s);
  expect(isHidden(answer)).toBe(true);
  await stop();
});

test("days are told in the asker's language", async () => {
  const { stand, stop } = await open();
  const answer = await answerTo(
    stand.slash("brief events", { place: "Lisbon", period: "May 2021" }, { who: PEOPLE.ben }),
  );
  expect(wordsOf(answer)).toContain("12. Mai 2021");
  await stop();
});

test("hostile questions come back as text, long ones with a kind word", async () => {
  const { stand, stop } = await open();
  const hostile = [
    "@everyone <@1> **who** [met](https://evil.example) \u202eAino",
    "𝔸🏳️‍🌈".repeat(500),
    "x".repeat(6_000),
    "who met @here on 31 June 2021?",
    "",
  ];
  for (const question of hostile) {
    const answer = await answerTo(stand.slash("brief ask", { question }));
    expect(wordsOf(answer).length).toBeGreaterThan(20);
  }
  await stop();
});
