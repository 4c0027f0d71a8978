import {
  type AutocompleteInteraction,
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
import type { Bot, Clock, Log } from "../../src/chat/platform.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Act, Request } from "../../src/chat/request.ts";
import { readCustomId } from "./custom-id.ts";
import { type Attached, download } from "./download.ts";
import { plain } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { modal } from "./modal.ts";
import { type Outgoing, render, type Stage } from "./render.ts";
import { asker, checkAct, commandAct, formAct, pressAct, suggestRequest } from "./request.ts";
import type { Wire } from "./wire.ts";

export type Surroundings = {
  readonly bot: Bot;
  readonly wire: Wire;
  readonly log: Log;
  readonly clock: Clock;
  /** An answer within its time, or a plain reply in its place; never throws. */
  readonly answer: (request: Request) => Promise<Reply>;
  readonly cdn: string | undefined;
};

type Press = ButtonInteraction | StringSelectMenuInteraction;
type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | Press;

/**
 * Handles one interaction from its first sign to its last word. What was acknowledged and could not be answered
 * ends in a plain sentence; the error is thrown on for the log.
 */
export function interactions(around: Surroundings): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    if (interaction.isAutocomplete()) await suggest(around, interaction);
    else if (interaction.isChatInputCommand()) await command(around, interaction);
    else if (interaction.isMessageContextMenuCommand())
      await thinking(around, interaction, () => checkAct(interaction));
    else if (interaction.isModalSubmit()) await form(around, interaction);
    else if (interaction.isButton() || interaction.isStringSelectMenu()) await press(around, interaction);
  };
}

