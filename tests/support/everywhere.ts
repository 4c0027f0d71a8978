import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach } from "vitest";
import { openRoom, type Room } from "./curation.ts";
import * as onDiscord from "./discord/index.ts";
import { startDiscord } from "./discord/start.ts";
import type { Person } from "./discord/world.ts";
import * as onSlack from "./slack/index.ts";
import { type Mode, openStand, startSlack } from "./slack/start.ts";
import { openKeyboard } from "./terminal.ts";

export const ROLES = ["reader", "curator", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** What a person sees: words and the labels of buttons. */
export type Shown = {
  readonly words: string;
  readonly labels: readonly string[];
  /** As the platform got it. */
  readonly raw: string;
};

/** A platform with its real client, the whole bot behind it, and somebody of each role there. */
export type Surface = {
  /** Mentions, links and controls that would do something there. */
  readonly alive: RegExp;
  readonly roles: readonly Role[];
  readonly call: (command: string, fields: Fields, as?: Role, file?: Uint8Array) => Promise<Shown>;
  /** Presses a button under what was shown last to its person. */
  readonly press: (label: string, as?: Role) => Promise<Shown>;
  readonly ask: (question: string) => Promise<string>;
  readonly later: (ms: number) => void;
  readonly room: Room;
};

type Fields = Readonly<Record<string, string>>;
type Opened = Omit<Surface, "room" | "later">;

const START = Date.parse("2023-05-05T10:00:00.000Z");
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Discord, Slack in both modes and the terminal, each over a folder of its own. */
export const SURFACES: Readonly<Record<string, (folder: string) => Promise<Surface>>> = {
  Discord: (folder) => over(folder, discord),
  "Slack over Socket Mode": (folder) => over(folder, slack("Socket Mode")),
  "Slack over HTTP": (folder) => over(folder, slack("HTTP")),
  "the terminal": (folder) => over(folder, console_(folder)),
};

async function over(
  folder: string,
  open: (room: Room, clock: () => Date) => Promise<Opened>,
): Promise<Surface> {
  const time = { now: START };
  const room = await openRoom(join(folder, "state"), {
    workspaces: [`discord:${onDiscord.GUILD}`, `slack:${onSlack.TEAM}`],
    owners: [`discord:${onDiscord.PEOPLE.ben.id}`, `slack:${onSlack.PEOPLE.olga.id}`],
    time,
    lasting: true,
  });
  closing.push(room.close);
  const later = (ms: number) => {
    time.now += ms;
  };
  return { ...(await open(room, () => new Date(time.now))), room, later };
}

/** Whom Discord lets call the command is a curator by that, so the reader types to the bot. */
async function discord(room: Room, clock: () => Date): Promise<Opened> {
  const { ada, ben, mod } = onDiscord.PEOPLE;
  const people = { reader: ada, curator: mod, owner: ben };
  let uploaded: Uint8Array = new Uint8Array();
  const cdn = createServer((_request, response) => response.end(uploaded));
  await new Promise<void>((done) => cdn.listen(0, "127.0.0.1", done));
  closing.push(
    () => cdn.closeAllConnections(),
    () => cdn.close(),
  );
  const url = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}`;
  const shownOf = (seen: onDiscord.Seen): Shown => ({
    words: onDiscord.wordsOf(seen),
    labels: onDiscord.labelsOf(seen),
    raw: JSON.stringify(seen.embeds),
  });
  const { stand } = await startDiscord(room.bot, undefined, { clock, cdn: url });
  let last: onDiscord.Seen;
  const show = (seen: onDiscord.Seen): Shown => {
    last = seen;
    return shownOf(seen);
  };
  const type = async (line: string, who: Person) => {
    const before = stand.records.messages.length;
    stand.say(`<@${stand.bot.id}> ${line}`, { who });
    return show(await onDiscord.until("a reply", () => stand.records.messages[before]));
  };
  return {
    alive: /(?<!\\)@everyone|(?<!\\)<@|(?<!\\)\[x\]\(http|\u202e|\\u001b/i,
    roles: ROLES,
    async call(command, fields, as = "curator", file) {
      const who = people[as];
      if (as === "reader") return await type(lineOf(command, fields), who);
      uploaded = file ?? uploaded;
      const at = `${url}/talks.txt`;
      const attached = { id: "1", filename: "talks.txt", size: uploaded.length, url: at, proxy_url: at };
      const options = { ...fields, ...(file && { file: JSON.stringify(attached) }) };
      return show(await onDiscord.answerTo(stand.slash(pathOf(command), options, { who })));
    },
    press: async (label, as = "curator") => {
      const pressed = stand.press(last, label, { who: people[as] });
      const seen = await onDiscord.followUp(pressed);
      return as === "curator" ? show(seen) : shownOf(seen);
    },
    ask: async (question) =>
      onDiscord.wordsOf(await onDiscord.answerTo(stand.slash("brief ask", { question }, { who: ada }))),
  };
}

const slack =
  (mode: Mode) =>
  async (room: Room, clock: () => Date): Promise<Opened> => {
    const { ada, ben, olga } = onSlack.PEOPLE;
    const people = { reader: ada, curator: ben, owner: olga };
    const shownOf = (seen: onSlack.Seen): Shown => ({
      words: onSlack.wordsOf(seen),
      labels: onSlack.labelsOf(seen),
      raw: JSON.stringify([seen.text, seen.blocks]),
    });
    const { stand } = await startSlack(room.bot, await openStand(mode), { clock, now: Date.now });
    let last: onSlack.Seen;
    const show = (seen: onSlack.Seen): Shown => {
      last = seen;
      return shownOf(seen);
    };
    return {
      alive: /<!channel>|<@U0|<https:..evil|\u202e|\\u001b/i,
      roles: ROLES,
      async call(command, fields, as = "curator", file) {
        const who = people[as];
        const [group = "", name = ""] = pathOf(command).split(" ");
        const line = file ? name : `${name} ${fieldsOf(fields)}`;
        const asked = stand.slash(`/${group}`, line, { who });
        const shown = await onSlack.until("an answer or a form", () => asked.view ?? asked.posts[0]);
        if (asked.view === undefined || file === undefined) return show(shown as onSlack.Seen);
        const one = {
          id: "F9",
          name: "talks.txt",
          alt: "",
          bytes: file,
          channel: undefined,
          thread: undefined,
        };
        stand.records.files.set("F9", one);
        const at = stand.api.replace("/api/", "/files/F9");
        stand.submit(asked.view, { ...fields, file: "talks.txt" }, { who }, at);
        return show(await onSlack.answerTo(asked));
      },
      press: async (label, as = "curator") => {
        const seen = await onSlack.answerTo(stand.press(last, label, { who: people[as] }));
        return as === "curator" ? show(seen) : shownOf(seen);
      },
      ask: async (question) =>
        onSlack.wordsOf(await onSlack.answerTo(stand.slash("/brief", question, { who: ada }))),
    };
  };

/** The terminal has one person, who is its owner; buttons are words there. */
const console_ =
  (folder: string) =>
  async (room: Room, clock: () => Date): Promise<Opened> => {
    // A file that is handed over lies in the folder that the terminal was opened in.
    const home = process.cwd();
    mkdirSync(folder, { recursive: true });
    process.chdir(folder);
    closing.push(() => process.chdir(home));
    const keyboard = await openKeyboard(room.bot, clock);
    closing.push(keyboard.close);
    let ways: ReadonlyMap<string, string> = new Map();
    const show = (words: string): Shown => {
      const [, listed = ""] = /Go on: (.*)/.exec(words) ?? [];
      const found = listed.split(" · ").map((way) => {
        const [, verb = way, label] = /^(\S+) \((.*)\)$/.exec(way) ?? [];
        return [label ?? `${verb.slice(0, 1).toUpperCase()}${verb.slice(1)}`, verb] as const;
      });
      if (listed !== "") ways = new Map(found);
      return { words, labels: listed === "" ? [] : found.map(([label]) => label), raw: words };
    };
    return {
      alive: /\u001b|\u202e/,
      roles: ["owner"],
      async call(command, fields, _as, file) {
        const path = join(folder, "a talk.txt");
        if (file) writeFileSync(path, file);
        return show(await keyboard.type(lineOf(command, { ...fields, ...(file && { file: path }) })));
      },
      press: async (label) => show(await keyboard.type(ways.get(label) ?? label)),
      ask: keyboard.type,
    };
  };

const pathOf = (command: string) => (command.includes(" ") ? command : `briefadmin ${command}`);
const lineOf = (command: string, fields: Fields) => `${pathOf(command)} ${fieldsOf(fields)}`.trim();
const fieldsOf = (fields: Fields) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}:"${value}"`)
    .join(" ");
