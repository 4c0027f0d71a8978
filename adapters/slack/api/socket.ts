import { setTimeout as sleep } from "node:timers/promises";
import { type Logger, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { Log } from "../../../src/chat/platform.ts";
import { OURS } from "../limits.ts";
import type { Inbox } from "./inbox.ts";
import { reason } from "./reasons.ts";
import { loggable } from "./wire.ts";

/**
 * Socket Mode. The library's own way to connect again leaves a rejected promise behind when Slack can't be reached or
 * refuses the token, and then stays away for good; so it is switched off, and the connection is held from here.
 */
export function socketInbox(
  appToken: string,
  options: webApi.WebClientOptions,
  logger: Logger,
  log: Log,
): Inbox & { readonly receiver: SocketModeReceiver } {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    clientPingTimeout: OURS.pingMs,
    installerOptions: {
      clientOptions: {
        ...options,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: OURS.callMs,
      },
    },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: loggable(error) }, "Slack: a payload could not be handled");
      return false;
    },
  });
  const { client } = receiver;
  const closed = new AbortController();
  let state = { ready: false, detail: "not connected yet" };
  survive(client, log);

  async function connect(): Promise<Connection> {
    const gone = new Promise((resolve) => client.once("disconnected", resolve));
    await client.start();
    state = { ready: true, detail: "connected" };
    return { gone };
  }

  async function hold(first: Connection): Promise<void> {
    let connection: Connection | undefined = first;
    while (connection !== undefined) {
      await connection.gone;
      if (closed.signal.aborted) return;
      state = { ready: false, detail: "the connection was lost; connecting again" };
      log.warn({}, "Slack: the connection was lost; connecting again");
      connection = await again();
      if (connection !== undefined) log.info({}, "Slack: connected again");
    }
  }

  async function again(): Promise<Connection | undefined> {
    for (let failures = 0; !closed.signal.aborted; failures++) {
      const wait = OURS.reconnectMs[Math.min(failures, OURS.reconnectMs.length - 1)] ?? 0;
      await sleep(wait, undefined, { signal: closed.signal }).catch(() => {});
      if (closed.signal.aborted) break;
      try {
        return await connect();
      } catch (error) {
        state = { ready: false, detail: reason(error, "app") };
        log.error({ err: loggable(error) }, state.detail);
      }
    }
    return undefined;
  }

  return {
    receiver,
    state: () => state,
    async start() {
      try {
        void hold(await connect());
      } catch (error) {
        throw new Error(reason(error, "app"), { cause: error });
      }
    },
    async close() {
      closed.abort();
      state = { ready: false, detail: "closed" };
      await Promise.race([client.disconnect().catch(() => {}), sleep(1_000, undefined, { ref: false })]);
    },
  };
}

/** A connection that stands; `gone` resolves at its end. */
type Connection = { readonly gone: Promise<unknown> };

/**
 * The library reads a message in a listener whose promise nobody awaits, and stumbles over one that is no event, such
 * as `app_rate_limited`: unguarded, that ends the process.
 */
function survive(client: SocketModeReceiver["client"], log: Log): void {
  const listeners = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: unknown, isBinary: unknown) => {
    for (const listener of listeners)
      void Promise.resolve(listener(data, isBinary)).catch((error: unknown) =>
        log.warn({ err: error, limited: String(data).includes("app_rate_limited") }, UNREAD),
      );
  });
}

const UNREAD =
  "Slack: a message that is no event was passed by (app_rate_limited among them: Slack holds events back for a while)";
