import type { Cleaned, Span } from "../types.ts";
import { isMarkup, unmark } from "./markup.ts";

/** What was dropped, why, and the text with the dropped parts blanked: every offset stays where it was. */
export type Prose = Cleaned & { readonly text: string };

/**
 * Stage 2. Tells prose from what surrounds it (markup, menus, icon captions, credits, app adverts). The result's
 * text is as long as the original: what was dropped is spaces, a line break inside a paragraph is a space, so
 * that every later span points into the original.
 */
export function clean(original: string): Prose {
  const dropped: { span: Span; reason: string }[] = [];
  const drop = (start: number, end: number, reason: string) => {
    if (end > start) dropped.push({ span: [start, end], reason });
  };
  const source = original.startsWith("\uFEFF") ? ` ${original.slice(1)}` : original;
  const text = isMarkup(source) ? unmark(source, drop) : source;
  for (const line of lines(text)) {
    const reason = whole(text.slice(line[0], line[1]));
    if (reason) drop(line[0], line[1], reason);
    else
      for (const part of parts(text.slice(line[0], line[1]), line[0]))
        drop(part.span[0], part.span[1], part.reason);
  }
  for (const run of menus(text)) drop(run[0], run[1], "menu");
  dropped.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const merged = outermost(dropped);
  const blanked = blank(
    text,
    merged.map((d) => d.span),
  );
  return {
    kept: gaps(
      blanked.length,
      merged.map((d) => d.span),
    ),
    dropped: merged,
    text: unwrap(blanked),
  };
}

/** Spans of the lines of a text, without their line ends. */
export function* lines(text: string): Generator<Span> {
  let start = 0;
  while (start <= text.length) {
    const end = text.indexOf("\n", start);
    if (end < 0) {
      yield [start, text.length];
      return;
    }
    yield [start, end];
    start = end + 1;
  }
}

const INTERFACE =
  /^(?:next story|previous story|send push|share(?: this.*)?|print|e-?mail|read more.*|advertisement|subscribe.*|sign up.*|log ?in|sign in|click here.*|skip to .*|all messages|to be continued\W*|source|home|search|menu|related (?:articles|news|stories).*|follow us.*|download (?:the|our) .*|loving .*\? download .*|photo(?:graph)?s?:.*|image:.*|video:.*|copyright.*|©.*|all rights reserved.*|tweet|comments?|back to top|more news|latest news|trending.*|read also.*|also read.*|see also.*|cookies?.*|font size:?.*)$/i;
