import { addDays, type DateDerivation, type When, whenOf } from "../../../../model/when.ts";
import type { Creation } from "../../../types.ts";
import type { Draft } from "../../draft.ts";
import { inThePresent, nominal } from "./expression.ts";

/** When what has no time expression of its own was: the lede of a dated report tells of its day; what else happened lies before it. */
export function untimed(d: Draft): When {
  const { creation } = d.line;
  if (d.status === "planned" || d.status === "proposed" || d.status === "postponed")
    return d.kind === "statement" ? around(creation) : ahead(creation);
  if (d.kind === "statement") return statementDay(d, creation);
  return newsOf(d) ?? upTo(creation, "no day of its own; before the report", isDay(creation));
}

/** Told as news at the head of the report, in a plain past: of the day that the report is about. */
function newsOf(d: Draft): When | null {
  const { creation } = d.line;
  const news = d.line.newsDay();
  const told =
    (d.line.depth <= 2 || asItHappens(d)) &&
    d.tense !== "future" &&
    !["alleged", "denied"].includes(d.status) &&
    !d.flags.includes("series") &&
    !d.line.speaker;
  if (
    !news ||
    !told ||
    nominal(d) ||
    perfect(d) ||
    LEANING.test(d.line.scan.text.slice(...d.line.sentence.span))
  )
    return null;
  const own = news.start === creation.start && news.end === creation.end;
  return {
    ...news,
    derivation: "inferred",
    evidence: own
      ? "no day in the sentence; told as news at the head of a report of this day"
      : "no day in the sentence; the opening names this day as that of the news",
  };
}

/** "X and Y sign a treaty": a digest tells its day in the present tense throughout. */
const asItHappens = (d: Draft): boolean =>
  inThePresent(d) || /^(?:signs?|agrees?|declares?)$/.test(d.line.chunks[d.at]?.word ?? "");

/** "the previous day", "earlier that week": leans on a day of another sentence. */
const LEANING =
  /\b(?:the previous day|the day before|(?:a day|(?:two|three|four|five|six) days|a week|weeks) earlier|the following day|the next day|a day later|earlier that)\b/i;

/** "have held", "had met": before the news, on no day in particular. */
const perfect = (d: Draft): boolean =>
  d.line.chunks
    .slice(Math.max(0, d.at - 6), d.at)
    .some((c) => /^(?:has|have|had)$/.test(c.word) && c.word !== "had");

const ahead = ({ start }: Creation): When =>
  start === null ? NONE : limited(`${start}/..`, "inferred", "no day of its own; ahead of the report");

/** Background lies before the report; a byline's report of news tells of its own day; else the days before it. */
function statementDay(d: Draft, creation: Creation): When {
  const opening = d.line.scan.text.slice(d.line.sentence.span[0], d.line.sentence.span[0] + 40);
  const own = isDay(creation) ? creation.start : null;
  if (d.line.heading && own) return limited(own, "stated", creation.evidence);
  if (d.line.speaker || /^(?:background|earlier|previously)\b/i.test(opening))
    return upTo(creation, "told as background, before the day of the text", false);
  return d.line.news && own
    ? limited(own, "inferred", "told as news in a report of this day")
    : around(creation);
}

/** Reported words are of the report's day or of the days just before it. */
function around({ start, end }: Creation, days = 7): When {
  if (end === null)
    return start ? limited(`${start}/..`, "publication-bound", "only the report limits it") : NONE;
  if (start !== null && start !== end && addDays(start, 2) < end)
    return limited(`${start}/${end}`, "publication-bound", "reported then; the report has no day of its own");
  const from = addDays(end, -days);
  return limited(`${from}~/${end}`, "publication-bound", "no day of its own; reported shortly after");
}

const upTo = ({ end }: Creation, evidence: string, bound: boolean): When =>
  end === null ? NONE : limited(`../${end}`, bound ? "publication-bound" : "inferred", evidence);

const isDay = ({ start, end }: Creation) => start !== null && start === end;

const NONE: When = {
  edtf: "..",
  start: null,
  end: null,
  precision: "none",
  derivation: "inferred",
  evidence: "no day in the text",
};

const limited = (edtf: string, derivation: DateDerivation, evidence: string): When =>
  whenOf(edtf, derivation, evidence) ?? NONE;
