import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionResponseType,
  type ModalSubmitInteraction,
} from "discord.js";
import { plain } from "../../../src/chat/plain.ts";
import type { Bot, Clock, Log } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import type { Act, Request } from "../../../src/chat/request.ts";
import { type Attached, download } from "../api/download.ts";
import type { Wire } from "../api/wire.ts";
import { readCustomId } from "../card/custom-id.ts";
import { modal } from "../card/modal.ts";
import { LIMITS } from "../limits.ts";
import { asker, checkAct, commandAct, formAct, pressAct, suggestRequest } from "../request.ts";
import {
  type Answerable,
  defer,
  deferUpdate,
  finishing,
  isOwn,
  type Press,
  showFirst,
  showNext,
  words,
} from "./show.ts";

export type Surroundings = {
  readonly bot: Bot;
  readonly wire: Wire;
  readonly log: Log;
  readonly clock: Clock;
  /** An answer within its time, or a plain reply in its place; never throws. */
  readonly answer: (request: Request) => Promise<Reply>;
  readonly cdn: string | undefined;
};

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
  await signed(around, interaction, defer, async () => {
    const act = await read();
    const reply =
      "title" in act ? act : await around.answer({ asker: asker(interaction, around.clock()), act });
    await showFirst(around.wire, interaction, reply);
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
  await signed(around, interaction, own ? deferUpdate : defer, async () => {
    const reply = await around.answer(request);
    if (turns) await showFirst(around.wire, interaction, { ...reply, audience: "private" });
    else if (own) await showNext(around.wire, interaction, reply);
    else await showFirst(around.wire, interaction, reply);
  });
}

/** A form must be the first sign, so the bot is asked before: its answer to such a press comes from memory. */
async function openForm(around: Surroundings, interaction: Press, request: Request): Promise<void> {
  const reply = await around.answer(request);
  if (reply.form === undefined) return await tell(around, interaction, reply);
  const data = modal(reply.form, reply.receipt);
  const open = () => around.wire.respond(interaction, { type: InteractionResponseType.Modal, data });
  await signed(around, interaction, open, async () => {});
}

/** A reply where there was nothing to think about. */
async function tell(around: Surroundings, interaction: Answerable, reply: Reply): Promise<void> {
  await signed(around, interaction, defer, () => showFirst(around.wire, interaction, reply));
}

/** Gives the first sign, and does the work when Discord took it. */
async function signed<T extends Answerable>(
  { wire, log }: Surroundings,
  interaction: T,
  sign: (wire: Wire, interaction: T) => Promise<boolean>,
  work: () => Promise<void>,
): Promise<void> {
  if (await sign(wire, interaction)) await finishing(wire, interaction, work);
  else
    log.warn(
      { interaction: interaction.id },
      "Discord: an interaction was left, since its first sign came too late or it was answered before",
    );
}

async function fetched(around: Surroundings, attached: Attached) {
  const got = await download(attached, around.cdn);
  return "upload" in got ? got.upload : words("The file was not taken", got.problem);
}

const outdated = () =>
  words("This button is no longer known", "It is from an older version. Please ask the question again.");
