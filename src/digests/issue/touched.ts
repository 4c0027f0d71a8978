import type { EventList } from "../../model/dataset.ts";
import type { Event, EventId } from "../../model/event.ts";

/** A list of events by what people changed in another one. */
export type List = {
  readonly base: EventList;
  /** Events of the other list that stand no more, by their place there. */
  readonly gone: ReadonlyMap<number, EventId>;
  /** Events that stand instead or are new. */
  readonly instead: ReadonlyMap<EventId, Event>;
};

/** A list by its changes. What `last` knows of the same list beneath is not looked up again. */
export function listOf(events: EventList, last: List | null): List {
  const { laid } = events;
  if (laid === undefined) return { base: events, gone: new Map(), instead: new Map() };
  const known = last?.base === laid.over ? last.gone : new Map<number, EventId>();
  return {
    base: laid.over,
    gone: new Map(Array.from(laid.gone, (place) => [place, known.get(place) ?? laid.over.at(place)!.id])),
    instead: new Map(laid.instead.map((event) => [event.id, event])),
  };
}

/**
 * What may differ between two lists: each event as it stands in the second one, undefined where it stands no more. Null
 * where they are not changed from the same list: then anything may.
 */
export function touchedBetween(one: List, other: List): ReadonlyMap<EventId, Event | undefined> | null {
  if (one.base !== other.base) return null;
  const touched = new Map<EventId, Event | undefined>();
  for (const id of one.instead.keys()) if (!other.instead.has(id)) touched.set(id, undefined);
  for (const [place, id] of other.gone) if (!one.gone.has(place)) touched.set(id, undefined);
  for (const [place, id] of one.gone) if (!other.gone.has(place)) touched.set(id, one.base.at(place));
  for (const [id, event] of other.instead) if (one.instead.get(id) !== event) touched.set(id, event);
  return touched;
}
