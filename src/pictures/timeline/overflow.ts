import { MONTHS } from "../../model/calendar.ts";
import { byCodePoint } from "../../model/text.ts";
import type { Day } from "../../model/when.ts";
import { figure, type Panel } from "../panel/frame.ts";
import { text } from "../panel/line.ts";
import { widthOf } from "../panel/text.ts";
import { COLOURS, SIZES } from "../panel/theme.ts";

/** An event that found no room, with the place on the axis where it would have stood. */
export type LeftOver = { readonly day: Day; readonly x: number };

type Bucket = { readonly count: number; readonly first: string; readonly last: string; readonly x: number };
type Spanned = Bucket & { readonly label: string; readonly from: number; readonly to: number };

const GAP = 18;

/**
 * One line of counts, "+4 in June 2019", under the axis: events that found no room, by month; neighbours are joined
 * until no two labels overlap and none leaves the picture.
 */
export function leftOver(events: readonly LeftOver[], left: number, right: number, y: number): Panel {
  const joined: Spanned[] = [];
  for (const bucket of byMonth(events)) {
    let one = spanned(bucket, left, right);
    for (
      let before = joined.at(-1);
      before !== undefined && before.to + GAP > one.from;
      before = joined.at(-1)
    ) {
      joined.pop();
      one = spanned(together(before, one), left, right);
    }
    joined.push(one);
  }
  return joined.map(({ from, label }) => text(from, y, label, { size: SIZES.small, colour: COLOURS.quiet }));
}

function byMonth(events: readonly LeftOver[]): readonly Bucket[] {
  const months = new Map<string, Bucket>();
  for (const { day, x } of events) {
    const month = day.slice(0, 7);
    const known = months.get(month);
    months.set(month, { count: (known?.count ?? 0) + 1, first: month, last: month, x: known?.x ?? x });
  }
  return [...months.values()].sort((a, b) => byCodePoint(a.first, b.first));
}

function together(before: Bucket, after: Bucket): Bucket {
  const count = before.count + after.count;
  const x = (before.x * before.count + after.x * after.count) / count;
  return { count, first: before.first, last: after.last, x };
}

function spanned(bucket: Bucket, left: number, right: number): Spanned {
  const label = words(bucket);
  const room = Math.ceil(widthOf(label, SIZES.small));
  const from = Math.round(Math.max(left, Math.min(bucket.x - room / 2, right - room)));
  return { ...bucket, label, from, to: from + room };
}

function words({ count, first, last }: Bucket): string {
  const year = (month: string) => month.slice(0, 4);
  const name = (month: string) => MONTHS[Number(month.slice(5)) - 1] ?? month;
  const from = year(first) === year(last) ? name(first) : `${name(first)} ${year(first)}`;
  return `+${figure(count)} in ${first === last ? "" : `${from} – `}${name(last)} ${year(last)}`;
}
