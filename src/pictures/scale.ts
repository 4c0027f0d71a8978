import { scaleUtc } from "d3-scale";
import type { BriefedEvent } from "../model/briefing.ts";
import { MONTHS } from "../model/calendar.ts";
import { addDays, type Day, dayNumber } from "../model/when.ts";

const DAY = 86_400_000;

/** Days to pixels, with ticks in words. Days are counted in UTC throughout: no zone of the machine takes part. */
export function timeScale(events: readonly Pick<BriefedEvent, "when">[], left: number, right: number) {
  const edges = events.flatMap(({ when }) => [when.start, when.end].filter((day) => day !== null)).sort();
  const first = edges[0] as Day;
  const last = edges.at(-1) as Day;
  const margin = Math.max(2, Math.round((dayNumber(last) - dayNumber(first)) * 0.03));
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
