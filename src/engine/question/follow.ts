import type { Query, WhoTerm } from "../../model/query.ts";
import type { Names } from "../names/index.ts";
import type { Draft } from "./draft.ts";
import type { Clause } from "./grammar/clause.ts";
import type { Sentence } from "./sentence.ts";

/**
 * A follow-up changes only what it names: "and in 2024?", "only calls", "what about Aino Rautala?", "when was that?".
 * Undefined for words that are a question of their own.
 */
export function followUp(
  sentence: Sentence,
  clause: Clause,
  previous: Query,
  names: Names,
): Draft | undefined {
  const { draft, frame, main } = clause;
  const { tokens } = sentence;
  const first = tokens[0]?.word ?? "";
  const leads = LEADS.has(first) || /^(?:what|how) about\b/i.test(sentence.words);
  const back = tokens.some(({ word }, at) => BACK.has(word) && !sentence.nameAt[at]);
  if (back && !leads)
    return pointedBack(
      clause,
      previous,
      tokens.map(({ word }) => word),
    );
  const whole = (!frame.bare && !frame.open) || (main !== undefined && main.form !== "noun");
  if (whole && !(leads && frame.open)) return undefined;
  if (!leads && (frame.open || !isFragment(draft, tokens.length))) return undefined;
  for (const [at, { word }] of tokens.entries())
    if (LEADS.has(word) || /^(?:about|instead|one|ones)$/.test(word)) sentence.taken[at] = true;
  const { ask: _ask, asked: _asked, who, of: _of, by: _by, ...named } = draft;
  const changed: Draft = { ...previous, ...named };
  delete changed.page;
  // Parts go with their kind: who visited is nobody among calls.
  if (draft.kinds) {
    changed.who = previous.who?.map(({ part: _part, ...term }) => term);
    changed.asked = previous.asked && { ...previous.asked, part: undefined };
  }
  if (who) changed.who = replaced(previous, who, /^(?:and )?with\b/i.test(sentence.words), names);
  return changed;
}

const LEADS = new Set(["and", "but", "only", "just", "also", "then", "now", "same", "or"]);
const BACK = new Set(["that", "he", "she", "they", "him", "them", "there", "those", "it"]);

/** A few words that name only what to change: "in Lisbon", "2024", "with Aino Rautala". */
function isFragment(draft: Draft, words: number): boolean {
  const parts = [
    draft.who,
    draft.kinds,
    draft.where,
    draft.when,
    draft.status,
    draft.topic,
    draft.flags,
    draft.order,
  ].filter(Boolean);
  return parts.length === 1 && words <= 6;
}

/** "when was that?" asks another thing of the same events; "what did he say?" keeps who it was about. */
function pointedBack(clause: Clause, previous: Query, words: readonly string[]): Draft | undefined {
  const { draft, main, frame } = clause;
  if (draft.who) return undefined;
  if (!main || main.form === "noun") {
    if (frame.bare) return undefined;
    const { asked: _asked, of: _of, by: _by, page: _page, order: _order, limit: _limit, ...same } = previous;
    const { who: _who, ...asks } = draft;
    return { ...same, ...asks };
  }
  const who = previous.who?.slice(0, 1).map(({ part: _part, ...term }) => term) ?? [];
  const relation = main.relation;
  const personal = words.some((word) => /^(?:he|she|they|him|them)$/.test(word));
  if (personal && who.length === 0) return undefined;
  const subject = words.some((word) => /^(?:he|she|they)$/.test(word));
  const part = subject ? relation.doer : relation.other;
  const asked =
    draft.asked && draft.ask === "people" && subject && relation.other
      ? { ...draft.asked, part: relation.other }
      : draft.asked;
  return {
    ...draft,
    ...(asked && { asked }),
    ...(personal && { who: who.map((term) => ({ ...term, ...(part && { part }) })) }),
    ...(words.includes("there") && previous.where !== undefined && { where: previous.where }),
    ...(words.includes("then") && previous.when !== undefined && { when: previous.when }),
  };
}

/** The new ones in the place of those of their kind: the first, or with "with" the last. */
function replaced(previous: Query, who: readonly WhoTerm[], last: boolean, names: Names): readonly WhoTerm[] {
  const old = previous.who ?? [];
  if (old.length === 0 || who.length >= old.length)
    return who.map((term, at) => ({ ...(old[at]?.part && { part: old[at].part }), ...term }));
  const term = who[0];
  if (!term) return old;
  const kindOf = ({ entity }: WhoTerm) => (entity === undefined ? "person" : names.kindOf(entity));
  const alike = old.flatMap((each, at) => (kindOf(each) === kindOf(term) ? [at] : []));
  const at = (last ? alike.at(-1) : alike[0]) ?? (last ? old.length - 1 : 0);
  return old.map((each, index) => (index === at ? { ...term, ...(each.part && { part: each.part }) } : each));
}
