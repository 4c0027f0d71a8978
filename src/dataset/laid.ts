import type { EventList } from "../model/dataset.ts";
import type { Event } from "../model/event.ts";
import { byCodePoint } from "../model/text.ts";

/**
 * A list of events in date order with some taken out and others put in, without walking it: each look decodes one
 * event. `gone` are events as the list has them; one that it does not have throws.
 */
export function layOver(over: EventList, gone: readonly Event[], instead: readonly Event[]): EventList {
  const left = gone.map((event) => placeOf(over, event)).toSorted((a, b) => a - b);
  const added = instead
    .map((event) => ({ event, before: rankOf(over, event) }))
    .toSorted((a, b) => byDate(a.event, b.event));
  // Where each added event stands in the new list: after what is left of the old one, and after those added before.
  const starts = added.map(({ before }, i) => before - firstAtOrAfter(left, before) + i);
  return {
    length: over.length - left.length + added.length,
    at(position) {
      const next = firstAtOrAfter(starts, position);
      if (starts[next] === position) return added[next]!.event;
      let place = position - next;
      for (const each of left) if (each <= place) place++;
      return position < 0 ? undefined : over.at(place);
    },
    laid: { over, gone: new Set(gone.map(({ id }) => id)), instead: added.map(({ event }) => event) },
  };
}

/** The event of a list in date order that stands under the same id and at the same time. */
export function standingIn(list: EventList, event: Event): Event | undefined {
  const found = list.at(rankOf(list, event));
  return found?.id === event.id ? found : undefined;
}

/** Where an event stands in a list in date order. */
function placeOf(list: EventList, event: Event): number {
  const place = rankOf(list, event);
  if (FOUND.get(list)?.has(event)) return place;
  if (list.at(place)?.id !== event.id)
    throw new Error(`${event.id} does not stand at ${event.when.edtf} in the dataset that is changed`);
  FOUND.set(list, (FOUND.get(list) ?? new WeakSet()).add(event));
  return place;
}

/** Events that were found in a list: with each further change the earlier ones are laid again. */
const FOUND = new WeakMap<EventList, WeakSet<Event>>();

/** How many events of a list in date order come before one; remembered, since changes are laid anew with each one. */
function rankOf(list: EventList, event: Event): number {
  const known = RANKS.get(list) ?? new Map<string, number>();
  RANKS.set(list, known);
  const key = `${event.when.start} ${event.when.end} ${event.id}`;
  const rank = known.get(key) ?? searched(list, event);
  known.set(key, rank);
  return rank;
}

const RANKS = new WeakMap<EventList, Map<string, number>>();

function searched(list: EventList, event: Event): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byDate(list.at(middle)!, event) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAtOrAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By first day (unknown first), last day (unknown last), id: the order of every dataset. */
const byDate = (a: Event, b: Event): number =>
  byCodePoint(a.when.start ?? "0000-00-00", b.when.start ?? "0000-00-00") ||
  byCodePoint(a.when.end ?? "9999-99-99", b.when.end ?? "9999-99-99") ||
  byCodePoint(a.id, b.id);
