import type { Day } from "../../model/when.ts";
import type { CreationCandidate, Span } from "../types.ts";
import { timeExpressions } from "./scan.ts";

/** A day with where it stands. */
export type Dated = { readonly day: Day; readonly span: Span };

/** The first day of the text that is written out with its year; `base` is the offset of the text in the original. */
export function parseDate(text: string, base = 0): Dated | null {
  return datesIn(text, base)[0] ?? null;
}

/** A page's own header at the very beginning: ` date 2023-09-23`, or a line with nothing but a day. */
export function headerDate(text: string): Dated | null {
  const m = /^\s*(?:date:?\s+)?(?=\S)/i.exec(text);
  const lead = m?.[0].length ?? 0;
  const dated = parseDate(text.slice(lead, lead + 40), lead);
  if (dated === null || dated.span[0] !== lead) return null;
  const labelled = /date/i.test(text.slice(0, lead));
  return labelled || /^\s*(?:\n|$)/.test(text.slice(dated.span[1])) ? dated : null;
}

/** A line with a day and a time of day or a word of publication: `December 2, 2021, 4:17 pm`, `Published 3 May 2020`. */
export function bylineDate(line: string, base = 0): Dated | null {
  const dated = parseDate(line, base);
  if (dated === null || line.trim().length > 90) return null;
  const rest = line.slice(0, dated.span[0] - base) + line.slice(dated.span[1] - base);
  const clock = /^\W*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m)?/i.test(line.slice(dated.span[1] - base));
  const label = /^\W*(?:published|posted|updated|last\s+updated|issued|released|by\b.*|date)\b/i.test(rest);
  return clock || label ? dated : null;
}

/** A day with the hours of cities beside or below it, as pages show it: the day of the visit, not of the text. */
export function clockDate(text: string, base = 0): Dated | null {
  for (const dated of datesIn(text, base)) {
    if (
      /^\s+(?:\p{Lu}[\p{L} .-]{1,30}:\s*\d{1,2}:\d\d\s+){1,}/u.test(
        text.slice(dated.span[1] - base, dated.span[1] - base + 200),
      )
    ) {
      return dated;
    }
  }
  return null;
}

/** A line that opens an item of a page: `10.10.2019 - Title`. */
export function itemDate(line: string, base = 0): Dated | null {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const dated = parseDate(line.slice(0, indent + 40), base);
  if (dated === null || dated.span[0] !== base + indent) return null;
  return /^\s*[-\u2010-\u2015|:]\s*\S/.test(line.slice(dated.span[1] - base)) ? dated : null;
}

/** All that may be the creation time of a whole document: its header, bylines and clock, in the order they stand. */
export function creationCandidates(text: string): readonly CreationCandidate[] {
  const found: CreationCandidate[] = [];
  const header = headerDate(text);
  if (header) found.push({ ...header, from: "header" });
  const clock = clockDate(text.slice(0, 4_000));
  if (clock) found.push({ ...clock, from: "clock" });
  let offset = 0;
  for (const line of text.split("\n")) {
    const byline = offset === 0 && header ? null : bylineDate(line, offset);
    if (byline && byline.span[0] !== clock?.span[0]) found.push({ ...byline, from: "byline" });
    offset += line.length + 1;
  }
  return found.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
}

function datesIn(text: string, base: number): readonly Dated[] {
  return timeExpressions(text, base, () => "past").flatMap((e) => {
    const v = e.relative ? null : e.at(null);
    return v?.precision === "day" && v.start ? [{ day: v.start, span: e.span }] : [];
  });
}
