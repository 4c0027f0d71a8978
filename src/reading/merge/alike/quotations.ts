import { fold } from "../../../model/text.ts";
import type { Span } from "../../types.ts";

const SHARED_RUN = 5;

/** Spans between quotation marks, without the marks. Straight marks open and close in turn within a paragraph. */
export function quotations(text: string): readonly Span[] {
  const found: Span[] = [];
  let from: number | null = null;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? "";
    const opens = mark === "“" || mark === "«" || (mark === '"' && from === null);
    const closes = mark === "”" || mark === "»" || (mark === '"' && from !== null);
    if (mark === "\n") from = null;
    else if (closes && from !== null) {
      found.push([from, at]);
      from = null;
    } else if (opens) from = at + 1;
  }
  return found;
}

/** The quoted words inside a passage, folded to plain lower-case words; runs of fewer than two words are left out. */
export function quotedWords(text: string, quoted: readonly Span[], passage: Span): readonly string[] {
  return meeting(quoted, passage)
    .map(([start, end]) => text.slice(Math.max(start, passage[0]), Math.min(end, passage[1])))
    .map(fold)
    .filter((words) => words.includes(" "));
}

/** Those that overlap a passage, of spans in the order of the text, none of which lies in another. */
function meeting(spans: readonly Span[], [from, to]: Span): readonly Span[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span)[1] <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < spans.length && (spans[end] as Span)[0] < to) end++;
  return spans.slice(low, end);
}

/** True when two sets of quotations have five words in a row in common. */
export function shareQuotation(a: readonly string[], b: readonly string[]): boolean {
  const runs = new Set(a.flatMap(runsOf));
  return b.some((words) => runsOf(words).some((run) => runs.has(run)));
}

/** True when a short quotation stands whole inside one of the other's: too little alone, enough beside one speaker. */
export function echo(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => contains(one, other) || contains(other, one)));
}

const contains = (long: string, short: string) => ` ${long} `.includes(` ${short} `);

function runsOf(words: string): readonly string[] {
  const all = words.split(" ");
  const runs: string[] = [];
  for (let at = 0; at + SHARED_RUN <= all.length; at++) runs.push(all.slice(at, at + SHARED_RUN).join(" "));
  return runs;
}
