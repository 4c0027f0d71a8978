import type { TimeMention } from "../../../types.ts";
import type { Draft } from "../../draft.ts";
import type { Line } from "../../sentence/line.ts";
import { distance } from "./distance.ts";

/** A draft's own time expression; `reported` where it dates the report and not what it tells. */
export type Chosen = { mention: TimeMention; reported: boolean };

/** The expression nearest to the trigger in its clause, behind it sooner than before it; a title's date ends it. */
export function expressionFor(d: Draft): Chosen | null {
  if (d.kind === "statement" && !d.line.heading) return spokenAt(d);
  const { line } = d;
  const trigger = line.chunks[d.at];
  if (!trigger) return null;
  let best: { mention: TimeMention; cost: number } | null = null;
  for (const mention of line.times()) {
    if (!usable(d, mention)) continue;
    const cost = distance(line, d.at, mention);
    if (cost !== null && (best === null || cost < best.cost)) best = { mention, cost };
  }
  return best ? { mention: best.mention, reported: reportTime(line, best.mention) } : null;
}

/** A statement's day stands right beside its verb, or opens the sentence: "said Tuesday", "On Monday, X said". */
function spokenAt(d: Draft): Chosen | null {
  const { line } = d;
  const verb = line.chunks[d.at];
  if (!verb) return null;
  for (const mention of line.times()) {
    if (!usable(d, mention)) continue;
    const gap = line.scan.text.slice(verb.end, mention.span[0]);
    const behind =
      mention.span[0] >= verb.end &&
      /^\s*(?:\w+ ){0,2}(?:on |in |late |early |in an? \w+ on |at [^,;:]{0,40}|in his \w+ [^,;:]{0,40}|in her \w+ [^,;:]{0,40})?$/.test(
        gap,
      );
    const opening = mention.span[1] <= verb.start && mention.span[0] - line.sentence.span[0] <= 14;
    if (behind || opening) return { mention, reported: false };
  }
  return null;
}

/** A day that lies against the status is another event's. */
function usable(d: Draft, mention: TimeMention): boolean {
  const { creation } = d.line;
  const { start, end } = mention.when;
  if (start === null && end === null) return false;
  if (
    /\b(?:time|visit|trip|such) $/.test(
      d.line.scan.text.slice(Math.max(0, mention.span[0] - 8), mention.span[0]),
    ) &&
    mention.when.precision !== "day"
  )
    return false;
  if (/^(?:now|currently|soon|earlier|later|previously|since)$/i.test(mention.text)) return false;
  if (
    /^this (?:year|month|week)$/i.test(mention.text) &&
    COUNTED.test(d.line.scan.text.slice(...d.line.sentence.span))
  )
    return false;
  if (mention.when.derivation === "stated" && mention.when.precision === "day") return true;
  const reported = creation.end;
  if (d.status === "planned" && creation.start !== null && end !== null && end < creation.start) return false;
  if (
    d.status === "happened" &&
    !nominal(d) &&
    !inThePresent(d) &&
    !d.line.heading &&
    reported !== null &&
    start !== null &&
    start > reported
  )
    return false;
  return true;
}

/** "This July, the X reported about …": the day of the report and not of what it tells. */
function reportTime(line: Line, mention: TimeMention): boolean {
  const of = line.chunks.findIndex((c) => c.end > mention.span[0]);
  const near = line.chunks.slice(Math.max(0, of - 6), of + 14).map((c) => c.word);
  return near.some((w) => /^(?:reported|reports|published|revealed|wrote)$/.test(w));
}

/** "the third meeting this year" counts, and dates nothing. */
const COUNTED =
  /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)) (?:\w+ ){0,2}(?:meetings?|talks|time|visit|summit|call)\b/i;
/** "X meets Y on Friday", "X is meeting Y tomorrow": the present tense of what may lie ahead. */
export const inThePresent = (d: Draft): boolean => {
  const [before, own] = [d.line.chunks[d.at - 1]?.word ?? "", d.line.chunks[d.at]?.word ?? ""];
  return (
    /^(?:meets?|visits?|hosts?|holds?|receives?|welcomes?|travels?|arrives?|flies|begins|starts)$/.test(
      own,
    ) ||
    (/^(?:is|are)$/.test(before) && /ing$/.test(own))
  );
};

/** Told by a noun, without a tense of its own: "the summit in P on D". */
export const nominal = (d: Draft): boolean => NOMINAL.has(d.rules[0] ?? "");
const NOMINAL = new Set([
  "A–B talks",
  "talks between",
  "A's meeting with B",
  "A's visit to P",
  "meeting of a body",
  "meeting of A and B",
  "meeting of a format",
  "hosted a meeting",
]);
