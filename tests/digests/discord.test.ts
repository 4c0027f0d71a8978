import { cpSync, mkdtempSync, rmSync } from "node:fs";
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
  CLOSED_CHANNEL,
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

/** The whole bot with its digests, its store on the disk, behind the real client. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "digests-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type More = { readonly events?: readonly Event[]; readonly folder?: string };

const open = (stand: StandIn, start: string, more: More = {}) =>
  openWhole({ folder, start, ...more, connect: (bot, clock) => startDiscord(bot, stand, { clock }) });

const QUESTION = { question: "What happened in Lisbon?", every: "day", time: "09:00", zone: "UTC" };
const create = async (stand: StandIn, more: Readonly<Record<string, string>> = {}) =>
  wordsOf(await answerTo(stand.slash("digest create", { ...QUESTION, empty: "note", ...more }, AS_MOD)));
const AS_MOD = { who: PEOPLE.mod };

/** What stands in a channel for everyone, oldest first. */
const standing = ({ records }: StandIn, channel = CHANNEL): readonly Seen[] =>
  records.messages.filter(
    (message) => message.channel === channel && !isHidden(message) && !message.thinking,
  );
const direct = ({ records }: StandIn): readonly Seen[] =>
  records.messages.filter(({ channel }) => channel === `95${PEOPLE.mod.id.slice(2)}`);

const news = event({
  id: "E-fresh001",
  when: when("2023-05-05"),
  participants: [who("ines-carvalho", "host"), who("aino-rautala", "attendee")],
  places: [at("lisbon")],
  summary: "Inês Carvalho met Aino Rautala in Lisbon on 5 May 2023.",
});

