import type { Granularity, Pivot, Query, TimeTerm } from "../../model/query.ts";
import { dayFromNumber, dayNumber, daysInMonth, type Period, span, toDay } from "../../model/when.ts";
import { lowerBound } from "../index/lists.ts";
import { type Index, OPEN_END, OPEN_START } from "../index/types.ts";
import { CERTAIN, type Match, NO, POSSIBLE, WEAK } from "./match.ts";

/**
 * Days, both included, that an event must lie in. Wholly within `from` and `to` it does so certainly; where it
 * reaches into `mayFrom` to `mayTo` only possibly. They differ where the pivot's own day is not sharp.
 */
export type Window = {
  readonly from: number;
  readonly to: number;
  readonly mayFrom: number;
  readonly mayTo: number;
};

/** What a time term asks: windows, any of which will do, and the events compared with, which are left out. */
export type Time = { readonly windows: readonly Window[]; readonly pivots: readonly number[] };

/** Positions that answer a pivot's own question, ascending. */
export type Find = (query: Query) => Uint32Array;

/** The windows of a time term. A pivot that nothing is recorded of gives none. */
export function timeOf(index: Index, term: TimeTerm, find: Find): Time {
  const time = unlimited(index, term, find);
  return term.kind === "period" || !term.within ? time : limited(time, term.within);
}

function limited({ windows, pivots }: Time, within: Period): Time {
  const from = within.from === null ? OPEN_START : dayNumber(within.from);
  const to = within.to === null ? OPEN_END : dayNumber(within.to);
  const cut = windows.map((window) => ({
    from: Math.max(from, window.from),
    to: Math.min(to, window.to),
    mayFrom: Math.max(from, window.mayFrom),
    mayTo: Math.min(to, window.mayTo),
  }));
  return { windows: cut.filter(({ mayFrom, mayTo }) => mayFrom <= mayTo), pivots };
}

function unlimited(index: Index, term: TimeTerm, find: Find): Time {
  switch (term.kind) {
    case "period": {
      const from = term.from === null ? OPEN_START : dayNumber(term.from);
      const to = term.to === null ? OPEN_END : dayNumber(term.to);
      return { windows: [{ from, to, mayFrom: from, mayTo: to }], pivots: [] };
    }
    case "before": {
      const pivot = moment(index, term.pivot, find, "last");
      if (!pivot) return { windows: [], pivots: [] };
      const { start, end, pivots } = pivot;
      return { windows: [{ from: OPEN_START, mayFrom: OPEN_START, to: start - 1, mayTo: end - 1 }], pivots };
    }
    case "after": {
      const pivot = moment(index, term.pivot, find, "first");
      if (!pivot) return { windows: [], pivots: [] };
      const { start, end, pivots } = pivot;
      return { windows: [{ to: OPEN_END, mayTo: OPEN_END, from: end + 1, mayFrom: start + 1 }], pivots };
    }
    case "same":
      return sameTime(index, term.granularity, term.pivot, find);
  }
}

/** How surely an event of these days lies in any of the windows. */
export function inWindows(windows: readonly Window[], start: number, end: number): Match {
  let best: Match = NO;
  for (const window of windows) {
    const match = inWindow(window, start, end);
    if (match > best) best = match;
  }
  return best;
}

/** Positions between which every event of the windows lies: `[first, last)`. */
export function reach(index: Index, windows: readonly Window[]): readonly [number, number] {
  const mayFrom = Math.min(...windows.map((window) => window.mayFrom));
  const mayTo = Math.max(...windows.map((window) => window.mayTo));
  // Behind its last event an index may have the columns of events that people changed, in no order.
  const last = mayTo === OPEN_END ? index.size : lowerBound(index.start, mayTo + 1, 0, index.size);
  const started = lowerBound(index.start, mayFrom, 0, index.size);
  const long = index.wide[lowerBound(index.wideReach, mayFrom)];
  return [Math.min(started, long ?? started), last];
}

