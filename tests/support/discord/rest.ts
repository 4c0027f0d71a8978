import type { IncomingMessage, ServerResponse } from "node:http";
import { checkChoices, checkCommands, checkMessage, checkModal } from "./check.ts";
import type { Faults } from "./faults.ts";
import type { Exchange, File, Records, Seen } from "./records.ts";
import {
  APPLICATION,
  BOT,
  CHANNELS,
  CLOSED_CHANNEL,
  directChannel,
  GUILD,
  isFurther,
  PEOPLE,
  THREADS,
  user,
} from "./world.ts";

type Json = Record<string, unknown>;
type Result = { readonly status: number; readonly json?: unknown };
type Asked = { readonly body: Json; readonly files: readonly File[]; readonly bot: boolean };

const EPHEMERAL = 64;
const ok = (json: unknown): Result => ({ status: 200, json });
const no = (status: number, code: number, message: string): Result => ({ status, json: { message, code } });

/** Discord's HTTP side: the routes that the bot calls, and no others. */
export function restHandler(records: Records, faults: Faults, token: string, gateway: () => string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://127.0.0.1").pathname).replace(
      /^\/api\/v10/,
      "",
    );
    const line = `${request.method} ${path}`;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const authorization = request.headers.authorization;
    records.requests.push(line);
    const fault = faults.take(line);
    if (fault === "429") {
      const headers = {
        "content-type": "application/json",
        "retry-after": "0.2",
        "x-ratelimit-scope": "shared",
      };
      response
        .writeHead(429, headers)
        .end(JSON.stringify({ message: "slow down", retry_after: 0.2, global: false }));
      return;
    }
    if (fault === "500") {
      response.writeHead(500, { "content-type": "text/plain" }).end("trouble");
      return;
    }
    if (authorization !== undefined && authorization !== `Bot ${token}`) {
      answer(response, no(401, 0, "401: Unauthorized"));
      return;
    }
    const parsed = await parse(Buffer.concat(chunks), request.headers["content-type"] ?? "");
    if (fault === "no files" && parsed.files.length > 0) {
      answer(response, no(403, 50013, "Missing Permissions"));
      return;
    }
    const result = route(records, line, { ...parsed, bot: authorization !== undefined }, gateway);
    if (fault === "lost") request.socket.destroy();
    else if (fault !== "hang") answer(response, result);
  };
}

function answer(response: ServerResponse, { status, json }: Result): void {
  if (json === undefined) response.writeHead(status).end();
  else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
}

async function parse(
  raw: Buffer,
  type: string,
): Promise<{ readonly body: Json; readonly files: readonly File[] }> {
  if (raw.length === 0) return { body: {}, files: [] };
  if (!type.startsWith("multipart/")) return { body: JSON.parse(raw.toString()) as Json, files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": type } }).formData();
  const files: File[] = [];
  for (const [key, value] of form) {
    if (key.startsWith("files[") && typeof value !== "string")
      files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? (JSON.parse(payload) as Json) : {}, files };
}

function route(records: Records, line: string, asked: Asked, gateway: () => string): Result {
  const callback = /^POST \/interactions\/(\d+)\/([^/]+)\/callback$/.exec(line);
  if (callback?.[2]) return respond(records, callback[2], asked);
  const hook = /^(PATCH|POST) \/webhooks\/\d+\/([^/]+)(\/messages\/@original)?$/.exec(line);
  if (hook?.[2]) return hook[1] === "PATCH" ? edit(records, hook[2], asked) : follow(records, hook[2], asked);
  if (!asked.bot) return no(401, 0, "401: Unauthorized");
  const message = /^POST \/channels\/(\d+)\/messages$/.exec(line);
  if (message?.[1]) return send(records, message[1], asked);
  const channel = /^GET \/channels\/(\d+)$/.exec(line);
  if (channel?.[1]) return channelOf(channel[1]);
  const commands = /^(GET|PUT) \/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/.exec(line);
  if (commands) return commandsOf(records, commands[1]!, commands[2], asked);
  if (line === "POST /users/@me/channels") return direct(asked);
  if (line === "GET /gateway/bot") {
    const limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 };
    return ok({ url: gateway(), shards: 1, session_start_limit: limit });
  }
  records.wrong(`${line} is not a route that the bot calls`);
  return no(404, 0, "404: Not Found");
}

function respond(records: Records, token: string, { body, files }: Asked): Result {
  const exchange = records.exchanges.get(token);
  if (exchange === undefined) return no(404, 10062, "Unknown interaction");
  const ms = performance.now() - exchange.since;
  if (ms > 3_000) {
    records.wrong(`the first sign of ${exchange.what} came after ${Math.round(ms)} ms`);
    return no(404, 10062, "Unknown interaction");
  }
  if (exchange.response !== undefined) return no(400, 40060, "Interaction has already been acknowledged.");
  const type = body.type as number;
  const data = (body.data ?? {}) as Json;
  const bad = badResponse(exchange, type, data, files);
  if (bad.length > 0) return invalid(records, bad);
  exchange.response = { type, data };
  exchange.firstMs = ms;
  if (type === 5) exchange.original = records.message(exchange.channel, { flags: data.flags ?? 0 }, [], true);
  if (type === 4) exchange.original = records.message(exchange.channel, data, files);
  if (type === 6) exchange.original = exchange.source;
  if (type === 8) exchange.choices = data.choices as never;
  if (type === 9) exchange.modal = data;
  return { status: 204 };
}

