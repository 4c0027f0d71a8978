import { createHash } from "node:crypto";
import { DiscordAPIError } from "discord.js";
import type { Posted } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import { LIMITS } from "../limits.ts";
import { type Outgoing, render } from "../render.ts";
import { CODES, codeOf, refused, type Wire } from "./wire.ts";

/**
 * Posts a reply to a channel. The key becomes the nonce, by which Discord knows the same post again within some
 * minutes; further messages of a long reply have keys made from it. `sent` names the first message.
 */
export async function post(
  wire: Wire,
  channel: string,
  reply: Reply,
  { key, once }: { readonly key: string; readonly once: boolean },
): Promise<Posted> {
  let first: string | undefined;
  try {
    for (const [n, message] of render(reply, "public").entries()) {
      const how = { nonce: n === 0 ? nonce(key) : hashed(`${key} ${n}`), once };
      const id = await wire.send(channel, message, how).catch((error: unknown) => {
        // A channel that takes no files takes the words: a post is not lost over its picture.
        if (message.files.length === 0 || !refused(error)) throw error;
        return wire.send(channel, withoutFiles(message), how);
      });
      first ??= id;
    }
    return { kind: "sent", message: first ?? "" };
  } catch (error) {
    if (first !== undefined) return { kind: "unknown", detail: `only a part of it arrived: ${words(error)}` };
    return outcome(error);
  }
}

const withoutFiles = ({ body }: Outgoing): Outgoing => ({ body: { ...body, attachments: [] }, files: [] });

function outcome(error: unknown): Posted {
  const detail = words(error);
  switch (codeOf(error)) {
    case CODES.unknownChannel:
      return { kind: "lost", why: "no-channel", detail };
    case CODES.missingAccess:
      return { kind: "lost", why: "not-in-channel", detail };
    case CODES.missingPermissions:
    case CODES.cannotMessage:
      return { kind: "lost", why: "no-permission", detail };
    default:
      return refused(error) ? { kind: "failed", detail } : { kind: "unknown", detail };
  }
}

const words = (error: unknown) =>
  error instanceof DiscordAPIError
    ? `${error.message} (${error.code})`
    : error instanceof Error
      ? error.message
      : String(error);

const nonce = (key: string) => (key.length <= LIMITS.nonce ? key : hashed(key));
const hashed = (text: string) =>
  createHash("sha256")
    .update(text)
    .digest("base64url")
    .slice(0, LIMITS.nonce - 1);