/** Completions come from memory and can't be deferred. */
async function suggest(
  { bot, wire, clock }: Surroundings,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const request = suggestRequest(interaction, bot.menu, LIMITS.choices, clock());
  const found = request === undefined ? [] : bot.suggest(request);
  const choices = found
    .filter(({ value }) => value !== "" && value.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices)
    .map(({ value, label }) => ({ name: plain(label, LIMITS.choiceName) || value, value }));
  await wire.respond(interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

async function command(around: Surroundings, interaction: ChatInputCommandInteraction): Promise<void> {
  const options = interaction.options.data[0]?.options ?? [];
  const attached = options.find(({ attachment }) => attachment)?.attachment;
  await thinking(around, interaction, async () => {
    const upload = attached ? await fetched(around, attached) : undefined;
    return upload !== undefined && "title" in upload ? upload : commandAct(interaction, upload);
  });
}

async function form(around: Surroundings, interaction: ModalSubmitInteraction): Promise<void> {
  const pressed = readCustomId(interaction.customId);
  if (pressed === undefined) return await tell(around, interaction, outdated());
  const attached = [...interaction.fields.fields.values()]
    .flatMap((field) => ("attachments" in field ? [...field.attachments.values()] : []))
    .at(0);
  await thinking(around, interaction, async () => {
    const upload = attached ? await fetched(around, attached) : undefined;
    return upload !== undefined && "title" in upload ? upload : formAct(interaction, pressed, upload);
  });
}

/** Acknowledges, asks the bot, shows its reply. An act that can't be had is already the reply that says why. */
async function thinking(
  around: Surroundings,
  interaction: Exclude<Answerable, Press>,
  read: () => Act | Reply | Promise<Act | Reply>,
): Promise<void> {
  if (!(await defer(around, interaction))) return;
  await finishing(around, interaction, async () => {
    const act = await read();
    const reply =
      "title" in act ? act : await around.answer({ asker: asker(interaction, around.clock()), act });
    await showFirst(around, interaction, reply);
  });
}

/**
 * A button or menu. Under a message for the asker alone a page turns in its place, and so does the question that a
 * pick settles; all else is added below. Under a message that everyone sees it answers whoever pressed it, and
 * leaves the message as it is.
 */
async function press(around: Surroundings, interaction: Press): Promise<void> {
  const pressed = readCustomId(interaction.customId);
  if (pressed === undefined) return await tell(around, interaction, outdated());
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const request = { asker: asker(interaction, around.clock()), act: pressAct(pressed, chosen) };
  if (pressed.form) return await openForm(around, interaction, request);
  const turns = pressed.verb === "pick" || (pressed.page !== undefined && pressed.verb !== "share");
  const own = isOwn(interaction);
  if (!(own ? await deferUpdate(around, interaction) : await defer(around, interaction))) return;
  await finishing(around, interaction, async () => {
    const reply = await around.answer(request);
    if (turns) await showFirst(around, interaction, { ...reply, audience: "private" });
    else if (own) await showNext(around, interaction, reply);
    else await showFirst(around, interaction, reply);
  });
}

/** Whether a message is for the one who pressed alone. */
const isOwn = ({ message, guildId }: Press) => message.flags.has(MessageFlags.Ephemeral) || guildId === null;

/** A form must be the first sign, so the bot is asked before: its answer to such a press comes from memory. */
async function openForm(around: Surroundings, interaction: Press, request: Request): Promise<void> {
  const reply = await around.answer(request);
  if (reply.form === undefined) return await tell(around, interaction, reply);
  const data = modal(reply.form, reply.receipt);
  if (!(await around.wire.respond(interaction, { type: InteractionResponseType.Modal, data })))
    late(around, interaction);
}

/** A reply as the first sign, where there was nothing to think about. */
async function tell(around: Surroundings, interaction: Answerable, reply: Reply): Promise<void> {
  if (!(await defer(around, interaction))) return;
  await finishing(around, interaction, () => showFirst(around, interaction, reply));
}

async function defer(around: Surroundings, interaction: Answerable): Promise<boolean> {
  const taken = await around.wire.respond(interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: hidden(interaction) ? { flags: MessageFlags.Ephemeral } : {},
  });
  if (!taken) late(around, interaction);
  return taken;
}

async function deferUpdate(around: Surroundings, interaction: Press): Promise<boolean> {
  const taken = await around.wire.respond(interaction, {
    type: InteractionResponseType.DeferredMessageUpdate,
  });
  if (!taken) late(around, interaction);
  return taken;
}

/** In a server answers are for the asker alone; a direct message is private by itself, and keeps its history. */
const hidden = (interaction: Interaction) => interaction.guildId !== null;
const stageOf = (interaction: Answerable): Stage => (hidden(interaction) ? "private" : "direct");

/** Puts a reply in the place of "thinking…" or of the message that the button stood under. */
async function showFirst(around: Surroundings, interaction: Answerable, reply: Reply): Promise<void> {
  if (reply.audience === "public" && hidden(interaction)) {
    await showNext(around, interaction, reply);
    return await around.wire.edit(interaction, sentence("Posted to this channel."));
  }
  const [first, ...more] = render(reply, stageOf(interaction));
  if (first) await around.wire.edit(interaction, first);
  for (const message of more) await around.wire.follow(interaction, message, hidden(interaction));
}

/** Adds a reply below, for everyone when it is public. */
async function showNext(around: Surroundings, interaction: Answerable, reply: Reply): Promise<void> {
  const open = reply.audience === "public";
  const stage = open && hidden(interaction) ? "public" : stageOf(interaction);
  for (const message of render(reply, stage))
    await around.wire.follow(interaction, message, hidden(interaction) && !open);
}

async function finishing(
  around: Surroundings,
  interaction: Answerable,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await apologise(around.wire, interaction);
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

async function fetched(around: Surroundings, attached: Attached) {
  const got = await download(attached, around.cdn);
  return "upload" in got ? got.upload : words("The file was not taken", got.problem);
}

const words = (title: string, text: string): Reply => ({ title, text: [text], audience: "private" });
const sentence = (text: string): Outgoing => render(words("Attaché", text), "private")[0]!;
const outdated = () =>
  words("This button is no longer known", "It is from an older version. Please ask the question again.");

function late({ log }: Surroundings, { id }: Interaction): void {
  log.warn({ interaction: id }, "Discord took the first sign of an interaction as too late");
}