function badResponse(
  exchange: Exchange,
  type: number,
  data: Json,
  files: readonly File[],
): readonly string[] {
  if ((exchange.type === 4) !== (type === 8))
    return [`response ${type} to an interaction of type ${exchange.type}`];
  switch (type) {
    case 4:
      return checkMessage(data, sizes(files));
    case 5:
      return [];
    case 6:
      return exchange.source === undefined ? ["a deferred update without a message"] : [];
    case 8:
      return checkChoices(data.choices as never);
    case 9:
      return exchange.type === 5 ? ["a modal in answer to a modal"] : checkModal(data);
    default:
      return [`response ${type} is not one that the bot sends`];
  }
}

function edit(records: Records, token: string, { body, files }: Asked): Result {
  const exchange = records.exchanges.get(token);
  const original = exchange?.original;
  if (exchange === undefined || original === undefined) return no(404, 10008, "Unknown Message");
  const bad = checkMessage(body, sizes(files));
  if (bad.length > 0) return invalid(records, bad);
  records.change(original, body, files);
  exchange.edits += 1;
  return ok(records.json(original));
}

function follow(records: Records, token: string, { body, files }: Asked): Result {
  const exchange = records.exchanges.get(token);
  if (exchange?.response === undefined) return no(404, 10015, "Unknown Webhook");
  const bad = checkMessage(body, sizes(files));
  if (bad.length > 0) return invalid(records, bad);
  // A first follow-up to "thinking…" would take its place, and its audience with it.
  if (exchange.response.type === 5 && exchange.original?.thinking) {
    records.change(exchange.original, body, files);
    return ok(records.json(exchange.original));
  }
  const message = records.message(exchange.channel, body, files);
  exchange.followed.push(message);
  return ok(records.json(message));
}

function send(records: Records, channel: string, { body, files }: Asked): Result {
  if (channel === CLOSED_CHANNEL) return no(403, 50013, "Missing Permissions");
  const known = channelOf(channel).status === 200 || channel.startsWith("95") || isFurther(channel);
  if (!known) return channelOf(channel);
  const bad = checkMessage(body, sizes(files));
  if (body.nonce === undefined) bad.push("a message without a nonce");
  if (bad.length > 0) return invalid(records, bad);
  const same = records.messages.find(({ nonce }) => nonce !== undefined && nonce === body.nonce);
  return ok(records.json(same ?? records.message(channel, body, files)));
}

function direct({ body }: Asked): Result {
  const person = Object.values(PEOPLE).find(({ id }) => id === body.recipient_id);
  if (person === undefined) return no(400, 50033, "Invalid Recipient(s)");
  return ok({ id: directChannel(person), type: 1, recipients: [user(person)], last_message_id: null });
}

function channelOf(id: string): Result {
  const found = [...CHANNELS, ...THREADS].find((one) => one.id === id);
  return found === undefined ? no(404, 10003, "Unknown Channel") : ok(found);
}

function commandsOf(records: Records, method: string, guild: string | undefined, { body }: Asked): Result {
  if (guild !== undefined && guild !== GUILD) return no(403, 50001, "Missing Access");
  const scope = guild ?? "global";
  if (method === "GET") return ok(records.commands.get(scope) ?? []);
  const wanted = body as unknown as Json[];
  const bad = checkCommands(wanted);
  if (guild !== undefined && wanted.some(({ contexts }) => contexts !== undefined))
    bad.push("contexts on a server's command");
  if (bad.length > 0) return invalid(records, bad);
  records.registrations += 1;
  records.commands.set(
    scope,
    wanted.map((one, n) => asStored(one, n, guild)),
  );
  return ok(records.commands.get(scope));
}

/** Discord gives commands back with its own fields, without those at their default, in an order of its own. */
function asStored(command: Json, n: number, guild: string | undefined): Json {
  const trim = (option: Json): Json => {
    const { required, options, ...rest } = option;
    return {
      ...rest,
      ...(required === true ? { required } : {}),
      ...(Array.isArray(options) && options.length > 0 ? { options: (options as Json[]).map(trim) } : {}),
    };
  };
  return {
    id: String(960000000000000000n + BigInt(n)),
    application_id: APPLICATION,
    version: "1",
    default_member_permissions: null,
    nsfw: false,
    description: "",
    name_localizations: null,
    description_localizations: null,
    ...(guild === undefined
      ? { dm_permission: true }
      : { guild_id: guild, contexts: null, integration_types: [0] }),
    ...trim(command),
  };
}

function invalid(records: Records, bad: readonly string[]): Result {
  for (const what of bad) records.wrong(what);
  return { status: 400, json: { code: 50035, message: "Invalid Form Body", errors: {} } };
}

const sizes = (files: readonly File[]) => files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));

export const isHidden = (message: Seen): boolean => (message.flags & EPHEMERAL) !== 0;
export const botUser = BOT;
