import { addDays, type When } from "../../../model/when.ts";
import type { Creation, TimeMention } from "../../types.ts";
import type { Draft } from "../draft.ts";
import type { Line } from "../sentence/line.ts";
import { FINITE } from "../sentence/words.ts";

/** When a draft was: its own time expression, or what its status and the report's day allow. */
export function whenOf(d: Draft): {
  readonly when: When;
  readonly stated: boolean;
  readonly rule: string;
  /** True where the words tell of a period that it went on over. */
  readonly over?: boolean;
} {
  if (d.when) return { when: d.when, stated: true, rule: "time: given by the rule" };
  const found = expressionFor(d);
  const { creation } = d.line;
  if (found && d.status === "alleged" && found.reported)
    return {
      when: before(found.mention.when.end, "the report", found.mention.when.evidence),
      stated: false,
      rule: "time: before the report",
    };
  if (found)
    return {
      when: found.mention.when,
      stated: true,
      rule: "time: expression",
      over: goesOn(d.line, found.mention),
    };
  return { when: untimed(d, creation), stated: false, rule: "time: by the report's day" };
}

/** "over the past 18 months", "in recent weeks": not a day somewhere within. */
const goesOn = (line: Line, { span }: TimeMention): boolean =>
  /\b(?:past|last|previous|recent) (?:\S+ ){0,2}(?:weeks|months|years)\b|\b(?:over|during|throughout) the (?:past|last) year\b/i.test(
    line.scan.text.slice(Math.max(0, span[0] - 16), span[1]),
  );

type Chosen = { mention: TimeMention; reported: boolean };

/** The expression nearest to the trigger in its clause, behind it sooner than before it; a title's date ends it. */
function expressionFor(d: Draft): Chosen | null {
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

/** "the third meeting this year" counts, and dates nothing. */
const COUNTED =
  /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)) (?:\w+ ){0,2}(?:meetings?|talks|time|visit|summit|call)\b/i;
/** "the previous day" leans on a day of another sentence. */
const LEANING =
  /\b(?:the previous day|the day before|a day earlier|the following day|the next day|a day later|earlier that)\b/i;

/** A day that lies against the status is another event's. */
function usable(d: Draft, mention: TimeMention): boolean {
  const { creation } = d.line;
  const { start, end } = mention.when;
  if (start === null && end === null) return false;
  if (
    /\b(?:time|times|visit|trip|such) $/.test(
      d.line.scan.text.slice(Math.max(0, mention.span[0] - 8), mention.span[0]),
    ) &&
    mention.when.precision !== "day"
  )
    return false;
  if (/^(?:now|currently|recently|soon|earlier|later|previously|since)$/i.test(mention.text)) return false;
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
    !d.line.heading &&
    reported !== null &&
    start !== null &&
    start > reported
  )
    return false;
  return true;
}

