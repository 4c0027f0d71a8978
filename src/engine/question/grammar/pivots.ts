import type { Granularity } from "../../../model/query.ts";
import type { Sentence } from "../sentence.ts";

/** "After Malaysia", "before the Nairobi talks", "in the same month as Kuwait": a stretch that another event fills. */
export type PivotWords = {
  readonly kind: "before" | "after" | "same";
  readonly granularity?: Granularity;
  readonly from: number;
  readonly to: number;
  /** "right after", "just before": the first after it, or the last before it. */
  readonly straight?: boolean;
};

/** Finds the stretch and takes it, with the words that lead it; undefined where there is none. */
export function pivotIn(sentence: Sentence, from: number, to: number): PivotWords | undefined {
  const { tokens, taken, nameAt } = sentence;
  for (let at = from; at < to; at++) {
    if (taken[at] || nameAt[at]) continue;
    const word = tokens[at]?.word ?? "";
    const next = tokens[at + 1]?.word ?? "";
    const lead = LEADS.get(word) ?? (next === "than" ? THAN.get(word) : undefined);
    if (lead && at + 1 < to && !(word === "following" && !nameAt[at + 1] && tokens[at + 1]?.word !== "the")) {
      const start = /^(?:to|that|than)$/.test(next) ? at + 2 : at + 1;
      const straight = at > from && STRAIGHT.test(tokens[at - 1]?.word ?? "") && !nameAt[at - 1];
      const words = { kind: lead, from: start, to: endOf(sentence, at, start, from, to), straight };
      return stretch(sentence, words, straight ? at - 1 : at);
    }
    const granularity = word === "same" ? GRAINS.get(tokens[at + 1]?.word ?? "") : undefined;
    if (granularity) {
      let start = at + 2;
      while (start < to && SAME_AS.has(tokens[start]?.word ?? "")) start++;
      let lead = at;
      while (lead > from && /^(?:the|in|on|at|during|within|of)$/.test(tokens[lead - 1]?.word ?? "")) lead--;
      return stretch(
        sentence,
        { kind: "same", granularity, from: start, to: endOf(sentence, lead, start, from, to) },
        lead,
      );
    }
  }
  return undefined;
}

const STRAIGHT = /^(?:right|just|immediately|directly|straight)$/;
/** "Who was the next to visit X after Y", "who visited X right before Y": the first or the last. */
export function nextTo({ tokens, taken }: Sentence, pivot: PivotWords | undefined, from: number) {
  if (!pivot || pivot.kind === "same") return undefined;
  const next = tokens.findIndex(
    ({ word }, at) => at >= from && word === "next" && !taken[at] && (at < pivot.from || at >= pivot.to),
  );
  if (pivot.kind === "after" && next !== -1) taken[next] = true;
  else if (!pivot.straight) return undefined;
  return { order: pivot.kind === "after" ? ("first" as const) : ("last" as const), limit: undefined };
}

const LEADS: ReadonlyMap<string, "before" | "after"> = new Map([
  ["before", "before"],
  ["after", "after"],
  ["following", "after"],
  ["preceding", "before"],
  ["prior", "before"],
  ["until", "before"],
  ["since", "after"],
  ["subsequent", "after"],
]);
/** Only with "than" behind them: "later than Iran did". */
const THAN: ReadonlyMap<string, "before" | "after"> = new Map([
  ["earlier", "before"],
  ["sooner", "before"],
  ["later", "after"],
]);

const GRAINS: ReadonlyMap<string, Granularity> = new Map([
  ["day", "day"],
  ["date", "day"],
  ["month", "month"],
  ["year", "year"],
]);

const SAME_AS = new Set(["as", "of", "with", "by", "that", "when", "in", "which", "for", "like"]);

/** At the beginning of a question up to its comma or question word; later on up to the end. */
function endOf(
  { tokens, taken, nameAt }: Sentence,
  lead: number,
  start: number,
  from: number,
  to: number,
): number {
  if (
    tokens
      .slice(from, lead)
      .every((token, index) => taken[from + index] || /^(?:and|so|then|but)$/.test(token.word))
  ) {
    for (let at = start + 1; at < to; at++) {
      const token = tokens[at];
      if (token?.afterStop && !isListed(tokens, at)) return at;
      if (
        /^(?:who|whom|which|what|when|where|with|to|did|how)$/.test(token?.word ?? "") &&
        isAsking(tokens, at)
      )
        return at;
    }
    return to;
  }
  for (let at = start + 1; at < to; at++) {
    if (tokens[at]?.afterStop && isAsking(tokens, at)) return at;
    // "the last country before China to praise Japan": the clause goes on with its own verb.
    if (tokens[at]?.word === "to" && nameAt[at - 1] && nameAt[start] === nameAt[at - 1] && !nameAt[at + 1])
      return at;
  }
  return to;
}

type Tokens = Sentence["tokens"];
const isListed = (tokens: Tokens, at: number) =>
  tokens
    .slice(at, at + 6)
    .some(({ word, afterStop }, index) => word === "and" && !(index > 0 && afterStop)) &&
  !isAsking(tokens, at);
const isAsking = (tokens: Tokens, at: number) =>
  /^(?:who|whom|which|what|when|where|did|how)$/.test(tokens[at]?.word ?? "") ||
  (/^(?:with|to|by|in|for|on|against|at)$/.test(tokens[at]?.word ?? "") &&
    /^(?:who|whom|which|what)$/.test(tokens[at + 1]?.word ?? ""));

function stretch(sentence: Sentence, words: PivotWords, lead: number): PivotWords | undefined {
  if (words.to <= words.from) return undefined;
  sentence.taken.fill(true, lead, words.to);
  return words;
}
