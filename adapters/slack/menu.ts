import { GROUPS, type Group } from "../../src/chat/command.ts";

/** What the bot listens to and calls, and what the manifest therefore asks for. */
export const EVENTS = ["app_home_opened", "app_mention", "message.im"] as const;

export const ASK = "ask";
export const CHECK = "check";

/** What each group says of itself in Slack's list of commands. */
const DESCRIBED: Record<Group, { readonly describe: string; readonly hint: string }> = {
  brief: {
    describe: "Ask about diplomatic events, with sources",
    hint: "a question, or: met person:name period:2021 · help · public at the end",
  },
  digest: {
    describe: "Briefings that come by themselves, on a schedule",
    hint: "create · list · pause · help",
  },
  briefadmin: { describe: "Add and correct what the dataset holds", hint: "help" },
};

/** `/brief` is the group `brief`; undefined for a command that is not ours. */
export const groupOf = (command: string): Group | undefined =>
  GROUPS.find((group) => command.toLowerCase() === `/${group}`);

/** Shown in Slack's menus. */
const SHORTCUTS = [
  { name: "Ask Attaché", type: "global", callback_id: ASK, description: "Ask about diplomatic events" },
  {
    name: "Check against the dataset",
    type: "message",
    callback_id: CHECK,
    description: "Find what is recorded of the people, places and days in a message",
  },
] as const;

/** The least that the bot needs: it never reads a channel, only what is meant for it. */
const SCOPES = [
  "app_mentions:read",
  "chat:write",
  "commands",
  "files:read",
  "files:write",
  "im:history",
  "users:read",
] as const;

/**
 * The app as Slack creates it from a manifest: for Socket Mode, as in `manifest.json`; or, with the address under which
 * Slack reaches the bot (`https://bot.example.org`), for HTTP.
 */
export function manifest(address?: string): object {
  const url = address && new URL("/slack/events", address).href;
  return {
    display_information: {
      name: "Attaché",
      description: "Diplomacy briefings: who met whom, where, when and with which source",
      background_color: "#2f5d8a",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Attaché", always_online: true },
      shortcuts: SHORTCUTS,
      slash_commands: GROUPS.map((group) => ({
        command: `/${group}`,
        description: DESCRIBED[group].describe,
        usage_hint: DESCRIBED[group].hint,
        ...(url && { url }),
        // Channels and people that are named come with their ids.
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: SCOPES } },
    settings: {
      event_subscriptions: { ...(url && { request_url: url }), bot_events: EVENTS },
      interactivity: { is_enabled: true, ...(url && { request_url: url, message_menu_options_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
