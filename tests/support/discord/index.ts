import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openFaults } from "./faults.ts";
import { openGateway } from "./gateway.ts";
import { type Exchange, openRecords, type Seen } from "./records.ts";
import { isHidden, restHandler } from "./rest.ts";
import {
  APPLICATION,
  BOT,
  CHANNEL,
  directChannel,
  GUILD,
  member,
  PEOPLE,
  type Person,
  THREAD,
  user,
} from "./world.ts";

export { CHANNEL, CLOSED_CHANNEL, furtherChannel, GUILD, PEOPLE, THREAD } from "./world.ts";
export type { Exchange, Seen };
export { isHidden };

type Json = Record<string, unknown>;
type Where = { readonly who?: Person; readonly channel?: string; readonly direct?: boolean };
export type StandIn = Awaited<ReturnType<typeof openDiscord>>;

/**
 * A stand-in for Discord on loopback, as large as what the bot calls: the real client connects to `api` with
 * `token`. People act through it; what the bot sends is checked, and everything wrong stands in `wrongs`.
 */
export async function openDiscord(token = "a-token-for-tests") {
  const records = openRecords();
  const faults = openFaults();
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const gateway = openGateway(server, token, records.wrong);
  const handle = restHandler(records, faults, token, () => `ws://127.0.0.1:${port}`);
  server.on("request", (request, response) => void handle(request, response));

  function interact(type: number, what: string, data: Json, where: Where, source?: Seen): Exchange {
    const id = records.id();
    const person = where.who ?? PEOPLE.ada;
    const direct = where.direct ?? source?.channel === directChannel(person);
    const channel = direct ? directChannel(person) : (where.channel ?? source?.channel ?? CHANNEL);
    const exchange: Exchange = {
      id,
      token: `token-${id}`,
      type,
      what,
      channel,
      source,
      since: performance.now(),
      firstMs: undefined,
      response: undefined,
      original: undefined,
      edits: 0,
      followed: [],
      choices: undefined,
      modal: undefined,
    };
    records.exchanges.set(exchange.token, exchange);
    gateway.dispatch("INTERACTION_CREATE", {
      id,
      application_id: APPLICATION,
      type,
      data,
      ...(direct
        ? { user: user(person), channel: { id: channel, type: 1, recipients: [user(person)] }, context: 1 }
        : {
            guild_id: GUILD,
            guild: { id: GUILD, locale: "en-GB", features: [] },
            guild_locale: "en-GB",
            member: member(person),
            channel: { id: channel, type: channel === THREAD ? 11 : 0, guild_id: GUILD, name: "briefings" },
            context: 0,
          }),
      channel_id: channel,
      ...(source === undefined ? {} : { message: records.json(source) }),
      token: exchange.token,
      version: 1,
      locale: person.locale,
      entitlements: [],
      authorizing_integration_owners: { "0": GUILD },
      app_permissions: "2147483647",
      attachment_size_limit: 10 * 1024 * 1024,
    });
    return exchange;
  }

  /** `brief met` as Discord sends it: options with the types that the bot registered. */
  function invocation(
    path: string,
    options: Readonly<Record<string, string | number>>,
    focused?: string,
  ): Json {
    const [group, name] = path.split(" ");
    const all = [...records.commands.values()].flat();
    const command = all.find((one) => one.name === group);
    const entry = (command?.options as Json[] | undefined)?.find((one) => one.name === name);
    if (command === undefined || entry === undefined) throw new Error(`/${path} is not registered`);
    const resolved: Record<string, Json> = {};
    const channels: Record<string, Json> = {};
    const given = Object.entries(options).map(([key, value]) => {
      const option = (entry.options as Json[] | undefined)?.find((one) => one.name === key);
      if (option === undefined) throw new Error(`/${path} has no option ${key}`);
      if (option.type === 11) resolved["1"] = JSON.parse(String(value)) as Json;
      if (option.type === 7) channels[String(value)] = { id: String(value), name: "briefings", type: 0 };
      if (key === focused && option.autocomplete !== true) throw new Error(`${key} is not completed`);
      return {
        name: key,
        type: option.type,
        value: option.type === 11 ? "1" : value,
        ...(key === focused ? { focused: true } : {}),
      };
    });
    return {
      id: command.id,
      name: group,
      type: 1,
      resolved: {
        ...(Object.keys(resolved).length > 0 ? { attachments: resolved } : {}),
        ...(Object.keys(channels).length > 0 ? { channels } : {}),
      },
      options: [{ name, type: 1, options: given }],
    };
  }

  function componentOf(message: Seen, label: string): Json {
    const all = message.components.flatMap((row) => row.components as Json[]);
    const found = all.find((one) => one.label === label || (label === "" && one.type === 3));
    if (found === undefined) throw new Error(`no "${label}" among ${all.map((one) => one.label).join(", ")}`);
    return found;
  }

  const says = (text: string, where: Where & { readonly replyTo?: Seen; readonly ping?: boolean }): Json => {
    const person = where.who ?? PEOPLE.ada;
    const { replyTo } = where;
    const pinged = text.includes(`<@${BOT.id}>`) || (replyTo !== undefined && where.ping !== false);
    const heard = where.direct || pinged;
    const { user: _, ...partial } = member(person);
    return {
      id: records.id(),
      type: replyTo === undefined ? 0 : 19,
      channel_id: where.direct ? directChannel(person) : (where.channel ?? CHANNEL),
      channel_type: where.direct ? 1 : 0,
      ...(where.direct ? {} : { guild_id: GUILD, member: partial }),
      author: user(person),
      // Without the privileged intent Discord hands over only what is meant for the bot.
      content: heard ? text : "",
      mentions: pinged ? [{ ...BOT, member: {} }] : [],
      ...(replyTo === undefined
        ? {}
        : {
            message_reference: { message_id: replyTo.id, channel_id: replyTo.channel },
            referenced_message: records.json(replyTo),
          }),
      embeds: [],
      components: [],
      attachments: [],
      mention_roles: [],
      mention_everyone: false,
      tts: false,
      pinned: false,
      flags: 0,
      timestamp: "2025-01-01T00:00:00.000Z",
      edited_timestamp: null,
    };
  };

  return {
    token,
    api: `http://127.0.0.1:${port}/api`,
    bot: BOT,
    records,
    faults,
    gateway,
    /** What the bot sent that Discord would refuse, or that we do not want. */
    wrongs: records.wrongs,

    slash: (path: string, options: Readonly<Record<string, string | number>> = {}, where: Where = {}) =>
      interact(2, `/${path}`, invocation(path, options), where),
    complete: (path: string, option: string, typed: string, where: Where = {}) =>
      interact(4, `/${path} ${option}`, invocation(path, { [option]: typed }, option), where),
    press: (message: Seen, label: string, where: Where = {}) =>
      interact(
        3,
        label,
        { component_type: 2, custom_id: componentOf(message, label).custom_id },
        where,
        message,
      ),
    /** A press with an id that no button carries: what a tampered client could send. */
    forge: (message: Seen, id: string, where: Where = {}) =>
      interact(3, id, { component_type: 2, custom_id: id }, where, message),
    choose: (message: Seen, value: string, where: Where = {}) => {
      const { custom_id } = componentOf(message, "");
      return interact(3, value, { component_type: 3, custom_id, values: [value] }, where, message);
    },
    submit: (modal: Json, values: Readonly<Record<string, string>>, where: Where = {}) => {
      const components = (modal.components as Json[]).map(({ component }) => {
        const { type, custom_id } = component as { type: number; custom_id: string };
        const value = values[custom_id] ?? "";
        return {
          type: 18,
          id: 1,
          component: { type, id: 2, custom_id, ...(type === 3 ? { values: [value] } : { value }) },
        };
      });
      return interact(5, String(modal.title), { custom_id: modal.custom_id, components }, where);
    },
    check: (text: string, where: Where = {}) => {
      const target: Json = { ...says(text, { who: PEOPLE.ben, direct: false }), content: text };
      const data = { id: "1", name: "Check against the dataset", type: 3, target_id: target.id };
      return interact(
        2,
        "the message menu",
        { ...data, resolved: { messages: { [String(target.id)]: target } } },
        where,
      );
    },
    /** Says something in a channel or a direct message. */
    say: (text: string, where: Where & { readonly replyTo?: Seen; readonly ping?: boolean } = {}): string => {
      const message = says(text, where);
      gateway.dispatch("MESSAGE_CREATE", message);
      return String(message.id);
    },
    /** Delivers the last event a second time. */
    again: gateway.again,

    async close() {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Waits until something is true; an Error with what was waited for when it does not come. */
export async function until<T>(what: string, found: () => T | undefined | false, ms = 10_000): Promise<T> {
  for (let waited = 0; waited < ms; waited += 5) {
    const value = found();
    if (value !== undefined && value !== false) return value;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** The answer to a command or the message menu, once "thinking…" is gone. */
export const answerTo = (exchange: Exchange): Promise<Seen> =>
  until(`an answer to ${exchange.what}`, () => exchange.edits > 0 && exchange.original);

/** The first message that a press added. */
export const followUp = (exchange: Exchange, n = 0): Promise<Seen> =>
  until(`a message after ${exchange.what}`, () => exchange.followed[n]);

/** All words of a message as a reader meets them, markdown's escapes taken away. */
export function wordsOf(message: Seen): string {
  const parts = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...((embed.fields as { name: string; value: string }[] | undefined) ?? []).map(
      ({ name, value }) => `${name}: ${value}`,
    ),
    (embed.footer as { text: string } | undefined)?.text,
  ]);
  return parts
    .filter((part) => part !== undefined)
    .join("\n")
    .replace(/\\([^0-9A-Za-z\s])/g, "$1");
}

export const labelsOf = (message: Seen): readonly string[] =>
  message.components
    .flatMap((row) => row.components as Json[])
    .flatMap((one) => (one.label ? [String(one.label)] : []));
