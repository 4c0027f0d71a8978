import { type Day, dayFromNumber, dayNumber } from "../../model/when.ts";
import { anchoredCreation, narrow, timeExpressions } from "../time/index.ts";
import type { Anchor, Constraint, Creation, CreationCandidate, Span, Tense } from "../types.ts";
import type { Item } from "./items.ts";

const UNKNOWN: Creation = {
  start: null,
  end: null,
  derivation: "inferred",
  evidence: "the document has no date of its own",
};

/**
 * The day that a document gives itself: what a person said, its header, its byline. A page of `several` items has the
 * day of its clock; a single text has its title's day before that.
 */
export function ownDate(
  candidates: readonly CreationCandidate[],
  several: boolean,
): CreationCandidate | null {
  const order: readonly CreationCandidate["from"][] = several
    ? ["given", "header", "clock", "byline", "dateline"]
    : ["given", "header", "byline", "dateline", "item", "title", "clock"];
  for (const from of order) {
    const found = candidates.find((c) => c.from === from);
    if (found) return found;
  }
  return null;
}

/** The creation time of an item: the day its title ends with, the day it was posted, or the document's. */
export function itemCreation(item: Item, document: Creation): Creation {
  const own = item.titled ?? item.posted;
  if (!own) return document;
  return {
    start: own.day,
    end: own.day,
    derivation: "stated",
    evidence: item.titled ? "the day in the item's title" : "the day the item was posted",
  };
}

/** A dated document's creation time is its day; an undated one's what `constraints` and `anchors` leave. */
export function documentCreation(
  own: CreationCandidate | null,
  sentences: readonly { readonly text: string; readonly base: number }[],
  tense: (text: string, at: number) => Tense,
  anchors: readonly Anchor[],
  constraints: readonly Constraint[],
): Creation {
  if (own) return { start: own.day, end: own.day, derivation: "stated", evidence: SAID[own.from] };
  const narrowed = narrow(UNKNOWN, constraints);
  if (anchors.length === 0) return narrowed;
  const expressions = sentences.flatMap(({ text, base }) =>
    timeExpressions(text, base, (at) => tense(text, at - base)),
  );
  return anchoredCreation(narrowed, expressions, anchors);
}

const SAID: Readonly<Record<CreationCandidate["from"], string>> = {
  given: "given with the document",
  header: "the document's header",
  byline: "the document's byline",
  dateline: "the dateline",
  item: "the item's date",
  title: "the day in the title",
  clock: "the page's clock",
};

/** A creation time as EDTF; null when nothing limits it. */
export function asEdtf({ start, end }: Pick<Creation, "start" | "end">): string | null {
  if (start === null && end === null) return null;
  return start === end ? (start as string) : `${start ?? ".."}/${end ?? ".."}`;
}

/** "more than three years since …": the least number of years since a day that the gazetteer knows. */
export function sinceConstraint(
  text: string,
  known: readonly { readonly words: readonly string[]; readonly day: Day }[],
): Constraint[] {
  const found: Constraint[] = [];
  const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  for (const m of text.matchAll(
    /\b(more than|over|nearly|almost)\s+(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(years?|months?)\b[^.]{0,60}?\bsince\b([^.]{3,80})/gi,
  )) {
    const [, how, count, unit, what] = m as unknown as [string, string, string, string, string];
    const event = known.find((e) => e.words.some((w) => what.toLowerCase().includes(w.toLowerCase())));
    if (!event) continue;
    const n = Number(count) || numbers.indexOf(count.toLowerCase()) + 1;
    const day = dayFromNumber(dayNumber(event.day) + Math.round(n * (/^year/i.test(unit) ? 365.25 : 30.44)));
    found.push(
      /more|over/i.test(how)
        ? { from: day, to: null, why: `more than ${count} ${unit} since ${event.day}` }
        : { from: null, to: day, why: `less than ${count} ${unit} since ${event.day}` },
    );
  }
  return found;
}

export type { Span };
