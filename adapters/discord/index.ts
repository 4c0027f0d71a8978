import { type Channel, Events, type Message, REST, type RepliableInteraction } from "discord.js";
import { type Address, address, parseAddress } from "../../src/chat/address.ts";
import { answering, finished, STOPPING } from "../../src/chat/answering.ts";
import type { Bot, Clock, Log, Platform } from "../../src/chat/platform.ts";
import { connect, gateway } from "./api/gateway.ts";
import { invite, lacking } from "./api/permissions.ts";
import { post } from "./api/post.ts";
import { CODES, codeOf, loggable, wire as wireOver } from "./api/wire.ts";
import { interactions } from "./events/interactions.ts";
import { messages } from "./events/messages.ts";
import { apologise, turnAway } from "./events/show.ts";
import { register } from "./menu.ts";

export type DiscordOptions = {
  readonly token: string;
  /** Register commands in this server only, where they show at once. */
  readonly guild?: string | undefined;
  /** Another base for REST, without `/v10`: `http://127.0.0.1:4711/api`. The gateway's address comes from it. */
  readonly api?: string | undefined;
  /** One more host that attachments may come from, as an address. */
  readonly cdn?: string | undefined;
  readonly bot: Bot;
  readonly log: Log;
  readonly clock: Clock;
};

/**
 * Discord through the real client: slash commands with completions, buttons, menus and forms, the message menu,
 * mentions and direct messages. `start` rejects with one sentence when Discord refuses the token.
 */
export function discord(options: DiscordOptions): Platform {
  const { token, guild, api, cdn, bot, log, clock } = options;
  const { client, state, left } = gateway(api, log);
  // Interaction endpoints stand outside Discord's 50 requests a second, and the wire decides what is repeated.
  const rest = new REST({
    version: "10",
    retries: 0,
    timeout: 10_000,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    ...(api === undefined ? {} : { api }),
  }).setToken(token);
  const wire = wireOver(rest);
  const answer = answering(bot, log, "Discord");
  const onInteraction = interactions({ bot, wire, log, clock, answer, cdn });
  const onMessage = messages({ bot, wire, log, clock, answer });
  const underWay = new Map<Promise<void>, RepliableInteraction | undefined>();
  let open = false;

  function take(work: Promise<void>, interaction?: RepliableInteraction): void {
    const guarded = work
      .catch((error: unknown) => log.error({ err: loggable(error) }, "Discord: an answer could not be given"))
      .finally(() => underWay.delete(guarded));
    underWay.set(guarded, interaction);
  }

  client.on(Events.InteractionCreate, (interaction) => {
    if (!open) take(turnAway(wire, interaction, STOPPING));
    else take(onInteraction(interaction), interaction.isRepliable() ? interaction : undefined);
  });
  client.on(Events.MessageCreate, (message: Message) => {
    if (open) take(onMessage(message));
  });

  return {
    name: "discord",
    state,

    async start() {
      open = true;
      await connect(client, token);
      const application = client.application!.id;
      log.info({ invite: invite(application) }, "Discord: connected; this link invites the bot to a server");
      try {
        const changed = await register(client.rest, application, guild, bot.menu);
        log.info(
          { changed },
          changed ? "Discord: the commands were registered" : "Discord: the commands are up to date",
        );
      } catch (error) {
        log.error({ err: loggable(error), guild }, unregistered(error, guild));
      }
    },

    async stop(graceMs) {
      open = false;
      await finished(underWay, graceMs, async (interaction) => {
        if (interaction !== undefined) await apologise(wire, interaction, STOPPING);
      });
      left();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      await client.destroy();
    },

    post: (to, reply, how) => post(wire, parseAddress(to).id, reply, how),

    async canPost(to: Address) {
      try {
        const channel: Channel | null = await client.channels.fetch(parseAddress(to).id);
        return channel === null ? "There is no such channel." : lacking(channel);
      } catch (error) {
        if (codeOf(error) === CODES.unknownChannel) return "There is no such channel.";
        if (codeOf(error) === CODES.missingAccess)
          return "The bot does not see that channel; invite it there.";
        return "Discord could not be asked about that channel just now.";
      }
    },

    async direct(person: Address) {
      const channel = await client.users.createDM(parseAddress(person).id);
      return address("discord", channel.id);
    },
  };
}

function unregistered(error: unknown, guild: string | undefined): string {
  if (guild !== undefined && codeOf(error) === CODES.missingAccess)
    return `Discord: the bot is not in the server ${guild} (DISCORD_GUILD_ID); invite it with the link above and start again`;
  return "Discord: the commands could not be registered; mentions and direct messages work, and the next start tries again";
}
