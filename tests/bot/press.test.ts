import { describe, expect, test } from "vitest";
import { forgetfulMemory, RECEIPT_DAYS } from "../../src/chat/memory.ts";
import { talk } from "../support/say.ts";

const DAY = 86_400_000;
const ids = (reply: { readonly items?: readonly { readonly id?: string }[] }) =>
  reply.items?.map(({ id }) => id);

describe("turning pages", () => {
  test("shows every item once, in order, and no claim without its source", async () => {
    const lines = talk();
    const first = await lines.hear("events");
    expect(first.page).toEqual({ page: 1, pages: 3, first: 1, last: 10, total: 27 });
    const second = await lines.press(first, "more");
    const third = await lines.press(second, "more");
    expect(third.page).toEqual({ page: 3, pages: 3, first: 21, last: 27, total: 27 });
    expect(third.buttons?.map(({ verb }) => verb)).not.toContain("more");
    const seen = [first, second, third].flatMap((reply) => ids(reply) ?? []);
    expect(new Set(seen).size).toBe(27);
    for (const reply of [first, second, third]) {
      const numbers = reply.sources?.map(({ number }) => number);
      for (const item of reply.items ?? []) {
        expect(item.cites.length).toBeGreaterThan(0);
        expect(numbers).toEqual(expect.arrayContaining([...item.cites]));
      }
    }
    expect(await lines.press(second, "back")).toEqual(first);
  });

  test("keeps to the question as it was understood, though the days go by", async () => {
    const lines = talk({ start: "2021-05-14T10:00:00.000Z" });
    const first = await lines.hear('events period:"since 2020"');
    lines.later(20 * DAY);
    const again = await lines.press(first, "share");
    expect(again.understood).toBe(first.understood);
    expect(ids(again)).toEqual(ids(first));
  });

  test("works after a restart", async () => {
    const memory = forgetfulMemory();
    const first = await talk({ memory }).hear("events");
    const second = await talk({ memory }).press(first, "more");
    expect(second.page?.page).toBe(2);
  });
});

describe("another person", () => {
  test("can't drive a private answer, whatever the button", async () => {
    const lines = talk();
    const reply = await lines.hear("events");
    for (const verb of ["more", "share", "timeline", "sources", "export", "followup", "event"]) {
      const refused = await lines.press(reply, verb, "E-lisbon-a", { person: "discord:2" });
      expect(refused.title, verb).toBe("Somebody else's answer");
      expect(JSON.stringify(refused), verb).not.toContain("Lisbon");
    }
  });

  test("can drive a shared one", async () => {
    const lines = talk();
    const shared = await lines.press(await lines.hear("events"), "share");
    expect(shared.audience).toBe("public");
    expect(shared.buttons?.map(({ verb }) => verb)).not.toContain("share");
    const next = await lines.press(shared, "more", undefined, { person: "discord:2" });
    expect(next).toMatchObject({ audience: "public", page: { page: 2 } });
    const theirs = await lines.press(shared, "sources", undefined, { person: "discord:2" });
    expect(theirs).toMatchObject({ title: "Sources", audience: "private" });
  });
});

describe("a receipt", () => {
  test("that was never given is not known", async () => {
    const lines = talk();
    const reply = await lines.act({ kind: "press", verb: "more", receipt: "nothere" });
    expect(reply.text?.join()).toContain("Ask the question again");
  });

  test("is known for its days, and not longer", async () => {
    const lines = talk();
    const first = await lines.hear("events");
    lines.later(RECEIPT_DAYS * DAY);
    expect((await lines.press(first, "more")).page?.page).toBe(2);
    lines.later(1);
    expect((await lines.press(first, "more")).title).toBe("No longer known");
  });

  test("that can't be kept costs the buttons and not the answer", async () => {
    const memory = forgetfulMemory();
    const full = {
      ...memory,
      receipts: { ...memory.receipts, put: async () => Promise.reject(new Error("ENOSPC")) },
    };
    const lines = talk({ memory: full });
    const reply = await lines.hear("events");
    expect(reply.items).toHaveLength(10);
    expect(reply.buttons).toBeUndefined();
    expect(reply.notes?.at(-1)).toContain("not available just now");
    expect(lines.logged.filter(({ level }) => level === "error")).toHaveLength(1);
  });
});

