import type { MenuEntry } from "../../../src/chat/command.ts";
import type { Bot, Log } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import type { Request, SuggestRequest } from "../../../src/chat/request.ts";

const MENU: readonly MenuEntry[] = [
  {
    group: "brief",
    name: "met",
    describe: "Who met somebody",
    example: "met person:Ardin",
    options: [
      { name: "period", describe: "When" },
      { name: "person", describe: "Who", required: true, suggest: "person", rest: true },
      { name: "limit", describe: "How many", type: "number" },
      { name: "status", describe: "Status", choices: [{ value: "planned", label: "Planned" }] },
    ],
  },
  {
    group: "briefadmin",
    name: "document",
    describe: "Add a document",
    example: "document",
    options: [
      { name: "file", describe: "A text file", type: "file" },
      { name: "channel", describe: "Where", type: "channel" },
    ],
  },
];

/** A bot that says what it is told to, and remembers what it was asked. */
export function fakeBot(answer: (request: Request) => Reply | Promise<Reply>) {
  const requests: Request[] = [];
  const suggested: SuggestRequest[] = [];
  const bot: Bot = {
    menu: MENU,
    answer: async (request) => {
      requests.push(request);
      return await answer(request);
    },
    suggest: (request) => {
      suggested.push(request);
      return [{ value: "Mira Ardin", label: `Mira Ardin (${request.typed})` }];
    },
  };
  return { bot, requests, suggested };
}

export type Line = {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly fields: object;
  readonly message: string;
};

/** A log that can be looked into. */
export function openLog() {
  const lines: Line[] = [];
  const at = (level: Line["level"]) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  const log: Log = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
  return { log, lines };
}

export const said = (title: string, more: Partial<Reply> = {}): Reply => ({
  title,
  audience: "private",
  ...more,
});
