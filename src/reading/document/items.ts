import type { Day } from "../../model/when.ts";
import { toDay } from "../../model/when.ts";
import { parseDate } from "../time/index.ts";
import type { Span } from "../types.ts";
import { openings } from "./articles.ts";
import { lines } from "./clean.ts";

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";
const WRITTEN_DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4})`;
const writtenDay = (text: string): Day | null => parseDate(text)?.day ?? null;

/** A paragraph of prose, and who speaks in it where the text is a transcript. */
export type Paragraph = {
  /** From 1, over the document's paragraphs of prose and headings. */
  readonly number: number;
  readonly span: Span;
  readonly item: number;
  readonly heading: boolean;
  /** The label of the speech turn it belongs to: a name, or `question`. */
  readonly turn: string | null;
};

/** One dated text of a page; a plain document is one item. */
export type Item = {
  readonly index: number;
  readonly span: Span;
  readonly title: Span | null;
  /** The date before the title: when the item was put on the page. */
  readonly posted: { readonly day: Day; readonly span: Span } | null;
  /** The date that ends the title: the day of what the title tells. */
  readonly titled: { readonly day: Day; readonly span: Span } | null;
};

export type Layout = { readonly items: readonly Item[]; readonly paragraphs: readonly Paragraph[] };

const POSTED = new RegExp(
  `^\\s*(?:(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4})|(\\d{4}-\\d\\d-\\d\\d)|(${WRITTEN_DATE}))\\s+[-–—|]\\s+(?=\\S)`,
);
const TITLED = new RegExp(
  `(?:,\\s*|\\(|[-–—]\\s*)(?:[\\p{Lu}][\\p{L}’' -]{1,40},\\s*)?(${WRITTEN_DATE})\\)?\\s*$`,
  "u",
);

/**
 * Stage 3. Divides a page into its dated items and an item into paragraphs with their speech turns. `text` is the
 * prose of stage 2. A date before a title (`06.05.2012 - …`, day first) is when it was posted; a date that ends
 * a title is the day of what it tells. Articles put into one file are its items; `headers` are the days of headers that
 * stage 2 dropped.
 */
export function layOut(
  text: string,
  headers: readonly { readonly day: Day; readonly span: Span }[] = [],
): Layout {
  const rows = [...lines(text)].map((span) => trim(text, span)).filter((span) => span[1] > span[0]);
  const heads = rows.map((span) => headOf(text, span));
  const days = rows.map((span) => dayLine(text.slice(span[0], span[1])));
  if (new Set(days.filter((day) => day !== null)).size > 1)
    days.forEach((day, i) => {
      const span = rows[i] as Span;
      if (day !== null) heads[i] = { title: span, posted: { day, span }, titled: null };
    });
  const single = heads.every((head) => head === null);
  const articles = new Map(single ? openings(text, rows, headers).map((one) => [one.row, one]) : []);
  const plain = single && articles.size === 0;
  const first = single ? titleRow(text, rows) : -1;
  const items: Item[] = [];
  const paragraphs: Paragraph[] = [];
  let item = 0;
  let turn: string | null = null;
  for (let i = 0; i < rows.length; i++) {
    const span = rows[i] as Span;
    const head = heads[i];
    const article = articles.get(i);
    if (head || article || (plain && i === 0)) {
      item = items.length;
      const lead = i === 0 && first >= 0 ? (rows[first] as Span) : null;
      const title = head?.title ?? lead ?? article?.title ?? null;
      const posted = head?.posted ?? article?.posted ?? null;
      items.push({ index: item, span, title, posted, titled: head?.titled ?? null });
      turn = null;
    }
    const label = head ? null : turnLabel(text.slice(span[0], Math.min(span[1], span[0] + 60)));
    if (label) turn = label;
    const current = items[item];
    if (current) items[item] = { ...current, span: [current.span[0], span[1]] };
    const title = head ? head.title : span;
    paragraphs.push({
      number: i + 1,
      span: title,
      item,
      heading: Boolean(head) || i === first || (article?.heading ?? false),
      turn,
    });
  }
  return { items, paragraphs };
}

const WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const DAY_LINE = new RegExp(
  `^(?:${WEEKDAY},? (${WRITTEN_DATE})|(${WRITTEN_DATE}),? \\(?${WEEKDAY}\\)?|(\\d{4}) (${MONTH} \\d{1,2}) \\(${WEEKDAY}\\))$`,
);

/** "September 3, 2020 (Thursday)": a line that is a day and its weekday heads what stands below, where a page has several. */
function dayLine(line: string): Day | null {
  if (line.length > 40) return null;
  const m = DAY_LINE.exec(line);
  return m === null ? null : writtenDay(m[1] ?? m[2] ?? `${m[4]}, ${m[3]}`);
}

function headOf(text: string, span: Span): (Pick<Item, "posted" | "titled"> & { title: Span }) | null {
  if (span[1] - span[0] > 400) return null;
  const line = text.slice(span[0], span[1]);
  const posted = POSTED.exec(line);
  const titled = TITLED.exec(line);
  const wordy = line.split(/\s+/).length >= 6 && !/[.!?]["”]?\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(line);
  if (!posted && !(titled && wordy && titleShaped(line))) return null;
  const start = span[0] + (posted ? posted[0].length : 0);
  const postedDay = posted ? dayFirst(posted) : null;
  const titledDay = titled ? writtenDay(titled[1] as string) : null;
  const at = titled ? span[0] + titled.index + titled[0].indexOf(titled[1] as string) : 0;
  if (posted && !titledDay && (!postedDay || LABEL.test(text.slice(start, span[1])))) return null;
  return {
    title: [start, span[1]],
    posted:
      postedDay && posted
        ? { day: postedDay, span: [span[0], span[0] + posted[0].trimEnd().length - 1] }
        : null,
    titled: titledDay && titled ? { day: titledDay, span: [at, at + (titled[1] as string).length] } : null,
  };
}

/** What stands behind a date and is no title. */
const LABEL =
  /^(?:press (?:information|release|office|service)|(?:latest )?news|media|statements?|speech(?:es)?|updated?\b.*|by .*|\d.*)$/i;

/** `06.05.2012` is day first; with slashes too, unless that is no day of the calendar. */
function dayFirst(m: RegExpExecArray): Day | null {
  if (m[5] ?? m[6]) return writtenDay((m[5] ?? m[6]) as string);
  const [day, month, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
  return toDay(year, month, day) ?? toDay(year, day, month);
}

/** No finite sentence: titles of records start with what they are or with who speaks. */
const titleShaped = (line: string) =>
  /\b(?:statements?|remarks|speech|address|interview|article|comments?|press|meeting|talks|conversation|readout|communiqu[eé]|declaration|briefing|replies|answers|visit|call|letter|message)\b/i.test(
    line,
  ) && !/\b(?:said|told|has|have|had|was|were|will|would)\b/.test(line);

/** The first line that is a headline: three words or more, no sentence end, prose after it. */
function titleRow(text: string, rows: readonly Span[]): number {
  for (let i = 0; i < Math.min(rows.length - 1, 6); i++) {
    const row = rows[i] as Span;
    const line = text.slice(row[0], row[1]);
    const words = line.split(/\s+/).length;
    if (words < 3) continue;
    if (/^(?:by|source|published|updated)\b/i.test(line)) continue;
    return words <= 32 && !/[.!?]["”’]?$/.test(line) ? i : -1;
  }
  return -1;
}

/** `Anna X:` or `Question:` at the start of a paragraph; `question` for any kind of questioner. */
function turnLabel(start: string): string | null {
  const m =
    /^((?:\p{Lu}[\p{L}.’'-]*)(?: (?:\p{Lu}[\p{L}.’'-]*|of|the|and|de|van|von|bin|al)){0,6}): ?\S/u.exec(
      start,
    );
  if (!m) return null;
  const label = m[1] as string;
  if (/^(?:Question|Q|Journalist|Reporter|Correspondent|Moderator|Interviewer)\b/i.test(label))
    return "question";
  if (
    /^(?:Quote|Source|Details|Background|Note|Reminder|Context|Update|Photo|Answer|A|Editor.*|[A-Z]{3,} ?)$/.test(
      label,
    )
  ) {
    return label === "Answer" || label === "A" ? "answer" : null;
  }
  return label.includes(" ") || /^\p{Lu}{3,}$/u.test(label) ? label : null;
}

function trim(text: string, [start, end]: Span): Span {
  let [s, e] = [start, end];
  while (s < e && /\s/.test(text[s] as string)) s++;
  while (e > s && /\s/.test(text[e - 1] as string)) e--;
  return [s, e];
}
