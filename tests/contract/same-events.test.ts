import { describe, expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import { type Seen as DiscordSeen, answerTo as discordAnswer } from "../support/discord/index.ts";
import { startDiscord } from "../support/discord/start.ts";
import { talk } from "../support/say.ts";
import { type Json, type Seen as SlackSeen, answerTo as slackAnswer, until } from "../support/slack/index.ts";
import { startSlack } from "../support/slack/start.ts";

const clock = () => new Date("2023-05-03T10:00:00.000Z");

const optionsOf = (elements: readonly Json[]) =>
  elements.flatMap(({ options }) =>
    ((options as Json[] | undefined) ?? []).map(({ value }) => String(value)),
  );
const onDiscord = ({ components }: DiscordSeen) =>
  optionsOf((components as Json[]).flatMap((row) => row.components as Json[]));
const onSlack = ({ blocks }: SlackSeen) =>
  optionsOf(blocks.flatMap((block) => (block.type === "actions" ? (block.elements as Json[]) : [])));

const idsOf = ({ items = [] }: Reply) => [...new Set(items.flatMap(({ id }) => id ?? []))];

describe("a question has the same events in the terminal, on Discord and on Slack:", () => {
  test.each([
    "Who met Aino Rautala in 2021?",
    "What happened in 2021?",
    "What happened in May 2021 in Lisbon?",
    "Where was Aino Rautala?",
    "When did Portugal and Kenya meet?",
    "What happened in 1998?",
    "What happened in 2024?",
    "Which statements did Aino Rautala make?",
  ])("%s", async (question) => {
    const terminal = await talk().hear(question, { platform: "console", person: "console:operator" });
    const inTerminal = idsOf(terminal);
    expect(inTerminal.length).toBeGreaterThan(0);

    const discord = await startDiscord(talk().bot, undefined, { clock });
    const slack = await startSlack(talk().bot, undefined, { clock, now: Date.now });
    const [theirs, ours] = await Promise.all([
      discordAnswer(discord.stand.slash("brief ask", { question })),
      slackAnswer(slack.stand.slash("/brief", question)),
    ]);
    expect({ discord: onDiscord(theirs), slack: onSlack(ours) }).toEqual({
      discord: inTerminal,
      slack: inTerminal,
    });
  });
});

test("page after page shows the same events, and then offers no further one", async () => {
  const question = "What happened?";
  const terminal = talk();
  const discord = await startDiscord(talk().bot, undefined, { clock });
  const slack = await startSlack(talk().bot, undefined, { clock, now: Date.now });
  let reply = await terminal.hear(question, { platform: "console", person: "console:operator" });
  const theirs = await discordAnswer(discord.stand.slash("brief ask", { question }));
  const ours = await slackAnswer(slack.stand.slash("/brief", question));
  const pages = reply.page?.pages ?? 1;
  expect(pages).toBeGreaterThan(2);
  for (let page = 1; ; page++) {
    expect({ discord: onDiscord(theirs), slack: onSlack(ours) }).toEqual({
      discord: idsOf(reply),
      slack: idsOf(reply),
    });
    if (page === pages) break;
    reply = await terminal.press(reply, "more", undefined, {
      platform: "console",
      person: "console:operator",
    });
    await discordAnswer(discord.stand.press(theirs, "More"));
    slack.stand.press(ours, "More");
    await until(`page ${page + 1}`, () => ours.edits === page);
  }
  expect(() => discord.stand.press(theirs, "More")).toThrow(/no "More"/);
  expect(() => slack.stand.press(ours, "More")).toThrow(/no "More"/);
});
