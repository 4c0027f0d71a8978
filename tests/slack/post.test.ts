import { expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { CHANNEL, STRANGE_CHANNEL, wordsOf } from "../support/slack/index.ts";
import { startSlack } from "../support/slack/start.ts";

const SEND = /chat\.postMessage/;
const digest = said("Week 23", {
  items: [{ what: "Talks", cites: [1] }],
  sources: [{ number: 1, title: "A report" }],
});
const start = () => startSlack(fakeBot(() => digest).bot);
const once = { key: "digest@2025-06-02", once: true };

test("a digest is posted to a channel and to a person", async () => {
  const { stand, platform } = await start();
  const posted = await platform.post(`slack:${CHANNEL}`, digest, once);
  expect(posted).toEqual({ kind: "sent", message: stand.records.messages[0]?.ts });
  expect((await platform.post("slack:U0BEN", digest, once)).kind).toBe("sent");
  expect(stand.records.messages.map(({ channel }) => channel)).toEqual([CHANNEL, "D0BEN"]);
  expect(wordsOf(stand.records.messages[0]!)).toBe("Week 23\n• Talks [1]\n*Sources*\n[1] A report");
});

test.each([
  [
    "slack:C0GONE",
    { kind: "lost", why: "no-channel", detail: expect.stringContaining("(channel_not_found)") },
  ],
  [
    `slack:${STRANGE_CHANNEL}`,
    { kind: "lost", why: "not-in-channel", detail: expect.stringContaining("/invite") },
  ],
] as const)("a post to %s says why it was lost", async (to, posted) => {
  const { platform } = await start();
  expect(await platform.post(to, digest, once)).toEqual(posted);
});

test.each([
  ["lost", "unknown", 1],
  ["500", "unknown", 0],
  ["429", "sent", 1],
] as const)("one that met %s is %s, and stands there at most once", async (fault, kind, messages) => {
  const { stand, platform } = await start();
  stand.faults.next(fault, SEND);
  expect((await platform.post(`slack:${CHANNEL}`, digest, once)).kind).toBe(kind);
  expect(stand.records.messages).toHaveLength(messages);
});

test("one that may be repeated is repeated when Slack broke over it, and never when it may stand there", async () => {
  const { stand, platform } = await start();
  stand.faults.next("500", SEND);
  expect((await platform.post(`slack:${CHANNEL}`, digest, { key: "k", once: false })).kind).toBe("sent");
  stand.faults.next("lost", SEND);
  expect((await platform.post(`slack:${CHANNEL}`, digest, { key: "k", once: false })).kind).toBe("unknown");
  expect(stand.records.messages).toHaveLength(2);
});

test("one whose file did not follow is told as arrived in part", async () => {
  const { stand, platform } = await start();
  stand.faults.next("lost", /completeUploadExternal/);
  const file = { name: "a.csv", type: "text/csv", content: "a,b", description: "A table" };
  const posted = await platform.post(`slack:${CHANNEL}`, { ...digest, file }, once);
  expect(posted).toMatchObject({ kind: "unknown", detail: expect.stringContaining("only a part") });
  expect([...stand.records.files.values()]).toHaveLength(1);
});

test.each([
  ["lost", CHANNEL],
  ["auth", undefined],
] as const)(
  "one whose picture met %s stands there all the same, and the picture at most once",
  async (fault, where) => {
    const { stand, platform, stop } = await start();
    stand.faults.next(fault, /completeUploadExternal/);
    const picture = { name: "a.png", png: new Uint8Array([1]), alt: "A line" };
    const posted = await platform.post(`slack:${CHANNEL}`, { ...digest, picture }, once);
    expect(posted).toEqual({ kind: "sent", message: stand.records.messages[0]?.ts });
    await stop();
    expect(stand.records.messages).toHaveLength(1);
    expect([...stand.records.files.values()].map(({ channel }) => channel)).toEqual([where]);
  },
);

test("what is no channel can't be posted to", async () => {
  const { platform } = await start();
  expect(await platform.canPost(`slack:${CHANNEL}`)).toBeUndefined();
  expect(await platform.canPost("slack:general")).toBe("There is no such channel.");
});
