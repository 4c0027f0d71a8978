import { type Day, dayNumber, type When } from "../../../model/when.ts";

/**
 * How two times of an event lie to each other. `agree`: one time, as near as such words tell it; `overlap`: both
 * are limited and allow a common day; `open`: at least one reaches without limit; `apart`: no common day.
 */
export type Agreement = "agree" | "overlap" | "open" | "apart";

const MONTH = 31;

/** Compares two times by the days that they allow. */
export function agreement(a: When, b: When): Agreement {
  if (beginsAfter(a, b) || beginsAfter(b, a)) return "apart";
  if (a.edtf === b.edtf && a.precision !== "none") return "agree";
  const [one, other] = [length(a), length(b)];
  if (one === null || other === null) return "open";
  const common = length({ start: later(a.start, b.start), end: earlier(a.end, b.end) }) ?? 0;
  const united = one + other - common;
  const inside = common === Math.min(one, other) && Math.max(one, other) <= MONTH;
  return inside || common / united >= 0.5 ? "agree" : "overlap";
}

/** True when the text itself gives no time: nothing that another time could contradict. */
export const untimed = (when: When): boolean =>
  when.precision === "none" || when.derivation === "publication-bound";

/** The one that tells more: fewer days, then the firmer derivation, then the first. */
export function moreExact(a: When, b: When): When {
  const [one, other] = [length(a) ?? Number.POSITIVE_INFINITY, length(b) ?? Number.POSITIVE_INFINITY];
  if (one !== other) return one < other ? a : b;
  if (openSides(a) !== openSides(b)) return openSides(a) < openSides(b) ? a : b;
  return FIRMNESS.indexOf(a.derivation) <= FIRMNESS.indexOf(b.derivation) ? a : b;
}

/** Days between two times that are one day each; `null` when either is not. */
export function daysApart(a: When, b: When): number | null {
  if (a.start === null || b.start === null || a.start !== a.end || b.start !== b.end) return null;
  return Math.abs(dayNumber(a.start) - dayNumber(b.start));
}

const FIRMNESS: readonly When["derivation"][] = ["stated", "relative", "inferred", "publication-bound"];

type Ends = Pick<When, "start" | "end">;

const beginsAfter = (a: Ends, b: Ends) => a.start !== null && b.end !== null && a.start > b.end;
const openSides = ({ start, end }: Ends) => Number(start === null) + Number(end === null);
const length = ({ start, end }: Ends) => {
  if (start === null || end === null) return null;
  return start === end ? 1 : dayNumber(end) - dayNumber(start) + 1;
};
const later = (a: Day | null, b: Day | null) => (a === null || (b !== null && b > a) ? b : a);
const earlier = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a);
