import { tzOffset } from "@date-fns/tz";
import type { Day } from "../model/when.ts";
import { addDays, dayFromNumber, dayNumber } from "../model/when.ts";
import type { TimeOfDay } from "./schedule.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How a wall-clock time lies to its zone's changes of the clock. */
export type WallTime = {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  /** `skipped`: the clock jumps over it, and it moves to the first minute after; `repeated`: the first of two. */
  readonly clock: "plain" | "skipped" | "repeated";
};

/**
 * True for a zone that the runtime knows. A name without a `/` other than `UTC` is refused: abbreviations such as
 * `EST` mean different clocks to different people.
 */
export function isZone(zone: string): boolean {
  if (known.has(zone)) return true;
  if (zone !== "UTC" && !/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    known.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** Making a format to see whether it can be made is dear. */
const known = new Set<string>();

/**
 * The instant of a wall-clock time on a local date. A time inside a skipped hour becomes the first minute after it;
 * one inside a repeated hour its first occurrence. `null` where the zone has no such local date at all.
 */
export function wallTime(date: Day, time: TimeOfDay, zone: string): WallTime | null {
  const wall = dayNumber(date) * DAY + minutesOf(time) * MINUTE;
  const offsets = [...new Set([offset(zone, wall - DAY), offset(zone, wall + DAY)])];
  const times = offsets.map((minutes) => wall - minutes * MINUTE).filter((at) => localOf(zone, at) === wall);
  if (times.length > 0) return { at: Math.min(...times), clock: times.length > 1 ? "repeated" : "plain" };
  const after = firstMinuteAfter(zone, wall);
  return exists(zone, date) ? { at: after, clock: "skipped" } : null;
}

/** The local date and minute of an instant. */
export function localDate(zone: string, at: number): Day {
  return dayFromNumber(Math.floor(localOf(zone, at) / DAY));
}

const minutesOf = (time: TimeOfDay) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes east of UTC at an instant. */
const offset = (zone: string, at: number) => Math.round(tzOffset(zone, new Date(at)));

/** The wall clock at an instant, counted as if it were UTC. */
const localOf = (zone: string, at: number) => at + offset(zone, at) * MINUTE;

/** The first minute whose wall clock is past a skipped one: found by halving a day around it. */
function firstMinuteAfter(zone: string, wall: number): number {
  let [low, high] = [wall - 2 * DAY, wall + 2 * DAY];
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
    if (localOf(zone, middle) < wall) low = middle;
    else high = middle;
  }
  return high;
}

/** False for a date that the zone left out, as Samoa did on 30 December 2011. */
function exists(zone: string, date: Day): boolean {
  const wall = dayNumber(date) * DAY;
  const first = firstMinuteAfter(zone, wall);
  return localOf(zone, first) < dayNumber(addDays(date, 1)) * DAY;
}
