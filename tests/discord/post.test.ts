import { expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { CHANNEL, CLOSED_CHANNEL, labelsOf, wordsOf } from "../support/discord/index.ts";
import { startDiscord } from "../support/discord/start.ts";

const { bot } = fakeBot(() => said("Yes"));
const digest = said("Monday's briefing", {
  receipt: "r1",
  items: [{ what: "Talks", cites: [1] }],
  sources: [{ number: 1, title: "A report" }],
  buttons: [
    { verb: "share", label: "Share" },
    { verb: "timeline", label: "Timeline" },
  ],
});
const SEND = /POST \/channels/;
const once = { key: "digest-7-2025-06-02", once: true };

test("a post arrives in its channel, once for each key", async () => {
  const { stand, platform } = await startDiscord(bot);
  const first = await platform.post(`discord:${CHANNEL}`, digest, once);
  const second = await platform.post(`discord:${CHANNEL}`, digest, once);
  const [message, ...more] = stand.records.messages;
  expect(more).toEqual([]);
  expect([first, second]).toEqual([
    { kind: "sent", message: message?.id },
    { kind: "sent", message: message?.id },
  ]);
  expect([wordsOf(message!), labelsOf(message!)]).toEqual([
    "Monday's briefing\n- Talks [1]\nSources\n[1] A report",
    ["Timeline"],
  ]);
});

test.each([
  [CLOSED_CHANNEL, { kind: "lost", why: "no-permission", detail: "Missing Permissions (50013)" }],
  ["1", { kind: "lost", why: "no-channel", detail: "Unknown Channel (10003)" }],
])("a post to %s says why it was lost", async (channel, outcome) => {
  const { platform } = await startDiscord(bot);
  expect(await platform.post(`discord:${channel}`, digest, once)).toEqual(outcome);
});

test.each(["lost", "500"] as const)("a post that may happen once is not repeated after %s", async (fault) => {
  const { stand, platform } = await startDiscord(bot);
  stand.faults.next(fault, SEND);
  expect(await platform.post(`discord:${CHANNEL}`, digest, once)).toMatchObject({ kind: "unknown" });
  expect(stand.records.requests.filter((line) => SEND.test(line))).toHaveLength(1);
});

test("a post that may be repeated arrives once after its answer was lost", async () => {
  const { stand, platform } = await startDiscord(bot);
  stand.faults.next("lost", SEND, 2);
  expect(await platform.post(`discord:${CHANNEL}`, digest, { ...once, once: false })).toMatchObject({
    kind: "sent",
  });
  expect(stand.records.messages).toHaveLength(1);
});

test("that a post was refused does not tell what became of it when it was tried before", async () => {
  const { stand, platform } = await startDiscord(bot);
  const picture = { name: "a.png", png: new Uint8Array([1]), alt: "A line" };
  stand.faults.next("lost", SEND);
  stand.faults.next("no files", SEND);
  expect(
    await platform.post(`discord:${CHANNEL}`, { ...digest, picture }, { ...once, once: false }),
  ).toMatchObject({ kind: "unknown" });
  expect(stand.records.messages).toHaveLength(1);
});

test("being asked to wait is no failure, even of a post that may happen once", async () => {
  const { stand, platform } = await startDiscord(bot);
  stand.faults.next("429", SEND);
  expect(await platform.post(`discord:${CHANNEL}`, digest, once)).toMatchObject({ kind: "sent" });
});

test("it is known before where a post can't go", async () => {
  const { platform } = await startDiscord(bot);
  expect(await platform.canPost(`discord:${CHANNEL}`)).toBeUndefined();
  expect(await platform.canPost(`discord:${CLOSED_CHANNEL}`)).toBe(
    "The bot lacks these permissions in that channel: Send Messages.",
  );
  expect(await platform.canPost("discord:1")).toBe("There is no such channel.");
});

test("a long post has parts, each with a key of its own", async () => {
  const { stand, platform } = await startDiscord(bot);
  const items = Array.from({ length: 30 }, () => ({ what: "x".repeat(400), cites: [] }));
  await platform.post(`discord:${CHANNEL}`, said("Long", { items }), once);
  await platform.post(`discord:${CHANNEL}`, said("Long", { items }), once);
  const nonces = stand.records.messages.map(({ nonce }) => nonce);
  expect(nonces.length).toBeGreaterThan(1);
  expect(new Set(nonces).size).toBe(nonces.length);
});
