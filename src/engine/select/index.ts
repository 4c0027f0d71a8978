import type { Dataset } from "../../model/dataset.ts";
import { STATUSES, type Status } from "../../model/kinds.ts";
import type { Query } from "../../model/query.ts";
import { commonWith } from "../index/dense.ts";
import { compare } from "../index/events.ts";
import { ascending, common, EMPTY, holds, lowerBound, union } from "../index/lists.ts";
import type { Index, Late } from "../index/types.ts";
import { type ChangedSince, conditionsOf } from "./conditions.ts";
import { CERTAIN, type Condition, type Match, NO } from "./match.ts";
import { type Offices, openOffices } from "./offices.ts";
import { inSharp, inWindows, isSharp, reach, type Time, timeOf } from "./time.ts";
import { type Matcher, matcher } from "./who.ts";

/** Positions that fit a query, ascending, and how surely each does; `null`: all certainly. */
export type Selection = { readonly positions: Uint32Array; readonly matches: Uint8Array | null };

export type Found = Selection & {
  /** The terms of `who`, to tell the ones asked about from the ones who answer. */
  readonly matchers: readonly Matcher[];
  /** The events that the query's time is compared with. */
  readonly pivots: readonly number[];
};

export type Selector = {
  /** All events that fit, of whatever status. */
  readonly select: (query: Query) => Found;
  /** Those of a selection that have one of the statuses. */
  readonly ofStatus: (selection: Selection, statuses: readonly Status[]) => Selection;
  readonly offices: Offices;
};

/** Finds the events of a query in an index. */
export function openSelect(dataset: Dataset, index: Index, changedSince: ChangedSince): Selector {
  const offices = openOffices(dataset, index);

  const { late } = index;

  function select(query: Query): Found {
    const matchers = (query.who ?? []).map((term) => matcher(index, offices, term));
    const time = query.when ? timeOf(index, query.when, happened) : null;
    const pivots = time?.pivots ?? [];
    if (time?.windows.length === 0) return { ...NONE, matchers, pivots };
    const found = selectIn(index, query, matchers, time);
    if (!late) return { ...found, matchers, pivots };
    const own = (query.who ?? []).map((term) => matcher(late.index, offices, term));
    const changed = standing(selectIn(late.index, query, own, time, late.first), late);
    return { ...joined(index, without(found, late.gone), changed), matchers, pivots };
  }

  /** What fits in one index; where `from` is given, among its positions from there on, which are in no order. */
  function selectIn(
    index: Index,
    query: Query,
    matchers: readonly Matcher[],
    time: Time | null,
    from?: number,
  ): Selection {
    const conditions = conditionsOf(index, dataset, changedSince, query, matchers);
    if (!time) return intersect(index.size, conditions, from ?? 0, index.size);
    const { windows, pivots } = time;
    const [first, last] = from === undefined ? reach(index, windows) : [from, index.size];
    if (from === undefined && isSharp(index, windows, first, last)) {
      const found = intersect(index.size, conditions, first, last);
      return without(
        within(found, inSharp(index, windows, found.positions)),
        Uint32Array.from(pivots).sort(),
      );
    }
    const { start, end } = index;
    const left = new Set(pivots);
    const inTime: Condition = {
      lists: null,
      test: (position) => (left.has(position) ? NO : inWindows(windows, start[position]!, end[position]!)),
    };
    return intersect(index.size, [...conditions, inTime], first, last);
  }

  /** What a pivot's question finds: certainly, or else possibly. */
  function happened(query: Query): Uint32Array {
    const { positions, matches } = ofStatus(select(query), query.status ?? ["happened"]);
    if (matches === null) return positions;
    const best = matches.reduce((most, each) => Math.max(most, each), 0);
    return positions.filter((_, i) => matches[i] === best);
  }

  function ofStatus(selection: Selection, statuses: readonly Status[]): Selection {
    const { positions, matches } = selection;
    if (statuses.length === 1 && statuses[0] === "happened" && !someOtherwise(index, positions))
      return selection;
    if (!statuses.includes("happened") && !someOtherwise(index, positions)) return NONE;
    const wanted = new Uint8Array(STATUSES.length);
    for (const status of statuses) wanted[STATUSES.indexOf(status)] = 1;
    const fits = (position: number) => wanted[index.status[position]!] === 1;
    return {
      positions: positions.filter(fits),
      matches: matches?.filter((_, i) => fits(positions[i]!)) ?? null,
    };
  }

  return { select, ofStatus, offices };
}

const NONE: Selection = { positions: EMPTY, matches: null };

/**
 * Positions in `[first, last)` that fit all conditions: starts from the shortest lists, cuts them with the lists of
 * every other condition that needs no test, and tests the conditions that are left.
 */
