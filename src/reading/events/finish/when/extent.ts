import { addDays, type Day, type When, whenOf } from "../../../../model/when.ts";
import type { Draft } from "../../draft.ts";

const COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const VISITS = "visit|trip|tour|stay|mission";
const MEETINGS =
  "meetings?|talks|summit|conference|session|negotiations|consultations|dialogue|forum|gathering";
const LONG = new RegExp(
  `\\b(?<count>${COUNTS.slice(1).join("|")}|\\d{1,2})[- ]days?(?:\\s+of|-long)?\\s+(?:[\\w-]+\\s+){0,3}?(?:(?<visit>${VISITS})|(?<meeting>${MEETINGS}))\\b`,
  "iu",
);
const ENDED =
  /\b(?:wrap(?:ped|s|ping)?(?: it)? up|conclu(?:ded?|des|ding|sion)|end(?:ed|s|ing)?|finish(?:ed|es|ing)?|complet(?:ed?|es|ing)|clos(?:ed|es|ing)|(?:last|final) day of|after)\b/i;
const NTH = /\b(?<nth>first|second|third|fourth|fifth) day of (?:[\w-]+ ){0,2}$/i;
const BEGUN =
  /\b(?:beg[aiu]n(?:s|ning)?|start(?:ed|s|ing)?|open(?:ed|s|ing)?|kick(?:ed|s|ing)? off|arriv(?:ed|es|ing)|embark(?:ed|s)?|land(?:ed|s)|flew|flies|fly|left for|leaves for|departs?(?:ed)?|travel(?:s|led|ed)?|will|is to|are to|due|set to|scheduled|pay(?:s|ing)?|paid|on an?)\b/i;

/**
 * The whole time of a visit or a meeting of so many days of which the sentence names one: "wrapped up a two-day summit on
 * Tuesday" is Monday and Tuesday, "arrived on Tuesday for a three-day visit" Tuesday to Thursday, "on the second day of
 * her three-day visit" a day on either side. `null` where no such length is told of this event, or no day is named.
 */
export function wholeOf(d: Draft, when: When): When | null {
  const named = when.precision === "day" || (when.precision === "after" && when.derivation !== "inferred");
  if (!named || when.start === null || d.status === "denied") return null;
  const [from, to] = d.line.sentence.span;
  const text = d.line.scan.text.slice(from, to);
  const long = LONG.exec(text);
  if (!long || !isOf(d, long, from)) return null;
  const days = countOf(long.groups?.count ?? "");
  const before = text.slice(Math.max(0, long.index - 60), long.index);
  const start = firstDay(when.start, days, before, text.slice(long.index + long[0].length, to));
  if (start === null || days < 2) return null;
  const last = addDays(start, days - 1);
  return whenOf(`${start}/${last}`, when.derivation, `${when.evidence}; ${days} days in all`);
}

/** The length is the visit's where the draft is one, and the meeting's where it stands at the trigger or right behind it. */
function isOf(d: Draft, long: RegExpExecArray, base: number): boolean {
  if (long.groups?.visit) return d.kind === "visit";
  const trigger = d.line.chunks[d.at];
  const [from, to] = [base + long.index, base + long.index + long[0].length];
  return (
    (d.kind === "meeting" || d.kind === "talks") &&
    trigger !== undefined &&
    trigger.start <= to &&
    /^(?:\s|up|an?|the|their|his|her)*$/.test(d.line.scan.text.slice(Math.min(trigger.end, from), from))
  );
}

function firstDay(day: Day, days: number, before: string, behind: string): Day | null {
  if (/\b(?:leg|part|stop|stage) of (?:[\w-]+ ){0,3}$/i.test(before)) return null;
  const nth = NTH.exec(before)?.groups?.nth?.toLowerCase();
  if (nth !== undefined) return addDays(day, -["first", "second", "third", "fourth", "fifth"].indexOf(nth));
  if (ENDED.test(before.slice(-32)) || /^\s+(?:ended|concluded|closed|wrapped up)\b/i.test(behind))
    return addDays(day, 1 - days);
  return BEGUN.test(before) ||
    /^[^.;]{0,40}\b(?:beginning|starting|began|begins|starts|opened|from)\b/i.test(behind)
    ? day
    : null;
}

const countOf = (word: string): number => Number(word) || COUNTS.indexOf(word.toLowerCase()) + 1;
