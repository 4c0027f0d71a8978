import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Event } from "../../src/model/event.ts";
import { events as known } from "../fixtures/events.ts";
import { at, event, when, who } from "../fixtures/world.ts";
import { openWhole } from "../support/digests/whole.ts";
import {
  answerTo,
  CHANNEL,
  labelsOf,
  PEOPLE,
  type Seen,
  STRANGE_CHANNEL,
  wordsOf,
} from "../support/slack/index.ts";
import { MODES, openStand, type Stand, startSlack } from "../support/slack/start.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "digests-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (stand: Stand, start: string, events: readonly Event[] = known) =>
  openWhole({
    folder,
    start,
    events,
    connect: (bot, clock) => startSlack(bot, stand, { clock, now: Date.now }),
  });
const CREATE = 'create question:"What happened in Lisbon?" every:day time:9:00 empty:note';
const create = async (stand: Stand, more = "") =>
  wordsOf(await answerTo(stand.slash("/digest", `${CREATE}${more}`, { who: PEOPLE.ben })));
const standing = ({ records }: Stand, channel: string = CHANNEL): readonly Seen[] =>
  records.messages.filter((message) => message.channel === channel && message.only === undefined);

const news = event({
  id: "E-fresh001",
  when: when("2023-05-05"),
  participants: [who("ines-carvalho", "host"), who("aino-rautala", "attendee")],
  places: [at("lisbon")],
  summary: "Inês Carvalho met Aino Rautala in Lisbon on 5 May 2023.",
});

describe.each(MODES)("a digest on Slack, over %s,", (mode) => {
  test("that fell into five minutes without the bot arrives after them, marked late, once", async () => {
    const stand = await openStand(mode);
    const first = await open(stand, "2023-05-03T05:00:00Z");
    // Slack knows the author's zone: 9:00 in Berlin.
    expect(await create(stand)).toMatch(/every day at 09:00 \(Europe\/Berlin\)/);
    await first.goTo("2023-05-03T06:55:00Z");
    await first.stop();
    const second = await open(stand, "2023-05-03T07:05:00Z");
    expect(standing(stand).map(wordsOf)).toEqual([
      expect.stringContaining("New digest: What happened in Lisbon?"),
      expect.stringContaining("Late: it was due at that time, and was posted at 09:05."),
    ]);
    await second.beat();
    await second.stop();
    const third = await open(stand, "2023-05-03T07:06:00Z");
    expect(standing(stand)).toHaveLength(2);
    await third.stop();
  });

  test("after three days without the bot is one, with what was new in all of them", async () => {
    const stand = await openStand(mode);
    const first = await open(stand, "2023-05-03T05:00:00Z");
    await create(stand);
    await first.goTo("2023-05-03T07:00:00Z");
    await first.stop();
    const second = await open(stand, "2023-05-06T20:00:00Z", [...known, news]);
    expect(standing(stand)).toHaveLength(3);
    expect(wordsOf(standing(stand)[2]!)).toMatch(
      /Late.*takes in 2 earlier ones.*New and changed.*Inês Carvalho met Aino/s,
    );
    expect(second.digests.history("1").map(({ state }) => state)).toEqual([
      ...["sent", "sent", "merged-into", "merged-into", "sent-late"],
    ]);
    await second.goTo("2023-05-07T07:00:00Z");
    expect(wordsOf(standing(stand)[3]!)).toContain("Nothing recorded that is new or changed.");
    await second.stop();
  });
});

describe("a digest on Slack", () => {
  test("whose answer was lost is not posted again by itself: its author says what became of it", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T05:00:00Z");
    await create(stand);
    stand.faults.next("lost", /chat\.postMessage/);
    await bot.goTo("2023-05-03T07:00:00Z");
    await bot.goTo("2023-05-03T07:10:00Z");
    expect(standing(stand)).toHaveLength(2);
    expect(bot.digests.history("1").at(-1)?.state).toBe("ambiguous");
    const [asked] = standing(stand, "D0BEN");
    expect([wordsOf(asked!), labelsOf(asked!)]).toEqual([
      expect.stringContaining("It is not known whether the post due"),
      ["Post it again", "It arrived"],
    ]);
    await answerTo(stand.press(asked!, "It arrived", { who: PEOPLE.ben }));
    expect(bot.digests.history("1").at(-1)?.state).toBe("sent");
    expect(standing(stand)).toHaveLength(2);
    expect(bot.outcomes).toEqual(["sent", "ambiguous"]);
    await bot.stop();
  });

  test("is posted again when its author says so, once however often they press", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T05:00:00Z");
    await create(stand);
    stand.faults.next("500", /chat\.postMessage/);
    await bot.goTo("2023-05-03T07:00:00Z");
    expect(standing(stand)).toHaveLength(1);
    const asked = standing(stand, "D0BEN")[0]!;
    await answerTo(stand.press(asked, "Post it again", { who: PEOPLE.ben }));
    await answerTo(stand.press(asked, "Post it again", { who: PEOPLE.ben }));
    expect(standing(stand)).toHaveLength(2);
    expect(bot.digests.history("1").at(-1)?.state).toBe("sent-late");
    await bot.stop();
  });

  test("whose channel is gone is paused, and its author told", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T05:00:00Z");
    await create(stand);
    await bot.digests.edit("1", { address: "slack:C0GONE" });
    await bot.goTo("2023-05-03T07:00:00Z");
    expect(bot.digests.get("1")?.paused).toMatchObject({
      by: "loss",
      why: "there is no such channel, or the bot does not see it: invite it there with /invite (channel_not_found)",
    });
    expect(wordsOf(standing(stand, "D0BEN")[0]!)).toContain("digest resume digest:1");
    await bot.stop();
  });

  test("is previewed by the very blocks that it posts", async () => {
    const stand = await openStand();
    const first = await open(stand, "2023-05-11T05:00:00Z");
    await create(stand, " sections:all");
    await first.goTo("2023-05-11T07:00:00Z");
    await first.stop();
    const second = await open(stand, "2023-05-12T06:59:00Z", [...known, news]);
    const before = standing(stand).length;
    const preview = await answerTo(stand.slash("/digest", "preview 1", { who: PEOPLE.ben }));
    expect(wordsOf(preview)).toMatch(/New and changed.*On this day.*2 years ago/s);
    expect(preview.only).toBe(PEOPLE.ben.id);
    await second.goTo("2023-05-12T07:00:00Z");
    const said = ({ text, blocks }: Seen) => [text, blocks.filter(({ type }) => type !== "actions")];
    expect(JSON.stringify(said(standing(stand)[before]!))).toBe(JSON.stringify(said(preview)));
    await second.stop();
  });

  test("is not made where the bot is no member, and its author is told how to let it in", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T05:00:00Z");
    expect(await create(stand, ` channel:<#${STRANGE_CHANNEL}|strange>`)).toMatch(
      /Not made yet.*invite it there with \/invite.*give the command again/s,
    );
    expect(bot.digests.list()).toEqual([]);
    await bot.goTo("2023-05-03T07:00:00Z");
    expect([standing(stand), standing(stand, STRANGE_CHANNEL), standing(stand, "D0BEN")]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await create(stand)).toContain("is made");
    await bot.stop();
  });

  test("is made by admins alone", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T05:00:00Z");
    const refused = await answerTo(stand.slash("/digest", CREATE, { who: PEOPLE.ada }));
    expect(wordsOf(refused)).toContain("an admin on Slack");
    expect(bot.digests.list()).toEqual([]);
    await bot.stop();
  });
});
