import { addDays, type Day, type When, whenOf } from "../../../../model/when.ts";
import type { EventMention, Span } from "../../../types.ts";
import type { Draft } from "../../draft.ts";

/** The event that was told last before a draft: when it was and where its passage stands. */
export type Last = Pick<EventMention, "when" | "status" | "kind"> & {
  readonly span: Span;
  readonly item: number;
};

/** How far behind a passage its occasion is still spoken of, in characters. */
const REACH = 900;

/**
 * The day of what happened beside an event told just before: "She also met X", "During the visit he held talks with Y",
 * "X was then received by Z". `null` where the words do not lean on it, or it has no time of its own.
 */
export function besideLast(d: Draft, last: Last | null): When | null {
  const { sentence, scan, creation } = d.line;
  if (last === null || d.status !== "happened" || last.status !== "happened" || d.kind === "statement")
    return null;
  if (last.item !== sentence.paragraph.item || last.span[0] > sentence.span[0]) return null;
  if (sentence.span[0] - last.span[1] > REACH) return null;
  if (NEXT_YEAR.test(scan.text.slice(...sentence.span)) && last.when.start !== null) {
    const year = Number(last.when.start.slice(0, 4)) + 1;
    return creation.end !== null && `${year}` <= creation.end.slice(0, 4)
      ? whenOf(`${year}`, "inferred", `"the following year": counted from ${last.when.edtf}`)
      : null;
  }
  if (goesOnAbout(d, last))
    return whenOf(
      last.when.edtf,
      "inferred",
      "no day in the sentence; it goes on with what was told before it",
    );
  if (!isOfTheNews(last.when, creation.end)) return null;
  const text = scan.text.slice(sentence.span[0], (d.line.chunks[d.at]?.end ?? sentence.span[0]) + 60);
  if (!BESIDE.test(text) || APART.test(text)) return null;
  return whenOf(last.when.edtf, "inferred", "no day in the sentence; the time of what was told before it");
}

const NEXT_YEAR = /^(?:In )?(?:The|the) (?:following|next) year\b|^(?:A|One) year later\b/;

/** The next sentence of a paragraph that tells of another time than the news. */
function goesOnAbout(d: Draft, { when, span }: Last): boolean {
  const told = d.line.creation.end;
  const gap = d.line.sentence.span[0] - span[1];
  const follows = gap > 0 && gap <= 2 && d.line.sentence.paragraph.span[0] <= span[0];
  const stated = when.derivation === "stated" || when.derivation === "relative";
  return (
    follows &&
    stated &&
    told !== null &&
    when.end !== null &&
    when.start !== null &&
    when.end < addDays(told, -14)
  );
}

/** A day or a few days, named in the text, at most two weeks before it: background has no "also". */
const isOfTheNews = ({ start, end, derivation }: When, told: Day | null): boolean =>
  start !== null &&
  end !== null &&
  end <= addDays(start, 6) &&
  derivation !== "publication-bound" &&
  (told === null || end >= addDays(told, -14));

const BESIDE =
  /\b(?:also|then|afterwards?|later (?!this|last)|earlier in the day|separately|in (?:a|another) separate|in turn|during (?:the|his|her|their|that|this) (?:[\w-]+ ){0,2}(?:visit|trip|stay|tour|summit|meeting|talks|conference|session|forum)|on the (?:sidelines|margins) of the|while in|while there|in the (?:\p{Lu}\p{L}+ )?capital)\b/u;
const APART = /\b(?:ha[sd] (?:\w+ )?(?:met|held|been|visited|spoken)|previously|in the past|years ago)\b/;

const UNITS = { day: 1, week: 7 } as const;
const COUNTS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const COUNTED = new RegExp(
  `\\b(?<count>${COUNTS.join("|")}) (?<unit>day|week)s? (?<side>after|before|ahead of|following) [^,.;:]{0,80}$`,
  "i",
);

/**
 * "met X on Tuesday, two days after talks with Y": the noun's day counted from the day before it in the sentence, or from
 * that of the news. `null` for anything else.
 */
export function countedFrom(d: Draft): When | null {
  const trigger = d.line.chunks[d.at];
  const [from] = d.line.sentence.span;
  const before = d.line.scan.text.slice(from, trigger?.start ?? from);
  const counted = COUNTED.exec(before);
  if (!counted?.groups) return null;
  const { count = "", unit = "", side = "" } = counted.groups;
  const at = from + counted.index;
  const named = d.line.times().findLast(({ span, when }) => span[1] <= at && when.precision === "day")?.when;
  const day = named?.start ?? (d.line.depth <= 2 ? d.line.newsDay()?.start : null);
  if (!day) return null;
  const n =
    Math.max(1, COUNTS.indexOf(count.toLowerCase())) * UNITS[unit.toLowerCase() as keyof typeof UNITS];
  const there = addDays(day, /^(?:after|following)$/i.test(side) ? -n : n);
  const edtf = /week/i.test(unit) ? `${addDays(there, -2)}~/${addDays(there, 2)}~` : there;
  return whenOf(edtf, "inferred", `"${counted[0].slice(0, 40).trim()}": counted from ${day}`);
}
