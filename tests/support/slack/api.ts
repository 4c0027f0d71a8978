import type { IncomingMessage, ServerResponse } from "node:http";
import type { Faults } from "./faults.ts";
import type { Json, Records } from "./records.ts";
import {
  BOT,
  CHANNEL,
  directChannel,
  isFurther,
  PEOPLE,
  type Person,
  STRANGE_CHANNEL,
  TEAM,
  userInfo,
} from "./world.ts";

export type ApiOptions = {
  readonly records: Records;
  readonly faults: Faults;
  readonly botToken: string;
  readonly appToken: string;
  readonly base: () => string;
  readonly socketUrl: () => string;
};

/** The Web API, the response_urls, the uploads and the downloads, as far as the bot uses them. */
export function apiHandler(options: ApiOptions) {
  const { records, faults } = options;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await bytesOf(request);
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const fault = faults.take(path);
    if (fault === "429")
      return send(response, 429, { ok: false, error: "ratelimited" }, { "retry-after": "1" });
    if (fault === "auth") return send(response, 200, { ok: false, error: "invalid_auth" });
    if (fault === "500") return send(response, 500, { ok: false });
    const [status, body] = answer(options, request, path, raw);
    if (fault === "lost") return void request.socket.destroy();
    if (fault === "slow") await new Promise((done) => setTimeout(done, 1_000));
    if (path.startsWith("/files/")) return void response.writeHead(status).end(body as Buffer);
    if (path.startsWith("/api/")) records.calls.push(path.slice(5));
    send(response, status, body);
  };
}

