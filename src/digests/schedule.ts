import type { Day } from "../model/when.ts";
import { addDays, daysInMonth, weekday } from "../model/when.ts";

/** A time of day, `HH:mm`, 24 hours. */
export type TimeOfDay = `${number}:${number}`;

export const EVERY = ["day", "weekday", "week", "month"] as const;

/** When a digest is due, in a zone's own calendar. No raw cron comes from people. */
export type Schedule = {
  readonly every: (typeof EVERY)[number];
  /** For week: 1 Monday to 7 Sunday. For month: 1 to 31, in a shorter month its last day. */
  readonly on?: number;
  readonly time: TimeOfDay;
  /** IANA, as the person wrote it: `Europe/Kyiv`, `UTC`. */
  readonly zone: string;
};

/** True when a schedule has a slot on a local date. */
export function isDue(schedule: Schedule, date: Day): boolean {
  switch (schedule.every) {
    case "day":
      return true;
    case "weekday":
      return weekday(date) <= 5;
    case "week":
      return weekday(date) === (schedule.on ?? 1);
    case "month": {
      const last = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
      return Number(date.slice(8)) === Math.min(schedule.on ?? 1, last);
    }
  }
}

/** The due local dates from one date to another, both included. */
export function dueDates(schedule: Schedule, from: Day, to: Day): readonly Day[] {
  const dates: Day[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (isDue(schedule, date)) dates.push(date);
  return dates;
}
