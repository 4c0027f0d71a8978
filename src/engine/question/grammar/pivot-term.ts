import type { Query, TimeTerm } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import { type Ambiguity, type Draft, finished } from "../draft.ts";
import { IDLE } from "../lexicon/words.ts";
import type { Sentence } from "../sentence.ts";
import { readClause } from "./clause.ts";
import { relationsIn } from "./match.ts";
import type { PivotWords } from "./pivots.ts";
import { asPlace, asWho, fitting } from "./senses.ts";

/**
 * A stretch as the time of another event: told whole ("before the Nairobi talks"), or by a name alone, which then
 * stands in the place of who is asked for ("who visited China after Thailand did").
 */
export function pivotTerm(
  sentence: Sentence,
  words: PivotWords,
  draft: Draft,
  names: Names,
  ambiguities: Ambiguity[],
): Exclude<TimeTerm, { readonly kind: "period" }> | undefined {
  const { taken, tokens } = sentence;
  const { from, to, kind } = words;
  taken.fill(false, from, to);
  for (const time of sentence.times)
    if (time.from >= from && time.to <= to) taken.fill(true, time.from, time.to);
  for (const named of sentence.names)
    if (named.from >= from && named.labelTo !== undefined)
      taken.fill(true, named.to, Math.min(to, named.labelTo));
  const own = relationsIn(sentence, from, to);
  const told = own.length > 0 || tokens.slice(from, to).some(({ word }) => /^(?:events?|kind)$/.test(word));
  const query = told ? whole() : byName();
  if (!query) return undefined;
  return kind === "same"
    ? { kind, granularity: words.granularity ?? "day", pivot: { query } }
    : { kind, pivot: { query } };

  function whole(): Query {
    const theirs = tokens
      .slice(from, to)
      .some(({ word }) => /^(?:his|her|their|its|he|she|they)$/.test(word));
    const clause = readClause(sentence, from, to, names);
    ambiguities.push(...clause.ambiguities);
    const { asked: _asked, of: _of, by: _by, limit: _limit, ...rest } = clause.draft;
    const who = theirs ? [...(rest.who ?? []), ...(draft.who ?? []).slice(0, 1)] : rest.who;
    return finished({ ...rest, ask: "events", ...(who && { who }) });
  }

  function byName(): Query | undefined {
    const inside = sentence.names.filter((named) => named.from >= from && named.to <= to);
    const {
      asked,
      of: _of,
      by: _by,
      order: _order,
      limit: _limit,
      when: _when,
      since: _since,
      status: _status,
      ...rest
    } = draft;
    const part = asked?.part ?? (draft.ask === "people" ? undefined : rest.who?.at(-1)?.part);
    const base = draft.ask === "people" ? (rest.who ?? []) : (rest.who ?? []).slice(0, -1);
    for (const named of inside) {
      const people = fitting(named.senses, (sense) => asWho(sense, names, part));
      const places = fitting(named.senses, asPlace);
      if (people.length > 1)
        ambiguities.push({
          start: tokens[named.from]?.start ?? 0,
          end: tokens[named.to - 1]?.end ?? 0,
          senses: people.map(({ sense }) => sense),
        });
      const term = people[0]?.value;
      const where = draft.ask === "places" || !term ? places[0]?.value : undefined;
      if (!term && where === undefined) continue;
      taken.fill(true, named.from, named.to);
      for (let at = from; at < to; at++) if (IDLE.has(tokens[at]?.word ?? "")) taken[at] = true;
      if (where !== undefined) return finished({ ...rest, ask: "events", where });
      return finished({ ...rest, ask: "events", who: [...base, ...(term ? [term] : [])] });
    }
    return undefined;
  }
}
