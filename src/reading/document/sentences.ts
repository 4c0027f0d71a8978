import type { Span } from "../types.ts";
import type { Layout, Paragraph } from "./items.ts";

/** A sentence with the direct speech in it; spans point into the original. */
export type Sentence = {
  readonly span: Span;
  readonly paragraph: Paragraph;
  /** Text between quotation marks, marks left out. */
  readonly quotes: readonly Span[];
};

const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Lt|Gen|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Amb|Rev|Hon|St|Jr|Sr|No|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|H\.E|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|i\.e|e\.g|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u;

/**
 * Stage 4. Divides paragraphs into sentences. Abbreviations and initials end none; a closing quotation mark
 * belongs to the sentence it closes. A heading is one sentence.
 */
export function sentences(text: string, layout: Layout): Sentence[] {
  const found: Sentence[] = [];
  for (const paragraph of layout.paragraphs) {
    const quotes = quotations(text, paragraph.span);
    const spans = (paragraph.heading ? [paragraph.span] : divide(text, paragraph.span)).flatMap((span) =>
      cut(text, span),
    );
    for (const span of spans) {
      const own = quotes.filter((q) => q[0] < span[1] && q[1] > span[0]);
      found.push({
        span,
        paragraph,
        quotes: own.map((q) => [Math.max(q[0], span[0]), Math.min(q[1], span[1])]),
      });
    }
  }
  return found;
}

function divide(text: string, [from, to]: Span): Span[] {
  const found: Span[] = [];
  const body = text.slice(from, to);
  let start = 0;
  for (const m of body.matchAll(/(?:[.!?…]+)(["”’)\]]*)(\s+)(?=["“‘([]*[\p{Lu}\d])/gu)) {
    const end = m.index + m[0].length - (m[2] as string).length;
    const before = body.slice(Math.max(start, m.index - 12), m.index);
    if (m[0].startsWith(".") && m[1] === "" && ABBREVIATION.test(before) && !/\b[UE]\.[SUK]$/.test(before))
      continue;
    if (
      /\b[UE]\.[SUKN]$/.test(before) &&
      /^\s*\p{Lu}/u.test(body.slice(end)) &&
      !startsSentence(body.slice(end))
    )
      continue;
    if (/^\s*\d/.test(body.slice(end)) && /\b(?:No|Sept?|[A-Z][a-z]{2}|\d)$/.test(before)) continue;
    found.push([from + start, from + end]);
    start = m.index + m[0].length;
  }
  if (start < body.length) found.push([from + start, to]);
  return found;
}

/** No sentence is longer: a text without full stops is cut at a semicolon, comma or space, so that reading stays linear. */
const LONGEST = 1_500;

function cut(text: string, [from, to]: Span): Span[] {
  const spans: Span[] = [];
  let start = from;
  while (to - start > LONGEST) {
    const piece = text.slice(start, start + LONGEST);
    const at =
      [";", ",", " "].map((mark) => piece.lastIndexOf(mark)).find((n) => n > LONGEST / 2) ?? LONGEST - 1;
    spans.push([start, start + piece.slice(0, at + 1).trimEnd().length]);
    start += at + 1;
    while (start < to && /\s/.test(text[start] as string)) start++;
  }
  if (start < to) spans.push([start, to]);
  return spans.filter(([s, e]) => e > s);
}

/** After "U.S." a capital may go on with the name; these words begin a new sentence. */
const startsSentence = (rest: string) =>
  /^\s*(?:The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|These|Those|His|Her|Its|Their|For|After|Before|As|When|While)\s/.test(
    rest,
  );

/** Direct speech of a paragraph: curly marks pair by shape, straight ones in turn; an unclosed one runs to the end. */
function quotations(text: string, [from, to]: Span): Span[] {
  const found: Span[] = [];
  let open = -1;
  for (let i = from; i < to; i++) {
    const c = text[i];
    if (c === "“" || (c === '"' && open < 0)) open = i + 1;
    else if ((c === "”" || c === '"') && open >= 0) {
      found.push([open, i]);
      open = -1;
    }
  }
  if (open >= 0) found.push([open, to]);
  return found;
}