/** True when windows and events between the positions are so sharp that an event's place tells whether it lies in one. */
export function isSharp(index: Index, windows: readonly Window[], first: number, last: number): boolean {
  const next = index.wide[lowerBound(index.wide, first)];
  const sharp = windows.every(({ from, mayFrom, to, mayTo }) => from === mayFrom && to === mayTo);
  return sharp && (next === undefined || next >= last);
}

/** Of ascending positions those in the windows, where all is sharp. */
export function inSharp(index: Index, windows: readonly Window[], positions: Uint32Array): Uint32Array {
  if (windows.length < 2) return positions;
  const kept = new Uint32Array(positions.length);
  let count = 0;
  let at = 0;
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    const first = lowerBound(positions, lowerBound(index.start, from, 0, index.size), at);
    at = lowerBound(positions, lowerBound(index.start, to + 1, 0, index.size), first);
    kept.set(positions.subarray(first, at), count);
    count += at - first;
  }
  return kept.subarray(0, count);
}

function inWindow({ from, to, mayFrom, mayTo }: Window, start: number, end: number): Match {
  if (end < mayFrom || start > mayTo) return NO;
  if (start >= from && end <= to) return CERTAIN;
  const onlyByOpenSide = (start === OPEN_START && end > mayTo) || (end === OPEN_END && start < mayFrom);
  return onlyByOpenSide ? WEAK : POSSIBLE;
}

/** The pivot as days: a calendar unit is one sharp block; of events the last or the first, with its own doubt. */
function moment(index: Index, pivot: Pivot, find: Find, which: "first" | "last") {
  if ("day" in pivot) {
    const block = span(pivot.day);
    if (!block) return null;
    return which === "last"
      ? { start: dayNumber(block.from), end: dayNumber(block.from), pivots: [] }
      : { start: dayNumber(block.to), end: dayNumber(block.to), pivots: [] };
  }
  const found = find(pivot.query);
  let chosen = found[0];
  if (chosen === undefined) return null;
  for (const each of found)
    if (which === "last" ? index.start[each]! > index.start[chosen]! : index.end[each]! < index.end[chosen]!)
      chosen = each;
  return { start: index.start[chosen]!, end: index.end[chosen]!, pivots: [chosen] };
}

function sameTime(index: Index, granularity: Granularity, pivot: Pivot, find: Find): Time {
  if ("day" in pivot) {
    const block = span(pivot.day);
    if (!block) return { windows: [], pivots: [] };
    return { windows: [around(dayNumber(block.from), dayNumber(block.to), granularity)], pivots: [] };
  }
  const pivots = [...find(pivot.query)];
  const windows = new Map<string, Window>();
  for (const each of pivots) {
    if (index.start[each] === OPEN_START || index.end[each] === OPEN_END) continue;
    const window = around(index.start[each]!, index.end[each]!, granularity);
    windows.set(`${window.mayFrom} ${window.mayTo}`, window);
  }
  return { windows: [...windows.values()], pivots };
}

/** The day, month or year around some days; only possibly, when they lie in more than one. */
function around(start: number, end: number, granularity: Granularity): Window {
  const first = unit(start, granularity);
  const last = unit(end, granularity);
  const sharp = first.from === last.from;
  return {
    from: sharp ? first.from : OPEN_END,
    to: sharp ? last.to : OPEN_START,
    mayFrom: first.from,
    mayTo: last.to,
  };
}

function unit(day: number, granularity: Granularity): { from: number; to: number } {
  const text = dayFromNumber(day);
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  switch (granularity) {
    case "day":
      return { from: day, to: day };
    case "month":
      return {
        from: dayNumber(toDay(year, month, 1)!),
        to: dayNumber(toDay(year, month, daysInMonth(year, month))!),
      };
    case "year":
      return { from: dayNumber(toDay(year, 1, 1)!), to: dayNumber(toDay(year, 12, 31)!) };
  }
}
