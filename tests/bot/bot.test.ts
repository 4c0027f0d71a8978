import { describe, expect, test } from "vitest";
import { PACE } from "../../src/bot/pace.ts";
import type { SuggestRequest } from "../../src/chat/request.ts";
import { openEngine } from "../../src/engine/index.ts";
import { world } from "../fixtures/world.ts";
import { talk } from "../support/say.ts";

describe("what breaks", () => {
  const broken = () => {
    const engine = openEngine(world());
    const ask = () => {
      throw new Error("the value was 7");
    };
    return talk({ engine: { ...engine, ask } });
  };

  test("is told in a plain sentence with a number, and stands in the log whole", async () => {
    const lines = broken();
    const reply = await lines.hear("Who met Carvalho?");
    const incident = /incident number (\w+)/.exec(reply.text?.join(" ") ?? "")?.[1];
    expect(incident).toBeDefined();
    expect(JSON.stringify(reply)).not.toContain("the value was 7");
    const [error] = lines.logged.filter(({ level }) => level === "error");
    expect(error?.fields).toMatchObject({
      incident,
      err: expect.objectContaining({ message: "the value was 7" }),
    });
  });

  test("keeps the words of a question out of the log above debug", async () => {
    const lines = broken();
    await lines.hear("Who met Carvalho?");
    await lines.hear("met person:Carvalho");
    const above = lines.logged.filter(({ level }) => level !== "debug");
    expect(JSON.stringify(above)).not.toContain("Carvalho");
  });
});

test("a person who asks without end is slowed, and told for how long", async () => {
  const lines = talk();
  for (let i = 0; i < PACE.burst; i++) await lines.hear("help");
  expect((await lines.hear("help")).text?.[0]).toContain("Ask again in a second.");
  lines.later(1_000);
  expect((await lines.hear("help")).title).toBe("What can be asked");
});

test("a mention in a channel is answered to everyone, and everyone may turn its pages", async () => {
  const lines = talk();
  const reply = await lines.act({ kind: "line", text: "events", follows: true }, {}, { public: true });
  expect(reply.audience).toBe("public");
  const next = await lines.press(reply, "more", undefined, { person: "discord:2" });
  expect(next.page?.page).toBe(2);
});

test("where there is nobody to share with, nothing offers to", async () => {
  const reply = await talk().hear("events", { workspace: undefined });
  expect(reply.buttons?.map(({ verb }) => verb)).not.toContain("share");
});

test("a command that is not there is refused with the way out", async () => {
  const reply = await talk().act({ kind: "command", group: "brief", name: "dance", fields: {} });
  expect(reply.text?.[0]).toBe("There is no command “dance”. “help” lists those there are.");
});

test("the front page says what it covers and how to begin", async () => {
  const reply = await talk().act({ kind: "home" });
  expect(reply.fields).toContainEqual({ name: "Events", value: "27" });
  expect(reply.form?.name).toBe("brief search");
  expect(reply.text?.filter((line) => line.startsWith("For example"))).toHaveLength(3);
});

describe("a message checked against the dataset", () => {
  const check = (text: string) => talk().act({ kind: "check", text });

  test("is compared by people, place and day, the closest match first", async () => {
    const reply = await check(
      "Heard that Aino Rautala and Carvalho met in LISBON on May 12, 2021! @everyone",
    );
    expect(reply.fields).toEqual([
      { name: "People and sides", value: "Aino Rautala, Inês Carvalho" },
      { name: "Places", value: "Lisbon" },
      { name: "Days", value: "May 12, 2021" },
    ]);
    expect(reply.text).toEqual(["Events that match all who are named, Lisbon, May 12, 2021:"]);
    expect(reply.items?.map(({ id }) => id)).toEqual(["E-lisbon-a"]);
    expect(reply.notes?.at(-1)).toContain("not what the message claims");
  });

  test("finds what did not happen, and says so", async () => {
    const reply = await check("Kiplagat went to Helsinki in August 2022");
    expect(reply.items).toMatchObject([{ id: "E-cancel22", marks: ["cancelled"] }]);
  });

  test("takes a surname of several for nobody", async () => {
    const reply = await check("Rautala was seen in Turku");
    expect(reply.fields).toContainEqual({ name: "Borne by several, so left out", value: "rautala" });
  });

  test("with nothing in it says so", async () => {
    expect((await check("lorem ipsum 🎉")).text?.[0]).toContain("names no person, place or day");
    expect((await check("")).text?.[0]).toContain("names no person, place or day");
  });

  test("is not kept: its pages go on from what was asked of the dataset", async () => {
    const lines = talk();
    const text = "A very private sentence about the Portuguese: Portugal";
    const first = await lines.act({ kind: "check", text });
    expect(first.buttons?.map(({ verb }) => verb)).toContain("share");
    expect(JSON.stringify(lines.memory.receipts.get(first.receipt ?? ""))).not.toContain("private sentence");
    expect((await lines.press(first, "sources")).title).toBe("Sources");
    expect((await lines.press(first, "share")).items).toEqual(first.items);
  });

  test("of any length and kind never breaks", async () => {
    const lines = talk();
    const texts = [
      "Lisbon ".repeat(5_000),
      "31.02.2021 99/99/2021",
      "\u202e\u0000 Carvalho",
      "=cmd|' /C calc'!A0",
    ];
    for (const text of texts) await lines.act({ kind: "check", text });
    expect(lines.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("completions", () => {
  const suggest = (kind: SuggestRequest["kind"], typed: string) =>
    talk()
      .bot.suggest({ kind, typed, limit: 25, asker: {} as never })
      .map(({ value }) => value);

  test.each([
    ["person", "raut", ["Aino Rautala", "Mikko Rautala"]],
    ["place", "lisb", ["Lisbon"]],
    ["topic", "fish", ["fisheries"]],
    ["command", "exp", ["export"]],
    ["occasion", "atl", ["Atlantic Forum"]],
    ["zone", "kyiv", ["Europe/Kyiv"]],
    ["zone", "utc", ["UTC"]],
    ["digest", "x", []],
  ] as const)("of a %s for “%s”", (kind, typed, values) => {
    expect(suggest(kind, typed).slice(0, Math.max(1, values.length))).toEqual(values);
  });

  test("of a time zone with a blank for its underscore", () => {
    expect(suggest("zone", "new york")).toContain("America/New_York");
  });
});
