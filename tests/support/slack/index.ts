import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { apiHandler } from "./api.ts";
import { checkOptions } from "./check.ts";
import { encoded, push } from "./deliver.ts";
import { openFaults } from "./faults.ts";
import { labelOf } from "./read.ts";
import { type Exchange, type Json, openRecords, type Seen, type SeenFile } from "./records.ts";
import { openSocket } from "./socket.ts";
import { BOT, CHANNEL, directChannel, PEOPLE, type Person, TEAM } from "./world.ts";

export { answerTo, labelsOf, until, wordsOf } from "./read.ts";
export {
  BOT,
  CHANNEL,
  directChannel,
  OTHER_TEAM,
  PEOPLE,
  type Person,
  STRANGE_CHANNEL,
  TEAM,
} from "./world.ts";
export type { Exchange, Json, Seen, SeenFile };

export type Where = {
  readonly who?: Person;
  readonly channel?: string;
  readonly direct?: boolean;
  readonly thread?: string;
  readonly team?: string;
};
export type StandIn = Awaited<ReturnType<typeof openSlack>>;

/**
 * A stand-in for Slack on loopback, as large as what the bot calls: the real Bolt app connects to `api`, over the socket
 * or, where `port` tells where the bot listens, over signed HTTP. People act through it; what the bot sends is checked,
 * and everything wrong stands in `wrongs`.
 */
