import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { OURS } from "../limits.ts";
import type { Outgoing } from "../render.ts";

/** How a message is put behind a response_url. */
export type Respond = {
  /** For everyone in the channel, or for the asker alone. */
  readonly open: boolean;
  /** In the place of the message that was pressed. */
  readonly replace: boolean;
  readonly thread?: string | undefined;
};

export type Wire = {
  readonly client: webApi.WebClient;
  /** A post behind a response_url. */
  readonly respond: (url: string, message: Said, how: Respond) => Promise<void>;
  /** A message of the bot's own; returns where it stands. `once`: no second try when the outcome is not known. */
  readonly send: (
    channel: string,
    message: Said,
    how: { readonly thread?: string | undefined; readonly once: boolean },
  ) => Promise<Standing>;
  /** A sentence that one person alone sees in a channel. */
  readonly whisper: (channel: string, person: string, text: string, thread?: string) => Promise<void>;
  /** A call that may be repeated: twice does what once does. */
  readonly calmly: <T>(call: () => Promise<T>) => Promise<T>;
  /** A call that others see: repeated only when Slack says that it was not carried out. */
  readonly carefully: <T>(call: () => Promise<T>, once: boolean) => Promise<T>;
};

type Said = Pick<Outgoing, "text" | "blocks">;
export type Standing = { readonly channel: string; readonly message: string };

/**
 * What is known after a failed call. `refused`: Slack said no, and says so again. `undone`: nothing was carried out (a
 * rate limit, a connection that never stood). `failed`: Slack broke over it. `lost`: its answer did not come.
 */
export type Failure = "refused" | "undone" | "failed" | "lost";

/** A refusal of a plain request, with what it says about the time to wait. */
class HttpFailure extends Error {
  readonly status: number;
  readonly retryAfter: number | undefined;
  constructor({ status, statusText, headers }: Response) {
    super(`Slack answered ${status} ${statusText}`);
    this.status = status;
    this.retryAfter = Number(headers.get("retry-after") ?? 0);
  }
}

/** Half a minute in all, so that an answer may come late but not never. */
const WAITS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** A limit that asks for more is told to whoever waits. */
const LONGEST_WAIT_S = 60;

/**
 * Everything the adapter sends. The client must not repeat or queue by itself: one post became three when connections
 * dropped, and a limit on one channel held up all. What may be repeated is decided here. Messages to one channel go out
 * one after another.
 */
export function wire(token: string, options: webApi.WebClientOptions): Wire {
  const client = new webApi.WebClient(token, {
    ...options,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: OURS.callMs,
  });
  const inTurn = queues();
  return {
    client,
    respond: (url, { text, blocks }, { open, replace, thread }) =>
      carefully(() => {
        const body = JSON.stringify({
          text,
          ...(blocks.length > 0 ? { blocks } : {}),
          response_type: open ? "in_channel" : "ephemeral",
          replace_original: replace,
          unfurl_links: false,
          unfurl_media: false,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        });
        return postTo(url, body, { "content-type": "application/json; charset=utf-8" });
      }, false),
    send: (channel, { text, blocks }, { thread, once }) =>
      inTurn(channel, () =>
        carefully(async () => {
          const sent = await client.chat.postMessage({
            channel,
            text,
            ...(blocks.length > 0 ? { blocks: [...blocks] } : {}),
            unfurl_links: false,
            unfurl_media: false,
            ...(thread === undefined ? {} : { thread_ts: thread }),
          });
          return { channel: sent.channel ?? channel, message: sent.ts ?? "" };
        }, once),
      ),
    whisper: async (channel, user, text, thread) => {
      const thread_ts = thread === undefined ? {} : { thread_ts: thread };
      await carefully(() => client.chat.postEphemeral({ channel, user, text, ...thread_ts }), false);
    },
    calmly: (call) => repeating(["undone", "failed", "lost"], call),
    carefully,
  };
}

const carefully = <T>(call: () => Promise<T>, once: boolean) =>
  repeating(once ? ["undone"] : ["undone", "failed"], call);

/** What became of a call that threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return "undone";
  if (error instanceof webApi.WebAPIPlatformError)
    return BROKEN.includes(error.data.error) ? "failed" : "refused";
  const status = statusOf(error);
  if (status === 429) return "undone";
  if (status !== undefined) return status >= 500 ? "failed" : "refused";
  return NEVER_SENT.includes(causeOf(error)) ? "undone" : "lost";
}

/** Slack's own code of a refusal, such as `channel_not_found`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

/** An error as the log may have it: without the message that was to be sent. */
export function loggable(error: unknown): unknown {
  const code = codeOf(error) ?? statusOf(error);
  if (code !== undefined) return { code, message: error instanceof Error ? error.message : String(error) };
  return error;
}

/** Slack says of these that a part may have been carried out. */
const BROKEN = ["internal_error", "fatal_error", "service_unavailable", "request_timeout"];
const NEVER_SENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpFailure) return error.status;
  return error instanceof webApi.WebAPIHTTPError ? error.statusCode : undefined;
}

/** The system's code of a broken connection: fetch keeps it in the cause of the cause. */
function causeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ("code" in at && NEVER_SENT.includes(String(at.code))) return String(at.code);
    at = at instanceof webApi.WebAPIRequestError ? at.original : at.cause;
  }
  return "";
}

function waitOf(error: unknown): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter;
  return error instanceof HttpFailure ? error.retryAfter : undefined;
}

async function repeating<T>(after: readonly Failure[], attempt: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await attempt();
    } catch (error) {
      const asked = waitOf(error) ?? 0;
      if (!after.includes(failureOf(error)) || !(asked <= LONGEST_WAIT_S)) throw error;
      await sleep(Math.max(wait, asked * 1_000));
    }
  }
  return await attempt();
}

/** A plain POST to an address that Slack gave; throws unless it was taken. */
export async function postTo(
  url: string,
  body: string | FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const signal = AbortSignal.timeout(OURS.callMs);
  const response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal });
  await response.arrayBuffer();
  if (!response.ok) throw new HttpFailure(response);
}

/** One after another for each channel. */
function queues(): <T>(channel: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (channel, work) => {
    const mine = (last.get(channel) ?? Promise.resolve()).then(work, work);
    const settled = mine.catch(() => {}).finally(() => last.get(channel) === settled && last.delete(channel));
    last.set(channel, settled);
    return mine;
  };
}
