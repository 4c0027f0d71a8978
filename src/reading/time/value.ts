import { bounds, type Precision, type When } from "../../model/when.ts";

/** What an expression says once the document creation time is known; `how` is in our own words. */
export type Value = Pick<When, "edtf" | "start" | "end" | "precision"> & { readonly how: string };

/** One side of an EDTF interval, or a whole EDTF date: `2017-05-07`, `2017-05`, `2017~`, `..`. */
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

/** The smallest value that covers two. */
export function hull(a: Value, b: Value): Value | null {
  if (a.edtf === b.edtf) return a;
  const left = a.start === null || b.start === null ? ".." : leftOf(a.start <= b.start ? a : b);
  const right = a.end === null || b.end === null ? ".." : rightOf(a.end >= b.end ? a : b);
  return value(left, right, a.how);
}

function precisionOf(left: Side, right: Side): Precision {
  if (left === "..") return "before";
  if (right === "..") return "after";
  if (left !== right) return "range";
  const length = left.replace(/[~?%]$/, "").length;
  return length === 10 ? "day" : length === 7 ? "month" : "year";
}