const CREDIT =
  /^\(?(?:additional )?(?:reporting|writing|editing|edited|written|compiled) (?:and \w+ )?by\b.*$/i;
const COPY_DESK = /^for (?:any |more |further )?(?:questions|information|inquiries|enquiries)\b.*$/i;

/** Why a whole line is no prose; null when it may be. */
function whole(line: string): string | null {
  const text = line.trim();
  if (text === "") return null;
  if ((text.match(/\b(?:an?|the) icon\b|\bicon (?:of|representing|used)\b/gi)?.length ?? 0) >= 3)
    return "icon captions";
  if (INTERFACE.test(text)) return "page furniture";
  if (CREDIT.test(text)) return "credit";
  if (COPY_DESK.test(text)) return "contact";
  if (
    /^[^.!?]{3,90}\([\p{Lu}][\p{L}.' -]{2,40}\/(?:[A-Z]{2,}[\w ]*|Getty[\w ]*|Reuters[\w ]*)\)$/u.test(text)
  )
    return "photo caption";
  if (/^\p{L}[\p{L} ]{1,30}:\s*\d{1,2}:\d{2}$/u.test(text)) return "clock";
  if (/^(?:Context|Tags?|Keywords|Categories):\s/.test(text)) return "index terms";
  if (/\uFFFD{2,}/.test(text)) return "unreadable characters";
  return null;
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*date[: ]+\d{4}-\d\d-\d\d(?=\s)/i, "date header"],
  [
    /To view this (?:video|page),? please enable JavaScript[^.\n]{0,80}?(?:HTML5 video|browser)/g,
    "page furniture",
  ],
  [/\((?:[^()\n]{2,60}\/)(?:[A-Z]{2,6}|AFP|Getty Images?|Reuters|EPA[\w-]*)\)/g, "photo credit"],
  [/\bEdited by: [^\n]{3,60}$/g, "credit"],
  [/https?:\/\/\S+/g, "address"],
];

function parts(line: string, base: number): { span: Span; reason: string }[] {
  const found: { span: Span; reason: string }[] = [];
  for (const [pattern, reason] of PARTS) {
    for (const m of line.matchAll(
      new RegExp(pattern, pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`),
    )) {
      found.push({ span: [base + m.index, base + m.index + m[0].length], reason });
    }
  }
  return found;
}

/** Runs of four or more neighbouring short lines without a sentence end: menus and lists of links. */
function menus(text: string): Span[] {
  const found: Span[] = [];
  let run: Span[] = [];
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    if (run.length >= 4 && first && last) found.push([first[0], last[1]]);
    run = [];
  };
  for (const line of lines(text)) {
    const words = text.slice(line[0], line[1]).trim();
    if (
      words !== "" &&
      words.length <= 32 &&
      words.split(/\s+/).length <= 5 &&
      !/[.!?:;,"”]$|\d{4}/.test(words)
    )
      run.push(line);
    else close();
  }
  close();
  return found;
}

function outermost<T extends { span: Span }>(sorted: readonly T[]): T[] {
  const kept: T[] = [];
  for (const d of sorted) {
    const last = kept.at(-1);
    if (!last || d.span[0] >= last.span[1]) kept.push(d);
  }
  return kept;
}

function blank(text: string, spans: readonly Span[]): string {
  let out = "";
  let at = 0;
  for (const [start, end] of spans) {
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return out + text.slice(at);
}

function gaps(length: number, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) kept.push([at, start]);
    at = end;
  }
  if (at < length) kept.push([at, length]);
  return kept;
}

/**
 * A line break inside a sentence becomes a space: before a small letter, after a word that goes on, in a record's
 * title without its end, and after any long line of a text that is wrapped by hand throughout.
 */
function unwrap(text: string): string {
  const out = text.replace(/\r/g, " ").split("\n");
  const byHand =
    out.filter((line, i) => i > 0 && /^\s*[a-z]/.test(line) && long(out[i - 1] as string)).length >= 2;
  let joined = out[0] ?? "";
  let title = RECORD_TITLE.test(joined);
  for (let i = 1; i < out.length; i++) {
    const before = (out[i - 1] as string).trimEnd();
    const after = out[i] as string;
    title =
      RECORD_TITLE.test(before) || (title && before.trim() !== "" && !/(?:\)|\b(?:19|20)\d\d)$/.test(before));
    joined += wrapped(before, after, byHand || title) ? ` ${after}` : `\n${after}`;
  }
  return joined;
}

const long = (line: string) =>
  line.trim().length >= 50 && line.trim().length <= 110 && !/[.!?:"”’)]\s*$/.test(line);
const RECORD_TITLE =
  /^\s*(?:Statement|Remarks|Speech|Press|Joint|Comments?|Interview|Address|Article|Readout|Opening)\b/;

const wrapped = (before: string, after: string, goesOn: boolean) =>
  before.trim().length >= (goesOn ? 20 : 30) &&
  before.length <= 110 &&
  /^\s*\S/.test(after) &&
  (/^\s*[a-z(]/.test(after) ||
    /\b(?:the|of|and|in|for|to|with|a|by|at|Foreign|Prime)$/.test(before) ||
    (long(before) && goesOn)) &&
  !RECORD_TITLE.test(after) &&
  !DATELINE.test(after) &&
  !(after.length > 140 && /^\s*\p{Lu}/u.test(after)) &&
  !/^\s*(?:\d{1,2}[./]\d{1,2}[./]\d{4}|[A-Z][\w. ]{1,30}:)/.test(after);

/** "OSLO (Agency) - ", "RIGA/VILNIUS, May 3 --": the first words of a report are no part of its headline. */
const DATELINE = /^\s*\p{Lu}[\p{Lu}. /]{2,30}(?:\(|,| [-–—])/u;
