import type { Day, Instant } from "../model/when.ts";
import { addDays } from "../model/when.ts";
import { dueDates, type Schedule } from "./schedule.ts";
import { localDate, wallTime } from "./zones.ts";

/** One time at which a digest is due. */
export type Slot = {
  /** `<local date>T<time>[<zone>]`: unique for a schedule. */
  readonly key: string;
  readonly date: Day;
  readonly at: Instant;
  /** Whether the clock changes over it: a skipped time is moved, a repeated one is taken the first time. */
  readonly clock: "plain" | "skipped" | "repeated";
};

/**
 * The slots of a schedule after one instant and up to another, in order: exactly one for each local date that is
 * due. Pure; over IANA zones; the process's own zone takes no part.
 */
export function slotsBetween(schedule: Schedule, after: Instant, until: Instant): readonly Slot[] {
  const [from, to] = [Date.parse(after), Date.parse(until)];
  if (!(from < to)) return [];
  // A skipped time can move past midnight, and the local date may lie a day from UTC's.
  const dates = dueDates(
    schedule,
    addDays(localDate(schedule.zone, from), -1),
    addDays(localDate(schedule.zone, to), 1),
  );
  return dates.flatMap((date) => {
    const time = wallTime(date, schedule.time, schedule.zone);
    return time !== null && time.at > from && time.at <= to
      ? [slot(schedule, date, time.at, time.clock)]
      : [];
  });
}

/** The next slots after an instant; fewer than `count` only where a schedule has no more within 400 days each. */
export function nextSlots(schedule: Schedule, after: Instant, count: number): readonly Slot[] {
  const slots: Slot[] = [];
  let from = after;
  while (slots.length < count) {
    const until = new Date(Date.parse(from) + 400 * 86_400_000).toISOString();
    const found = slotsBetween(schedule, from, until);
    if (found.length === 0) break;
    slots.push(...found);
    from = until;
  }
  return slots.slice(0, count);
}

/** The last slot up to an instant. */
export function lastSlot(schedule: Schedule, until: Instant): Slot | undefined {
  const from = new Date(Date.parse(until) - 62 * 86_400_000).toISOString();
  return slotsBetween(schedule, from, until).at(-1);
}

function slot(schedule: Schedule, date: Day, at: number, clock: Slot["clock"]): Slot {
  return { key: `${date}T${schedule.time}[${schedule.zone}]`, date, at: new Date(at).toISOString(), clock };
}
