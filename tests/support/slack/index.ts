import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { apiHandler } from "./api.ts";
import { checkOptions } from "./check.ts";
import { encoded, push } from "./deliver.ts";
import { openFaults } from "./faults.ts";
import { type Doing, payloads, stateOf, type Where } from "./payloads.ts";
import { labelOf } from "./read.ts";
import { type Exchange, type Json, openRecords, type Seen, type SeenFile } from "./records.ts";
import { openSocket } from "./socket.ts";
import { BOT, CHANNEL, directChannel, PEOPLE } from "./world.ts";

export { answerTo, labelsOf, until, wordsOf } from "./read.ts";
export {
  BOT,
  CHANNEL,
  directChannel,
  furtherChannel,
  OTHER_TEAM,
  PEOPLE,
  type Person,
  STRANGE_CHANNEL,
  TEAM,
} from "./world.ts";
export type { Exchange, Json, Seen, SeenFile, Where };

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
    payload: (doing: Doing) => Json,
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
    send(kind, payload({ exchange, person, where }), exchange);
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

  const make = payloads(`http://${base}`);

  const event = (name: string, where: Where, inner: (doing: Doing) => Json, id?: string) =>
    deliver("events_api", name, where, (doing) => make.event(doing, inner(doing), id));

  const press = (message: Seen, action: Json, where: Where) =>
    deliver(
      "interactive",
      `a press of ${String(action.action_id)}`,
      where,
      (doing) => make.press(doing, message, action),
      message,
    );

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
      deliver("slash_commands", `${command} ${text}`, where, (doing) => make.command(doing, command, text)),

    mention: (text: string, where: Where = {}, id?: string, ts?: string) =>
      event(
        `a mention: ${text}`,
        where,
        (doing) => make.said(doing, "app_mention", `<@${BOT.user}> ${text}`, ts),
        id,
      ),
    /** Something said in a direct message with the bot. */
    say: (text: string, where: Where = {}, more: Json = {}) =>
      event(`a message: ${text}`, { ...where, direct: true }, (doing) => ({
        ...make.said(doing, "message", text),
        ...more,
      })),
    openHome: (where: Where = {}) => event("the front page", where, make.homeOpened),

    press: (message: Seen, label: string, where: Where = {}) => {
      const { element, block_id } = elementOf(message, label);
      const { action_id, text } = element;
      return press(message, { type: "button", action_id, block_id, text }, where);
    },
    /** A press with an id that no button carries: what an old message could send. */
    forge: (message: Seen, id: string, where: Where = {}) =>
      press(message, { type: "button", action_id: id, block_id: "private:buttons:0" }, where),
    choose: (message: Seen, value: string, where: Where = {}) => {
      const { element, block_id } = elementOf(message, "");
      const selected_option = { text: { type: "plain_text", text: value }, value };
      return press(
        message,
        { type: "static_select", action_id: element.action_id, block_id, selected_option },
        where,
      );
    },
    /** What is typed into the front page's search box, and Enter. */
    enter: (home: Json, value: string, where: Where = {}) => {
      const { block_id, element } = inputOf(home, "");
      const { action_id } = element as Json;
      return deliver("interactive", `the search box: ${value}`, where, (doing) =>
        make.pressHome(doing, home, { type: "plain_text_input", action_id, block_id, value }),
      );
    },
    pressHome: (home: Json, label: string, where: Where = {}) => {
      const { element, block_id } = elementOf({ blocks: home.blocks as Json[] }, label);
      return deliver("interactive", `${label} on the front page`, where, (doing) =>
        make.pressHome(doing, home, { type: "button", action_id: element.action_id, block_id }),
      );
    },

    shortcut: (id: string, where: Where = {}) =>
      deliver("interactive", `the shortcut ${id}`, where, (doing) => make.shortcut(doing, id)),
    /** The message menu's shortcut, on something that Ben said. */
    check: (id: string, message: Json, where: Where = {}) =>
      deliver("interactive", "the message menu", where, (doing) => make.messageAction(doing, id, message)),

    /** Fills in a modal and sends it; `fileUrl` is where an uploaded file lies. */
    submit: (view: Json, values: Readonly<Record<string, string>>, where: Where = {}, fileUrl?: string) =>
      deliver("interactive", `the form ${String(view.callback_id)}`, where, (doing) =>
        make.submission(doing, view, stateOf(view, values, fileUrl)),
      ),
    /** Types into a field that completes. */
    complete: (view: Json, field: string, typed: string, where: Where = {}) => {
      const { action_id } = inputOf(view, field).element as Json;
      return deliver("interactive", `completions of ${field}`, where, (doing) =>
        make.suggestion(doing, view, action_id, field, typed),
      );
    },

    async close() {
      await socket.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A message's button by its label; its menu where none is given. */
function elementOf({ blocks }: Pick<Seen, "blocks">, label: string) {
  const all = blocks
    .filter(({ type }) => type === "actions")
    .flatMap(({ block_id, elements }) => (elements as Json[]).map((element) => ({ element, block_id })));
  const found = all.find(({ element }) =>
    label === "" ? element.type === "static_select" : labelOf(element) === label,
  );
  if (found === undefined)
    throw new Error(`no "${label}" among ${all.map(({ element }) => labelOf(element)).join(", ")}`);
  return found;
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
