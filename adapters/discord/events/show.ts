import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Reply } from "../../../src/chat/reply.ts";
import type { Wire } from "../api/wire.ts";
import { type Outgoing, render, type Stage } from "../render.ts";

export type Press = ButtonInteraction | StringSelectMenuInteraction;
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | Press;

/** "Thinking…", for the asker alone in a server. False when it came too late to be taken. */
export async function defer(wire: Wire, interaction: Answerable): Promise<boolean> {
  return await wire.respond(interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: hidden(interaction) ? { flags: MessageFlags.Ephemeral } : {},
  });
}

/** A last word as the first sign. */
export async function turnAway(wire: Wire, interaction: Interaction, why: string): Promise<void> {
  if (!interaction.isRepliable()) return;
  const flags = hidden(interaction) ? { flags: MessageFlags.Ephemeral as const } : {};
  await wire.respond(interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...sentence(why).body, ...flags },
  });
}

/** A sign that leaves the message as it is. */
export async function deferUpdate(wire: Wire, interaction: Press): Promise<boolean> {
  return await wire.respond(interaction, { type: InteractionResponseType.DeferredMessageUpdate });
}

/** In a server answers are for the asker alone; a direct message is private by itself, and keeps its history. */
const hidden = (interaction: Interaction) => interaction.guildId !== null;
const stageOf = (interaction: Answerable): Stage => (hidden(interaction) ? "private" : "direct");

/** Whether a message is for the one who pressed alone. */
export const isOwn = ({ message, guildId }: Press) =>
  message.flags.has(MessageFlags.Ephemeral) || guildId === null;

/** Puts a reply in the place of "thinking…" or of the message that the button stood under. */
export async function showFirst(wire: Wire, interaction: Answerable, reply: Reply): Promise<void> {
  if (reply.audience === "public" && hidden(interaction)) {
    // The first message after "thinking…" would take its place, and be as hidden.
    await wire.edit(interaction, sentence("Posted to this channel."));
    return await showNext(wire, interaction, reply);
  }
  const [first, ...more] = render(reply, stageOf(interaction));
  if (first) await wire.edit(interaction, first);
  for (const message of more) await wire.follow(interaction, message, hidden(interaction));
}

/** Adds a reply below, for everyone when it is public. */
export async function showNext(wire: Wire, interaction: Answerable, reply: Reply): Promise<void> {
  const open = reply.audience === "public";
  const stage = open && hidden(interaction) ? "public" : stageOf(interaction);
  for (const message of render(reply, stage))
    await wire.follow(interaction, message, hidden(interaction) && !open);
}

/** Does the work; where it fails the person is told before the error goes on to the log. */
export async function finishing(
  wire: Wire,
  interaction: Answerable,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Where even this is refused nothing more can be said; the first error tells the log why.
    await apologise(wire, interaction).catch(() => {});
    throw error;
  }
}

/** The last word where an answer could not be shown: "thinking…" never stays. */
export async function apologise(
  wire: Wire,
  interaction: RepliableInteraction,
  words = UNSHOWN,
): Promise<void> {
  const under = interaction.isButton() || interaction.isStringSelectMenu();
  if (under && isOwn(interaction)) await wire.follow(interaction, sentence(words), hidden(interaction));
  else await wire.edit(interaction, sentence(words));
}

const UNSHOWN =
  "The answer could not be shown: Discord did not take it, or its word got lost. If you shared something, " +
  "look whether it stands in the channel before you press again. Otherwise please ask again.";

export const words = (title: string, text: string): Reply => ({ title, text: [text], audience: "private" });
const sentence = (text: string): Outgoing => render(words("Attaché", text), "private")[0]!;
