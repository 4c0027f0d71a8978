import { render } from "../../adapters/console/render.ts";
import { commands, unlisted } from "../../commands/index.ts";
import type { Curation } from "../../src/bot/curation/index.ts";
import { type OpenBot, openBot } from "../../src/bot/index.ts";
import { forgetfulMemory, type Memory } from "../../src/chat/memory.ts";
import type { Log } from "../../src/chat/platform.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Act, Asker, Request } from "../../src/chat/request.ts";
import type { Digests } from "../../src/digests/index.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import type { Engine } from "../../src/model/engine.ts";
import { world } from "../fixtures/world.ts";

export type Talk = {
  readonly bot: OpenBot;
  readonly memory: Memory;
  /** Types a line and reads the answer as a terminal shows it. */
  readonly say: (line: string, as?: Partial<Asker>) => Promise<string>;
  /** The reply itself. */
  readonly hear: (line: string, as?: Partial<Asker>) => Promise<Reply>;
  readonly act: (act: Act, as?: Partial<Asker>, more?: Partial<Request>) => Promise<Reply>;
  readonly press: (reply: Reply, verb: string, value?: string, as?: Partial<Asker>) => Promise<Reply>;
  /** Lets time pass. */
  readonly later: (ms: number) => void;
  readonly logged: readonly { readonly level: string; readonly fields: object; readonly message: string }[];
};

export type TalkOptions = {
  readonly dataset?: Dataset;
  readonly engine?: Engine;
  readonly memory?: Memory;
  readonly start?: string;
  readonly digests?: Digests;
  /** Where data is changed; the bot then answers with its engine. */
  readonly curation?: Curation;
  /** The hour, where something else reads the same clock. */
  readonly time?: { now: number };
};

/** The whole bot over a small world, on a clock that stands still: nothing of a platform is in it. */
export function talk(options: TalkOptions = {}): Talk {
  const dataset = options.dataset ?? world();
  const engine = options.engine ?? openEngine(dataset);
  const memory = options.memory ?? forgetfulMemory();
  const time = options.time ?? { now: Date.parse(options.start ?? "2023-05-03T10:00:00.000Z") };
  let tokens = 0;
  const logged: { level: string; fields: object; message: string }[] = [];
  const writes = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const log: Log = {
    debug: writes("debug"),
    info: writes("info"),
    warn: writes("warn"),
    error: writes("error"),
  };
  const bot = openBot({
    get engine() {
      return options.curation?.engine() ?? engine;
    },
    get dataset() {
      return options.curation?.dataset() ?? dataset;
    },
    ...(options.curation && { curation: options.curation }),
    commands,
    unlisted,
    memory,
    ...(options.digests && { digests: options.digests }),
    log,
    clock: () => new Date(time.now),
    token: () => `receipt${++tokens}`,
  });
  const asker = (as: Partial<Asker>): Asker => ({
    platform: "discord",
    person: "discord:1",
    channel: "discord:100",
    workspace: "discord:1000",
    thread: "discord:100:1",
    locale: "en-GB",
    zone: "UTC",
    at: new Date(time.now).toISOString(),
    administers: false,
    ...as,
  });
  const act = (what: Act, as: Partial<Asker> = {}, more: Partial<Request> = {}) =>
    bot.answer({ asker: asker(as), act: what, ...more });
  const hear = (text: string, as: Partial<Asker> = {}) => act({ kind: "line", text, follows: true }, as);
  return {
    bot,
    memory,
    act,
    hear,
    say: async (line, as) =>
      render(await hear(line, as), { width: Number.POSITIVE_INFINITY, colours: false, interactive: false }),
    press: (reply, verb, value, as) => {
      const button = reply.buttons?.find((each) => each.verb === verb);
      const page = button?.page;
      const given = value ?? button?.value;
      return act(
        {
          kind: "press",
          verb,
          receipt: reply.receipt ?? "",
          ...(page !== undefined && { page }),
          ...(given !== undefined && { value: given }),
        },
        as,
      );
    },
    later: (ms) => {
      time.now += ms;
    },
    logged,
  };
}

/** One line, said to a bot that has heard nothing before. */
export const say = (line: string, as?: Partial<Asker>): Promise<string> => talk().say(line, as);
