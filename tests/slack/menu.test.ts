import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EVENTS, groupOf, manifest } from "../../adapters/slack/menu.ts";
import { GROUPS } from "../../src/chat/command.ts";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { answerTo, type Json, STRANGE_CHANNEL, until } from "../support/slack/index.ts";
import { startSlack } from "../support/slack/start.ts";

type Manifest = {
  readonly features: {
    readonly app_home: Record<string, boolean>;
    readonly shortcuts: readonly { name: string; type: string; callback_id: string; description: string }[];
    readonly slash_commands: readonly { command: string; description: string; usage_hint: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly socket_mode_enabled: boolean;
  };
};
const path = new URL("../../adapters/slack/manifest.json", import.meta.url);
const written = JSON.parse(readFileSync(path, "utf8")) as Manifest;

/** https://docs.slack.dev/reference/methods and /reference/events: what each call and event needs. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "apps.connections.open": [],
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "files.getUploadURLExternal": ["files:write"],
  "files.completeUploadExternal": ["files:write"],
  app_home_opened: [],
  app_mention: ["app_mentions:read"],
  "message.im": ["im:history"],
  commands: ["commands"],
  uploads: ["files:read"],
};

test("the manifest is the one that the code writes", () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(manifest())));
});

test("over HTTP everything comes to one address", () => {
  const text = JSON.stringify(manifest("https://bot.example.org"));
  expect(text.match(/"[a-z_]*url":"https:\/\/bot\.example\.org\/slack\/events"/g)).toHaveLength(
    GROUPS.length + 3,
  );
  expect(text).toContain('"socket_mode_enabled":false');
});

test("its words fit Slack's menus", () => {
  for (const { description, usage_hint } of written.features.slash_commands) {
    expect(description.length).toBeLessThanOrEqual(100);
    expect(usage_hint.length).toBeLessThanOrEqual(100);
  }
  for (const { name, description } of written.features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24 + 1);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

test("every command, event and shortcut that it names is listened to", async () => {
  const fields = [{ name: "question", label: "Question", required: false, type: "line" as const }];
  const form = { name: "brief search", title: "Ask", fields };
  const picture = { name: "a.png", png: new Uint8Array([1]), alt: "A line" };
  const { bot, requests } = fakeBot(({ act }) =>
    act.kind === "command" ? said("Ask", { form }) : said("Found", { picture, audience: "public" }),
  );
  const { stand } = await startSlack(bot);
  const { features, settings } = written;
  for (const { command } of features.slash_commands) {
    expect(groupOf(command)).toBeDefined();
    await answerTo(stand.slash(command, "help"));
  }
  expect(features.slash_commands.map(({ command }) => command)).toEqual(GROUPS.map((group) => `/${group}`));
  for (const { callback_id, type } of features.shortcuts) {
    const exchange =
      type === "global" ? stand.shortcut(callback_id) : stand.check(callback_id, { text: "Talks in Brenn" });
    await until(`${callback_id} to be answered`, () => exchange.view ?? exchange.posts[0]);
  }
  const heard: Record<string, () => void> = {
    app_home_opened: () => void stand.openHome(),
    app_mention: () => void stand.mention("who?"),
    "message.im": () => void stand.say("who?"),
  };
  for (const event of settings.event_subscriptions.bot_events) {
    const before = requests.length;
    heard[event]?.();
    await until(`${event} to be heard`, () => requests.length > before);
  }
  expect(settings.event_subscriptions.bot_events).toEqual(EVENTS);
  // A word to the asker alone: the only other call that the bot makes.
  stand.faults.next("lost", /chat\.postMessage/);
  stand.mention("who?", { channel: STRANGE_CHANNEL });
  await until("every call", () => stand.records.calls.includes("chat.postEphemeral"));

  const used = [
    ...new Set(stand.records.calls),
    ...settings.event_subscriptions.bot_events,
    "commands",
    "uploads",
  ];
  const needed = [...new Set(used.flatMap((name) => NEEDS[name] ?? [`nobody knows what ${name} needs`]))];
  expect(needed.sort()).toEqual([...written.oauth_config.scopes.bot].sort());
});

test("it asks for no channel's history, and for a front page and messages", () => {
  expect(written.oauth_config.scopes.bot.join()).not.toMatch(/channels|groups|mpim/);
  expect(written.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  } satisfies Json);
});