describe("a digest on Discord", () => {
  test("introduces itself with the latest of the dataset, and comes at its time", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T08:00:00Z");
    const made = await create(stand);
    expect(made).toContain("Digest 1 is made");
    expect(made).toContain("The first one: Wednesday, May 3, 2023 at 09:00 (UTC)");
    const [introduction] = standing(stand);
    expect(wordsOf(introduction!)).toMatch(
      /New digest: What happened in Lisbon\?.*every day at 09:00.*The latest/s,
    );
    await bot.goTo("2023-05-03T09:00:10Z");
    expect(standing(stand)).toHaveLength(2);
    expect(wordsOf(standing(stand)[1]!)).toMatch(
      /Wednesday, May 3, 2023 at 09:00 \(UTC\).*Next: Thursday, May 4/s,
    );
    expect(wordsOf(standing(stand)[1]!)).not.toContain("Late");
    await bot.goTo("2023-05-03T09:01:10Z");
    expect(standing(stand)).toHaveLength(2);
    await bot.stop();
  });

  test("that fell into five minutes without the bot arrives after them, marked late, once", async () => {
    const stand = await openStand();
    const first = await open(stand, "2023-05-03T08:00:00Z");
    await create(stand);
    await first.goTo("2023-05-03T08:55:00Z");
    await first.stop();
    const second = await open(stand, "2023-05-03T09:05:00Z");
    expect(wordsOf(standing(stand)[1]!)).toContain("Late: it was due at that time, and was posted at 09:05.");
    await second.beat();
    await second.stop();
    const third = await open(stand, "2023-05-03T09:06:00Z");
    expect(standing(stand)).toHaveLength(2);
    await third.stop();
  });

  test("after three days without the bot is one, with what was new in all of them", async () => {
    const stand = await openStand();
    const first = await open(stand, "2023-05-03T08:00:00Z");
    await create(stand);
    await first.goTo("2023-05-03T09:00:00Z");
    await first.stop();
    const second = await open(stand, "2023-05-06T20:00:00Z", { events: [...known, news] });
    const posts = standing(stand);
    expect(posts).toHaveLength(3);
    expect(wordsOf(posts[2]!)).toMatch(
      /Late.*takes in 2 earlier ones.*New and changed.*Inês Carvalho met Aino/s,
    );
    const states = second.digests.history("1").map(({ state }) => state);
    expect(states).toEqual(["sent", "sent", "merged-into", "merged-into", "sent-late"]);
    await second.goTo("2023-05-07T09:00:00Z");
    expect(wordsOf(standing(stand)[3]!)).toContain("Nothing recorded that is new or changed.");
    await second.stop();
  });

  test("is previewed by the very bytes that it posts", async () => {
    const stand = await openStand();
    const first = await open(stand, "2023-05-11T10:00:00Z");
    await create(stand, { sections: "all" });
    await first.stop();
    const second = await open(stand, "2023-05-12T08:59:00Z", { events: [...known, news] });
    const before = standing(stand).length;
    const preview = await answerTo(stand.slash("digest preview", { digest: "1" }, AS_MOD));
    expect(isHidden(preview)).toBe(true);
    expect(wordsOf(preview)).toMatch(/New and changed.*On this day.*2 years ago/s);
    await second.goTo("2023-05-12T09:00:00Z");
    const post = standing(stand)[before]!;
    expect(JSON.stringify(post.embeds)).toBe(JSON.stringify(preview.embeds));
    await second.stop();
  });

  test("is posted once when Discord's answer is lost", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T08:00:00Z");
    await create(stand);
    stand.faults.next("lost", /POST \/channels/);
    await bot.goTo("2023-05-03T09:00:00Z");
    expect(standing(stand)).toHaveLength(2);
    expect(bot.digests.history("1").at(-1)?.state).toBe("sent");
    await bot.stop();
  });

  test("that was being posted when the bot was killed is finished with the same nonce, or asked about", async () => {
    const stand = await openStand();
    const first = await open(stand, "2023-05-03T08:00:00Z");
    await create(stand);
    const [soon, later] = [`${folder}-soon`, `${folder}-later`];
    stand.faults.next("hang", /POST \/channels/);
    void first.goTo("2023-05-03T09:00:00Z");
    await until("the post", () => standing(stand)[1]);
    // What is on the disk at this moment is all that outlives the process.
    for (const copy of [soon, later]) cpSync(folder, copy, { recursive: true });

    const second = await open(stand, "2023-05-03T09:01:30Z", { folder: soon });
    expect(second.digests.history("1").at(-1)?.state).toBe("sent");
    expect(standing(stand)).toHaveLength(2);
    await second.stop();

    const third = await open(stand, "2023-05-03T09:03:00Z", { folder: later });
    expect(third.digests.history("1").at(-1)?.state).toBe("ambiguous");
    expect(standing(stand)).toHaveLength(2);
    const [asked] = direct(stand);
    expect([wordsOf(asked!), labelsOf(asked!)]).toEqual([
      expect.stringContaining("It is not known whether the post due 2023-05-03T09:00:00.000Z arrived"),
      ["Post it again", "It arrived"],
    ]);
    const settled = await followUp(stand.press(asked!, "It arrived", { who: PEOPLE.mod }));
    expect(wordsOf(settled)).toContain("posted: its author said that it arrived");
    await third.goTo("2023-05-03T09:10:00Z");
    expect(standing(stand)).toHaveLength(2);
    await third.stop();
    for (const copy of [soon, later]) rmSync(copy, { recursive: true, force: true });
    await first.stop();
  });

  test("that may post no more is paused, keeps its settings, and tells its author", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T08:00:00Z");
    await create(stand);
    await bot.digests.edit("1", { address: `discord:${CLOSED_CHANNEL}` });
    await bot.goTo("2023-05-03T09:00:00Z");
    expect(bot.digests.get("1")?.paused).toMatchObject({ by: "loss", why: "Missing Permissions (50013)" });
    expect(wordsOf(direct(stand)[0]!)).toMatch(
      /could not be posted \(Missing Permissions.*paused.*digest resume/s,
    );
    await bot.goTo("2023-05-04T09:00:00Z");
    expect(bot.digests.history("1").map(({ state }) => state)).toEqual(["sent", "failed", "missed"]);
    const refused = await answerTo(stand.slash("digest resume", { digest: "1" }, AS_MOD));
    expect(wordsOf(refused)).toContain("The bot lacks these permissions in that channel: Send Messages.");
    await bot.digests.edit("1", { address: `discord:${CHANNEL}` });
    await answerTo(stand.slash("digest resume", { digest: "1" }, AS_MOD));
    await bot.goTo("2023-05-05T09:00:00Z");
    expect(bot.digests.history("1").at(-1)?.state).toBe("sent");
    await bot.stop();
  });

  test("is made where the bot may post, by those who manage the server", async () => {
    const stand = await openStand();
    const bot = await open(stand, "2023-05-03T08:00:00Z");
    expect(await create(stand, { channel: CLOSED_CHANNEL })).toContain("lacks these permissions");
    const other = await answerTo(stand.slash("digest create", QUESTION, { who: PEOPLE.ada }));
    expect(wordsOf(other)).toContain("Manage Server");
    expect(bot.digests.list()).toEqual([]);
    await bot.stop();
  });

  test("has its further lines behind a button, for whoever presses it", async () => {
    const stand = await openStand();
    const first = await open(stand, "2023-05-03T08:00:00Z");
    await create(stand);
    await first.stop();
    const many = Array.from({ length: 30 }, (_, n) => ({
      ...news,
      id: `E-many${String(n).padStart(4, "0")}`,
    }));
    const second = await open(stand, "2023-05-03T09:00:00Z", { events: [...known, ...many] });
    const post = standing(stand)[1]!;
    expect(wordsOf(post)).toMatch(/\d+ more lines are left out here: More shows them/);
    const body = String(post.embeds[0]?.description)
      .split("\n")
      .filter((line) => line !== "");
    expect(body.length).toBeLessThanOrEqual(15);
    const more = await answerTo(stand.press(post, "More", { who: PEOPLE.ben }));
    expect([isHidden(more), wordsOf(more)]).toEqual([
      true,
      expect.stringMatching(/E-many|Inês Carvalho met/),
    ]);
    const opened = await answerTo(stand.choose(post, "E-many0000", { who: PEOPLE.ben }));
    expect(wordsOf(opened)).toContain("Event E-many0000");
    await second.stop();
  });
});
