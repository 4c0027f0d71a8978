import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import type { Group, MenuEntry, Option } from "../../src/chat/command.ts";
import { LIMITS } from "./limits.ts";

export const CHECK = "Check against the dataset";

/** What each group says of itself; permissions exist on top-level commands only, so each group is one. */
const GROUPS: Record<Group, { readonly describe: string; readonly managers: boolean }> = {
  brief: { describe: "Ask about diplomatic events, with sources", managers: false },
  digest: { describe: "Briefings that come by themselves, on a schedule", managers: false },
  briefadmin: { describe: "Add and correct what the dataset holds", managers: true },
};

type Body = RESTPostAPIApplicationCommandsJSONBody;

/**
 * The menu as Discord's commands: one for each group with its entries as subcommands, and the message menu's
 * "Check against the dataset". Throws an Error that names the command which Discord would refuse.
 */
export function commands(menu: readonly MenuEntry[]): readonly Body[] {
  const groups = [...new Set(menu.map(({ group }) => group))];
  return [
    ...groups.map((group): Body => {
      const { describe, managers } = GROUPS[group];
      return fitting({
        type: ApplicationCommandType.ChatInput,
        name: group,
        description: describe,
        options: menu.filter((entry) => entry.group === group).map(subcommand),
        ...(managers ? { default_member_permissions: PermissionFlagsBits.ManageGuild.toString() } : {}),
      });
    }),
    { type: ApplicationCommandType.Message, name: CHECK },
  ];
}

/** Where commands are offered: in servers and in direct messages. Discord takes these for global commands only. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/**
 * Brings Discord's commands up to date, everywhere or in one server. Returns whether anything had changed;
 * when nothing had, nothing is written.
 */
export async function register(
  rest: REST,
  application: string,
  guild: string | undefined,
  menu: readonly MenuEntry[],
): Promise<boolean> {
  const route =
    guild === undefined
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, guild);
  const wanted = commands(menu).map((body) => (guild === undefined ? { ...body, ...EVERYWHERE } : body));
  const there = (await rest.get(route)) as readonly Body[];
  // Of a server's commands Discord fills these two in by itself.
  const keys = guild === undefined ? [...TOP, "contexts", "integration_types"] : TOP;
  if (essence(there, keys) === essence(wanted, keys)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

function subcommand(entry: MenuEntry): APIApplicationCommandSubcommandOption {
  const required = entry.options.filter((option) => option.required);
  const optional = entry.options.filter((option) => !option.required);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: entry.name,
    description: entry.describe,
    options: [...required, ...optional].map(field),
  };
}

function field(option: Option): APIApplicationCommandBasicOption {
  const base = { name: option.name, description: option.describe, required: option.required ?? false };
  switch (option.type) {
    case "number":
      return { ...base, type: ApplicationCommandOptionType.Number };
    case "file":
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case "channel":
      return { ...base, type: ApplicationCommandOptionType.Channel };
    case "text":
    case undefined:
      return text(option, base);
  }
}

function text(
  option: Option,
  base: { readonly name: string; readonly description: string; readonly required: boolean },
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.String as const;
  if (option.choices !== undefined) {
    return { ...base, type, choices: option.choices.map(({ value, label }) => ({ name: label, value })) };
  }
  return option.suggest === undefined ? { ...base, type } : { ...base, type, autocomplete: true };
}

function fitting(body: Body & { readonly name: string; readonly options?: readonly unknown[] }): Body {
  const texts: string[] = [];
  JSON.stringify(body, (key, value: unknown) => {
    if (["name", "description", "value"].includes(key) && typeof value === "string") texts.push(value);
    return value;
  });
  const length = texts.reduce((sum, part) => sum + part.length, 0);
  if (length > LIMITS.commandCharacters)
    throw new Error(`Discord takes no command of ${length} characters: ${body.name}`);
  if ((body.options?.length ?? 0) > LIMITS.options)
    throw new Error(`Discord takes no more than ${LIMITS.options} subcommands: ${body.name}`);
  return body;
}

/**
 * Commands as comparable text: what Discord adds by itself (ids, versions, empty localisations, fields left at
 * their default) is left out, and the order of keys and commands is fixed.
 */
function essence(bodies: readonly Body[], keys: readonly string[]): string {
  const plain = bodies.map((body) => canonical(body, keys)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return plain.join("\n");
}

const OPTION = ["type", "name", "description", "required", "autocomplete", "choices", "options"];
const TOP = [...OPTION, "default_member_permissions"];

function canonical(value: unknown, keys: readonly string[]): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, [...OPTION, "value"])).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const pairs = keys
    .map((key) => [key, (value as Record<string, unknown>)[key]] as const)
    .filter(([, one]) => one !== undefined && one !== null && one !== false && one !== "")
    .filter(([, one]) => !(Array.isArray(one) && one.length === 0))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one, OPTION)}`);
  return `{${pairs.join()}}`;
}
