import type { Day } from "../../model/when.ts";
import type { CreationCandidate, Span } from "../types.ts";
import { timeExpressions } from "./scan.ts";

/** A day with where it stands. */
export type Dated = { readonly day: Day; readonly span: Span };

/** The first day of the text that is written out with its year; `base` is the offset of the text in the original. */
export function parseDate(text: string, base = 0): Dated | null {
  return datesIn(text, base)[0] ?? null;
}

/** A page's own header at the very beginning: ` date 2017-05-07`, or a line with nothing but a day. */
export function headerDate(text: string): Dated | null {
  const m = /^\s*(?:date:?\s+)?(?=\S)/i.exec(text);
  const lead = m?.[0].length ?? 0;
  const dated = parseDate(text.slice(lead, lead + 40), lead);
  if (dated === null || dated.span[0] !== lead) return null;
  const labelled = /date/i.test(text.slice(0, lead));
  return labelled || /^\s*(?:\n|$)/.test(text.slice(dated.span[1])) ? dated : null;
}

/**
 * A line that gives a text its day: with a time of day or a word of publication (`May 7, 2017, 9:05 am`, `Published 3 May
 * 2020`), or with nothing but names and labels beside the day (`Sunday, 7 May 2017`, `Rome, 7 May 2017`, `Press
 * release | 07.05.2017`).
 */
export function bylineDate(line: string, base = 0): Dated | null {
  const dated = line.trim().length > 90 ? null : parseDate(line, base);
  if (dated === null) return null;
  const rest = line.slice(0, dated.span[0] - base) + line.slice(dated.span[1] - base);
  const clock = /^\W*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m)?/i.test(line.slice(dated.span[1] - base));
  const label = /^\W*(?:published|posted|created|updated|last\s+updated|issued|released|by\b.*|date)\b/i.test(
    rest,
  );
  return clock || label || isLabel(rest) ? dated : null;
}

/** At most six words, each a name, a label or a small word of one: no sentence and no title of what was done. */
function isLabel(rest: string): boolean {
  const words = rest.split(/[\s,|·•()/\u2010-\u2015:-]+/u).filter((word) => word !== "");
  return words.length <= 6 && words.every((word) => LABEL.test(word));
}

const LABEL =
  /^(?:on|at|by|the|of|no|nr|press|release|media|news|statement|readout|communiqu[eé]|\p{Lu}[\p{L}.&'\u2019]*|\d{1,4})$/u;

/** A day with the hours of cities beside or below it, as pages show it: the day of the visit, not of the text. */
export function clockDate(text: string, base = 0): Dated | null {
  if (!/:\s*\d{1,2}:\d\d/.test(text)) return null;
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

/** A line that opens an item of a page: `07.05.2017 - Title`. */
export function itemDate(line: string, base = 0): Dated | null {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const dated = parseDate(line.slice(0, indent + 40), base);
  if (dated === null || dated.span[0] !== base + indent) return null;
  return /^\s*[-\u2010-\u2015|:]\s*\S/.test(line.slice(dated.span[1] - base)) ? dated : null;
}

/** A line that names its event and ends with its day: `Opening remarks at a meeting with X, City, May 7, 2017`. */
export function titleDate(line: string, base = 0): Dated | null {
  if (line.trim().length > 300) return null;
  const last = datesIn(line, base).at(-1);
  return last && last.span[0] > base && /^[\s)\]"'\u201d\u2019]*$/.test(line.slice(last.span[1] - base))
    ? last
    : null;
}

const DATELINE = /^\s*\p{Lu}[\p{Lu}\s.,'/-]{2,40}(?:\([^)]{2,20}\)\s*)?[,\s]\s*/u;

/**
 * An agency's dateline: `ROME, May 7 (Agency) -`. Without a year it is the day nearest to `near`, the day that
 * the page bears, and nothing where there is none.
 */
export function datelineDate(line: string, near: Day | null, base = 0): Dated | null {
  const lead = DATELINE.exec(line)?.[0].length ?? 0;
  if (lead === 0) return null;
  const [first] = timeExpressions(line.slice(lead, lead + 40), base + lead, () => "present");
  const v = first?.span[0] === base + lead ? first.at(near) : null;
  const closed =
    first && /^\s*(?:\([^)]*\)|\/[^/]*\/)?\s*[-\u2010-\u2015.:/]/.test(line.slice(first.span[1] - base));
  return first && closed && v?.precision === "day" && v.start ? { day: v.start, span: first.span } : null;
}

/**
 * All that may be the creation time of a whole document, in the order it stands: header, clock, bylines, titles,
 * items and datelines. The clock of a page tells when it was fetched and binds none of its items.
 */
export function creationCandidates(text: string): readonly CreationCandidate[] {
  const clock = clockDate(text.slice(0, 4_000));
  const header = headerDate(text);
  const found: CreationCandidate[] = clock ? [{ ...clock, from: "clock" }] : [];
  if (header && header.span[0] !== clock?.span[0]) found.push({ ...header, from: "header" });
  const taken = new Set(found.map((c) => c.span?.[0]));
  let offset = 0;
  for (const line of text.split("\n")) {
    const candidate = /\d/.test(line) ? candidateOf(line, offset, header?.day ?? null) : null;
    if (candidate && !taken.has(candidate.span?.[0])) found.push(candidate);
    offset += line.length + 1;
  }
  return found.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
}

function candidateOf(line: string, offset: number, near: Day | null): CreationCandidate | null {
  const item = itemDate(line, offset);
  if (item) return { ...item, from: "item" };
  const byline = bylineDate(line, offset);
  if (byline) return { ...byline, from: "byline" };
  const dateline = datelineDate(line.slice(0, 120), near, offset);
  if (dateline) return { ...dateline, from: "dateline" };
  const title = titleDate(line, offset);
  return title && { ...title, from: "title" };
}

function datesIn(text: string, base: number): readonly Dated[] {
  if (!WITH_YEAR.test(text)) return [];
  return timeExpressions(text, base, () => "past").flatMap((e) => {
    const v = e.relative ? null : e.at(null);
    return v?.precision === "day" && v.start ? [{ day: v.start, span: e.span }] : [];
  });
}

const WITH_YEAR = /(?:1[89]|20)\d\d/;
