import { addDays, type Day } from "../../model/when.ts";
import type { Span, Tense } from "../types.ts";
import { isLimit, type Operator, operate, operatorBefore } from "./operators.ts";
import { calendarReaders } from "./readers/calendar.ts";
import { countReaders } from "./readers/count.ts";
import { partReaders } from "./readers/part.ts";
import { relativeReaders } from "./readers/relative.ts";
import { tenseOf } from "./tense.ts";
import { isRelative, type Term, termValue } from "./terms.ts";
import { leftOf, rightOf, type Value, value } from "./value.ts";

/** A time expression that has not yet met a document creation time. */
export type Expression = {
  readonly span: Span;
  readonly text: string;
  /** Its value when told on that day; `null` where it has none, or where it needs a day and there is none. */
  readonly at: (told: Day | null) => Value | null;
  /** True when the value moves with the day of telling. */
  readonly relative: boolean;
  /** True for a weekday with nothing beside it: "on Tuesday", but neither "last Tuesday" nor "Tuesday's talks". */
  readonly bareWeekday: boolean;
};

/**
 * The time expressions of a text, in order, without overlap: of those that begin at the same place the longest.
 * `base` is the offset of the text in the original, `tenseAt` asks for the tense at an offset into the original.
 * `before` is the last day that was named before this text, which "the previous day" counts from.
 */
export function timeExpressions(
  text: string,
  base: number,
  tenseAt: (offset: number) => Tense,
  before: Value | null = null,
): readonly Expression[] {
  const terms = shareYears(text, disjoint(matches(text)));
  const expressions: Expression[] = [];
  for (let i = 0; i < terms.length; i++) {
    const first = terms[i] as Found;
    const earlier = [...expressions];
    const joint = jointAfter(text, first, terms[i + 1]);
    const last = joint ? (terms[++i] as Found) : first;
    const from = joint?.from ?? first.from;
    const tense = tenseOf(first.term, text.slice(0, first.from), tenseAt(base + first.from));
    const operator = joint?.lead ? null : operatorBefore(text, from, last.to);
    const start = operator?.from ?? from;
    const ahead = tense === "future" && operator !== null && isLimit(operator);
    const at = remembered((told) => {
      const known = first.term.kind === "previous" ? pointBefore(earlier, before, told) : null;
      const v =
        last === first
          ? termValue(first.term, told, ahead ? "ahead" : tense, known)
          : stretch(first.term, last.term, told, tense, known);
      return v && operator ? limited(operator, v, first.term, told, tense) : v;
    });
    expressions.push({
      span: [base + start, base + last.to],
      text: text.slice(start, last.to),
      at,
      relative:
        relative(first.term, earlier) ||
        (last !== first && relative(last.term, earlier)) ||
        operator !== null,
      bareWeekday:
        last === first && operator === null && isBare(first.term) && !/^['\u2019]/.test(text.slice(last.to)),
    });
  }
  return expressions;
}

/** A chain of "the previous day" would be asked for again by each of its members. */
function remembered(at: Expression["at"]): Expression["at"] {
  const known = new Map<Day | null, Value | null>();
  return (told) => {
    const value = known.get(told);
    if (value !== undefined) return value;
    const found = at(told);
    known.set(told, found);
    return found;
  };
}

/** What "the previous day" counts from: the date before it, or the last single day where that is a longer time. */
function pointBefore(earlier: readonly Expression[], before: Value | null, told: Day | null): Value | null {
  const last = earlier.at(-1)?.at(told) ?? null;
  if (last?.precision === "day") return last;
  const isDay = (e: Expression) => e.at(told)?.precision === "day";
  return earlier.findLast(isDay)?.at(told) ?? last ?? before;
}

/** True where a text counts from a day that may stand before it. */
export const leans = (text: string): boolean =>
  /\b(?:previous|following|next|same|that)\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)\b|\b(?:earlier|later)\b|\b(?:day|days|week|weeks)\s+(?:before|after)/i.test(
    text,
  );

type Found = { readonly from: number; readonly to: number; readonly term: Term };

// Why no date library reads here: chrono-node gives points where the text gives intervals ("last week", "past 18
// months", "in May 2017"), no bare years and no limits ("since", "by"), reads points and strokes in US order, and takes
// "now" and hours for days. Of 124 expressions in 17 news texts 72 came out the same; nearly all others were these.
const READERS = [...calendarReaders, ...relativeReaders, ...countReaders, ...partReaders].map((reader) => ({
  ...reader,
  expression: new RegExp(reader.pattern, "gu"),
}));

