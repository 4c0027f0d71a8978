import { MONTHS } from "../model/calendar.ts";
import type { When } from "../model/when.ts";

/** A date as a label has it: "2 Dec 2021", "Oct 2016", "before 11 Jun 2019", "about Mar 2022 – Sep 2023". */
export function dateLabel(edtf: When["edtf"]): string {
  const [left = "", right] = edtf.split("/");
  if (right === undefined) return side(left);
  if (left === "..") return `until ${side(right)}`;
  return right === ".." ? `from ${side(left)}` : `${side(left)} – ${side(right)}`;
}

function side(text: string): string {
  const about = /[~?%]$/.test(text) ? "about " : "";
  const [year = "", month, day] = text.replace(/[~?%]$/, "").split("-");
  const name = month === undefined ? "" : `${MONTHS[Number(month) - 1]?.slice(0, 3) ?? month} `;
  return `${about}${day === undefined ? "" : `${Number(day)} `}${name}${Number(year)}`;
}
