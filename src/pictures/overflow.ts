import { MONTHS } from "../model/calendar.ts";
import type { Day } from "../model/when.ts";
import { text } from "./frame.ts";
import { widthOf } from "./text.ts";
import { COLOURS, SIZES } from "./theme.ts";

/** An event that found no room, with the place on the axis where it would have stood. */
export type LeftOver = { readonly day: Day; readonly x: number };

type Bucket = { count: number; first: string; last: string; x: number };

const GAP = 18;

/**
 * One line of counts, "+4 in Jun 2019", above the axis: events that found no room, by month; neighbours are joined
 * until no two labels overlap and none leaves the picture.
 */
export function leftOver(
  events: readonly LeftOver[],
  left: number,
  right: number,
  y: number,
): readonly string[] {
  const months = new Map<string, Bucket>();
  for (const { day, x } of events) {
    const month = day.slice(0, 7);
    const bucket = months.get(month);
    if (bucket === undefined) months.set(month, { count: 1, first: month, last: month, x });
    else bucket.count++;
  }
  const buckets = [...months.values()].sort((a, b) => (a.first < b.first ? -1 : 1));
  for (let at = 1; at < buckets.length; ) {
    const [before, here] = [buckets[at - 1]!, buckets[at]!];
    if (span(before, left, right)[1] + GAP <= span(here, left, right)[0]) at++;
    else {
      const count = before.count + here.count;
      const x = (before.x * before.count + here.x * here.count) / count;
      buckets.splice(at - 1, 2, { count, first: before.first, last: here.last, x });
      at = Math.max(1, at - 1);
    }
  }
  return buckets.map((bucket) =>
    text(span(bucket, left, right)[0], y, words(bucket), { size: SIZES.small, colour: COLOURS.quiet }),
  );
}

function span(bucket: Bucket, left: number, right: number): readonly [number, number] {
  const room = Math.ceil(widthOf(words(bucket), SIZES.small));
  const start = Math.round(Math.max(left, Math.min(bucket.x - room / 2, right - room)));
  return [start, start + room];
}

function words({ count, first, last }: Bucket): string {
  const name = (month: string) => `${MONTHS[Number(month.slice(5)) - 1]?.slice(0, 3)} ${month.slice(0, 4)}`;
  return `+${count} in ${first === last ? name(first) : `${name(first)} – ${name(last)}`}`;
}
