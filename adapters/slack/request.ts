import type { BlockSuggestion, SlashCommand, types, ViewOutput } from "@slack/bolt";
import { address } from "../../src/chat/address.ts";
import type { Act, Asker, SuggestRequest, Upload } from "../../src/chat/request.ts";
import type { Attached } from "./api/download.ts";
import type { Profile } from "./api/people.ts";
import { type Pressed, readActionId } from "./card/action-id.ts";
import { written } from "./card/escape.ts";

/** Who did something, and where. */
export type Doer = {
  readonly person: string;
  /** A channel's id, or a person's where it happened in no channel. */
  readonly channel: string;
  readonly team?: string | undefined;
  /** The timestamp of the thread's first message. */
  readonly thread?: string | undefined;
};

/** Who asks, with what Slack tells of them. */
export function asker({ person, channel, team, thread }: Doer, profile: Profile, at: Date): Asker {
  return {
    platform: "slack",
    person: address("slack", person),
    ...(profile.name === undefined ? {} : { name: profile.name }),
    channel: address("slack", channel),
    ...(team === undefined ? {} : { workspace: address("slack", team) }),
    thread: threadOf(person, channel, thread),
    locale: profile.locale,
    zone: profile.zone,
    at: at.toISOString(),
    administers: profile.administers,
  };
}

/** Follow-ups belong to a thread or direct message as a whole, elsewhere to one person in one channel. */
function threadOf(person: string, channel: string, thread: string | undefined): string {
  if (thread !== undefined) return `slack:${channel}:${thread}`;
  return /^D/.test(channel) ? `slack:${channel}` : `slack:${channel}:${person}`;
}

/** A slash command as the line that it is, and whether it ends in the word `public`. */
export function commandAct({ command, text }: Pick<SlashCommand, "command" | "text">): {
  readonly act: Act;
  readonly open: boolean;
} {
  const line = written(addressed(text));
  const said = line.replace(/(?:^|\s+)public$/i, "");
  return {
    act: { kind: "line", text: `${command} ${said}`.trim(), follows: false },
    open: said !== line,
  };
}

/** `channel:<#C1|general>` names a channel of this platform, and `person:<@U1|ann>` somebody here: their addresses. */
const addressed = (text: string) =>
  text.replace(
    /\b([a-z][a-z-]*:)<[#@]([A-Z]\w+)(?:\|[^<>]*)?>/g,
    (_, key: string, id: string) => `${key}slack:${id}`,
  );

/** A line of words without the mention of the bot. */
export const lineAct = (text: string, self: string): Act => ({
  kind: "line",
  text: written(text, self),
  follows: true,
});

/** A button, or a menu with what was chosen in it. */
export const pressAct = (pressed: Pressed, chosen: string | undefined): Act => ({
  kind: "press",
  verb: pressed.verb,
  receipt: pressed.receipt,
  ...(pressed.page === undefined ? {} : { page: pressed.page }),
  ...((chosen ?? pressed.value) === undefined ? {} : { value: chosen ?? pressed.value }),
});

/** A filled-in form; fields that were left empty are left out. */
export function formAct(pressed: Pressed, values: Filled["fields"], upload: Upload | undefined): Act {
  return {
    kind: "form",
    name: pressed.verb,
    ...(pressed.receipt === "" ? {} : { receipt: pressed.receipt }),
    fields: values,
    ...(upload === undefined ? {} : { upload }),
  };
}

export type Filled = {
  readonly fields: Readonly<Record<string, string>>;
  readonly attached?: Attached;
};

/** What stands in a view's fields, by the names of their blocks. */
export function filledIn(values: ViewOutput["state"]["values"]): Filled {
  const states = Object.entries(values).flatMap(([name, elements]) =>
    Object.values(elements).map((state) => ({ name, state })),
  );
  const said = states.flatMap(({ name, state }) => {
    const value = state.value ?? state.selected_option?.value ?? "";
    return value.trim() === "" ? [] : [[name, value] as const];
  });
  const file = states.flatMap(({ state }) => state.files ?? [])[0];
  const url = file?.url_private_download ?? file?.url_private;
  return {
    fields: Object.fromEntries(said),
    ...(file && url ? { attached: { name: file.name ?? "document.txt", url, size: file.size ?? 0 } } : {}),
  };
}

/** Text of the message that somebody pointed at, with that of its attachments (a link's preview). */
export function checkAct({
  text,
  attachments,
}: {
  readonly text?: string;
  readonly attachments?: readonly types.MessageAttachment[];
}): Act {
  const cards = (attachments ?? []).flatMap((card) =>
    card.title || card.text ? [card.title, card.text] : [card.fallback],
  );
  const told = [text, ...cards].filter((each) => each).map((each) => written(each ?? ""));
  return { kind: "check", text: told.join("\n") };
}

/** What is being typed into which field; undefined when that field offers no completions. */
export function suggestRequest(
  { action_id, value }: Pick<BlockSuggestion, "action_id" | "value">,
  limit: number,
  who: Asker,
): SuggestRequest | undefined {
  const kind = readActionId(action_id)?.value;
  return kind === undefined
    ? undefined
    : { kind: kind as SuggestRequest["kind"], typed: value, limit, asker: who };
}
