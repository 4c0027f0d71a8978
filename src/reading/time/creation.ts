import { addDays, type Day } from "../../model/when.ts";
import type { Anchor, Constraint, Creation } from "../types.ts";
import type { Expression } from "./scan.ts";

/** How far from an anchor's day a document that speaks of it is looked for, in days. */
const REACH = 366;

/**
 * A creation time within all constraints. One that would leave no day is not applied, and the evidence says so.
 * Where a constraint took days away, the result is inferred.
 */
export function narrow(creation: Creation, constraints: readonly Constraint[]): Creation {
  return constraints.reduce(within, creation);
}

function within(known: Creation, { from, to, why }: Constraint): Creation {
  const start = later(known.start, from);
  const end = earlier(known.end, to);
  if (start !== null && end !== null && start > end) {
    return noted(known, `not applied, for it contradicts the rest: ${why}`);
  }
  if (start === known.start && end === known.end) return known;
  return { start, end, derivation: "inferred", evidence: join(known.evidence, why) };
}

/**
 * The creation time of a document of which some passages have a known day (`anchors`): the days on which every
 * anchored expression would mean its day. Beside that, a text calls a day by its bare weekday only where that is
 * unambiguous, so all the days that it calls so lie within one span of seven days; this is applied where it leaves
 * a day. "on Sunday" (past, known as 7 May 2017) alone gives 7 to 13 May; with "said Wednesday" and "will meet on
 * Thursday" beside it, 10 to 11 May. An anchor that overlaps no expression, or that no day fits, is left out,
 * and the evidence says so.
 */
export function anchoredCreation(
  creation: Creation,
  expressions: readonly Expression[],
  anchors: readonly Anchor[],
): Creation {
  return anchors.reduce((known, anchor) => anchoredBy(anchor, expressions, known), creation);
}

function anchoredBy(
  { span, day, reason }: Anchor,
  expressions: readonly Expression[],
  known: Creation,
): Creation {
  const anchored = expressions.filter((e) => e.relative && overlaps(e.span, span));
  const days = around(known, day).filter((told) => anchored.some((e) => means(e, told, day)));
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) {
    return noted(known, `not applied, for it fits no expression of the text: ${reason}`);
  }
  const names = anchored.map((e) => `"${e.text}"`).join(", ");
  const exact = narrow(known, [{ from, to, why: `${names} is ${day}: ${reason}` }]);
  const weekdays = expressions.filter((e) => e.bareWeekday);
  const coherent = days.filter((told) => withinAWeek(weekdays, told));
  const [first, last] = [coherent[0], coherent.at(-1)];
  if (first === undefined || last === undefined || weekdays.length < 2) return exact;
  return narrow(exact, [{ from: first, to: last, why: "its weekdays lie within one span of seven days" }]);
}

const overlaps = (a: readonly [number, number], b: readonly [number, number]) => a[0] < b[1] && b[0] < a[1];

function around(creation: Creation, day: Day): readonly Day[] {
  return Array.from({ length: 2 * REACH + 1 }, (_, i) => addDays(day, i - REACH)).filter(
    (d) => (creation.start === null || d >= creation.start) && (creation.end === null || d <= creation.end),
  );
}

/** A single day must be that day; an interval ("last week") must hold it. */
function means(expression: Expression, told: Day, day: Day): boolean {
  const v = expression.at(told);
  return v !== null && v.start !== null && v.end !== null && v.start <= day && day <= v.end;
}

function withinAWeek(weekdays: readonly Expression[], told: Day): boolean {
  const days = weekdays.flatMap((e) => e.at(told)?.start ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined || last <= addDays(first, 6);
}

const noted = (known: Creation, note: string): Creation => ({
  ...known,
  evidence: join(known.evidence, note),
});
const later = (a: Day | null, b: Day | null) => (a === null ? b : b === null ? a : a > b ? a : b);
const earlier = (a: Day | null, b: Day | null) => (a === null ? b : b === null ? a : a < b ? a : b);
const join = (...parts: readonly string[]) => parts.filter((p) => p !== "").join("; ");
