import type { Schedule, Slot } from "../../../src/bot/index.ts";
import { WEEKDAYS } from "../../../src/model/calendar.ts";
import type { Instant } from "../../../src/model/when.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as a clock on the wall of a zone shows it: "Monday, 23 November 2026 at 09:00 (Europe/Kyiv)". */
export function instantWords(at: Instant, zone: string, locale: string): string {
  return `${format(zone, locale, DAY_AND_TIME).format(Date.parse(at))} (${zone})`;
}

/** The time of an instant alone, `09:05`. */
export const timeWords = (at: Instant, zone: string, locale: string): string =>
  format(zone, locale, TIME).format(Date.parse(at));

/** "every weekday at 09:00 (Europe/Kyiv)". */
export function scheduleWords({ every, on, time, zone }: Schedule): string {
  const at = `at ${time} (${zone})`;
  switch (every) {
    case "day":
      return `every day ${at}`;
    case "weekday":
      return `Monday to Friday ${at}`;
    case "week":
      return `every ${WEEKDAYS[(on ?? 1) - 1]} ${at}`;
    case "month":
      return on !== undefined && on > 28
        ? `every month on day ${on}, or its last day where it is shorter, ${at}`
        : `every month on day ${on ?? 1} ${at}`;
  }
}

/** What a reader must know of a slot over which the clock changes, else undefined. `before` is the slot before it. */
export function clockWords(slot: Slot, before: Slot | undefined, { time }: Schedule): string | undefined {
  switch (slot.clock) {
    case "skipped":
      return `the clock leaves out ${time} on that day: it comes at the first minute after`;
    case "repeated":
      return `the clock shows ${time} twice on that day: it comes the first time`;
    case "plain": {
      const shift = before?.clock === "plain" ? offset(slot, time) - offset(before, time) : 0;
      if (shift === 0) return undefined;
      return `the clock was put ${shift > 0 ? "forward" : "back"} by ${Math.abs(shift)} minutes since the one before`;
    }
  }
}

/** Minutes that the wall clock of a slot is ahead of UTC. */
const offset = ({ date, at }: Slot, time: string): number =>
  (Date.parse(`${date}T${time}:00.000Z`) - Date.parse(at)) / 60_000;

const DAY_AND_TIME = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** A locale that does not exist becomes English. */
function format(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${locale} ${Object.keys(options).length}`;
  const known = formats.get(key);
  if (known) return known;
  const made = make({ ...options, timeZone, calendar: "gregory" }, locale === "en" ? "en-GB" : locale);
  formats.set(key, made);
  return made;
}

function make(options: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat("en-GB", options);
  }
}
