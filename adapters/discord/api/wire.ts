import { setTimeout as sleep } from "node:timers/promises";
import {
  type APIInteractionResponse,
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  type RawFile,
  type REST,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from "discord.js";
import { LIMITS } from "../limits.ts";
import type { Outgoing } from "../render.ts";

/** What an interaction is answered by. */
export type Ticket = { readonly id: string; readonly token: string; readonly applicationId: string };

export type Wire = {
  /**
   * The first response. True when Discord has it, also when its answer was lost on the way; false when it came
   * too late to be taken, or the interaction was answered before (it was delivered twice, or to a second process).
   */
  readonly respond: (
    to: Ticket,
    body: APIInteractionResponse,
    files?: readonly RawFile[],
  ) => Promise<boolean>;
  /** Replaces the first response, or the message that a button stood under. Repeating it changes nothing. */
  readonly edit: (to: Ticket, message: Outgoing) => Promise<void>;
  /**
   * A further message. One that others see is never repeated, so that an unknown outcome is an error; twice the same
   * for the asker alone is better than none.
   */
  readonly follow: (to: Ticket, message: Outgoing, hidden: boolean) => Promise<void>;
  /** A message of the bot's own. The nonce makes repeating it safe; `once` does not repeat it all the same. */
  readonly send: (
    channel: string,
    message: Outgoing,
    options: { readonly nonce: string; readonly once: boolean; readonly replyTo?: string },
  ) => Promise<string>;
};

/** Discord's codes that the adapter knows: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const CODES = {
  unknownChannel: 10_003,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotMessage: 50_007,
  missingPermissions: 50_013,
} as const;

/** A minute in all: an answer may come late, but not after its token has run out. */
const WAITS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
/** Three tries of the first response stay within its time, with some of it left for the way. */
const RESPOND_TRIES = 3;
const RESPOND_MS = (LIMITS.acknowledgeMs - 600) / RESPOND_TRIES;

/**
 * Everything the adapter sends. `rest` must not repeat requests by itself (`retries: 0`): what may be repeated is
 * decided here, by whether it could be carried out twice. Rate limits it waits out, since they say that nothing
 * was done.
 */
export function wire(rest: REST): Wire {
  return {
    async respond(to, body, files) {
      for (let tries = 1; ; tries++) {
        try {
          const signal = AbortSignal.timeout(RESPOND_MS);
          const route = Routes.interactionCallback(to.id, to.token);
          await rest.post(route, { body, auth: false, signal, ...(files ? { files: [...files] } : {}) });
          return true;
        } catch (error) {
          // Only after a try whose outcome is not known can it be our own that was taken.
          if (codeOf(error) === CODES.alreadyAcknowledged) return tries > 1;
          if (codeOf(error) === CODES.unknownInteraction) return false;
          if (refused(error) || tries === RESPOND_TRIES) throw error;
        }
      }
    },

    edit: (to, message) =>
      patiently(async () => {
        const route = Routes.webhookMessage(to.applicationId, to.token, "@original");
        await rest.patch(route, { body: message.body, files: [...message.files], auth: false });
      }),

    async follow(to, message, hidden) {
      const body = { ...message.body, ...(hidden ? { flags: MessageFlags.Ephemeral } : {}) };
      const route = Routes.webhook(to.applicationId, to.token);
      const post = () => rest.post(route, { body, files: [...message.files], auth: false });
      await (hidden ? patiently(post) : post());
    },

    async send(channel, message, { nonce, once, replyTo }) {
      const reference = { message_id: replyTo ?? "", fail_if_not_exists: false };
      const body = {
        ...message.body,
        nonce,
        enforce_nonce: true,
        ...(replyTo === undefined ? {} : { message_reference: reference }),
      };
      let doubt: unknown;
      const post = async () => {
        try {
          return await rest.post(Routes.channelMessages(channel), { body, files: [...message.files] });
        } catch (error) {
          if (!refused(error)) doubt ??= error;
          throw error;
        }
      };
      try {
        const sent = (await (once ? post() : patiently(post))) as RESTPostAPIChannelMessageResult;
        return sent.id;
      } catch (error) {
        // That the last try was refused does not tell what became of one whose answer was lost.
        throw doubt ?? error;
      }
    },
  };
}

/** Discord's own code of a refusal. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : undefined;
}

/**
 * An error as the log may have it: Discord's carry the whole message and the interaction's token with them, which
 * stay out of the log.
 */
export function loggable(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return error;
  const { status, method, message } = error;
  return { status, method, message, code: codeOf(error) };
}

/** Whether Discord said no: then nothing was done, and repeating is of no use. */
export const refused = (error: unknown): boolean =>
  error instanceof DiscordAPIError || (error instanceof HTTPError && error.status < 500);

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await attempt();
    } catch (error) {
      if (refused(error)) throw error;
      await sleep(wait);
    }
  }
  return await attempt();
}
