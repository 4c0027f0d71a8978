import { addDays, bounds, type Period } from "../../../model/when.ts";
import type { AskedTime, TimeProblem } from "./piece.ts";
import type { PlainTerm } from "./tell.ts";

/**
 * Neighbours that say one period together become one: "in 2015 and 2016", where the second follows on the first,
 * and "after 2010 and before 2015", where one says from when and the other until when.
 */
export function joined(words: string, times: readonly AskedTime[]): readonly AskedTime[] | TimeProblem {
  const kept: AskedTime[] = [];
  for (const time of times) {
    const before = kept.at(-1);
    const whole =
      before && BESIDE.test(words.slice(before.span[1], time.span[0]))
        ? together(before.term, time.term)
        : null;
    if (!before || !whole) {
      kept.push(time);
      continue;
    }
    const { from, to } = whole;
    if (from !== null && to !== null && from > to) return { problem: "backwards-period", from, to };
    const span = [before.span[0], time.span[1]] as const;
    kept[kept.length - 1] = { span, text: words.slice(...span), term: { kind: "period", from, to } };
  }
  return kept;
}

const BESIDE = /^\s*(?:,|,?\s(?:and|or|but|&)\s)?\s*$/i;

function together(first: PlainTerm, second: PlainTerm): Period | null {
  const a = periodOf(first);
  const b = periodOf(second);
  if (!a || !b) return null;
  const [low, high] = a.to === null ? [a, b] : [b, a];
  if (low.to === null && low.from !== null && high.from === null && high.to !== null)
    return { from: low.from, to: high.to };
  if (a.from === null || a.to === null || b.from === null || b.to === null) return null;
  return addDays(a.to, 1) === b.from ? { from: a.from, to: b.to } : null;
}

/** The days of a time term; null where there is none before or after them. */
export function periodOf(term: PlainTerm): Period | null {
  if (term.kind === "period") return { from: term.from, to: term.to };
  const pivot = bounds(term.pivot.day);
  if (!pivot?.start || !pivot.end) return null;
  return term.kind === "before"
    ? { from: null, to: addDays(pivot.start, -1) }
    : { from: addDays(pivot.end, 1), to: null };
}
