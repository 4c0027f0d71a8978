import { WEEKDAYS } from "../../model/calendar.ts";
import { addDays, weekday } from "../../model/when.ts";
import { timeExpressions } from "../time/index.ts";
import type { Creation, CreationCandidate, Tense } from "../types.ts";

/** A sentence with its offset in the original. */
export type Text = { readonly text: string; readonly base: number };

/**
 * When a text was written, by the day that its page gives it: that of its own dateline, where it has one. A page's header is often a day late: the hour of the site
 * or of the one who kept the page. A text that says "today" does not call the same day by its weekday; where it
 * speaks of the header's weekday as ahead, it was written on that day or the day before.
 */
export function writtenOn(
  published: Creation,
  own: CreationCandidate | null,
  candidates: readonly CreationCandidate[],
  texts: readonly Text[],
  tense: (text: string, at: number) => Tense,
): Creation {
  const line = candidates.find(({ from }) => from === "dateline");
  if (own?.from === "header" && line && line.day < own.day && line.day >= addDays(own.day, -LATE))
    return {
      start: line.day,
      end: line.day,
      derivation: "stated",
      evidence: "the dateline, before the page's header",
    };
  if (own?.from !== "header" || !texts.some(({ text }) => /\btoday\b/.test(text))) return published;
  const name = WEEKDAYS[weekday(own.day) - 1] as string;
  const ahead = texts.some(
    ({ text }) => text.includes(name) && text.length < LONGEST && namesAhead(text, name, tense),
  );
  if (!ahead) return published;
  return {
    start: addDays(own.day, -1),
    end: own.day,
    derivation: "inferred",
    evidence: `${published.evidence}, or the day before, for it says "today" and speaks of ${name} as ahead`,
  };
}

/** How many days a page may be younger than the dateline of the report on it. */
const LATE = 3;
const LONGEST = 1_500;

const namesAhead = (text: string, name: string, tense: (text: string, at: number) => Tense): boolean =>
  timeExpressions(text, 0, (at) => tense(text, at)).some(
    (e) => e.bareWeekday && e.text.startsWith(name) && tense(text, e.span[0]) === "future",
  );