function matches(text: string): readonly Found[] {
  const found: Found[] = [];
  const seen = new Map<RegExp, boolean>();
  for (const { hint, expression, read } of READERS) {
    let there = seen.get(hint);
    if (there === undefined) {
      there = hint.test(text);
      seen.set(hint, there);
    }
    if (!there) continue;
    for (const m of text.matchAll(expression)) {
      const term = read(m.groups ?? {}, m[0], text.slice(Math.max(0, m.index - 120), m.index));
      if (term) found.push({ from: m.index, to: m.index + m[0].length, term });
    }
  }
  return found;
}

function disjoint(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const f of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (f.from >= (kept.at(-1)?.to ?? 0)) kept.push(f);
  }
  return kept;
}

/** "May and July 2017", "3 May and 5 July 2017": a year at the end of a list is also that of its earlier members. */
function shareYears(text: string, found: readonly Found[]): readonly Found[] {
  const shared = [...found];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [left, right] = [shared[i] as Found, shared[i + 1] as Found];
    if (left.term.kind !== "days" && left.term.kind !== "month") continue;
    if (right.term.kind !== "days" && right.term.kind !== "month") continue;
    if (left.term.year !== null || typeof right.term.year !== "number") continue;
    if (!LIST.test(text.slice(left.to, right.from))) continue;
    const year = right.term.year - (left.term.month > right.term.month ? 1 : 0);
    shared[i] = { ...left, term: { ...left.term, year } };
  }
  return shared;
}

const LIST =
  /^\s*(?:,|,?\s*(?:and|or|to|until|till|through)\b|[&\u2010-\u2015-])\s*(?:on\s+|in\s+)?(?:the\s+)?$/;
const LEAD = /\b(between|from)\s+(?:the\s+)?$/i;

/** Whether two neighbours are the ends of one range: "from A to B", "between A and B", "A – B", "Monday to Friday". */
function jointAfter(text: string, first: Found, next: Found | undefined) {
  if (next === undefined) return null;
  const gap = text.slice(first.to, next.from);
  const lead = LEAD.exec(text.slice(Math.max(0, first.from - 20), first.from));
  const word = lead?.[1]?.toLowerCase();
  const from = lead ? first.from - lead[0].length : first.from;
  if (word === "between" && /^,?\s+and\s+(?:the\s+)?$/.test(gap)) return { from, lead: true };
  if (word === "from" && /^,?\s+(?:to|until|till|through)\s+(?:the\s+)?$/.test(gap))
    return { from, lead: true };
  const alike = first.term.kind === next.term.kind;
  if (alike && /^(?:\s?[-\u2010-\u2015]\s?|\s+(?:to|through)\s+)$/.test(gap))
    return { from: first.from, lead: false };
  if (alike && first.term.kind === "month" && /^,?\s+or\s+$/.test(gap))
    return { from: first.from, lead: false };
  return inARow(first.term, next.term) && /^\s+(?:and|or)\s+(?:on\s+)?$/.test(gap)
    ? { from: first.from, lead: false }
    : null;
}

/** "on Monday and Tuesday": two days on end are one time. */
const inARow = (first: Term, next: Term): boolean =>
  first.kind === "weekday" &&
  first.week === null &&
  next.kind === "weekday" &&
  isBare(next) &&
  next.weekday === (first.weekday % 7) + 1;

/** "before Friday", told of what is ahead on a Friday, is before the next one. */
function limited(operator: Operator, v: Value, term: Term, told: Day | null, tense: Tense): Value | null {
  const limit = operate(operator, v, told, tense);
  const over = operator.word === "before" && tense === "future" && limit?.start === null;
  if (!over || !isOpen(term) || told === null || v.end === null) return limit;
  const next = termValue(term, addDays(v.end, 1), "ahead", null);
  return next && operate(operator, next, told, tense);
}

/**
 * From the start of one term to the end of another. Of two without year or week the first is the one before the last
 * in the past tense, so that no past range reaches beyond the telling; else the last is the one after the first.
 */
function stretch(
  first: Term,
  last: Term,
  told: Day | null,
  tense: Tense,
  previous: Value | null,
): Value | null {
  if (tense === "past" && isOpen(first) && isOpen(last)) {
    const to = termValue(last, told, "past", null);
    const from = to && termValue(first, to.start, "past", null);
    return to && from && value(leftOf(from), rightOf(to), to.how);
  }
  const from = termValue(first, told, tense, previous);
  const to =
    from && (isOpen(last) ? termValue(last, from.start, "future", from) : termValue(last, told, tense, from));
  return from && to && value(leftOf(from), rightOf(to), from.how);
}

const isOpen = (term: Term) =>
  isBare(term) || ((term.kind === "days" || term.kind === "month") && term.year === null);
const isBare = (term: Term) => term.kind === "weekday" && term.which === "bare" && term.week === null;

const relative = (term: Term, earlier: readonly Expression[]) =>
  isRelative(term) || (term.kind === "previous" && earlier.some((e) => e.relative));