function intersect(size: number, all: readonly Condition[], first: number, last: number): Selection {
  const cut = all.flatMap((condition): readonly Cut[] => {
    if (!condition.lists) return [];
    const lists = condition.lists.map((list) => between(list, first, last));
    return [{ condition, lists, length: sizeOf(lists) }];
  });
  cut.sort((a, b) => a.length - b.length);
  const [driver, ...others] = cut;
  let candidates = driver ? union(driver.lists) : ascending(Math.max(0, last - first), first);
  const untested = new Set<Condition>();
  if (driver?.condition.exact) untested.add(driver.condition);
  for (const { condition } of others) {
    if (!condition.exact || !condition.lists) continue;
    untested.add(condition);
    candidates = union(condition.lists.map((list) => commonWith(candidates, list, size)));
  }
  const conditions = all.filter((condition) => !untested.has(condition));
  if (conditions.length === 0) return { positions: candidates, matches: null };
  return tested(candidates, conditions);
}

/** A condition with its lists between two positions. */
type Cut = {
  readonly condition: Condition;
  readonly lists: readonly Uint32Array[];
  readonly length: number;
};

function tested(candidates: Uint32Array, conditions: readonly Condition[]): Selection {
  const positions = new Uint32Array(candidates.length);
  const matches = new Uint8Array(candidates.length);
  let count = 0;
  let sure = true;
  for (const position of candidates) {
    let match: Match = CERTAIN;
    for (let i = 0; i < conditions.length && match !== NO; i++) {
      const next = conditions[i]!.test(position);
      if (next < match) match = next;
    }
    if (match === NO) continue;
    if (match !== CERTAIN) sure = false;
    positions[count] = position;
    matches[count++] = match;
  }
  return { positions: positions.subarray(0, count), matches: sure ? null : matches.subarray(0, count) };
}

const sizeOf = (lists: readonly Uint32Array[]) => lists.reduce((sum, { length }) => sum + length, 0);

function between(sorted: Uint32Array, first: number, last: number): Uint32Array {
  return sorted.subarray(lowerBound(sorted, first), lowerBound(sorted, last));
}

/** What is left of a selection when only some of its positions stay. */
function within({ positions, matches }: Selection, left: Uint32Array): Selection {
  if (left.length === positions.length) return { positions, matches };
  return { positions: left, matches: matches?.filter((_, i) => holds(left, positions[i]!)) ?? null };
}

/** A selection without some positions. */
function without({ positions, matches }: Selection, gone: Uint32Array): Selection {
  if (gone.length === 0 || common(positions, gone).length === 0) return { positions, matches };
  const stays = (position: number) => !holds(gone, position);
  return {
    positions: positions.filter(stays),
    matches: matches?.filter((_, i) => stays(positions[i]!)) ?? null,
  };
}

/** Of what was found among the changed events those that still stand, in the order of dates. */
function standing({ positions, matches }: Selection, { first, rank }: Late): Selection {
  const inOrder = Array.from(positions.keys())
    .filter((i) => rank[positions[i]! - first]! >= 0)
    .sort((a, b) => rank[positions[a]! - first]! - rank[positions[b]! - first]!);
  return {
    positions: Uint32Array.from(inOrder, (i) => positions[i]!),
    matches: matches && Uint8Array.from(inOrder, (i) => matches[i]!),
  };
}

/** What was found in the large index and what was found among the changed events, in the order of dates. */
function joined(index: Index, found: Selection, changed: Selection): Selection {
  if (changed.positions.length === 0) return found;
  const positions = new Uint32Array(found.positions.length + changed.positions.length);
  const matches = new Uint8Array(positions.length).fill(CERTAIN);
  let from = 0;
  changed.positions.forEach((position, i) => {
    const to = firstAfter(index, found.positions, position, from);
    positions.set(found.positions.subarray(from, to), from + i);
    if (found.matches) matches.set(found.matches.subarray(from, to), from + i);
    positions[to + i] = position;
    matches[to + i] = changed.matches?.[i] ?? CERTAIN;
    from = to;
  });
  positions.set(found.positions.subarray(from), from + changed.positions.length);
  if (found.matches) matches.set(found.matches.subarray(from), from + changed.positions.length);
  return { positions, matches: found.matches || changed.matches ? matches : null };
}

function firstAfter(index: Index, positions: Uint32Array, position: number, from: number): number {
  let low = from;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(index, positions[middle]!, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when something that did not happen may be among the positions. */
function someOtherwise({ otherwise, late }: Index, positions: Uint32Array): boolean {
  if (late) return otherwise.length + late.index.otherwise.length > 0;
  if (otherwise.length === 0 || positions.length === 0) return false;
  const next = otherwise[lowerBound(otherwise, positions[0]!)];
  return next !== undefined && next <= positions[positions.length - 1]!;
}