/** Chunks between trigger and expression, with a fine for each clause border; null across one that ends it. */
function distance(line: Line, at: number, mention: TimeMention): number | null {
  const of = line.chunks.findIndex((c) => c.end > mention.span[0]);
  if (of < 0) return null;
  const [from, to] = of < at ? [of + 1, at] : [at + 1, of];
  let cost = Math.abs(of - at) + (of < at ? 2 : 0);
  for (let k = from; k < to; k++) {
    const c = line.chunks[k];
    if (c?.kind !== "word") continue;
    if (c.word === ";") cost += 60;
    if (
      of > at &&
      /^(?:who|which|that|where|when|since|because|while|although|though|but|whose|until|saying|said|says|told|ahead)$/.test(
        c.word,
      )
    )
      cost += 40;
    if (of > at && /^(?:following|after|before|as|follows)$/.test(c.word)) cost += 14;
    if (of < at && /^(?:that|which|who|where|but|because|while|since)$/.test(c.word)) cost += 18;
    if (
      FINITE.test(c.word) &&
      !/^(?:is|are|was|were|be|been|has|have|had|will|would|held|took)$/.test(c.word)
    )
      cost += of > at ? 12 : 8;
    if (/^[“”"]$/.test(c.text)) cost += 10;
  }
  return cost < (line.heading ? 60 : 40) ? cost : null;
}

/** "This July, the X reported about …": the day of the report and not of what it tells. */
function reportTime(line: Line, mention: TimeMention): boolean {
  const of = line.chunks.findIndex((c) => c.end > mention.span[0]);
  const near = line.chunks.slice(Math.max(0, of - 6), of + 14).map((c) => c.word);
  return near.some((w) => /^(?:reported|reports|published|revealed|wrote)$/.test(w));
}

const before = (end: When["end"], what: string, evidence: string): When => ({
  edtf: end ? `../${end}` : "..",
  start: null,
  end,
  precision: "before",
  derivation: "inferred",
  evidence: `no day of its own; before ${what} (${evidence})`,
});

/** Without an expression: the lede of a dated report tells of its day; what else happened lies before it. */
function untimed(d: Draft, creation: Creation): When {
  const { start, end } = creation;
  if (d.status === "planned" || d.status === "proposed" || d.status === "postponed") {
    if (d.kind === "statement") return around(creation);
    return start
      ? {
          edtf: `${start}/..`,
          start,
          end: null,
          precision: "after",
          derivation: "inferred",
          evidence: "no day of its own; ahead of the report",
        }
      : {
          edtf: "..",
          start: null,
          end: null,
          precision: "none",
          derivation: "inferred",
          evidence: "no day in the text",
        };
  }
  const day = start !== null && start === end;
  if (d.kind === "statement") return statementDay(d, creation);
  const news = d.line.newsDay();
  const told =
    d.line.depth <= 2 && d.tense !== "future" && d.status !== "alleged" && !d.flags.includes("series");
  if (
    day &&
    news &&
    told &&
    !LEANING.test(d.line.scan.text.slice(...d.line.sentence.span)) &&
    !nominal(d) &&
    !perfect(d) &&
    !d.line.speaker
  ) {
    const evidence =
      news === start
        ? "no day in the sentence; told as news at the head of a report of this day"
        : "no day in the sentence; the opening names this day as that of the news";
    return { edtf: news, start: news, end: news, precision: "day", derivation: "inferred", evidence };
  }
  return end
    ? {
        edtf: `../${end}`,
        start: null,
        end,
        precision: "before",
        derivation: day ? "publication-bound" : "inferred",
        evidence: "no day of its own; before the report",
      }
    : {
        edtf: "..",
        start: null,
        end: null,
        precision: "none",
        derivation: "inferred",
        evidence: "no day in the text",
      };
}

/** Background lies before the report; a byline's report of news tells of its own day; else the days before it. */
function statementDay(d: Draft, creation: Creation): When {
  const opening = d.line.scan.text.slice(d.line.sentence.span[0], d.line.sentence.span[0] + 40);
  if (d.line.heading && creation.start !== null && creation.start === creation.end) {
    return {
      edtf: creation.start,
      start: creation.start,
      end: creation.end,
      precision: "day",
      derivation: "stated",
      evidence: creation.evidence,
    };
  }
  if (d.line.speaker || /^(?:background|earlier|previously)\b/i.test(opening)) return spoken(creation);
  if (d.line.news && creation.start !== null && creation.start === creation.end) {
    return {
      edtf: creation.start,
      start: creation.start,
      end: creation.end,
      precision: "day",
      derivation: "inferred",
      evidence: "told as news in a report of this day",
    };
  }
  return around(creation);
}

const spoken = ({ end }: Creation): When =>
  end
    ? {
        edtf: `../${end}`,
        start: null,
        end,
        precision: "before",
        derivation: "inferred",
        evidence: "told as background, before the day of the text",
      }
    : {
        edtf: "..",
        start: null,
        end: null,
        precision: "none",
        derivation: "inferred",
        evidence: "no day in the text",
      };

/** Reported words are of the report's day or of the days just before it. */
export function around(creation: Creation, days = 7): When {
  const { start, end } = creation;
  if (end === null)
    return {
      edtf: start ? `${start}/..` : "..",
      start,
      end: null,
      precision: start ? "after" : "none",
      derivation: "publication-bound",
      evidence: "only the report limits it",
    };
  if (start !== null && start !== end) {
    return {
      edtf: `${start}/${end}`,
      start,
      end,
      precision: "range",
      derivation: "publication-bound",
      evidence: "reported then; the report has no day of its own",
    };
  }
  const from = addDays(end, -days);
  return {
    edtf: `${from}~/${end}`,
    start: from,
    end,
    precision: "range",
    derivation: "publication-bound",
    evidence: "no day of its own; reported shortly after",
  };
}

/** "have held", "had met": before the news, on no day in particular. */
const perfect = (d: Draft): boolean =>
  d.line.chunks
    .slice(Math.max(0, d.at - 6), d.at)
    .some((c) => /^(?:has|have|had)$/.test(c.word) && c.word !== "had");
