import type { TimeMention } from "../../../types.ts";
import type { Line } from "../../sentence/line.ts";
import { FINITE, MEETING_NOUNS } from "../../sentence/words.ts";

/** Chunks between trigger and expression, with a fine for each clause border; null across one that ends it. */
export function distance(line: Line, at: number, mention: TimeMention): number | null {
  const of = line.chunks.findIndex((c) => c.end > mention.span[0]);
  if (of < 0) return null;
  if (aside(line, at) !== aside(line, of)) return null;
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
      ) &&
      !ofItself(line, k)
    )
      cost += 40;
    if (of > at && c.word === "to" && ofAnother(line, at, k)) cost += 40;
    if (of > at && /^(?:and|but)$/.test(c.word) && anotherTime(line, k)) cost += 40;
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

/** "discussed the summit to be held in November": the day of what they spoke about. */
const ofAnother = (line: Line, at: number, to: number): boolean =>
  /^(?:be|take)$/.test(line.chunks[to + 1]?.word ?? "") &&
  line.chunks.slice(at + 1, to).some((c) => MEETING_NOUNS.has(c.word)) &&
  !/^(?:is|are|was|were|due|scheduled|set|expected|planned|likely)$/.test(line.chunks[to - 1]?.word ?? "");

/** "met X and will meet Y on Friday": the verb behind "and" is of another tense, and so is its day. */
function anotherTime(line: Line, and: number): boolean {
  let k = and + 1;
  while (
    /^(?:he|she|it|they|also|then|later|,)$/.test(line.chunks[k]?.word ?? "") ||
    line.chunks[k]?.kind === "actors"
  )
    k++;
  return (
    /^(?:is|are|will|would|plans?|expects?|has|have|had)$/.test(line.chunks[k]?.word ?? "") ||
    (/^(?:was|were)$/.test(line.chunks[k]?.word ?? "") &&
      /^(?:due|to|expected|scheduled|set|planning)$/.test(line.chunks[k + 1]?.word ?? ""))
  );
}

/** "a visit, which began on Friday", "a meeting that had been set for Friday": the clause tells of the event itself. */
function ofItself(line: Line, k: number): boolean {
  if (!/^(?:which|that)$/.test(line.chunks[k]?.word ?? "")) return false;
  let n = k + 1;
  while (
    /^(?:is|are|was|were|will|had|has|have|be|been|to|originally|initially|first)$/.test(
      line.chunks[n]?.word ?? "",
    )
  )
    n++;
  return /^(?:held|began|begins?|started|starts?|took|takes?|opened|opens?|ended|ends?|concluded|due|scheduled|set|planned|runs?|ran|lasts?|lasted|place)$/.test(
    line.chunks[n]?.word ?? "",
  );
}

/**
 * The relative clause between commas that a chunk stands in, by the position of its "who"; -1 outside of one: "X, who came
 * last month, met Y on Tuesday" tells two times, each of its own verb.
 */
function aside(line: Line, k: number): number {
  for (let from = k; from > 0; from--) {
    const c = line.chunks[from];
    if (c?.word === ";" || (c?.word === "," && from < k && resumes(line, from))) return -1;
    if (!RELATIVE.test(c?.word ?? "") || line.chunks[from - 1]?.word !== ",") continue;
    for (let to = from + 1; to < line.chunks.length; to++)
      if (line.chunks[to]?.word === "," && resumes(line, to)) return to > k ? from : -1;
    return -1;
  }
  return -1;
}

const RELATIVE = /^(?:who|which|whose|whom|where)$/;

/** True where the main clause goes on with its verb behind a comma. */
function resumes(line: Line, comma: number): boolean {
  let k = comma + 1;
  while (/^(?:also|later|then|earlier|separately|meanwhile)$/.test(line.chunks[k]?.word ?? "")) k++;
  return FINITE.test(line.chunks[k]?.word ?? "");
}
