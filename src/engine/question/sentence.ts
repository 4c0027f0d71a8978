import type { Unclear } from "../../model/engine.ts";
import type { DocumentId } from "../../model/event.ts";
import type { TimeTerm } from "../../model/query.ts";
import type { Day, Instant } from "../../model/when.ts";
import { type Names, type Token, tokenise } from "../names/index.ts";
import { lemma } from "./lexicon/index.ts";
import { bodyOfOther, labelAfter, type Named, nameOf, withShortNames } from "./sentence/named.ts";
import { plainly } from "./sentence/plain.ts";
import { timesIn } from "./times.ts";

export type { Named } from "./sentence/named.ts";

export type Timed = { readonly from: number; readonly to: number; readonly term: TimeTerm };

/**
 * A question on the way to a query: its tokens, what each is covered by, and which were understood. Steps take
 * what they understand; what is left at the end is named to the asker.
 */
export type Sentence = {
  readonly words: string;
  readonly tokens: readonly Token[];
  readonly lemmas: readonly string[];
  readonly names: readonly Named[];
  readonly times: readonly Timed[];
  /** By token: the name that covers it. */
  readonly nameAt: readonly (Named | undefined)[];
  /** Quoted words and where they begin: they must stand in the events. */
  readonly quotes: readonly { readonly text: string; readonly at: number }[];
  /** The document whose title stands in quotation marks. */
  readonly title?: DocumentId;
  /** Ids of events that stand in the words. */
  readonly events: readonly string[];
  /** What entered the dataset after it, where the words say so. */
  readonly since?: Instant;
  readonly taken: boolean[];
};

/** Reads names, times and quotations of cleaned words; a problem where a day does not exist or a name is unclear. */
export function sentenceOf(words: string, today: Day, names: Names): Sentence | Unclear {
  const { plain, ...told } = plainly(words, today, names);
  const typed = tokenise(plain);
  const tokens = withShortNames(typed, names);
  const lemmas = tokens.map(({ word }) => lemma(word));
  const taken = tokens.map(() => false);
  const found = timesIn(plain, today);
  if ("problem" in found) return found;
  const times: Timed[] = [];
  for (const { start, end, term } of found.times) {
    const from = tokens.findIndex((token) => token.end > start);
    const to = tokens.findLastIndex((token) => token.start < end) + 1;
    if (from === -1 || to <= from) continue;
    times.push({ from, to, term });
    taken.fill(true, from, to);
  }
  const nameAt: (Named | undefined)[] = tokens.map(() => undefined);
  const linked: Named[] = [];
  const lowerCase = !typed.some(({ capital }, at) => capital && at > 0);
  for (let at = 0; at < tokens.length; at++) {
    if (taken[at] || UNNAMED_AFTER.test(tokens[at - 1]?.word ?? "")) continue;
    const whole = names.link(tokens, at);
    const stop = whole ? taken.indexOf(true, at) : -1;
    const link = whole && stop !== -1 && stop < whole.to ? names.link(tokens.slice(0, stop), at) : whole;
    if (!link) continue;
    const named = nameOf(tokens, link, names, plain, lowerCase);
    if (!named) continue;
    const other = bodyOfOther(tokens, named, nameAt[at - 1], names);
    if (other) return other;
    const label = labelAfter(tokens, named.to);
    const labelled = label ? { ...named, part: label.part, labelTo: label.to } : named;
    linked.push(labelled);
    nameAt.fill(labelled, named.from, named.to);
    if (label) taken.fill(true, named.to, label.to);
    at = (label?.to ?? named.to) - 1;
  }
  return { words: plain, tokens, lemmas, names: linked, times, nameAt, taken, ...told };
}

/** "conventional military forces": said of a way to fight, not of a body. */
const UNNAMED_AFTER = /^(?:un)?conventional$/;
