import type { EventList } from "../../model/dataset.ts";
import type { Event, EventId } from "../../model/event.ts";
import { layOver, standingIn } from "../laid.ts";

/** Lists up to this size are walked where that is simplest; larger ones hold coded data. */
const WALKED = 20_000;

/** A list of events while changes are laid over it; the list itself stays as it is. */
export type Held = {
  /** An event by its id; `hint` is how it may stand in the list, so that a large one need not be walked. */
  readonly get: (id: EventId, hint: Event) => Event | undefined;
  /** Whether an event is there that is most likely new: a large list is not searched for it beyond its date. */
  readonly has: (event: Event) => boolean;
  /** Puts an event in the place of the one with its id, or beside the others. */
  readonly put: (event: Event) => void;
  readonly remove: (id: EventId) => void;
  /** Every event where the list is small, else those that people brought or altered. */
  readonly walked: () => Iterable<Event>;
  /** Those that people brought or altered. */
  readonly own: () => readonly Event[];
  readonly list: () => EventList;
};

export function hold(base: EventList): Held {
  const own = new Map<EventId, Event>();
  /** Events of the list that stand no more, and those that were looked at, as the list has them. */
  const gone = new Map<EventId, Event>();
  const seen = new Map<EventId, Event>();
  const small = base.length <= WALKED;

  function inBase(id: EventId, hint: Event | undefined, thorough: boolean): Event | undefined {
    if (gone.has(id)) return undefined;
    const known = seen.get(id);
    if (known) return known;
    const near = !small && hint?.id === id ? standingIn(base, hint) : undefined;
    const place = near === undefined && (small || thorough) ? placesOf(base).get(id) : undefined;
    const found = near ?? (place === undefined ? undefined : base.at(place));
    if (found) seen.set(id, found);
    return found;
  }
  function leave(id: EventId, hint?: Event): void {
    own.delete(id);
    const old = inBase(id, hint, false);
    if (old) gone.set(id, old);
  }
  return {
    get: (id, hint) => own.get(id) ?? inBase(id, hint, true),
    has: (event) => own.has(event.id) || inBase(event.id, event, false) !== undefined,
    put(event) {
      leave(event.id, event);
      own.set(event.id, event);
    },
    remove: (id) => leave(id),
    *walked() {
      yield* own.values();
      for (let n = 0; small && n < base.length; n++) {
        const event = base.at(n)!;
        if (!gone.has(event.id) && !own.has(event.id)) yield event;
      }
    },
    own: () => [...own.values()],
    list: () => (own.size + gone.size === 0 ? base : layOver(base, [...gone.values()], [...own.values()])),
  };
}

const PLACES = new WeakMap<EventList, ReadonlyMap<EventId, number>>();

/** Where each event of a list stands; walks it once. */
function placesOf(list: EventList): ReadonlyMap<EventId, number> {
  const known = PLACES.get(list);
  if (known) return known;
  const places = new Map<EventId, number>();
  for (let n = 0; n < list.length; n++) places.set(list.at(n)!.id, n);
  PLACES.set(list, places);
  return places;
}
