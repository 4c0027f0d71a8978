import type { Posted } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import { filesOf, render } from "../render.ts";
import { upload } from "./files.ts";
import { codeOf, failureOf, type Standing, type Wire } from "./wire.ts";

/**
 * Posts a reply to a channel, or to a person. Slack knows no key by which it would recognise a post again, so `once` is
 * kept by not trying again. `sent` names the first message by its timestamp.
 *
 * A picture goes into the thread of the post, after it, and `later` takes the rest of its way: Slack shares a file only
 * by a message of its own, so in the channel it could be taken for a second post, and shared before the words it could
 * stand there twice where these have to be posted again. What becomes of it changes nothing of what is returned.
 */
export async function post(
  wire: Wire,
  channel: string,
  { picture, ...said }: Reply,
  once: boolean,
  later: (picture: Promise<void>) => void,
): Promise<Posted> {
  let first: Standing | undefined;
  try {
    const stage = /^[DUW]/.test(channel) ? "direct" : "public";
    for (const message of render(said, stage)) {
      const standing = await wire.send(channel, message, { once });
      first ??= standing;
      for (const file of message.files) await upload(wire, file, standing.channel, { once });
    }
    const thread = first?.message;
    for (const file of filesOf({ picture }))
      later(upload(wire, file, first?.channel ?? channel, { thread, once: true }));
    return { kind: "sent", message: first?.message ?? "" };
  } catch (error) {
    if (first !== undefined) return { kind: "unknown", detail: `only a part of it arrived: ${words(error)}` };
    return outcome(error);
  }
}

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors */
function outcome(error: unknown): Posted {
  const detail = words(error);
  const lost = LOST[codeOf(error) ?? ""];
  if (lost) return { kind: "lost", why: lost[0], detail: `${lost[1]} (${detail})` };
  return ["refused", "undone"].includes(failureOf(error))
    ? { kind: "failed", detail }
    : { kind: "unknown", detail };
}

type Lost = Extract<Posted, { kind: "lost" }>["why"];
const UNSEEN = [
  "no-channel",
  "there is no such channel, or the bot does not see it: invite it there with /invite",
] as const;
const BARRED = ["no-permission", "this channel's settings do not let the bot post"] as const;
const UNGRANTED = [
  "no-permission",
  "the app may not post here: its permissions have to be renewed in the workspace",
] as const;

const LOST: Readonly<Record<string, readonly [Lost, string]>> = {
  channel_not_found: UNSEEN,
  is_archived: ["no-channel", "the channel is archived"],
  messages_tab_disabled: ["no-channel", "the app takes no direct messages"],
  not_in_channel: ["not-in-channel", "the bot is no member of the channel: invite it there with /invite"],
  restricted_action: BARRED,
  restricted_action_read_only_channel: BARRED,
  restricted_action_thread_only_channel: BARRED,
  restricted_action_non_threadable_channel: BARRED,
  no_permission: UNGRANTED,
  missing_scope: UNGRANTED,
  ekm_access_denied: UNGRANTED,
  access_denied: UNGRANTED,
};

const words = (error: unknown) => codeOf(error) ?? (error instanceof Error ? error.message : String(error));
