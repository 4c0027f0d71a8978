import { checkMessage, checkView } from "./check.ts";

export type Json = Record<string, unknown>;

/** A message as people see it. */
export type Seen = {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | undefined;
  /** Who alone sees it; undefined where everyone does. */
  readonly only: string | undefined;
  text: string;
  blocks: readonly Json[];
  edits: number;
};

export type SeenFile = {
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  bytes: Uint8Array;
  channel: string | undefined;
  thread: string | undefined;
};

/** One payload to the bot, and what came of it. */
export type Exchange = {
  readonly what: string;
  readonly id: string;
  readonly person: string;
  readonly channel: string;
  /** The message that was pressed. */
  readonly source: Seen | undefined;
  readonly since: number;
  /** Until the acknowledgement, in milliseconds. */
  ackMs: number | undefined;
  ack: Json | undefined;
  status: number | undefined;
  /** What was posted behind its response_url. */
  readonly posts: Seen[];
  uses: number;
  view: Json | undefined;
};

export type Records = ReturnType<typeof openRecords>;

export function openRecords() {
  let last = 0;
  const id = () => String(++last);
  const wrongs: string[] = [];
  const wrong = (text: string) => void wrongs.push(text);
  const messages: Seen[] = [];
  const exchanges = new Map<string, Exchange>();
  return {
    id,
    wrongs,
    wrong,
    messages,
    exchanges,
    files: new Map<string, SeenFile>(),
    homes: new Map<string, Json[]>(),
    /** Methods of the Web API, in the order of their calls. */
    calls: [] as string[],

    add(body: Json, where: Pick<Seen, "channel" | "thread" | "only">): Seen {
      wrongs.push(...checkMessage(body));
      const blocks = (body.blocks ?? []) as readonly Json[];
      const seen = {
        ...where,
        ts: `${1_700_000_000 + last++}.000100`,
        text: String(body.text),
        blocks,
        edits: 0,
      };
      messages.push(seen);
      return seen;
    },

    change(message: Seen, body: Json): void {
      wrongs.push(...checkMessage(body));
      message.text = String(body.text);
      message.blocks = (body.blocks ?? []) as readonly Json[];
      message.edits += 1;
    },

    checkView(view: Json): void {
      wrongs.push(...checkView(view));
    },
  };
}
