import { MONTHS } from "../../../model/calendar.ts";
import type { TimeTerm } from "../../../model/query.ts";
import type { Day } from "../../../model/when.ts";

/** A time term that stands on the calendar alone, not on another query's event. */
export type PlainTerm =
  | Extract<TimeTerm, { kind: "period" }>
  | { readonly kind: "before" | "after"; readonly pivot: { readonly day: string } };

/**
 * A time term in words that `periodsIn` reads back as the same term: `8 May 2013`, `1 to 31 March 2025`,
 * `1 January to 31 December 2021`, `since 1 March 2025`, `until 8 May 2013`, `before 2015`, `at any time`.
 */
export function tellPeriod(term: PlainTerm): string {
  switch (term.kind) {
    case "before":
    case "after":
      return `${term.kind} ${tellDate(term.pivot.day)}`;
    case "period": {
      const { from, to } = term;
      if (from === null) return to === null ? "at any time" : `until ${tellDate(to)}`;
      return to === null ? `since ${tellDate(from)}` : tellDays(from, to);
    }
  }
}

/** A day, month or year in words: `8 May 2013`, `May 2013`, `2013`. */
export function tellDate(edtf: string): string {
  const [year, month, day] = edtf.split("-");
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return edtf;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function tellDays(from: Day, to: Day): string {
  if (from === to) return tellDate(from);
  const [day, month] = tellDate(from).split(" ");
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day} to ${tellDate(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${day} ${month} to ${tellDate(to)}`;
  return `${tellDate(from)} to ${tellDate(to)}`;
}
