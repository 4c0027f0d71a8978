import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMemory, openStore } from "../../src/store/index.ts";
import { talk } from "../support/say.ts";
import {
  answerTo,
  type Exchange,
  type Json,
  labelsOf,
  PEOPLE,
  type Seen,
  until,
  wordsOf,
} from "../support/slack/index.ts";
import { MODES, openStand, type Stand, startSlack } from "../support/slack/start.ts";

/** The whole bot over the small world, its memory on the disk, behind the real Bolt app. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bot-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(stand: Stand) {
  const clock = () => new Date("2023-05-03T10:00:00.000Z");
  const store = await openStore(folder, { clock, log: { error: () => {} } });
  const whole = talk({ memory: await openMemory(store) });
  const started = await startSlack(whole.bot, stand, { clock, now: Date.now });
  const stop = async () => {
    await started.stop();
    await store.close();
  };
  return { ...started, ...whole, stop };
}

const sent = (stand: Stand, n: number): Promise<Seen> =>
  until(`message ${n}`, () => stand.records.messages[n]);
const filesOf = (stand: Stand, count: number) =>
  until(`${count} files`, () => {
    const shared = [...stand.records.files.values()].filter(({ channel }) => channel !== undefined);
    return shared.length === count && shared;
  });

describe.each(MODES)("over %s", (mode) => {
  test("every command is answered", async () => {
    const { stand, bot, stop } = await open(await openStand(mode));
    const cases: readonly (readonly [string, string])[] = [
      ["ask Who met Aino Rautala in 2021?", "Inês Carvalho"],
      ["who met Aino Rautala in 2021?", "Inês Carvalho"],
      ['met "Aino Rautala" period:2021', "Inês Carvalho"],
      ["events place:Lisbon period:May 2021", "12 May 2021"],
      ['between "Portugal" "Kenya"', "secret"],
      ["itinerary Aino Rautala", "Lisbon"],
      ["profile Aino Rautala", "Minister for Foreign Affairs"],
      ["timeline What happened in 2021?", "2021"],
      ["event E-lisbon-a", "Aino Rautala"],
      ["source D-b2b2b2", "Nairobi Ledger"],
      ["coverage", "4"],
      ["export What happened in 2021? format:csv", "2021"],
      ["help", "plain words"],
      ["help met", "person"],
    ];
    for (const [line, words] of cases) {
      const answer = await answerTo(stand.slash("/brief", line));
      expect(wordsOf(answer), line).toContain(words);
      expect(answer.only).toBe(PEOPLE.ada.id);
    }
    const others = bot.menu.filter(({ name }) => !cases.some(([line]) => line.split(" ")[0] === name));
    const files = await filesOf(stand, 2);
    for (const { group, example } of others) {
      const exchange = stand.slash(`/${group}`, example);
      await until(`an answer to ${example}`, () => exchange.view ?? exchange.posts[0]);
      expect(exchange.posts.map(wordsOf).join(), example).not.toContain("Something broke");
    }
    expect(files.map(({ channel, alt }) => [channel, alt === ""])).toEqual([
      ["D0ADA", false],
      ["D0ADA", false],
    ]);
    expect(new TextDecoder().decode(files[1]?.bytes)).toContain("2021");
    await stop();
  });

  test("every button and menu of an answer works, also after a restart, for those who may press it", async () => {
    const stand = await openStand(mode);
    const first = await open(stand);
    const hidden = await answerTo(stand.slash("/brief", "What happened in 2021?"));
    await first.stop();
    const second = await open(stand);
    for (const label of labelsOf(hidden).filter((each) => !["Share", "More", "Back"].includes(each)))
      expect(wordsOf(await answerTo(stand.press(hidden, label))), label).not.toContain("No longer known");
    expect(wordsOf(await answerTo(stand.press(hidden, "Sources")))).toContain("Lisbon Courier");
    const formats = await answerTo(stand.press(hidden, "Export"));
    stand.choose(formats, "csv");
    const file = await until("the file", () =>
      [...stand.records.files.values()].find(({ name, channel }) => channel && name.endsWith(".csv")),
    );
    expect(new TextDecoder().decode(file.bytes)).toContain("2021");
    const opened = await answerTo(stand.choose(hidden, valuesOf(hidden)[0] ?? ""));
    expect(wordsOf(opened)).toContain("2021");
    const other = await answerTo(stand.press(hidden, "Timeline", { who: PEOPLE.ben }));
    expect(wordsOf(other)).toMatch(/belongs to the person/);
    expect(wordsOf(await answerTo(stand.forge(hidden, "1:timeline:neverheardof")))).toContain(
      "No longer known",
    );
    await second.stop();
  });

  test("a shared answer stands in the channel, and everyone may press its buttons for themselves", async () => {
    const { stand, stop } = await open(await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "What happened in 2021?"));
    const shared = await answerTo(stand.press(answer, "Share"));
    expect([shared.only, labelsOf(shared)]).toEqual([undefined, expect.not.arrayContaining(["Share"])]);
    expect(wordsOf(shared)).toContain("12 May 2021");
    const sources = await answerTo(stand.press(shared, "Sources", { who: PEOPLE.ben }));
    expect([sources.only, wordsOf(sources)]).toEqual([
      PEOPLE.ben.id,
      expect.stringContaining("Lisbon Courier"),
    ]);
    await stop();
  });

  test("a name that fits two people is settled by a menu, in place", async () => {
    const { stand, stop } = await open(await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "met Rautala"));
    stand.choose(answer, "aino-rautala");
    await until("the choice", () => answer.edits === 1);
    expect(wordsOf(answer)).toContain("Inês Carvalho");
    await stop();
  });

  test("a mention is answered in its thread, and follow-ups change only what they name", async () => {
    const { stand, stop } = await open(await openStand(mode));
    stand.mention("Who met Aino Rautala in 2021?", {}, undefined, "1600000000.000500");
    expect(wordsOf(await sent(stand, 0))).toContain("Inês Carvalho");
    stand.mention("and in 2022?", { thread: "1600000000.000500", who: PEOPLE.ben });
    const second = await sent(stand, 1);
    expect([second.thread, wordsOf(second)]).toEqual([
      "1600000000.000500",
      expect.stringMatching(/Aino Rautala.*2022/s),
    ]);
    stand.say("What happened in 1998?");
    expect(wordsOf(await sent(stand, 2))).toContain("Chile");
    stand.say("and in 2019?");
    expect(wordsOf(await sent(stand, 3))).toContain("Lake Accord");
    await stop();
  });

  test("the form asks by fields or in plain words, with completions of people, places and topics", async () => {
    const { stand, stop } = await open(await openStand(mode));
    const exchange = stand.slash("/brief");
    const view = await until("a modal", () => exchange.view);
    for (const [field, typed, found] of [
      ["person", "aino rau", "Aino Rautala"],
      ["place", "Lis", "Lisbon"],
      ["topic", "tr", "tr"],
    ] as const)
      expect(JSON.stringify(await completed(stand.complete(view, field, typed))), field).toContain(found);
    const options = await completed(stand.complete(view, "person", "Aino Rautala"));
    stand.submit(view, { person: String(options[0]?.value), period: "2021" });
    expect(wordsOf(await answerTo(exchange))).toContain("Inês Carvalho");
    await stop();
  });

  test("the front page tells what is covered, and its search box answers", async () => {
    const { stand, stop } = await open(await openStand(mode));
    stand.openHome();
    const home = await until("the front page", () => stand.records.homes.get(PEOPLE.ada.id)?.[0]);
    expect(JSON.stringify(home)).toMatch(/documents|Documents/);
    stand.enter(home, "Who met Aino Rautala in 2021?");
    const answer = await sent(stand, 0);
    expect([answer.channel, wordsOf(answer)]).toEqual(["D0ADA", expect.stringContaining("Inês Carvalho")]);
    await stop();
  });

  test("the message menu finds what a message names, and the global shortcut opens the form", async () => {
    const { stand, stop } = await open(await openStand(mode));
    const text = "Did Aino Rautala really go to Lisbon on 12 May 2021?";
    const answer = await answerTo(stand.check("check", { text }));
    expect(wordsOf(answer)).toMatch(/Aino Rautala.*Lisbon.*12 May 2021/s);
    const asked = stand.shortcut("ask");
    stand.submit(await until("a modal", () => asked.view), { question: "What happened in 1998?" });
    await until("the answer", () => stand.records.messages.some((message) => /Chile/.test(wordsOf(message))));
    await stop();
  });

  test("days are told in the asker's language", async () => {
    const { stand, stop } = await open(await openStand(mode));
    const answer = await answerTo(
      stand.slash("/brief", "events place:Lisbon period:May 2021", { who: PEOPLE.ben }),
    );
    expect(wordsOf(answer)).toContain("12. Mai 2021");
    await stop();
  });

  test("hostile questions come back as text, long ones with a kind word", async () => {
    const { stand, stop } = await open(await openStand(mode));
    const hostile = [
      "<!channel> <@U0BEN> *who* <https://evil.example|met> \u202eAino `x`",
      "&lt;!here&gt; &amp;lt;b&amp;gt;",
      "𝔸🏳️‍🌈".repeat(500),
      "x".repeat(6_000),
      "who met @here on 31 June 2021?",
    ];
    for (const question of hostile) {
      const answer = await answerTo(stand.slash("/brief", question));
      expect(wordsOf(answer).length).toBeGreaterThan(20);
    }
    await stop();
  });
});

const completed = (exchange: Exchange): Promise<Json[]> =>
  until("completions", () => exchange.ack?.options as Json[] | undefined);

/** What the menu of a message offers. */
const valuesOf = ({ blocks }: Seen): readonly string[] =>
  blocks
    .flatMap((block) => (block.type === "actions" ? (block.elements as Json[]) : []))
    .flatMap(({ options }) => ((options as Json[] | undefined) ?? []).map(({ value }) => String(value)));
