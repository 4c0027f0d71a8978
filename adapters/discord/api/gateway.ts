import { Client, DiscordAPIError, Events, GatewayIntentBits, Options, Partials } from "discord.js";
import type { Log } from "../../../src/chat/platform.ts";
import { loggable } from "./wire.ts";

export type State = { readonly ready: boolean; readonly detail: string };

type Gateway = {
  readonly client: Client;
  readonly state: () => State;
  /** From now on the end of the connection is meant. */
  readonly left: () => void;
};

/** The client with no privileged intent, and how its connection is. */
export function gateway(api: string | undefined, log: Log): Gateway {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come from channels that are not in the cache.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 20 }),
    rest: { version: "10", ...(api === undefined ? {} : { api }) },
  });
  let state: State = { ready: false, detail: "not connected yet" };
  let leaving = false;
  const now = (ready: boolean, detail: string) => {
    state = { ready, detail };
  };

  client.on(Events.ClientReady, () => now(true, "connected"));
  client.on(Events.ShardReady, () => now(true, "connected"));
  client.on(Events.ShardResume, () => {
    now(true, "connected");
    log.info({}, "Discord: the connection was resumed");
  });
  client.on(Events.ShardReconnecting, () => {
    // The library tries twice a second; one line tells of the loss, the next of its end.
    if (leaving || state.detail === LOST) return;
    now(false, LOST);
    log.warn({}, `Discord: ${LOST}`);
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    now(false, closed(code));
    log.error({ code }, closed(code));
  });
  // Without these listeners a rejected handler or a broken socket would end the process.
  client.on(Events.Error, (error) =>
    log.error({ err: loggable(error) }, "Discord: an event could not be handled"),
  );
  client.on(Events.ShardError, (error) => log.warn({ err: error }, "Discord: the connection broke"));
  client.on(Events.Warn, (words) => log.warn({ words }, "Discord: a warning of the library"));
  return {
    client,
    state: () => state,
    left: () => {
      leaving = true;
      now(false, "stopped");
    },
  };
}

const LOST = "the connection was lost; connecting again";

/**
 * Connects, and resolves when events come in. Rejects with one sentence when Discord refuses the token or the
 * intents, or can't be reached.
 */
export async function connect(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(new Error(closed(code))));
  });
  // The login may fail first; then nobody waits for this one.
  ready.catch(() => {});
  try {
    await client.login(token);
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  }
  await ready;
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "TokenInvalid" || (error instanceof DiscordAPIError && error.status === 401))
    return WRONG_TOKEN;
  const words = error instanceof Error ? error.message : String(error);
  return `Discord can't be reached (${words}).`;
}

const WRONG_TOKEN =
  "Discord refused the token: copy it again from the Bot page of your application into DISCORD_TOKEN.";

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function closed(code: number): string {
  switch (code) {
    case 4004:
      return WRONG_TOKEN;
    case 4013:
    case 4014:
      return "Discord refused the intents that the bot asks for.";
    default:
      return `Discord closed the connection for good (code ${code}).`;
  }
}
