import { MONTHS } from "../../model/calendar.ts";
import type { Kind } from "../../model/kinds.ts";
import { addDays, type Day, type When, weekday } from "../../model/when.ts";
import type { Facts } from "../summary.ts";

/**
 * An event's time as it ends a sentence, with a blank before it: " on 23 April 2025", " in the week of 14 April 2025", " no later
 * than 11 June 2019". What is denied was so at no time of it.
 */
export function dateWords({ when, status, flags, kind }: Facts): string {
  const { edtf, precision } = when;
  if (precision === "none") return "";
  const [left = "", right] = edtf.split("/");
  if (right === undefined || left === right) return single(left);
  if (left === ".." && flags.includes("series")) return ` up to ${spoken(right)}`;
  if (left === "..")
    return status === "denied" ? ` at any time up to ${spoken(right)}` : ` no later than ${spoken(right)}`;
  if (right === "..") return isGiven(when, kind) ? ` from ${spoken(left)}` : ` on or after ${spoken(left)}`;
  if (isGiven(when, kind)) return ` from ${shortened(left, right)} to ${spoken(right)}`;
  return week(when, left, right) ?? ` between ${shortened(left, right)} and ${spoken(right)}`;
}

const single = (edtf: string): string =>
  ` ${isDay(edtf) ? "on" : "in"}${/[~%]$/.test(edtf) ? " or" : ""} ${spoken(edtf)}`;

/** Seven days: Monday to Sunday of a week that the text names, or those before a report. */
function week({ start, end }: When, left: string, right: string): string | null {
  if (start === null || end === null || !isDay(left) || !isDay(right)) return null;
  const weekend = addDays(start, 1) === end && weekday(end) === 7 && !APPROXIMATE.test(left + right);
  if (weekend) return ` on the weekend of ${shortened(left, right)} and ${spoken(right)}`;
  const whole = addDays(start, 6) === end && weekday(start) === 1 && !APPROXIMATE.test(left + right);
  if (whole) return ` in the week of ${spoken(left)}`;
  const reported = addDays(start, 7) === end && /~$/.test(left) && !/~$/.test(right);
  return reported ? ` in the week to ${spoken(right)}` : null;
}

/** Days on end that the text itself gives are the length of the thing; all else says only that it was within them. */
const isGiven = ({ derivation, edtf }: When, kind: Kind): boolean =>
  (derivation === "stated" && kind !== "statement") ||
  (derivation === "relative" && kind === "visit" && !APPROXIMATE.test(edtf) && isDay(edtf));

const APPROXIMATE = /[~?%]/;
const isDay = (edtf: string): edtf is Day => /^\d{4}-\d\d-\d\d/.test(edtf);

function spoken(edtf: string): string {
  const [year = "", month, day] = edtf.replace(/[~?%]$/, "").split("-");
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(" ");
  return /[~%]$/.test(edtf) ? `about ${words}` : words;
}

/** The first of two dates without what it shares with the second: "14" of "14 and 20 April 2025". */
function shortened(left: string, right: string): string {
  const words = spoken(left).split(" ");
  const end = spoken(right).split(" ");
  if (!isDay(left) || !isDay(right)) return words.join(" ");
  while (words.length > 1 && words.at(-1) === end.at(-1)) {
    words.pop();
    end.pop();
  }
  return words.join(" ");
}
