import { scaleUtc } from "d3-scale";
import { MONTHS } from "../../model/calendar.ts";
import { addDays, type Day, dayNumber } from "../../model/when.ts";
import type { DrawableEvent } from "../drawable.ts";

const DAY = 86_400_000;

/** Days on the axis before the first event and after the last. */
const LEAST_MARGIN = 5;

/** A day on the axis in words, "" where it would say nothing new. */
export type Tick = { readonly x: number; readonly label: string };

/** Days to pixels, with ticks in words. Days are counted in UTC throughout: no zone of the machine takes part. */
export function timeScale(events: readonly Pick<DrawableEvent, "when">[], left: number, right: number) {
  let [first, last] = ["9999-12-31" as Day, "0000-01-01" as Day];
  for (const day of events.flatMap(({ when }) => [when.start ?? when.end, when.end ?? when.start])) {
    if (day !== null && day < first) first = day;
    if (day !== null && day > last) last = day;
  }
  const margin = Math.max(LEAST_MARGIN, Math.round((dayNumber(last) - dayNumber(first)) * 0.03));
  const from = addDays(first, -margin);
  const to = addDays(last, margin);
  const scale = scaleUtc()
    .domain([dayNumber(from) * DAY, dayNumber(to) * DAY])
    .range([left, right]);
  const days = dayNumber(to) - dayNumber(from);
  return {
    /** Pixels of the beginning of a day. */
    x: (day: Day) => round(scale(dayNumber(day) * DAY)),
    from,
    to,
    ticks: scale.ticks(8).map((date) => ({ x: round(scale(date)), label: tickLabel(date, days) })),
  };
}

function tickLabel(date: Date, days: number): string {
  const month = MONTHS[date.getUTCMonth()]?.slice(0, 3);
  if (days > 1500) return String(date.getUTCFullYear());
  if (days > 120) return `${month} ${date.getUTCFullYear()}`;
  return date.getUTCHours() === 0 ? `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}` : "";
}

const round = (n: number) => Math.round(n * 10) / 10;
