import { MONTHS } from "../../model/calendar.ts";
import type { When } from "../../model/when.ts";

/** A time as it ends a sentence, with a blank before it: " on 23 April 2025", " between about March 2022 and June 2023". */
export function dateWords({ edtf, precision }: When): string {
  if (precision === "none") return "";
  const [left = "", right] = edtf.split("/");
  if (right === undefined) return ` ${isDay(left) ? "on" : "in"} ${spoken(left)}`;
  if (left === "..") return ` some time up to ${spoken(right)}`;
  if (right === "..") return ` from ${spoken(left)} on`;
  return left === right ? ` in ${spoken(left)}` : ` between ${shortened(left, right)} and ${spoken(right)}`;
}

const isDay = (edtf: string) => /^\d{4}-\d\d-\d\d/.test(edtf);

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
