import type { Exchange, Json, Seen } from "./records.ts";
import { BOT, directChannel, PEOPLE, type Person, TEAM } from "./world.ts";

export type Where = {
  readonly who?: Person;
  readonly channel?: string;
  readonly direct?: boolean;
  readonly thread?: string;
  readonly team?: string;
};

/** What every payload is made from: the exchange that it opens, who does it, where. */
export type Doing = { readonly exchange: Exchange; readonly person: Person; readonly where: Where };

/** Payloads in the shapes of Slack's documentation; `base` is where a response_url leads. */
export function payloads(base: string) {
  const url = ({ id }: Exchange) => `${base}/response/${id}`;
  const trigger = ({ id }: Exchange) => `trigger-${id}`;
  const stamp = ({ id }: Exchange) => `1600000000.${id.padStart(6, "0")}`;
  const channelName = (id: string) => (id.startsWith("D") ? "directmessage" : "briefings");
  const interactive = (type: string, { exchange, person, where }: Doing): Json => ({
    type,
    token: "t",
    api_app_id: "A1",
    action_ts: "1",
    team: { id: where.team ?? TEAM, domain: "home" },
    user: { id: person.id, username: person.name, team_id: where.team ?? TEAM },
    trigger_id: trigger(exchange),
  });

  return {
    command: ({ exchange, person, where }: Doing, command: string, text: string): Json => ({
      token: "t",
      team_id: where.team ?? TEAM,
      team_domain: "home",
      channel_id: exchange.channel,
      channel_name: channelName(exchange.channel),
      user_id: person.id,
      user_name: person.name,
      command,
      text,
      api_app_id: "A1",
      is_enterprise_install: "false",
      response_url: url(exchange),
      trigger_id: trigger(exchange),
    }),

    event: ({ exchange, where }: Doing, event: Json, id = `Ev${exchange.id}`): Json => ({
      token: "t",
      team_id: where.team ?? TEAM,
      api_app_id: "A1",
      type: "event_callback",
      event_id: id,
      event_time: 1_700_000_000,
      authorizations: [
        { team_id: where.team ?? TEAM, user_id: BOT.user, is_bot: true, is_enterprise_install: false },
      ],
      event,
    }),

    said: ({ exchange, person, where }: Doing, type: string, text: string, ts = stamp(exchange)): Json => ({
      type,
      user: person.id,
      text,
      ts,
      event_ts: ts,
      channel: exchange.channel,
      ...(type === "message" ? { channel_type: "im" } : {}),
      ...(where.thread ? { thread_ts: where.thread } : {}),
    }),

    homeOpened: ({ exchange, person }: Doing): Json => ({
      type: "app_home_opened",
      user: person.id,
      channel: directChannel(person),
      tab: "home",
      event_ts: stamp(exchange),
    }),

    /** A press under a message: what only one person sees comes without the message itself. */
    press: (doing: Doing, message: Seen, action: Json): Json => {
      const thread = message.thread ? { thread_ts: message.thread } : {};
      const own = { type: "message", ts: message.ts, ...thread };
      return {
        ...interactive("block_actions", doing),
        channel: { id: message.channel, name: channelName(message.channel) },
        container: {
          type: "message",
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: message.only !== undefined,
          ...thread,
        },
        response_url: url(doing.exchange),
        ...(message.only === undefined ? { message: own } : {}),
        actions: [{ ...action, action_ts: "1" }],
      };
    },

    /** A press on the front page. */
    pressHome: (doing: Doing, home: Json, action: Json): Json => ({
      ...interactive("block_actions", doing),
      container: { type: "view", view_id: "H1" },
      view: { ...home, id: "H1", state: { values: {} } },
      actions: [{ ...action, action_ts: "1" }],
    }),

    shortcut: (doing: Doing, callback_id: string): Json => ({
      ...interactive("shortcut", doing),
      callback_id,
    }),

    /** The message menu, on something that Ben said. */
    messageAction: (doing: Doing, callback_id: string, message: Json): Json => ({
      ...interactive("message_action", doing),
      channel: { id: doing.exchange.channel, name: channelName(doing.exchange.channel) },
      callback_id,
      response_url: url(doing.exchange),
      message_ts: "1600000000.000001",
      message: { type: "message", user: PEOPLE.ben.id, ts: "1600000000.000001", ...message },
    }),

    submission: (doing: Doing, view: Json, values: Json): Json => ({
      ...interactive("view_submission", doing),
      view: { ...view, id: "V1", team_id: TEAM, state: { values } },
      response_urls: [],
    }),

    suggestion: (doing: Doing, view: Json, action_id: unknown, block_id: string, value: string): Json => ({
      ...interactive("block_suggestion", doing),
      container: { type: "view", view_id: "V1" },
      view: { ...view, id: "V1" },
      ...{ action_id, block_id, value },
    }),
  };
}

/** What a person put into a modal's fields, as its state tells it; `fileUrl` is where an uploaded file lies. */
export function stateOf(
  view: Json,
  values: Readonly<Record<string, string>>,
  fileUrl: string | undefined,
): Json {
  const inputs = (view.blocks as Json[]).filter(({ type }) => type === "input");
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { type, action_id } = element as { type: string; action_id: string };
      const value = values[String(block_id)];
      return [block_id, { [action_id]: { type, ...filled(type, value, fileUrl) } }];
    }),
  );
}

function filled(type: string, value: string | undefined, fileUrl: string | undefined): Json {
  switch (type) {
    case "plain_text_input":
      return { value: value ?? null };
    case "file_input":
      return {
        files:
          fileUrl === undefined ? [] : [{ id: "F1", name: value, size: 5, url_private_download: fileUrl }],
      };
    default:
      return {
        selected_option: value === undefined ? null : { text: { type: "plain_text", text: value }, value },
      };
  }
}
