import { dayNumber, type When } from "../../../model/when.ts";
import { present, type Told } from "../told.ts";

const WEEK = 7;

/**
 * True when the time of one telling is only inferred, and the other tells of the same deed of the same people at
 * most a week before: what a headline tells without a day is dated by the report, until the text names the day.
 */
export function yields(a: Told, b: Told): boolean {
  const ids = (told: Told) =>
    present(told)
      .map(({ id }) => id)
      .toSorted()
      .join(" ");
  if (a.kind !== b.kind || ids(a) !== ids(b)) return false;
  return isSoonAfter(a.when, b.when) || isSoonAfter(b.when, a.when);
}

function isSoonAfter(inferred: When, told: When): boolean {
  if (inferred.derivation !== "inferred" || !["stated", "relative"].includes(told.derivation)) return false;
  if (inferred.start === null || told.end === null || told.start === null) return false;
  const days = dayNumber(inferred.start) - dayNumber(told.end);
  return days > 0 && days <= WEEK;
}
