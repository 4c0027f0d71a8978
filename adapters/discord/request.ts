import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  ComponentType,
  type Message,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from "discord.js";
import { address } from "../../src/chat/address.ts";
import type { MenuEntry } from "../../src/chat/command.ts";
import type { Act, Asker, SuggestRequest, Upload } from "../../src/chat/request.ts";
import { type Pressed, readCustomId } from "./card/custom-id.ts";
import { modalFields } from "./card/modal.ts";

/** Who did it, where, in which language. Discord tells no time zone, so relative words go by UTC. */
export function asker(interaction: BaseInteraction, at: Date): Asker {
  const { user, guildId, member } = interaction;
  const channel = interaction.channelId ?? user.id;
  const shown = member !== null && "displayName" in member ? member.displayName : user.displayName;
  return {
    platform: "discord",
    person: address("discord", user.id),
    name: shown,
    channel: address("discord", channel),
    ...(guildId === null ? {} : { workspace: address("discord", guildId) }),
    thread: thread(channel, user.id, guildId === null || (interaction.channel?.isThread() ?? false)),
    locale: interaction.locale,
    zone: "UTC",
    at: at.toISOString(),
    administers: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** As `asker`, of a message: its author, in the language of the server. */
export function author(message: Message, at: Date): Asker {
  const { author: user, guildId, member, channelId } = message;
  return {
    platform: "discord",
    person: address("discord", user.id),
    name: member?.displayName ?? user.displayName,
    channel: address("discord", channelId),
    ...(guildId === null ? {} : { workspace: address("discord", guildId) }),
    thread: thread(channelId, user.id, guildId === null || message.channel.isThread()),
    locale: message.guild?.preferredLocale ?? "en",
    zone: "UTC",
    at: at.toISOString(),
    administers: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** Follow-ups belong to a thread or direct message as a whole, elsewhere to one person in one channel. */
const thread = (channel: string, person: string, whole: boolean) =>
  whole ? `discord:${channel}` : `discord:${channel}:${person}`;

/** A slash command with its options by name; a channel comes as an address. */
export function commandAct(interaction: ChatInputCommandInteraction, upload: Upload | undefined): Act {
  const options = interaction.options.data[0]?.options ?? [];
  return {
    kind: "command",
    group: interaction.commandName,
    name: interaction.options.getSubcommand(false) ?? "help",
    fields: Object.fromEntries(options.flatMap(fieldOf)),
    ...(upload === undefined ? {} : { upload }),
  };
}

function fieldOf(option: CommandInteractionOption): readonly (readonly [string, string])[] {
  if (option.attachment) return [];
  if (option.channel) return [[option.name, address("discord", option.channel.id)]];
  return option.value === undefined ? [] : [[option.name, String(option.value)]];
}

/** Text of the message that somebody pointed at, with that of its cards (a link's preview). */
export function checkAct(interaction: MessageContextMenuCommandInteraction): Act {
  const { content, embeds } = interaction.targetMessage;
  const cards = embeds.flatMap(({ title, description }) => [title, description]);
  return { kind: "check", text: [content, ...cards].filter((text) => text).join("\n") };
}

/** A button, or a menu with what was chosen in it. */
export const pressAct = (pressed: Pressed, chosen: string | undefined): Act => ({
  kind: "press",
  verb: pressed.verb,
  receipt: pressed.receipt,
  ...(pressed.page === undefined ? {} : { page: pressed.page }),
  ...((chosen ?? pressed.value) === undefined ? {} : { value: chosen ?? pressed.value }),
});

/** A filled-in form; fields that were left empty are left out. */
export function formAct(
  interaction: ModalSubmitInteraction,
  pressed: Pressed,
  upload: Upload | undefined,
): Act {
  const fields: Record<string, string> = {};
  for (const field of interaction.fields.fields.values()) {
    const value = "value" in field ? field.value : "attachments" in field ? "" : valuesOf(field);
    if (typeof value === "string" && value.trim() !== "") fields[field.customId] = value;
  }
  return {
    kind: "form",
    name: pressed.verb,
    ...(pressed.receipt === "" ? {} : { receipt: pressed.receipt }),
    fields: modalFields(fields),
    ...(upload === undefined ? {} : { upload }),
  };
}

const valuesOf = (field: object) => ("values" in field ? (field.values as readonly string[]).join(", ") : "");

/** A line of words without the mention of the bot; `receipt` is that of the bot's message it replies to. */
export function lineAct(message: Message, self: string, repliedTo: Message | undefined): Act {
  const text = message.content.replace(new RegExp(`<@!?${self}>`, "g"), " ").trim();
  const receipt = repliedTo && receiptOf(repliedTo);
  return { kind: "line", text, follows: true, ...(receipt ? { receipt } : {}) };
}

function receiptOf(message: Message): string | undefined {
  const ids = message.components.flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components.map(({ customId }) => customId) : [],
  );
  return ids
    .map((id) => (id === null ? undefined : readCustomId(id)?.receipt))
    .find((receipt) => receipt !== undefined && receipt !== "");
}

/** What is being typed into which option; undefined when that option offers no completions. */
export function suggestRequest(
  interaction: AutocompleteInteraction,
  menu: readonly MenuEntry[],
  limit: number,
  at: Date,
): SuggestRequest | undefined {
  const focused = interaction.options.getFocused(true);
  const name = interaction.options.getSubcommand(false);
  const entry = menu.find((one) => one.group === interaction.commandName && one.name === name);
  const kind = entry?.options.find((option) => option.name === focused.name)?.suggest;
  if (kind === undefined) return undefined;
  return { kind, typed: focused.value, limit, asker: asker(interaction, at) };
}
