import { bylineDate, type Dated, datelineDate } from "../time/index.ts";
import type { Span } from "../types.ts";

/** The first row of an article that stands in one file with others, and the day that it gives itself. */
export type Opening = {
  /** Position of its first row. */
  readonly row: number;
  readonly title: Span | null;
  /** True when that row is its title alone. */
  readonly heading: boolean;
  readonly posted: Dated | null;
};

/**
 * Where articles begin that were put into one file: at a row that gives a day of its own (a byline, a dateline, or a
 * header that stage 2 dropped: `headers`), with prose before it and behind it. The rows of heading right above it are
 * its title; the text's own day again without a headline over it is a stamp. None where only one such row has prose on both sides: that is a text and its date.
 */
export function openings(text: string, rows: readonly Span[], headers: readonly Dated[]): readonly Opening[] {
  const found: Opening[] = [];
  let lead: Dated | null = null;
  let prose = 0;
  let next = 0;
  for (let row = 0; row < rows.length; row++) {
    const [start, end] = rows[row] as Span;
    const before = rows[row - 1]?.[1] ?? 0;
    const header = headers[next];
    const own = header && header.span[0] >= before && header.span[0] < end ? header : null;
    if (own) next++;
    const day = own ?? dayOf(text.slice(start, Math.min(end, start + 160)), start);
    if (found.length === 0 && prose === 0) lead ??= day;
    else if (day && prose > 0) {
      const first = own ? row : titleAbove(text, rows, row);
      const stamp = !own && first === row && isHeading(text.slice(start, end));
      if (stamp && day.day === (found.at(-1)?.posted ?? lead ?? headers[0])?.day) continue;
      const heading = isHeading(text.slice(...(rows[first] as Span)));
      found.push({ row: first, title: heading ? (rows[first] as Span) : null, heading, posted: day });
      prose = 0;
    }
    if (isProse(text.slice(start, end))) prose++;
  }
  if (prose === 0) found.pop();
  return found.length === 0 ? [] : [{ row: 0, title: null, heading: false, posted: lead }, ...found];
}

function dayOf(line: string, base: number): Dated | null {
  if (!/(?:19|20)\d\d/.test(line)) return null;
  return line.length < 90
    ? (bylineDate(line, base) ?? datelineDate(line, null, base))
    : datelineDate(line, null, base);
}

/** Up over the byline and the headline, as far as they are neither prose nor empty of words. */
function titleAbove(text: string, rows: readonly Span[], row: number): number {
  let first = row;
  while (first > 0 && row - first < 3 && isHeading(text.slice(...(rows[first - 1] as Span)))) first--;
  return first;
}

const isHeading = (line: string): boolean =>
  line.length <= 160 && /\p{L}/u.test(line) && !/[.!?]["”’)]?$/.test(line);

const isProse = (line: string): boolean => line.length > 60 && /[.!?]["”’)]?$/.test(line);
