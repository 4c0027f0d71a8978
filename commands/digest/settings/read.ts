import {
  type Digest,
  isZone,
  type Schedule,
  SECTIONS,
  type Section,
  type Settings,
  type TimeOfDay,
} from "../../../src/bot/index.ts";
import { cut } from "../../../src/bot/words/clean.ts";
import { type Address, address, parseAddress } from "../../../src/chat/address.ts";
import type { Call } from "../../../src/chat/command.ts";
import type { Asker } from "../../../src/chat/request.ts";
import { weekdayNumber } from "../../../src/model/calendar.ts";
import type { Fields } from "../../../src/model/engine.ts";
import { LATENESS } from "./options.ts";

/** What a person set besides the question, or a sentence on what can't be taken, with the way out. */
export type Read =
  | Omit<Settings, "question" | "query" | "author" | "workspace" | "locale">
  | { readonly problem: string };

/** Reads the options of a call; what is not given is as it was in `before`, or as is usual. */
export function readSettings({ fields, request }: Call, before?: Digest): Read {
  const schedule = readSchedule(fields, request.asker, before?.schedule);
  if ("problem" in schedule) return schedule;
  const to = readChannel(fields.channel, request, before?.address ?? request.asker.channel);
  if (typeof to !== "string") return to;
  return {
    address: to,
    schedule,
    sections: fields.sections === undefined ? (before?.sections ?? USUAL) : sectionsOf(fields.sections),
    empty: (fields.empty as Settings["empty"] | undefined) ?? before?.empty ?? "skip",
    catchUp: (fields.catchup as Settings["catchUp"] | undefined) ?? before?.catchUp ?? "once",
    maxLateness: LATENESS[fields.latest ?? ""] ?? before?.maxLateness ?? 1440,
  };
}

const USUAL: readonly Section[] = ["new", "anniversaries"];

const sectionsOf = (given: string): readonly Section[] =>
  given === "all" ? SECTIONS : SECTIONS.filter((section) => given.split("+").includes(section));

function readSchedule(
  { every: often, on: day, time: clock, zone: place }: Fields,
  asker: Asker,
  before: Schedule | undefined,
): Schedule | { readonly problem: string } {
  const every = (often as Schedule["every"] | undefined) ?? before?.every ?? impliedBy(day);
  const time = clock === undefined ? (before?.time ?? "09:00") : readTime(clock);
  if (time === undefined)
    return { problem: `“${cut(clock ?? "", 40)}” is no time of day. Write it as 09:00 or 17:30.` };
  const zone = place ?? before?.zone ?? (isZone(asker.zone) ? asker.zone : "UTC");
  if (!isZone(zone)) return { problem: noZone(zone) };
  if (day === undefined) {
    const kept = before?.every === every ? before.on : undefined;
    return every === "week" || every === "month"
      ? { every, on: kept ?? 1, time, zone }
      : { every, time, zone };
  }
  const on = every === "week" ? readWeekday(day) : every === "month" ? readDayOfMonth(day) : undefined;
  if (on === undefined) return { problem: noDay(day, every) };
  return { every, on, time, zone };
}

/** A day alone says how often: "Monday" is weekly, "15" monthly. */
function impliedBy(day: string | undefined): Schedule["every"] {
  if (day === undefined) return "day";
  return readWeekday(day) === undefined ? "month" : "week";
}

/** `9:00`, `09.00`, `0900`, `9 am`, `17h30`. */
function readTime(given: string): TimeOfDay | undefined {
  const m = /^(\d{1,2})(?:[:.h]?([0-5]\d))?\s*(am|pm)?$/i.exec(given.trim().replace(/\.?m\.$/i, "m"));
  if (m?.[1] === undefined || (m[2] === undefined && m[3] === undefined)) return undefined;
  const half = m[3]?.toLowerCase();
  const written = Number(m[1]);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hour = half === undefined ? written : (written % 12) + (half === "pm" ? 12 : 0);
  return hour > 23 ? undefined : (`${String(hour).padStart(2, "0")}:${m[2] ?? "00"}` as TimeOfDay);
}

const readWeekday = (given: string): number | undefined =>
  weekdayNumber(given.trim().replace(/^(?:on\s+)?(\w+day)s$/i, "$1")) ?? undefined;

function readDayOfMonth(given: string): number | undefined {
  if (/^(?:the\s+)?last(?:\s+day)?$/i.test(given.trim())) return 31;
  const m = /^(?:the\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?$/i.exec(given.trim());
  const day = Number(m?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : undefined;
}

function noDay(given: string, every: Schedule["every"]): string {
  switch (every) {
    case "week":
      return `“${cut(given, 40)}” is no weekday. Write it as Monday.`;
    case "month":
      return `“${cut(given, 40)}” is no day of a month. Write a number from 1 to 31, or: last.`;
    case "day":
    case "weekday":
      return `“on” goes with every:week and every:month; a digest for each ${every} has no day of its own.`;
  }
}

function noZone(given: string): string {
  const wanted = given.trim().replaceAll(" ", "_").toLowerCase();
  const near = ["Europe/Kyiv", ...Intl.supportedValuesOf("timeZone")].filter((zone) =>
    zone.toLowerCase().split("/").includes(wanted),
  );
  const meant = wanted === "" || near.length === 0 ? "" : ` Did you mean ${near.slice(0, 3).join(" or ")}?`;
  return `“${cut(given, 40)}” is no time zone.${meant} Write it as an area and a city, such as Europe/Kyiv, or UTC.`;
}

/**
 * Where to post. On Discord another channel is taken from the slash command's own list alone, which holds the
 * channels of that server: an id that was typed could be anybody's.
 */
function readChannel(
  given: string | undefined,
  { act, asker }: Call["request"],
  usual: Address,
): Address | { readonly problem: string } {
  if (given === undefined) return usual;
  const wanted = addressOf(given, asker);
  if (wanted === undefined)
    return {
      problem: `“${cut(given, 40)}” is no channel. Name it as the platform writes it, or leave it out for this one.`,
    };
  if (wanted === asker.channel || wanted === usual) return wanted;
  if (parseAddress(wanted).platform !== asker.platform)
    return { problem: "A digest is posted on the platform that it is made on: make it there." };
  if (asker.platform === "discord" && act.kind !== "command")
    return {
      problem: "For another channel use the slash command, which offers the channels of this server.",
    };
  return wanted;
}

function addressOf(given: string, { platform }: Asker): Address | undefined {
  const mention = /^<#([A-Za-z0-9]+)(?:\|[^>]*)?>$/.exec(given.trim());
  if (mention?.[1] !== undefined) return address(platform, mention[1]);
  try {
    const { platform: named, id } = parseAddress(given.trim());
    return /^[A-Za-z0-9_-]+$/.test(id) ? address(named, id) : undefined;
  } catch {
    return undefined;
  }
}
