import { BOT } from "./world.ts";

type Json = Record<string, unknown>;
export type File = { readonly name: string; readonly bytes: Uint8Array };

/** A message as people see it. */
export type Seen = {
  readonly id: string;
  readonly channel: string;
  readonly nonce: string | undefined;
  readonly replyTo: string | undefined;
  thinking: boolean;
  flags: number;
  content: string;
  embeds: Json[];
  components: Json[];
  files: readonly (File & { readonly description: string })[];
};

/** One interaction with all that came back. */
export type Exchange = {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly what: string;
  readonly channel: string;
  /** The message that was pressed on. */
  readonly source: Seen | undefined;
  /** `performance.now()` when the bot was told. */
  readonly since: number;
  firstMs: number | undefined;
  response: { readonly type: number; readonly data: Json } | undefined;
  original: Seen | undefined;
  edits: number;
  readonly followed: Seen[];
  choices: readonly { readonly name: string; readonly value: string }[] | undefined;
  modal: Json | undefined;
};

export type Records = ReturnType<typeof openRecords>;

/** All that the stand-in remembers. */
export function openRecords() {
  const messages: Seen[] = [];
  const wrongs: string[] = [];
  let ids = 970_000_000_000_000_000n;
  const id = () => String(++ids);

  const contents = (body: Json, files: readonly File[]) => ({
    content: typeof body.content === "string" ? body.content : "",
    embeds: (body.embeds as Json[] | undefined) ?? [],
    components: (body.components as Json[] | undefined) ?? [],
    files: files.map((file, n) => {
      const described = (body.attachments as Json[] | undefined)?.find((one) => Number(one.id) === n);
      return { ...file, description: String(described?.description ?? "") };
    }),
  });

  return {
    messages,
    exchanges: new Map<string, Exchange>(),
    commands: new Map<string, Json[]>(),
    registrations: 0,
    requests: [] as string[],
    wrongs,
    wrong: (what: string) => void wrongs.push(what),
    id,

    message(channel: string, body: Json, files: readonly File[], thinking = false): Seen {
      const reference = body.message_reference as { message_id?: string } | undefined;
      const message: Seen = {
        id: id(),
        channel,
        nonce: body.nonce === undefined ? undefined : String(body.nonce),
        replyTo: reference?.message_id,
        thinking,
        flags: Number(body.flags ?? 0),
        ...contents(body, files),
      };
      messages.push(message);
      return message;
    },

    change(message: Seen, body: Json, files: readonly File[]): void {
      Object.assign(message, contents(body, files), { thinking: false });
    },

    /** A message in Discord's shape. */
    json: (message: Seen) => ({
      id: message.id,
      type: 0,
      channel_id: message.channel,
      author: BOT,
      content: message.content,
      embeds: message.embeds,
      components: message.components,
      attachments: message.files.map(({ name, bytes, description }, n) => ({
        id: String(n),
        filename: name,
        description,
        size: bytes.length,
        url: `http://127.0.0.1/${name}`,
        proxy_url: `http://127.0.0.1/${name}`,
      })),
      flags: message.flags,
      timestamp: "2025-01-01T00:00:00.000Z",
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      pinned: false,
    }),
  };
}