function answer(options: ApiOptions, request: IncomingMessage, path: string, raw: Buffer): [number, unknown] {
  const { records } = options;
  if (path.startsWith("/response/"))
    return respond(records, path.slice(10), JSON.parse(raw.toString()) as Json);
  if (path.startsWith("/upload/")) return uploaded(records, path.slice(8), raw);
  if (path.startsWith("/files/")) return download(options, request, path.slice(7));
  const token = (request.headers.authorization ?? "").replace("Bearer ", "");
  const method = path.replace(/^\/api\//, "");
  const wanted = method === "apps.connections.open" ? options.appToken : options.botToken;
  if (token !== wanted) return [200, { ok: false, error: "invalid_auth" }];
  const body = Object.fromEntries(new URLSearchParams(raw.toString()));
  const call = METHODS[method];
  if (call === undefined) {
    records.wrong(`a call of ${method}`);
    return [200, { ok: false, error: "unknown_method" }];
  }
  return [200, call(body, options)];
}

type Call = (body: Readonly<Record<string, string>>, options: ApiOptions) => Json;
const refused = (error: string): Json => ({ ok: false, error });

const METHODS: Readonly<Record<string, Call>> = {
  "auth.test": () => ({
    ok: true,
    team: "Home",
    team_id: TEAM,
    user: "attache",
    user_id: BOT.user,
    bot_id: BOT.id,
  }),
  "apps.connections.open": (_body, { socketUrl }) => ({ ok: true, url: socketUrl() }),
  "users.info": ({ user }) => {
    const person = Object.values<Person>(PEOPLE).find(({ id }) => id === user);
    return person ? { ok: true, user: userInfo(person) } : refused("user_not_found");
  },
  "chat.postMessage": (body, { records }) => {
    const channel = channelOf(body.channel ?? "");
    if (channel === undefined) return refused("channel_not_found");
    if (channel === STRANGE_CHANNEL) return refused("not_in_channel");
    const seen = records.add(parsed(body), { channel, thread: body.thread_ts, only: undefined });
    return { ok: true, channel, ts: seen.ts, message: { text: seen.text } };
  },
  "chat.postEphemeral": (body, { records }) => {
    const said = { ...parsed(body), unfurl_links: false, unfurl_media: false };
    const seen = records.add(said, { channel: body.channel ?? "", thread: body.thread_ts, only: body.user });
    return { ok: true, message_ts: seen.ts };
  },
  "views.open": (body, { records }) => {
    const exchange = records.exchanges.get((body.trigger_id ?? "").replace("trigger-", ""));
    if (exchange === undefined || exchange.view !== undefined) return refused("exchanged_trigger_id");
    if (performance.now() - exchange.since > 3_000) return refused("expired_trigger_id");
    const view = JSON.parse(body.view ?? "{}") as Json;
    records.checkView(view);
    exchange.view = view;
    return { ok: true, view: { id: "V1" } };
  },
  "views.publish": (body, { records }) => {
    const view = JSON.parse(body.view ?? "{}") as Json;
    records.checkView(view);
    const person = body.user_id ?? "";
    records.homes.set(person, [...(records.homes.get(person) ?? []), view]);
    return { ok: true, view: { id: "H1" } };
  },
  "files.getUploadURLExternal": (body, { records, base }) => {
    const id = `F${records.id()}`;
    const { filename: name = "", alt_txt: alt = "" } = body;
    if (alt === "" || alt.length > 1_000) records.wrong(`a file's description of ${alt.length}`);
    records.files.set(id, { id, name, alt, bytes: new Uint8Array(), channel: undefined, thread: undefined });
    return { ok: true, upload_url: `${base()}/upload/${id}`, file_id: id };
  },
  "files.completeUploadExternal": (body, { records }) => {
    const files = JSON.parse(body.files ?? "[]") as { id: string }[];
    const channel = body.channel_id ?? "";
    if (channel === STRANGE_CHANNEL) return refused("not_in_channel");
    if (!/^[CD]/.test(channel)) return refused("invalid_channel");
    for (const { id } of files) {
      const file = records.files.get(id);
      if (file === undefined) return refused("file_not_found");
      file.channel = channel;
      file.thread = body.thread_ts;
    }
    return { ok: true, files };
  },
};

/** A person's id stands for their direct message with the bot. */
function channelOf(given: string): string | undefined {
  const person = Object.values<Person>(PEOPLE).find(({ id }) => id === given);
  if (person) return directChannel(person);
  const known = [CHANNEL, STRANGE_CHANNEL].includes(given) || isFurther(given) || given.startsWith("D");
  return known ? given : undefined;
}

const parsed = (body: Readonly<Record<string, string>>): Json => ({
  ...body,
  ...(body.blocks === undefined ? {} : { blocks: JSON.parse(body.blocks) }),
  unfurl_links: body.unfurl_links !== "false",
  unfurl_media: body.unfurl_media !== "false",
});

function respond(records: Records, id: string, body: Json): [number, unknown] {
  const exchange = records.exchanges.get(id);
  if (exchange === undefined || exchange.uses >= 5) return [404, { ok: false, error: "used_url" }];
  exchange.uses += 1;
  const { source } = exchange;
  if (body.replace_original === true) {
    if (source === undefined) records.wrong("there is no message to replace");
    else records.change(source, body);
    return [200, { ok: true }];
  }
  const only = body.response_type === "in_channel" ? undefined : exchange.person;
  const thread = body.thread_ts as string | undefined;
  exchange.posts.push(records.add(body, { channel: exchange.channel, thread, only }));
  return [200, { ok: true }];
}

/** The bytes of the one part of a form. */
function uploaded(records: Records, id: string, raw: Buffer): [number, unknown] {
  const file = records.files.get(id);
  if (file === undefined) return [404, "unknown"];
  const start = raw.indexOf("\r\n\r\n") + 4;
  const end = raw.lastIndexOf("\r\n--");
  file.bytes = new Uint8Array(raw.subarray(start, end));
  return [200, "OK"];
}

function download(
  { records, botToken }: ApiOptions,
  request: IncomingMessage,
  id: string,
): [number, unknown] {
  if (request.headers.authorization !== `Bearer ${botToken}`) return [403, Buffer.from("")];
  const file = records.files.get(id);
  return file ? [200, Buffer.from(file.bytes)] : [404, Buffer.from("")];
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
