import { bounds, type Day, type Precision, type When } from "../../model/when.ts";

/** What an expression says once the document creation time is known; `how` is in our own words. */
export type Value = Pick<When, "edtf" | "start" | "end" | "precision"> & { readonly how: string };

/** One side of an EDTF interval, or a whole EDTF date: `2019-06-11`, `2019-06`, `2019~`, `..`. */
export type Side = string;

/** The value of one side or of two; `null` when the calendar has no such day or the interval runs backwards. */
export function value(left: Side, right: Side, how: string): Value | null {
  if (left === ".." && right === "..") return null;
  const edtf = left === right ? left : `${left}/${right}`;
  const limits = bounds(edtf);
  return limits && { edtf, ...limits, precision: precisionOf(left, right), how };
}

export const single = (side: Side, how: string): Value | null => value(side, side, how);

export const leftOf = (v: Value): Side => v.edtf.split("/")[0] ?? v.edtf;
export const rightOf = (v: Value): Side => v.edtf.split("/").at(-1) ?? v.edtf;

/** The smallest value that covers two, the first of which is not the later one. */
export function hull(first: Value, last: Value): Value | null {
  if (first.edtf === last.edtf) return first;
  const left = isAfter(first.start, last.start) ? last : first;
  const right = isAfter(first.end, last.end) ? first : last;
  return value(
    left.start === null ? ".." : leftOf(left),
    right.end === null ? ".." : rightOf(right),
    first.how,
  );
}

const isAfter = (a: Day | null, b: Day | null) => a !== null && b !== null && a > b;

function precisionOf(left: Side, right: Side): Precision {
  if (left === "..") return "before";
  if (right === "..") return "after";
  if (left !== right) return "range";
  const length = left.replace(/[~?%]$/, "").length;
  return length === 10 ? "day" : length === 7 ? "month" : "year";
}
