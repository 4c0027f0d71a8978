import { describe, expect, test } from "vitest";
import { commands } from "../../adapters/discord/menu.ts";
import type { MenuEntry } from "../../src/chat/command.ts";
import { checkCommands } from "../support/discord/check.ts";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { GUILD } from "../support/discord/index.ts";
import { openStand, startDiscord } from "../support/discord/start.ts";

const { bot } = fakeBot(() => said("Yes"));

describe("the menu", () => {
  test("is one command a group, with its entries as subcommands and required options first", () => {
    const made = commands(bot.menu) as unknown as Record<string, unknown>[];
    expect(checkCommands(made)).toEqual([]);
    expect(made).toEqual([
      {
        type: 1,
        name: "brief",
        description: "Ask about diplomatic events, with sources",
        options: [
          {
            type: 1,
            name: "met",
            description: "Who met somebody",
            options: [
              { type: 3, name: "person", description: "Who", required: true, autocomplete: true },
              { type: 3, name: "period", description: "When", required: false },
              { type: 10, name: "limit", description: "How many", required: false },
              {
                type: 3,
                name: "status",
                description: "Status",
                required: false,
                choices: [{ name: "Planned", value: "planned" }],
              },
            ],
          },
        ],
      },
      {
        type: 1,
        name: "briefadmin",
        description: "Add and correct what the dataset holds",
        default_member_permissions: "32",
        options: [
          {
            type: 1,
            name: "document",
            description: "Add a document",
            options: [
              { type: 11, name: "file", description: "A text file", required: false },
              { type: 7, name: "channel", description: "Where", required: false },
            ],
          },
        ],
      },
      { type: 3, name: "Check against the dataset" },
    ]);
  });

  test("that is too long for Discord is refused by name", () => {
    const entry = (n: number): MenuEntry => ({ ...bot.menu[0]!, name: `met${n}`, describe: "x".repeat(100) });
    const choices = Array.from({ length: 25 }, (_, n) => ({
      value: "v".repeat(50),
      label: `${n}`.padEnd(100, "l"),
    }));
    const long = {
      ...entry(0),
      options: [1, 2, 3].map((n) => ({ name: `o${n}`, describe: "An option", choices })),
    };
    expect(() => commands([long])).toThrow(/brief/);
    expect(() => commands(Array.from({ length: 26 }, (_, n) => entry(n)))).toThrow(/brief/);
  });
});

describe("commands are registered", () => {
  test("once, and again only when they changed", async () => {
    const stand = await openStand();
    const first = await startDiscord(bot, stand);
    await first.stop();
    const second = await startDiscord(bot, stand);
    await second.stop();
    expect(stand.records.registrations).toBe(1);
    const changed = { ...bot, menu: bot.menu.map((entry) => ({ ...entry, describe: "Said anew" })) };
    await startDiscord(changed, stand);
    expect(stand.records.registrations).toBe(2);
  });

  test("in one server alone when it is named", async () => {
    const stand = await openStand();
    const first = await startDiscord(bot, stand, { guild: GUILD });
    await first.stop();
    await startDiscord(bot, stand, { guild: GUILD });
    expect([...stand.records.commands.keys()]).toEqual([GUILD]);
    expect(stand.records.registrations).toBe(1);
  });

  test("or the log says why not, and the bot listens all the same", async () => {
    const stand = await openStand();
    const { lines, platform } = await startDiscord(bot, stand, { guild: "1" });
    expect(platform.state().ready).toBe(true);
    expect(lines.filter(({ level }) => level === "error").map(({ message }) => message)).toEqual([
      "Discord: the bot is not in the server 1 (DISCORD_GUILD_ID); invite it with the link above and start again",
    ]);
  });

  test("and the log has the link that invites the bot with the least it needs", async () => {
    const { lines } = await startDiscord(bot);
    const { fields } = lines.find(({ message }) => message.includes("invites"))!;
    const { invite } = fields as { invite: string };
    expect(new URL(invite).searchParams.get("scope")).toBe("bot applications.commands");
    // View Channel, Send Messages, Embed Links, Attach Files, Read Message History, Send Messages in Threads.
    const least = [10n, 11n, 14n, 15n, 16n, 38n].reduce((sum, bit) => sum | (1n << bit), 0n);
    expect(new URL(invite).searchParams.get("permissions")).toBe(String(least));
  });
});