describe("the ways on", () => {
  test("are those that lead somewhere", async () => {
    const lines = talk();
    const reply = await lines.hear("Who met Carvalho?");
    const labels = reply.buttons?.map(({ label }) => label);
    expect(labels).toEqual(["Timeline", "Network", "Sources", "Export", "When?", "Where?", "Share"]);
    expect((await lines.hear("Who met Carvalho in 1950?")).buttons?.map(({ verb }) => verb)).toEqual([
      "share",
    ]);
  });

  test("a follow-up asks on from the answer that it stands under", async () => {
    const lines = talk();
    const first = await lines.hear("Who met Carvalho?");
    await lines.hear("Who met Kiplagat?");
    const reply = await lines.press(first, "followup");
    expect(reply.understood).toContain("Carvalho");
    expect(reply.items?.map(({ date }) => date)).toEqual(["October 2019", "12 May 2021"]);
  });

  test("the network shows who met whom, with its words", async () => {
    const lines = talk();
    const reply = await lines.press(await lines.hear("Who met Carvalho?"), "network");
    expect(reply.picture?.name).toBe("network.png");
    expect(reply.picture?.alt).toContain("Network of who met whom: People who met Inês Carvalho");
    expect(reply.buttons?.map(({ verb }) => verb)).not.toContain("network");
  });

  test("the timeline has each event once, by day, with a picture and its words", async () => {
    const lines = talk();
    const reply = await lines.press(await lines.hear("Who met Carvalho?"), "timeline");
    expect(ids(reply)).toEqual(["E-visit019", "E-lisbon-a", "E-lisbon-b"]);
    expect(reply.picture?.alt).toContain("Timeline: People who met Inês Carvalho");
    expect([...(reply.picture?.png.slice(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47]);
  });

  test("the sources are counted by document and by origin", async () => {
    const lines = talk();
    const reply = await lines.press(await lines.hear("event E-secret21"), "sources");
    expect(reply.text).toEqual(["2 documents, 1 independent origin."]);
  });

  test("an export asks for its format, then is a file", async () => {
    const lines = talk();
    const menu = await lines.press(await lines.hear("Who met Carvalho?"), "export");
    expect(menu.choices?.options.map(({ value }) => value)).toEqual(["csv", "json", "ics", "md"]);
    const reply = await lines.press(menu, "export", "csv");
    expect(reply.file).toMatchObject({
      name: "attache-people-who-met-ines-carvalho.csv",
      type: "text/csv",
      description: "3 events as table (CSV): People who met Inês Carvalho",
    });
    expect(String(reply.file?.content).trim().split("\r\n")).toHaveLength(4);
  });

  test("an item opens its event", async () => {
    const lines = talk();
    const reply = await lines.press(await lines.hear("Who met Carvalho?"), "event", "E-visit019");
    expect(reply.title).toBe("Event E-visit019");
  });
});

describe("forms", () => {
  test("open from a button without a receipt, and call their command", async () => {
    const lines = talk();
    const asked = await lines.hear("met place:Lisbon");
    expect(asked.form).toMatchObject({ name: "brief met", title: "met" });
    expect(asked.form?.fields.find(({ name }) => name === "place")?.value).toBe("Lisbon");
    const opened = await lines.act({ kind: "press", verb: "form", receipt: "", value: "brief met" });
    expect(opened.form?.name).toBe("brief met");
    const reply = await lines.act({
      kind: "form",
      name: "brief met",
      fields: { person: "Carvalho", place: "Lisbon" },
    });
    expect(reply.understood).toBe("People who met Inês Carvalho, in Lisbon");
  });

  test("the search form takes plain words, or people, places, topics and times", async () => {
    const lines = talk();
    const opened = await lines.act({ kind: "command", group: "brief", name: "", fields: {} });
    expect(opened.form?.fields.map(({ name }) => name)).toEqual([
      "question",
      "person",
      "place",
      "topic",
      "period",
    ]);
    const search = (fields: Record<string, string>) =>
      lines.act({ kind: "form", name: "brief search", fields });
    expect((await search({ question: "Who met Carvalho?", person: "" })).understood).toBe(
      "People who met Inês Carvalho",
    );
    expect(ids(await search({ place: "Lisbon", topic: "security" }))).toEqual(["E-lisbon-b"]);
    expect((await search({})).form?.name).toBe("brief search");
  });
});
