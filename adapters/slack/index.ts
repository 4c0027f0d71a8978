import { setTimeout as sleep } from "node:timers/promises";
import { App, type webApi } from "@slack/bolt";
import { parseAddress } from "../../src/chat/address.ts";
import { answering, finished, STOPPING } from "../../src/chat/answering.ts";
import type { Bot, Clock, Log, Platform } from "../../src/chat/platform.ts";
import { httpInbox } from "./api/http.ts";
import type { Inbox } from "./api/inbox.ts";
import { logger as boltLogger } from "./api/logger.ts";
import { people as peopleOver } from "./api/people.ts";
import { post } from "./api/post.ts";
import { reason } from "./api/reasons.ts";
import { socketInbox } from "./api/socket.ts";
import { loggable, wire as wireOver } from "./api/wire.ts";
import type { Around } from "./events/around.ts";
import { listen } from "./events/listen.ts";
import { apologise, type Spot, tell } from "./events/show.ts";
import { LIMITS } from "./limits.ts";
import { asker } from "./request.ts";

export type SlackOptions = {
  /** The bot's token, `xoxb-…`. */
  readonly botToken: string;
  /** The app's token, `xapp-…`: Socket Mode, which is taken before HTTP. */
  readonly appToken?: string | undefined;
  /** With `port`: HTTP, at `/slack/events`. */
  readonly signingSecret?: string | undefined;
  readonly port?: number | undefined;
  /** Another base of the Web API: `http://127.0.0.1:4712/api/`. */
  readonly api?: string | undefined;
  /** Further teams that are served besides the token's own. */
  readonly teams?: readonly string[] | undefined;
  readonly bot: Bot;
  readonly log: Log;
  readonly clock: Clock;
  /** The machine's clock in milliseconds, by which requests are signed; `clock` unless told. */
  readonly now?: () => number;
};

/**
 * Slack through the real Bolt app: slash commands, buttons, menus and forms, shortcuts, the front page, mentions and
 * direct messages. `start` rejects with one sentence when Slack refuses a token, can't be reached, or the port is taken.
 */
export function slack(options: SlackOptions): Platform {
  const { botToken, appToken, signingSecret, api, bot, log, clock } = options;
  const now = options.now ?? (() => clock().getTime());
  const logger = boltLogger(log);
  const clientOptions: webApi.WebClientOptions = {
    logger,
    ...(api === undefined ? {} : { slackApiUrl: api }),
  };
  const wire = wireOver(botToken, clientOptions);
  const people = peopleOver(wire, log, now);
  const inbox: Inbox & { readonly receiver: ReturnType<typeof socketInbox | typeof httpInbox>["receiver"] } =
    appToken !== undefined
      ? socketInbox(appToken, clientOptions, logger, log)
      : httpInbox(signingSecret ?? "", options.port ?? 0, now, logger, log);
  const answer = answering(bot, log, "Slack");
  const underWay = new Map<Promise<void>, Spot>();
  const pictures = new Set<Promise<void>>();

  async function working(spot: Spot, work: () => Promise<void>): Promise<void> {
    const guarded = work()
      .catch(async (error: unknown) => {
        log.error({ err: loggable(error) }, "Slack: an answer could not be shown");
        await apologise(wire, spot, error);
      })
      .catch((error: unknown) => log.error({ err: loggable(error) }, "Slack: nor could the person be told"))
      .finally(() => underWay.delete(guarded));
    underWay.set(guarded, spot);
    await guarded;
  }

  /** A picture on its way to the post that it belongs to. */
  function besides(picture: Promise<void>): void {
    const guarded = picture
      .catch((error: unknown) => log.warn({ err: loggable(error) }, "Slack: a post goes without its picture"))
      .finally(() => pictures.delete(guarded));
    pictures.add(guarded);
  }

  return {
    name: "slack",
    state: inbox.state,

    async start() {
      const own = await wire.client.auth.test().catch((error: unknown) => {
        throw new Error(reason(error, "bot"), { cause: error });
      });
      const self = own.user_id ?? "";
      const app = new App({
        receiver: inbox.receiver,
        // Slack has told already who the bot is; Bolt would ask for each payload, and end the process on a refusal.
        authorize: async () => ({ botToken, botUserId: self, ...(own.bot_id ? { botId: own.bot_id } : {}) }),
        clientOptions: { ...clientOptions, retryConfig: { retries: 0 } },
        logger,
        convoStore: false,
      });
      const around: Around = {
        ...{ bot, wire, people, log, clock, self, token: botToken, api, working },
        answer: async (doer, act, public_ = false) => {
          const who = asker(doer, await people.get(doer.person), clock());
          return await answer({ asker: who, act, ...(public_ ? { public: true } : {}) });
        },
      };
      const teams = new Set([own.team_id ?? "", ...(options.teams ?? [])].filter((team) => team !== ""));
      listen(app, around, { teams, first: remember(now) });
      await inbox.start(app);
      if (appToken !== undefined && signingSecret !== undefined)
        log.info(
          {},
          "Slack: Socket Mode is taken, since SLACK_APP_TOKEN is set; SLACK_SIGNING_SECRET is not used",
        );
      log.info(
        { team: own.team, mode: appToken === undefined ? "HTTP" : "Socket Mode" },
        `Slack: ${inbox.state().detail}`,
      );
    },

    async stop(graceMs) {
      await inbox.close();
      await Promise.all([
        finished(underWay, graceMs, (spot) => tell(wire, spot, STOPPING)),
        Promise.race([Promise.all(pictures), sleep(graceMs, undefined, { ref: false })]),
      ]);
    },

    post: (to, reply, { once }) => post(wire, parseAddress(to).id, reply, once, besides),

    /** With the scopes that the bot asks for, Slack tells only by posting whether the bot is a member of a channel. */
    async canPost(to) {
      return /^[CDGUW][A-Z0-9]+$/.test(parseAddress(to).id) ? undefined : "There is no such channel.";
    },
  };
}

/** Tells deliveries apart as long as Slack may deliver them again. */
function remember(now: () => number): (delivery: string) => boolean {
  const seen = new Map<string, number>();
  return (delivery) => {
    const at = now();
    for (const [old, since] of seen) {
      if (at - since < LIMITS.redeliveredMs) break;
      seen.delete(old);
    }
    if (seen.has(delivery)) return false;
    seen.set(delivery, at);
    return true;
  };
}
