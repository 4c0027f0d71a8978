import type { EventList } from "../model/dataset.ts";
import type { Event } from "../model/event.ts";
import { byCodePoint } from "../model/text.ts";

/** What is taken out of a list of events in date order and put into it, one after another; the list stays as it is. */
export type Layer = {
  /** Takes out the event at a place of the list. */
  readonly take: (place: number) => void;
  /** Takes back that the event at a place was taken out. */
  readonly giveBack: (place: number) => void;
  /** Puts in an event that the list does not have, or has no more. */
  readonly put: (event: Event) => void;
  /** Takes out an event that was put in. */
  readonly drop: (event: Event) => void;
  /** The list as it is now. Costs a copy of what was changed; each look at it decodes one event. */
  readonly list: () => EventList;
};

/** Nothing changed yet in a list in date order. */
export function openLayer(over: EventList): Layer {
  const gone: number[] = [];
  const added: Event[] = [];
  /** How many events of the list come before each one that was put in. */
  const before: number[] = [];
  const placeOf = (event: Event) => firstThat(added.length, (at) => byDate(added[at]!, event) >= 0);
  return {
    take: (place) => void gone.splice(firstAtOrAfter(gone, place), 0, place),
    giveBack: (place) => void gone.splice(firstAtOrAfter(gone, place), 1),
    put(event) {
      const at = placeOf(event);
      added.splice(at, 0, event);
      before.splice(at, 0, rankOf(over, event));
    },
    drop(event) {
      const at = placeOf(event);
      if (added[at]?.id !== event.id) throw new Error(`${event.id} was not put into the list`);
      added.splice(at, 1);
      before.splice(at, 1);
    },
    list: () => listOf(over, gone.slice(), added.slice(), before.slice()),
  };
}

/** A list in date order without some of its events, and with others. One of `gone` that it does not have throws. */
export function layOver(over: EventList, gone: readonly Event[], instead: readonly Event[]): EventList {
  const layer = openLayer(over);
  for (const event of gone) {
    const place = rankOf(over, event);
    if (over.at(place)?.id !== event.id)
      throw new Error(`${event.id} does not stand at ${event.when.edtf} in the dataset that is changed`);
    layer.take(place);
  }
  for (const event of instead) layer.put(event);
  return layer.list();
}

/** The event of a list in date order that stands under the same id and at the same time, and its place. */
export function standingIn(
  list: EventList,
  event: Key,
): { readonly event: Event; readonly place: number } | undefined {
  const place = rankOf(list, event);
  const found = list.at(place);
  return found?.id === event.id ? { event: found, place } : undefined;
}

function listOf(
  over: EventList,
  gone: readonly number[],
  instead: readonly Event[],
  before: readonly number[],
): EventList {
  // Where an added event stands in the new list: after what is left of the old one, and after those added before.
  const standsAt = (n: number) => before[n]! - firstAtOrAfter(gone, before[n]!) + n;
  return {
    length: over.length - gone.length + instead.length,
    at(position) {
      if (position < 0) return undefined;
      const next = firstThat(instead.length, (n) => standsAt(n) >= position);
      if (next < instead.length && standsAt(next) === position) return instead[next];
      const among = position - next;
      return over.at(among + firstThat(gone.length, (n) => gone[n]! - n > among));
    },
    laid: { over, gone: Uint32Array.from(gone), instead },
  };
}

type Key = Pick<Event, "id" | "when">;

/** How many events of a list in date order come before one. */
function rankOf(list: EventList, event: Key): number {
  const known = KEYS.get(list) ?? new Map<number, Key>();
  KEYS.set(list, known);
  const keyAt = (place: number): Key => {
    const found = known.get(place);
    if (found) return found;
    const { id, when } = list.at(place)!;
    if (known.size < MOST_KEYS) known.set(place, { id, when });
    return { id, when };
  };
  return firstThat(list.length, (place) => byDate(keyAt(place), event) >= 0);
}

/** The first looks of every search are at the same events. */
const KEYS = new WeakMap<EventList, Map<number, Key>>();
const MOST_KEYS = 5_000;

const firstAtOrAfter = (sorted: readonly number[], value: number): number =>
  firstThat(sorted.length, (at) => sorted[at]! >= value);

/** The first number below `length` for which it holds, where it holds for all after the first; else `length`. */
function firstThat(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** By first day (unknown first), last day (unknown last), id: the order of every dataset. */
const byDate = (a: Key, b: Key): number =>
  byCodePoint(a.when.start ?? "0000-00-00", b.when.start ?? "0000-00-00") ||
  byCodePoint(a.when.end ?? "9999-99-99", b.when.end ?? "9999-99-99") ||
  byCodePoint(a.id, b.id);
