import type { Dataset } from "../../model/dataset.ts";
import type { Query, WhoTerm } from "../../model/query.ts";
import type { Instant } from "../../model/when.ts";
import { positionOf } from "../index/ids.ts";
import { holds, list, type Postings } from "../index/lists.ts";
import { codeOf } from "../index/sides.ts";
import type { Table } from "../index/table.ts";
import type { Index } from "../index/types.ts";
import { eitherNumber, holdsPhrase, words } from "../index/words.ts";
import { ofKinds } from "./kinds.ts";
import { CERTAIN, type Condition, NO } from "./match.ts";
import { inSet, PRESENT } from "./parts.ts";
import { apart, type Matcher } from "./who.ts";

/** Ids of the events that entered the dataset or were changed after an instant. */
export type ChangedSince = (instant: Instant) => readonly string[];

/** All conditions of a query but its time and status. */
export function conditionsOf(
  index: Index,
  dataset: Dataset,
  changedSince: ChangedSince,
  query: Query,
  matchers: readonly Matcher[],
): readonly Condition[] {
  const { tables, postings } = index;
  const conditions: Condition[] = [...matchers];
  if (oneCouldBeTwo(query.who ?? [])) conditions.push(apart(index, query.who ?? [], matchers));
  if (query.event !== undefined) conditions.push(these(index, dataset, [query.event]));
  if (query.since !== undefined) conditions.push(these(index, dataset, changedSince(query.since)));
  if (query.kinds !== undefined) conditions.push(ofKinds(index, query.kinds));
  if (query.where !== undefined) conditions.push(listed(postings.place, [tables.places.number(query.where)]));
  if (query.source !== undefined)
    conditions.push(listed(postings.document, [tables.documents.number(query.source)]));
  if (query.topic !== undefined) conditions.push(listed(postings.topic, named(tables.topics, [query.topic])));
  if (query.occasion !== undefined) {
    const numbers = named(tables.occasions, otherNames(dataset, query.occasion));
    conditions.push(
      listed(
        postings.occasion,
        numbers.map((n) => n + 1),
      ),
    );
  }
  if (query.sides !== undefined) conditions.push(ofSides(index, query.sides));
  for (const flag of query.flags ?? []) conditions.push(listed(postings.flag, [flag === "secret" ? 0 : 1]));
  for (const word of words(query.text ?? ""))
    conditions.push(
      listed(
        postings.word,
        eitherNumber(word)
          .map((form) => tables.words.number(form))
          .filter((number) => number >= 0),
      ),
    );
  return conditions;
}

/**
 * True when one participant could fit two terms: a minister and their country, an office and its holder. Nobody is
 * of two countries.
 */
function oneCouldBeTwo(who: readonly WhoTerm[]): boolean {
  const entities = who.map(({ entity }) => entity);
  if (new Set(entities).size < entities.length) return true;
  const countries = entities.filter((entity) => entity !== undefined && codeOf(entity) !== null);
  const broad = countries.length > 0 || entities.includes(undefined);
  return broad && countries.length < who.length;
}

/** So many sides were present: those of one country are one. */
function ofSides(index: Index, sides: number): Condition {
  const { offsets, part, country, entity } = index.participants;
  return {
    lists: null,
    test(position) {
      const present = new Set<number>();
      for (let row = offsets[position]!; row < offsets[position + 1]!; row++)
        if (inSet(PRESENT, part[row]!)) present.add(country[row]! > 0 ? -country[row]! : entity[row]! + 1);
      return present.size === sides ? CERTAIN : NO;
    },
  };
}

/** Events that stand in any of the lists. */
function listed(postings: Postings, keys: readonly number[]): Condition {
  return among(keys.map((key) => list(postings, key)));
}

function these(index: Index, dataset: Dataset, ids: readonly string[]): Condition {
  const positions = ids
    .map((id) => positionOf(index.ids, redirected(dataset, id)))
    .filter((each) => each >= 0);
  return among([Uint32Array.from(new Set(positions)).sort()]);
}

function among(lists: readonly Uint32Array[]): Condition {
  return {
    lists,
    exact: true,
    test: (position) => (lists.some((each) => holds(each, position)) ? CERTAIN : NO),
  };
}

/** Numbers of the texts that are called by one of the names, alone or among other words. */
function named(table: Table, names: readonly string[]): readonly number[] {
  return table.texts.flatMap((text, n) => (names.some((name) => holdsPhrase(text, name)) ? [n] : []));
}

function otherNames(dataset: Dataset, occasion: string): readonly string[] {
  const known = dataset.gazetteer.occasions.find(({ name }) => name === occasion);
  return [occasion, ...(known?.aliases ?? [])];
}

/** The id that an old id leads to; a ring of redirects ends where it began. */
function redirected(dataset: Dataset, id: string): string {
  const seen = new Set<string>();
  let at = id;
  while (dataset.redirects[at] !== undefined && !seen.has(at)) {
    seen.add(at);
    at = dataset.redirects[at]!;
  }
  return at;
}
