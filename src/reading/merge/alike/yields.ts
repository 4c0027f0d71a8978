import { addDays, type When } from "../../../model/when.ts";
import { present, type Told } from "../told.ts";

const WEEK = 7;

/**
 * True when the time of one telling is only inferred, and the other tells of the same deed of the same people at
 * most a week before: what a headline tells without a day is dated by the report, until the text names the day.
 */
export function yields(a: Told, b: Told): boolean {
  if (a.kind !== b.kind || !(isSoonAfter(a.when, b.when) || isSoonAfter(b.when, a.when))) return false;
  return ids(a) === ids(b);
}

const ids = (told: Told) =>
  present(told)
    .map(({ id }) => id)
    .toSorted()
    .join(" ");

function isSoonAfter(inferred: When, told: When): boolean {
  if (inferred.derivation !== "inferred" || !["stated", "relative"].includes(told.derivation)) return false;
  if (inferred.start === null || told.end === null || told.start === null) return false;
  return inferred.start > told.end && inferred.start <= addDays(told.end, WEEK);
}
