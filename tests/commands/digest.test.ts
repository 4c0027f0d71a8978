import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import type { Asker } from "../../src/chat/request.ts";
import type { Event } from "../../src/model/event.ts";
import { events } from "../fixtures/events.ts";
import { openStandIn } from "../support/digests/outlet.ts";
import { OWNER, openWhole } from "../support/digests/whole.ts";
import { talk } from "../support/say.ts";

let folder: string;
let bot: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "digests-"));
  bot = await open();
});
afterEach(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(known: readonly Event[] = events, start = "2026-03-20T10:00:00.000Z") {
  const stand = openStandIn("discord", () => 0);
  const connect = async () => ({ platform: stand.outlet(async () => {}), stop: async () => {} });
  return { ...(await openWhole({ folder, start, events: known, connect })), stand };
}

const MANAGER: Partial<Asker> = { administers: true, name: "Ada" };
const say = (line: string, as = MANAGER) => bot.say(line, as);
const CREATE = 'digest create question:"What happened in Lisbon?" every:day time:09:00 zone:Europe/Kyiv';

describe("a digest", () => {
  test("is made from a question, a time and a zone in the person's own spelling", async () => {
    expect(await say(CREATE)).toBe(
      `Digest 1 is made

Understood: Events, in Lisbon.
It comes every day at 09:00 (Europe/Kyiv) to this channel, and tells what is new or changed and what happened on this day in earlier years.
The first one: Saturday, 21 March 2026 at 09:00 (Europe/Kyiv).
Its introduction stands in the channel.`,
    );
    expect(bot.stand.seen.map(({ to, key }) => [to, key])).toEqual([["discord:100", "1#introduction"]]);
  });

  test.each([
    ["every:week on:Fridays time:17.30", { every: "week", on: 5, time: "17:30", zone: "UTC" }],
    ["on:Monday time:9am", { every: "week", on: 1, time: "09:00", zone: "UTC" }],
    ["on:last time:12:15am", { every: "month", on: 31, time: "00:15", zone: "UTC" }],
    ["every:month on:2nd time:0730 zone:UTC", { every: "month", on: 2, time: "07:30", zone: "UTC" }],
    [
      "every:weekday time:23:59 zone:America/Argentina/Buenos_Aires",
      { every: "weekday", time: "23:59", zone: "America/Argentina/Buenos_Aires" },
    ],
    ["", { every: "day", time: "09:00", zone: "UTC" }],
  ])("takes %j as a schedule", async (words, schedule) => {
    await say(`digest create question:"What happened in Lisbon?" ${words}`);
    expect(bot.digests.get("1")?.schedule).toEqual(schedule);
  });

  test.each([
    ["time:25:00", "“25:00” is no time of day"],
    ["time:9", "is no time of day"],
    ["time:13pm", "is no time of day"],
    ["zone:Kyiv", "Did you mean Europe/Kyiv?"],
    ["zone:EST5", "no time zone"],
    ["every:week on:31", "“31” is no weekday"],
    ["every:month on:Friday", "no day of a month"],
    ["every:day on:Friday", "goes with every:week and every:month"],
    ["every:hour", "every. It is one of: day, weekday, week, month"],
    ["channel:#general", "is no channel"],
    ["channel:slack:C1", "on the platform that it is made on"],
    ["channel:discord:999", "use the slash command"],
  ])("refuses %j with the way out", async (words, sentence) => {
    expect(await say(`digest create question:"What happened in Lisbon?" ${words}`)).toContain(sentence);
    expect(bot.digests.list()).toEqual([]);
  });

  test("asks back where the question is not clear, and is made from the choice", async () => {
    const asked = await bot.hear('digest create question:"Who met Rautala?" time:08:00', MANAGER);
    expect(asked.choices?.options.length).toBe(2);
    const made = await bot.press(asked, "pick", asked.choices?.options[0]?.value, MANAGER);
    expect(made.title).toBe("Digest 1 is made");
    expect(bot.digests.get("1")?.schedule.time).toBe("08:00");
    expect(await say('digest create question:"Who met Xyzzy Plugh?"')).not.toContain("is made");
  });

  test.each([
    ["met person:Carvalho place:Lisbon", "People who met Inês Carvalho, in Lisbon"],
    ["events place:Lisbon kind:meeting", "Events of kind meeting, in Lisbon"],
    [
      "/brief between a:Finland b:Portugal period:2021",
      "Events of Finland and Portugal, 1 January to 31 December 2021",
    ],
  ])("keeps %j as the command itself understands it", async (filter, understood) => {
    const as = { kind: "command", group: "digest", name: "create", fields: { question: filter } } as const;
    const made = await bot.act(as, MANAGER);
    expect([made.title, made.text?.[0]]).toEqual(["Digest 1 is made", `Understood: ${understood}.`]);
  });

  test("asks for the whole name where a filter's fits several", async () => {
    const question = "met person:Rautala place:Lisbon";
    const as = { kind: "command", group: "digest", name: "create", fields: { question } } as const;
    expect((await bot.act(as, MANAGER)).text?.at(-1)).toBe(
      "It fits these: Aino Rautala, Mikko Rautala. Write the whole name.",
    );
  });

  test("is made and changed by those who administer its server, and seen there alone", async () => {
    await say(CREATE);
    const other = { ...MANAGER, workspace: "discord:2000" as const, person: "discord:2" as const };
    for (const line of ["show 1", "preview 1", "delete 1", "history 1", "why digest:1 event:E-lisbon-a"])
      expect(await say(`digest ${line}`, other)).toContain("There is no digest “1” here");
    expect(await say("digest list", other)).toContain("No digests yet");
    const member = { person: "discord:3" as const };
    for (const line of [
      CREATE,
      "digest pause 1",
      "digest edit digest:1 time:10:00",
      "digest delete 1",
      "digest run 1",
    ])
      expect(await say(line, member)).toContain("Not allowed");
    expect(await say("digest show 1", member)).toContain("every day at 09:00 (Europe/Kyiv)");
    expect(bot.digests.list()).toHaveLength(1);
  });

  test("is made, changed and posted by a curator too, until that is taken back", async () => {
    const [owner, carl] = [{ person: OWNER } as const, { person: "discord:5" } as const];
    const role = async (name: string) => {
      const asked = await bot.hear(`briefadmin role person:discord:5 role:${name}`, owner);
      return asked.buttons ? await bot.press(asked, "confirm", undefined, owner) : asked;
    };
    expect(await say(CREATE, carl)).toContain("Not allowed");
    await role("curator");
    expect(await say(CREATE, carl)).toContain("Digest 1 is made");
    expect(await say("digest edit digest:1 time:10:00", carl)).toContain("is changed");
    expect((await bot.hear("digest run 1", carl)).title).toBe("Post digest 1 now?");
    const elsewhere = { ...carl, workspace: "discord:2000" } as const;
    expect(await say(CREATE, elsewhere)).toContain("Not allowed");
    await role("reader");
    expect(await say("digest pause 1", carl)).toContain("Not allowed");
  });

  test("that may or may not have been posted is settled by its author or a curator", async () => {
    await say(CREATE);
    bot.stand.faults.push("unknown, not arrived");
    await say("digest edit digest:1 empty:note");
    await bot.goTo("2026-03-21T07:00:30.000Z");
    expect(bot.digests.history("1").at(-1)?.state).toBe("ambiguous");
    const member = { person: "discord:3" } as const;
    const verbs = ({ buttons }: Reply) => buttons?.map(({ verb }) => verb);
    expect(verbs(await bot.hear("digest history 1", member))).toEqual(["share"]);
    const asked = await bot.hear("digest history 1", { person: OWNER });
    expect(verbs(asked)).toEqual(["resend", "arrived", "share"]);
    const settled = await bot.press(asked, "arrived", undefined, { person: OWNER });
    expect(settled.text?.join()).toContain("posted: a curator said that it arrived");
  });

  test("tells its next slots, with a remark where the clock changes", async () => {
    await say(
      'digest create question:"What happened in Lisbon?" time:03:30 zone:Europe/Kyiv every:week on:Sunday',
    );
    expect(await say("digest next 1")).toBe(
      `Digest 1: the next 5

It comes every Sunday at 03:30 (Europe/Kyiv).

1. Sunday, 22 March 2026 at 03:30 (Europe/Kyiv)
2. Sunday, 29 March 2026 at 04:00 (Europe/Kyiv) (the clock leaves out 03:30 on that day: it comes at the first minute after)
3. Sunday, 5 April 2026 at 03:30 (Europe/Kyiv)
4. Sunday, 12 April 2026 at 03:30 (Europe/Kyiv)
5. Sunday, 19 April 2026 at 03:30 (Europe/Kyiv)`,
    );
  });

  test("says of the very next slot too that the clock was changed before it", async () => {
    await say(CREATE);
    await bot.goTo("2026-03-28T12:00:00.000Z");
    expect((await say("digest next 1")).split("\n").slice(4, 6)).toEqual([
      "1. Sunday, 29 March 2026 at 09:00 (Europe/Kyiv) (the clock was put forward by 60 minutes since the one before)",
      "2. Monday, 30 March 2026 at 09:00 (Europe/Kyiv)",
    ]);
  });

  test("is changed, paused, resumed and deleted, each once confirmed where it can't be undone", async () => {
    await say(CREATE);
    expect(await say("digest edit digest:1 time:17:30")).toContain("every day at 17:30 (Europe/Kyiv)");
    expect(await say("digest edit digest:1")).toContain("Nothing to change");
    expect(await say('digest edit digest:1 question:"What happened in Nairobi?"')).toContain(
      "What happened in Nairobi?",
    );
    expect(await say("digest pause 1")).toContain("is paused");
    expect(await say("digest list")).toContain("paused: by hand");
    await bot.goTo("2026-03-22T10:00:00.000Z");
    expect(await say("digest resume 1")).toContain("Next: Sunday, 22 March 2026 at 17:30");
    const asked = await bot.hear("digest delete 1", MANAGER);
    expect((await bot.press(asked, "cancel", undefined, MANAGER)).title).toBe("Left as it is");
    expect(bot.digests.list()).toHaveLength(1);
    await bot.press(asked, "confirm", undefined, MANAGER);
    expect(bot.digests.list()).toEqual([]);
    expect(await say(CREATE)).toContain("Digest 2 is made");
  });

  test("is confirmed by the one who asked, even under a message that everyone sees", async () => {
    await say(CREATE);
    const act = { kind: "line", text: "digest delete 1", follows: true } as const;
    const asked = await bot.act(act, MANAGER, { public: true });
    const pressed = await bot.press(asked, "confirm", undefined, { ...MANAGER, person: "discord:9" });
    expect(pressed.title).toBe("Somebody else's answer");
    expect(bot.digests.list()).toHaveLength(1);
  });

  test("is posted by hand once however often the button is pressed, and keeps what is new", async () => {
    await say(CREATE);
    const asked = await bot.hear("digest run 1", MANAGER);
    for (let n = 0; n < 3; n++)
      expect((await bot.press(asked, "confirm", undefined, MANAGER)).text).toEqual(["It is posted."]);
    expect(bot.stand.seen).toHaveLength(2);
    expect(bot.digests.history("1").map(({ kind, state }) => [kind, state])).toEqual([
      ["introduction", "sent"],
      ["run", "sent"],
    ]);
  });

  test("that is empty is skipped, and says so in its history", async () => {
    await say(CREATE);
    await bot.goTo("2026-03-21T07:00:30.000Z");
    expect(bot.stand.seen).toHaveLength(1);
    expect(await say("digest history 1")).toBe(
      `Digest 1: its posts

1. Saturday, 21 March 2026 at 09:00 (Europe/Kyiv) · not posted: there was nothing to tell
2. Friday, 20 March 2026 at 12:00 (Europe/Kyiv) · introduction: posted`,
    );
  });

  test("counts each outcome once", async () => {
    await say('digest create question:"What happened in Lisbon?" sections:new time:09:00 zone:UTC');
    const day = async (date: number, time = "09:00") => await bot.goTo(`2026-03-${date}T${time}:00.000Z`);
    await day(21);
    await say("digest edit digest:1 empty:note");
    bot.stand.faults.push("failed", "failed", "failed", "failed");
    await day(22);
    bot.stand.faults.push("unknown, not arrived");
    await day(23);
    await day(25, "10:00");
    await say("digest pause 1");
    await day(26);
    expect(bot.outcomes).toEqual([
      ...["sent", "skipped-empty", "failed", "ambiguous", "merged-into", "sent-late", "missed"],
    ]);
    expect(bot.digests.history("1").map(({ state }) => state)).toEqual(bot.outcomes);
  });

  test("tells what entered, what was corrected with what about it, and what was withdrawn", async () => {
    await say(CREATE);
    await bot.stop();
    const lisbon = events.find(({ id }) => id === "E-lisbon-a")!;
    const corrected = { ...lisbon, topics: [...lisbon.topics, "health"], status: "alleged" as const };
    const entered = { ...lisbon, id: "E-entered1", summary: "They met once more." };
    const others = events.filter(({ id }) => id !== "E-lisbon-a" && id !== "E-lisbon-b");
    bot = await open([...others, corrected, entered], "2026-03-21T07:00:00.000Z");
    const [post] = bot.stand.seen;
    const told = post?.reply.items?.map(({ id, heading, marks }) => [id, heading, marks?.at(-1)]);
    expect(told).toEqual([
      ["E-lisbon-a", "New and changed", "changed: status, what is told"],
      ["E-entered1", "New and changed", "date inferred"],
      ["E-lisbon-b", "New and changed", "withdrawn: no longer in the dataset"],
    ]);
    expect(await say("digest why digest:1 event:E-entered1")).toContain(
      "It was in the post of Saturday, 21 March 2026 at 09:00 (Europe/Kyiv).",
    );
    expect(await say("digest why digest:1 event:E-treaty98")).toContain(
      "does not answer the digest's question",
    );
    expect(await say("digest why digest:1 event:E-forum021")).toContain("It was in the introduction");
    expect(await say("digest why digest:1 event:E-nothing0")).toContain("Nothing recorded under that id");
    expect(await say("What changed since 20 March 2026 in Lisbon?")).toContain("They met once more.");
  });

  test("is completed by number or by words of its question", async () => {
    await say(CREATE);
    await say('digest create question:"What happened in Nairobi?"');
    const asker = { ...MANAGER, workspace: "discord:1000", person: "discord:1" } as Asker;
    const complete = (typed: string) =>
      bot.bot.suggest({ kind: "digest", typed, limit: 25, asker }).map(({ value }) => value);
    expect([complete(""), complete("nairobi"), complete("1")]).toEqual([["1", "2"], ["2"], ["1"]]);
    const zones = bot.bot.suggest({ kind: "zone", typed: "kyi", limit: 25, asker }).map(({ value }) => value);
    expect(zones).toContain("Europe/Kyiv");
  });
});

test("digests say why they can't be had where nothing can be kept", async () => {
  expect(await talk().say(CREATE, MANAGER)).toContain("Digests can't be kept here just now");
});
