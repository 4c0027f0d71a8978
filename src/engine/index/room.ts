import type { Dataset } from "../../model/dataset.ts";
import type { Entity, EntityId, Place, PlaceId } from "../../model/entity.ts";
import type { Event, EventId } from "../../model/event.ts";
import { layersOf } from "../../model/laid-map.ts";
import { behind, type EventColumns } from "./behind.ts";
import { collector } from "./collect.ts";
import { growingArray } from "./growing.ts";
import { appendTo, grownPostings } from "./lists.ts";
import { keysOf } from "./postings.ts";
import type { AllPostings, GrownIds, Index } from "./types.ts";

/** Where the events that people changed stand behind those of an index: each has one slot there, for good. */
export type Room = {
  readonly slotOf: (event: Event) => number | undefined;
  /** Whether the event in a slot is still indexed as it should be. */
  readonly has: (slot: number) => boolean;
  /**
   * Events are indexed with the country of their people and with what their places lie in. Where these are told otherwise
   * now, the events are appended again when they are next needed.
   */
  readonly follow: (dataset: Dataset) => void;
  readonly append: (events: readonly Event[], dataset: Dataset) => void;
  /** All that is in the room now, by positions behind the index's own. Postings go on growing; what is in them beyond `size` came later. */
  readonly now: () => {
    readonly columns: EventColumns;
    readonly postings: AllPostings;
    readonly ids: GrownIds;
    readonly size: number;
    /** Events of more than one day, and those that did not happen. */
    readonly blurred: Uint32Array;
    readonly otherwise: Uint32Array;
  };
};

/** An empty room behind an index. */
export function openRoom(base: Index): Room {
  const first = base.size;
  const texts: EventId[] = [];
  const places = new Map<EventId, number[]>();
  const events: (Event | null)[] = [];
  const slots = new WeakMap<Event, number>();
  const columns = behind(base);
  const postings = Object.fromEntries(
    Object.keys(base.postings).map((name) => [name, grownPostings()]),
  ) as AllPostings;
  const countries = new Map<EntityId, string | undefined>();
  const around = new Map<PlaceId, string | undefined>();
  let followed: Partial<Pick<Dataset, "entities" | "places">> = {};
  const blurred = growingArray(Uint32Array);
  const otherwise = growingArray(Uint32Array);

  return {
    slotOf: (event) => slots.get(event),
    has: (slot) => events[slot] !== null,
    follow({ entities, places }) {
      if (entities === followed.entities && places === followed.places) return;
      followed = { entities, places };
      const people = altered(entities, countries, countryOf);
      const towns = altered(places, around, surroundings);
      if (people.size + towns.size === 0) return;
      for (const [slot, event] of events.entries()) {
        const concerned =
          event?.participants.some(({ id }) => people.has(id)) ||
          event?.places.some(({ id }) => towns.has(id));
        if (!event || !concerned) continue;
        slots.delete(event);
        events[slot] = null;
      }
    },
    append(more, dataset) {
      const { add, done } = collector(more.length, dataset, base.tables);
      for (const [n, event] of more.entries()) {
        add(n, event);
        for (const { id } of event.participants) countries.set(id, countryOf(dataset.entities.get(id)));
        for (const { id } of event.places) around.set(id, surroundings(dataset.places.get(id)));
      }
      const own = done();
      columns.append(own);
      for (const [name, keys] of Object.entries(keysOf(own, dataset)))
        appendTo(postings[name as keyof AllPostings], keys, first + events.length);
      for (const [n, event] of more.entries()) {
        const position = first + events.length;
        if (own.start[n] !== own.end[n]) blurred.push(position);
        if (own.status[n] !== 0) otherwise.push(position);
        const same = places.get(event.id);
        if (same) same.push(events.length);
        else places.set(event.id, [events.length]);
        slots.set(event, events.length);
        texts.push(event.id);
        events.push(event);
      }
    },
    now: () => ({
      columns: columns.now(),
      postings,
      ids: { first, texts, places, size: events.length },
      size: first + events.length,
      blurred: blurred.seen(),
      otherwise: otherwise.seen(),
    }),
  };
}

const countryOf = (one: Entity | undefined) => one?.country;
const surroundings = (one: Place | undefined) => one && `${one.country} ${one.within.join(" ")}`;

/** Ids of which something else is told now than events were indexed with; what is told is then kept. */
function altered<T>(
  now: ReadonlyMap<string, T>,
  indexed: Map<string, string | undefined>,
  told: (one: T | undefined) => string | undefined,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [id, one] of layersOf(now).own) {
    if (!indexed.has(id) || indexed.get(id) === told(one)) continue;
    found.add(id);
    indexed.delete(id);
  }
  return found;
}
