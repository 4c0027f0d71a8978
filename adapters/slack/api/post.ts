import type { Posted } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import { render } from "../render.ts";
import { upload } from "./files.ts";
import { codeOf, failureOf, type Wire } from "./wire.ts";

/**
 * Posts a reply to a channel, or to a person. Slack knows no key by which it would recognise a post again, so `once` is
 * kept by not trying again. `sent` names the first message by its timestamp.
 */
export async function post(wire: Wire, channel: string, reply: Reply, once: boolean): Promise<Posted> {
  let first: string | undefined;
  try {
    const stage = /^[DUW]/.test(channel) ? "direct" : "public";
    for (const message of render(reply, stage)) {
      const standing = await wire.send(channel, message, { once });
      first ??= standing.message;
      for (const file of message.files) await upload(wire, file, standing.channel, { once });
    }
    return { kind: "sent", message: first ?? "" };
  } catch (error) {
    if (first !== undefined) return { kind: "unknown", detail: `only a part of it arrived: ${words(error)}` };
    return outcome(error);
  }
}

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors */
function outcome(error: unknown): Posted {
  const detail = words(error);
  switch (codeOf(error)) {
    case "channel_not_found":
    case "is_archived":
    case "messages_tab_disabled":
      return { kind: "lost", why: "no-channel", detail };
    case "not_in_channel":
      return { kind: "lost", why: "not-in-channel", detail };
    case "restricted_action":
    case "restricted_action_read_only_channel":
    case "restricted_action_thread_only_channel":
    case "restricted_action_non_threadable_channel":
    case "no_permission":
    case "missing_scope":
    case "ekm_access_denied":
    case "access_denied":
      return { kind: "lost", why: "no-permission", detail };
    default:
      return ["refused", "undone"].includes(failureOf(error))
        ? { kind: "failed", detail }
        : { kind: "unknown", detail };
  }
}

const words = (error: unknown) => codeOf(error) ?? (error instanceof Error ? error.message : String(error));