export async function openSlack(port?: number) {
  const botToken = "xoxb-for-tests";
  const appToken = "xapp-for-tests";
  const records = openRecords();
  const faults = openFaults();
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = openSocket(server, records.wrong);
  const handle = apiHandler({
    ...{ records, faults, botToken, appToken },
    base: () => `http://${base}`,
    socketUrl: () => `ws://${base}/link`,
  });
  server.on("request", (request, response) => void handle(request, response));

  /** Sends a payload and waits for nothing; the exchange tells what came of it. */
  function deliver(
    kind: string,
    what: string,
    where: Where,
    payload: (exchange: Exchange, person: Person) => Json,
    source?: Seen,
  ): Exchange {
    const person = where.who ?? PEOPLE.ada;
    const id = records.id();
    const exchange: Exchange = {
      id,
      what,
      person: person.id,
      channel: where.direct ? directChannel(person) : (where.channel ?? source?.channel ?? CHANNEL),
      source,
      since: performance.now(),
      ackMs: undefined,
      ack: undefined,
      status: undefined,
      posts: [],
      uses: 0,
      view: undefined,
    };
    records.exchanges.set(id, exchange);
    send(kind, payload(exchange, person), exchange);
    return exchange;
  }

  function send(kind: string, payload: Json, exchange: Exchange): void {
    const acked = (ack: Json | undefined) => {
      exchange.ackMs = performance.now() - exchange.since;
      exchange.ack = ack;
      if (exchange.ackMs > 3_000)
        records.wrong(`${exchange.what} was acknowledged after ${exchange.ackMs} ms`);
      if (Array.isArray(ack?.options)) records.wrongs.push(...checkOptions(ack.options as Json[], 0));
    };
    if (port === undefined) {
      socket.deliver(kind, payload, acked);
      return;
    }
    const { body, type } = encoded(kind, payload);
    push(port, body, type).then(
      ({ status, body }) => {
        exchange.status = status;
        acked(read(body));
      },
      () => {
        exchange.status = 0;
      },
    );
  }

  const responseUrl = ({ id }: Exchange) => `http://${base}/response/${id}`;
  const trigger = ({ id }: Exchange) => `trigger-${id}`;
  const user = (person: Person, where: Where) => ({
    id: person.id,
    username: person.name,
    team_id: where.team ?? TEAM,
  });

  const event = (
    name: string,
    inner: (exchange: Exchange, person: Person) => Json,
    where: Where,
    id?: string,
  ) =>
    deliver("events_api", name, where, (exchange, person) => ({
      token: "t",
      team_id: where.team ?? TEAM,
      api_app_id: "A1",
      type: "event_callback",
      event_id: id ?? `Ev${exchange.id}`,
      event_time: 1_700_000_000,
      authorizations: [
        { team_id: where.team ?? TEAM, user_id: BOT.user, is_bot: true, is_enterprise_install: false },
      ],
      event: inner(exchange, person),
    }));

  const stamp = (exchange: Exchange) => `1600000000.${exchange.id.padStart(6, "0")}`;
  const said =
    (text: string, where: Where, ts: string | undefined) => (exchange: Exchange, person: Person) => ({
      user: person.id,
      text,
      ts: ts ?? stamp(exchange),
      event_ts: ts ?? stamp(exchange),
      channel: exchange.channel,
      ...(where.thread ? { thread_ts: where.thread } : {}),
    });

  function press(message: Seen, action: Json, blockId: string, where: Where): Exchange {
    return deliver(
      "interactive",
      `a press of ${String(action.action_id)}`,
      where,
      (exchange, person) => ({
        type: "block_actions",
        user: user(person, where),
        api_app_id: "A1",
        token: "t",
        team: { id: where.team ?? TEAM, domain: "home" },
        channel: {
          id: message.channel,
          name: message.channel.startsWith("D") ? "directmessage" : "briefings",
        },
        container: {
          type: "message",
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: message.only !== undefined,
          ...(message.thread ? { thread_ts: message.thread } : {}),
        },
        trigger_id: trigger(exchange),
        response_url: responseUrl(exchange),
        ...(message.only === undefined
          ? {
              message: {
                type: "message",
                ts: message.ts,
                ...(message.thread ? { thread_ts: message.thread } : {}),
              },
            }
          : {}),
        actions: [{ ...action, block_id: blockId, action_ts: "1" }],
      }),
      message,
    );
  }

  function elementOf(message: Seen, label: string) {
    const blocks = message.blocks.filter(({ type }) => type === "actions");
    const all = blocks.flatMap((block) =>
      (block.elements as Json[]).map((element) => ({ element, blockId: String(block.block_id) })),
    );
    const found = all.find(({ element }) =>
      label === "" ? element.type === "static_select" : labelOf(element) === label,
    );
    if (found === undefined)
      throw new Error(`no "${label}" among ${all.map(({ element }) => labelOf(element)).join(", ")}`);
    return found;
  }

  return {
    botToken,
    appToken,
    api: `http://${base}/api/`,
    records,
    faults,
    socket,
    /** What the bot sent that Slack would refuse, or that we do not want. */
    wrongs: records.wrongs,

    slash: (command: string, text = "", where: Where = {}) =>
      deliver("slash_commands", `${command} ${text}`, where, (exchange, person) => ({
        token: "t",
        team_id: where.team ?? TEAM,
        team_domain: "home",
        channel_id: exchange.channel,
        channel_name: where.direct ? "directmessage" : "briefings",
        user_id: person.id,
        user_name: person.name,
        command,
        text,
        api_app_id: "A1",
        is_enterprise_install: "false",
        response_url: responseUrl(exchange),
        trigger_id: trigger(exchange),
      })),

    mention: (text: string, where: Where = {}, id?: string, ts?: string) =>
      event(
        `a mention: ${text}`,
        (exchange, person) => ({
          type: "app_mention",
          ...said(`<@${BOT.user}> ${text}`, where, ts)(exchange, person),
        }),
        where,
        id,
      ),
    /** Something said in a direct message with the bot. */
    say: (text: string, where: Where = {}, more: Json = {}, id?: string) =>
      event(
        `a message: ${text}`,
        (exchange, person) => ({
          type: "message",
          channel_type: "im",
          ...said(text, where, undefined)(exchange, person),
          ...more,
        }),
        { ...where, direct: true },
        id,
      ),
    openHome: (where: Where = {}) =>
      event(
        "the front page",
        (exchange, person) => ({
          type: "app_home_opened",
          user: person.id,
          channel: directChannel(person),
          tab: "home",
          event_ts: stamp(exchange),
        }),
        where,
      ),

    press: (message: Seen, label: string, where: Where = {}) => {
      const { element, blockId } = elementOf(message, label);
      return press(
        message,
        { type: "button", action_id: element.action_id, text: element.text },
        blockId,
        where,
      );
    },
    /** A press with an id that no button carries: what an old message could send. */
    forge: (message: Seen, id: string, where: Where = {}) =>
      press(message, { type: "button", action_id: id }, "private:buttons:0", where),
    choose: (message: Seen, value: string, where: Where = {}) => {
      const { element, blockId } = elementOf(message, "");
      const selected_option = { text: { type: "plain_text", text: value }, value };
      return press(
        message,
        { type: "static_select", action_id: element.action_id, selected_option },
        blockId,
        where,
      );
    },
    /** What is typed into the front page's search box, and Enter. */
    enter: (home: Json, text: string, where: Where = {}) => {
      const box = inputOf(home, "");
      const { action_id } = box.element as Json;
      return deliver("interactive", `the search box: ${text}`, where, (exchange, person) => ({
        type: "block_actions",
        user: user(person, where),
        api_app_id: "A1",
        token: "t",
        team: { id: TEAM, domain: "home" },
        container: { type: "view", view_id: "H1" },
        view: { ...home, id: "H1", state: { values: {} } },
        trigger_id: trigger(exchange),
        actions: [
          { type: "plain_text_input", action_id, block_id: box.block_id, value: text, action_ts: "1" },
        ],
      }));
    },
    pressHome: (home: Json, label: string, where: Where = {}) => {
      const blocks = (home.blocks as Json[]).filter(({ type }) => type === "actions");
      const block = blocks.find(({ elements }) => (elements as Json[]).some((one) => labelOf(one) === label));
      const element = (block?.elements as Json[] | undefined)?.find((one) => labelOf(one) === label);
      return deliver("interactive", `${label} on the front page`, where, (exchange, person) => ({
        type: "block_actions",
        user: user(person, where),
        api_app_id: "A1",
        token: "t",
        team: { id: TEAM, domain: "home" },
        container: { type: "view", view_id: "H1" },
        view: { ...home, id: "H1", state: { values: {} } },
        trigger_id: trigger(exchange),
        actions: [
          { type: "button", action_id: element?.action_id, block_id: block?.block_id, action_ts: "1" },
        ],
      }));
    },

    shortcut: (callback_id: string, where: Where = {}) =>
      deliver("interactive", `the shortcut ${callback_id}`, where, (exchange, person) => ({
        type: "shortcut",
        token: "t",
        action_ts: "1",
        team: { id: where.team ?? TEAM, domain: "home" },
        user: user(person, where),
        callback_id,
        trigger_id: trigger(exchange),
      })),
    /** The message menu's shortcut, on something that Ben said. */
    check: (callback_id: string, message: Json, where: Where = {}) =>
      deliver("interactive", "the message menu", where, (exchange, person) => ({
        type: "message_action",
        token: "t",
        action_ts: "1",
        team: { id: where.team ?? TEAM, domain: "home" },
        user: user(person, where),
        channel: { id: exchange.channel, name: "briefings" },
        callback_id,
        trigger_id: trigger(exchange),
        response_url: responseUrl(exchange),
        message_ts: "1600000000.000001",
        message: { type: "message", user: PEOPLE.ben.id, ts: "1600000000.000001", ...message },
      })),

    /** Fills in a modal and sends it; a file as its id, others as text. */
    submit: (view: Json, values: Readonly<Record<string, string>>, where: Where = {}, fileUrl?: string) =>
      deliver("interactive", `the form ${String(view.callback_id)}`, where, (exchange, person) => ({
        type: "view_submission",
        team: { id: where.team ?? TEAM, domain: "home" },
        user: user(person, where),
        api_app_id: "A1",
        token: "t",
        trigger_id: trigger(exchange),
        view: { ...view, id: "V1", team_id: TEAM, state: { values: stateOf(view, values, fileUrl) } },
        response_urls: [],
      })),
    /** Types into a field that completes. */
    complete: (view: Json, field: string, typed: string, where: Where = {}) => {
      const { action_id } = inputOf(view, field).element as Json;
      return deliver("interactive", `completions of ${field}`, where, (_exchange, person) => ({
        type: "block_suggestion",
        user: user(person, where),
        team: { id: where.team ?? TEAM, domain: "home" },
        api_app_id: "A1",
        token: "t",
        container: { type: "view", view_id: "V1" },
        view: { ...view, id: "V1" },
        action_id,
        block_id: field,
        value: typed,
      }));
    },
    /** A payload as it is. */
    send: (kind: string, payload: Json, what = "a payload") => deliver(kind, what, {}, () => payload),

    async close() {
      await socket.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function stateOf(view: Json, values: Readonly<Record<string, string>>, fileUrl: string | undefined): Json {
  const inputs = (view.blocks as Json[]).filter(({ type }) => type === "input");
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { type, action_id } = element as { type: string; action_id: string };
      const value = values[String(block_id)];
      const chosen = value === undefined ? null : { text: { type: "plain_text", text: value }, value };
      const files =
        fileUrl === undefined ? [] : [{ id: "F1", name: value, size: 5, url_private_download: fileUrl }];
      const state =
        type === "plain_text_input"
          ? { type, value: value ?? null }
          : type === "file_input"
            ? { type, files }
            : { type, selected_option: chosen };
      return [block_id, { [action_id]: state }];
    }),
  );
}

/** A field of a view by its name; the first one where none is given. */
function inputOf(view: Json, field: string): Json {
  const inputs = (view.blocks as Json[]).filter(({ type }) => type === "input");
  const found = inputs.find(({ block_id }) => field === "" || block_id === field);
  if (found === undefined) throw new Error(`no field ${field} in the view`);
  return found;
}

function read(body: string): Json | undefined {
  if (body === "") return undefined;
  try {
    return JSON.parse(body) as Json;
  } catch {
    return { text: body };
  }
}
