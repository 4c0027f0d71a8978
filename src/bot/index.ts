import { THREAD_HOURS } from "../chat/memory.ts";
import type { Bot } from "../chat/platform.ts";
import type { Reply } from "../chat/reply.ts";
import type { Act, Request } from "../chat/request.ts";
import type { Fields } from "../model/engine.ts";
import type { Query } from "../model/query.ts";
import { findCommand, type House, menuOf } from "./house.ts";
import { openPace } from "./pace.ts";
import { type Job, type Outcome, perform } from "./perform.ts";
import { press, VERBS } from "./press.ts";
import { brokeDown, groupOnly, noCommand, nothingAsked, tooFast, unfit } from "./refuse.ts";
import { suggest } from "./suggest.ts";
import { readLine } from "./words/line.ts";

export type {
  Digest,
  Digests,
  Entry,
  Issue,
  Line,
  Schedule,
  Section,
  Settings,
  Slot,
  State,
  TimeOfDay,
  Why,
  Wording,
} from "../digests/index.ts";
export {
  EVERY,
  inWords,
  isZone,
  mayManage,
  maySee,
  maySettle,
  SECTIONS,
  settleButtons,
} from "../digests/index.ts";
export type { AuditLine, Curation, Curator, Draft, Role, Way, Ways } from "./curation/index.ts";
export type { Desk } from "./desk.ts";
export type { Answered, House } from "./house.ts";

/** The bot with one door more: the briefing beside the reply, for those who want data and not words. */
export type OpenBot = Bot & { readonly consult: (request: Request) => Promise<Outcome> };

/**
 * One request in, one reply out. Whatever is thrown below becomes a plain reply with an incident number, and one
 * line in the log with the same number and the whole error.
 */
export function openBot(house: House): OpenBot {
  const menu = menuOf(house.commands);
  const pace = openPace(() => house.clock().getTime());
  const consult = async (request: Request): Promise<Outcome> => {
    const job = await route(request, house);
    return "command" in job ? perform(job, house) : { reply: job };
  };
  const answer = async (request: Request): Promise<Reply> => {
    const started = house.clock().getTime();
    const act = nameOf(request.act, house);
    const { platform, person } = request.asker;
    const done = (outcome: "answered" | "slowed" | "broken") => {
      const ms = house.clock().getTime() - started;
      house.answered?.({ platform, act, outcome, ms });
      house.log.info({ platform, act, outcome, ms }, "answered");
    };
    const wait = platform === "console" ? 0 : pace.admit(person);
    if (wait > 0) {
      done("slowed");
      return tooFast(wait);
    }
    try {
      house.log.debug({ platform, act: request.act }, "asked");
      const { reply } = await consult(request);
      done("answered");
      return reply;
    } catch (error) {
      const incident = house.token().slice(0, 8).toUpperCase();
      house.log.error({ err: error, incident, platform, act }, "a request broke down");
      done("broken");
      return brokeDown(incident);
    }
  };
  return {
    answer,
    consult,
    menu,
    suggest: (request) => {
      try {
        return suggest(request, house);
      } catch (error) {
        house.log.error({ err: error, kind: request.kind }, "a completion broke down");
        return [];
      }
    },
  };
}

/** What a request asks for: a call of a command, or a reply at once. */
function route(request: Request, house: House): Job | Reply {
  const { act } = request;
  switch (act.kind) {
    case "command": {
      if (act.name === "" && act.group === "brief") return start(request, house, "brief", "search", {});
      const job = start(request, house, act.group, act.name, act.fields);
      return "command" in job && act.upload ? { ...job, upload: act.upload } : job;
    }
    case "line":
      return line(act, request, house);
    case "press":
      return press(act, request, house);
    case "form": {
      const [group = "", name = ""] = act.name.split(" ");
      const job = start(request, house, group, name, act.fields);
      return "command" in job && act.upload ? { ...job, upload: act.upload } : job;
    }
    case "check":
      return start(request, house, "brief", "check", { text: act.text });
    case "home":
      return start(request, house, "brief", "home", {});
  }
}

type LineAct = Extract<Act, { kind: "line" }>;

function start(request: Request, house: House, group: string, name: string, fields: Fields): Job | Reply {
  const command = findCommand(house, group, name);
  if (command === undefined) return noCommand(name === "" ? group : name);
  return { command, fields, request, audience: request.public ? "public" : "private" };
}

function line(act: LineAct, request: Request, house: House): Job | Reply {
  const menu = menuOf(house.commands);
  const read = readLine(act.text, menu);
  switch (read.kind) {
    case "question": {
      if (read.text === "") return nothingAsked();
      const job = start(request, house, "brief", "ask", { question: read.text });
      const previous = act.follows ? lastQuery(act, request, house) : undefined;
      return previous && "command" in job ? { ...job, previous } : job;
    }
    case "command": {
      const job = start(request, house, read.group, read.name, read.fields);
      return "command" in job && act.upload ? { ...job, upload: act.upload } : job;
    }
    case "group":
      return read.group === "brief" && read.word === undefined
        ? start(request, house, "brief", "search", {})
        : groupOnly(read.group, read.word, menu);
    case "unfit":
      return unfit(read.command, read.problem);
  }
}

/**
 * What a follow-up goes on from: the query of the answer that it replies to, else the last one of the thread, as
 * long as that is fresh.
 */
function lastQuery(act: LineAct, { asker }: Request, { memory, clock }: House): Query | undefined {
  const replied = act.receipt === undefined ? undefined : memory.receipts.get(act.receipt)?.query;
  const last = memory.threads.get(asker.thread);
  const age = last === undefined ? 0 : clock().getTime() - Date.parse(last.at);
  return replied ?? (age <= THREAD_HOURS * 3_600_000 ? last?.query : undefined);
}

/** What the log and the metrics call an act: a closed list, never its words. */
function nameOf(act: Act, house: House): string {
  switch (act.kind) {
    case "command":
      return findCommand(house, act.group, act.name) ? `${act.group} ${act.name}` : act.kind;
    case "press":
      return VERBS.includes(act.verb) ? `press ${act.verb}` : act.kind;
    default:
      return act.kind;
  }
}
