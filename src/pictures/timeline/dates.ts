import { MONTHS } from "../../model/calendar.ts";
import type { When } from "../../model/when.ts";

/**
 * A date as a label has it: "2 Dec 2021", "Oct 2016", "before 11 Jun 2019", "about Mar 2022 – Sep 2023", "3–5 Feb
 * 2020".
 */
export function dateLabel(edtf: When["edtf"]): string {
  const [left = "", right] = edtf.split("/");
  if (right === undefined) return side(left);
  if (left === "..") return `until ${side(right)}`;
  return right === ".." ? `from ${side(left)}` : between(left, right);
}

/** What both sides share is said once. */
function between(left: string, right: string): string {
  const [year, month, day] = left.replace(ROUGH, "").split("-");
  const [lastYear, lastMonth, lastDay] = right.split("-");
  const shared = year === lastYear && month !== undefined && lastMonth !== undefined && !ROUGH.test(right);
  if (!shared) return `${side(left)} – ${side(right)}`;
  if (month === lastMonth && day !== undefined && lastDay !== undefined && !ROUGH.test(left))
    return `${Number(day)}–${side(right)}`;
  return `${side(left).replace(/ \d+$/, "")} – ${side(right)}`;
}

/** Marks of a side that is approximate or uncertain (EDTF level 1). */
export const ROUGH = /[~?%]$/;

function side(text: string): string {
  const about = ROUGH.test(text) ? "about " : "";
  const [year = "", month, day] = text.replace(ROUGH, "").split("-");
  const name = month === undefined ? "" : `${MONTHS[Number(month) - 1]?.slice(0, 3) ?? month} `;
  return `${about}${day === undefined ? "" : `${Number(day)} `}${name}${Number(year)}`;
}
