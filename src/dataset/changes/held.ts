import type { EventList } from "../../model/dataset.ts";
import type { Event, EventId } from "../../model/event.ts";
import type { Day, When } from "../../model/when.ts";
import { openLayer, standingIn } from "../laid.ts";
import type { Journal } from "./journal.ts";

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
  /** The earliest and latest day of those in `walked`, and whether these are all. */
  readonly reach: () => Reach & { readonly isWhole: boolean };
  readonly list: () => EventList;
};

export type Reach = { readonly from: Day | null; readonly to: Day | null };

/** Is told of each event that people bring or alter, and when it goes. */
export type Watcher = { readonly add: (event: Event) => void; readonly remove: (event: Event) => void };

/** Holds a list as it is; what is done to it is noted in the journal. */
export function hold(base: EventList, { note }: Journal, watcher: Watcher): Held {
  const own = new Map<EventId, Event>();
  /** Events of the list that stand no more. */
  const gone = new Set<EventId>();
  const seen = SEEN.get(base) ?? new Map<EventId, Seen>();
  SEEN.set(base, seen);
  const layer = openLayer(base);
  const small = base.length <= WALKED;
  /** What the events reach from and to; null when it has to be looked up again. */
  let reach: Reach | null = null;

  function inBase(id: EventId, hint: Event | undefined, thorough: boolean) {
    if (gone.has(id)) return undefined;
    const known = seen.get(id);
    if (known) return known;
    const near = !small && hint?.id === id ? standingIn(base, hint) : undefined;
    const place = near === undefined && (small || thorough) ? placesOf(base).get(id) : undefined;
    const found = near ?? (place === undefined ? undefined : { event: base.at(place)!, place });
    if (found) seen.set(id, found);
    return found;
  }
  function leave(id: EventId, hint?: Event): void {
    const mine = own.get(id);
    if (mine) {
      layer.drop(mine);
      own.delete(id);
      if (reach && touches(reach, mine)) reach = null;
      note(() => {
        own.set(id, mine);
        layer.put(mine);
        reach = null;
      });
      watcher.remove(mine);
    }
    const old = inBase(id, hint, false);
    if (!old) return;
    gone.add(id);
    layer.take(old.place);
    note(() => {
      gone.delete(id);
      layer.giveBack(old.place);
    });
  }
  function* walked(): Generator<Event, undefined> {
    yield* own.values();
    for (let n = 0; small && n < base.length; n++) {
      const event = base.at(n)!;
      if (!gone.has(event.id) && !own.has(event.id)) yield event;
    }
  }
  return {
    get: (id, hint) => own.get(id) ?? inBase(id, hint, true)?.event,
    has: (event) => own.has(event.id) || inBase(event.id, event, false) !== undefined,
    put(event) {
      leave(event.id, event);
      own.set(event.id, event);
      layer.put(event);
      reach = reach && widened(reach, event);
      note(() => {
        own.delete(event.id);
        layer.drop(event);
        reach = null;
      });
      watcher.add(event);
    },
    remove: (id) => leave(id),
    walked,
    reach() {
      if (small || reach === null) reach = [...walked()].reduce<Reach>(widened, { from: null, to: null });
      return { ...reach, isWhole: small };
    },
    list: () => (own.size + gone.size === 0 ? base : layer.list()),
  };
}

/** A reach that an event lies in too. */
export function widened(
  { from, to }: Reach,
  { when }: { readonly when: Pick<When, "start" | "end"> },
): Reach {
  for (const day of [when.start, when.end]) {
    if (day === null) continue;
    if (from === null || day < from) from = day;
    if (to === null || day > to) to = day;
  }
  return { from, to };
}

/** Whether a reach may end elsewhere without an event. */
const touches = ({ from, to }: Reach, { when }: Event): boolean =>
  [when.start, when.end].some((day) => day !== null && (day === from || day === to));

type Seen = { readonly event: Event; readonly place: number };

/** Events that were looked at, as the list has them: a change that is made again finds the very same. */
const SEEN = new WeakMap<EventList, Map<EventId, Seen>>();

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
