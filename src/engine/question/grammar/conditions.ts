import type { KindTerm, Query } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import type { Draft } from "../draft.ts";
import type { Sentence } from "../sentence.ts";
import { aboutIn } from "./about.ts";
import { textNoun } from "./choose.ts";
import type { Frame } from "./frame.ts";
import type { PivotWords } from "./pivots.ts";
import type { Verb } from "./verb.ts";

/** A stretch of a sentence that is read as one clause, and the stretch in it that another event fills. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly pivot: PivotWords | undefined;
};

/** Puts into a draft which events the verb speaks of: their kinds, status, flags and order. */
export function narrow(draft: Draft, frame: Frame, verb: Verb, told: readonly KindTerm[] | undefined): void {
  const kinds = told ?? verb.kinds;
  if (kinds && kinds.length > 0) draft.kinds = kinds;
  if (verb.status.length > 0) draft.status = verb.status;
  if (verb.flags.length > 0) draft.flags = verb.flags;
  const { order, limit } = verb.order;
  if (order) draft.order = order;
  if (limit !== undefined) draft.limit = limit;
  if (frame.newest) draft.order ??= "newest";
  if (draft.order === "newest" && ONE.has(draft.ask) && draft.limit === undefined) draft.order = "last";
}

const ONE = new Set<Query["ask"]>(["people", "dates", "places", "whether", "pairs"]);

/** Puts the first time of a stretch into a draft; the words of a second one are given back, to be named. */
export function timed(draft: Draft, { times, taken }: Sentence, { from, to, pivot }: Stretch): void {
  for (const { from: at, to: end, term } of times) {
    if (at < from || end > to || (pivot && at >= pivot.from && end <= pivot.to)) continue;
    if (draft.when === undefined) draft.when = term;
    else taken.fill(false, at, end);
  }
}

/** Puts into a draft what the events are about: a topic told before the verb was read, else what is left of one. */
export function themed(
  draft: Draft,
  sentence: Sentence,
  stretch: Stretch,
  names: Names,
  frame: Frame,
  { main, noun, relation, tellsStatus }: Verb,
  told: string | undefined,
): void {
  const { from, to, pivot } = stretch;
  const about = aboutIn(sentence, from, to, names, relation?.id, frame);
  const topic = told ?? about.topic;
  if (topic !== undefined) draft.topic = topic;
  if (about.text !== undefined) draft.text = about.text;
  if (about.asks && frame.open) draft.ask = "topics";
  if (noun && !tellsStatus && textNoun(main, noun) && draft.text === undefined && draft.topic === undefined)
    draft.text = sentence.words.slice(sentence.tokens[noun.from]?.start, sentence.tokens[noun.to - 1]?.end);
  const quoted = sentence.quotes.filter(
    ({ at }) => isIn(sentence, at, from, to) && !(pivot && isIn(sentence, at, pivot.from, pivot.to)),
  );
  if (quoted.length > 0)
    draft.text = [draft.text, ...quoted.map(({ text }) => text)].filter(Boolean).join(" ");
}

/** True where a character lies within a stretch of tokens, what follows its last one included. */
function isIn({ tokens }: Sentence, at: number, first: number, end: number): boolean {
  return (
    (first === 0 || at >= (tokens[first]?.start ?? 0)) &&
    (end >= tokens.length || at < (tokens[end]?.start ?? 0))
  );
}
