import type { Dataset } from "../../model/dataset.ts";
import type { Entity, EntityId, Gazetteer, Office, Place, PlaceId } from "../../model/entity.ts";
import type { Event, EventId } from "../../model/event.ts";
import { layMap } from "../../model/laid-map.ts";
import { entityOf, placesWith } from "../named.ts";
import type { Journal } from "./journal.ts";
import { aliased, installed } from "./names.ts";

/** Where an event stands that tells of someone. */
export type Shelf = "events" | "review";

/** Everyone and every place of a changed dataset, kept with each change: it costs what the change tells of. */
export type Told = {
  readonly add: (event: Event, shelf: Shelf) => void;
  readonly remove: (event: Event, shelf: Shelf) => void;
  /** What an import has lines for; the first to have one counts. */
  readonly bring: (entities: readonly Entity[], places: readonly Place[]) => void;
  /** One more name for somebody or something, or one more office, wherever it is known from. */
  readonly call: (of: EntityId | PlaceId, alias: string) => void;
  readonly install: (of: EntityId, office: Office) => void;
  /** Those of the dataset beneath, what was imported, and who else is in the events, by a gazetteer with the same names. */
  readonly names: (gazetteer: Gazetteer) => Pick<Dataset, "entities" | "places">;
};

/** Nothing told yet over a dataset; what is done is noted in the journal. */
export function openTold(base: Pick<Dataset, "entities" | "places">, { note }: Journal): Told {
  const people = openMentions(note);
  const towns = openMentions(note);
  const brought = { entities: new Map<EntityId, Entity>(), places: new Map<PlaceId, Place>() };
  const aliases = new Map<string, string[]>();
  const offices = new Map<EntityId, Office[]>();
  const entities = new Map<EntityId, Entity>();
  let now: ReturnType<Told["names"]> = base;

  const eachOf = (event: Event, visit: (mentions: Mentions, id: string) => void) => {
    for (const { id } of event.participants) if (!base.entities.has(id)) visit(people, id);
    for (const { id } of event.places) if (!base.places.has(id)) visit(towns, id);
  };

  function entityNow(id: EntityId, gazetteer: Gazetteer): Entity | undefined {
    const tellings = people.of(id).flatMap(({ participants }) => participants.filter((one) => one.id === id));
    const found =
      base.entities.get(id) ??
      brought.entities.get(id) ??
      (tellings.length === 0 ? undefined : entityOf(id, tellings, gazetteer));
    if (found === undefined) return undefined;
    const called = (aliases.get(id) ?? []).reduce(aliased, found);
    return (offices.get(id) ?? []).reduce(installed, called);
  }

  function placesNow(gazetteer: Gazetteer): ReadonlyMap<PlaceId, Place> {
    const told = towns.ids().flatMap((id) => {
      const place = towns.of(id)[0]?.places.find((one) => one.id === id);
      return place ? [[id, place] as const] : [];
    });
    const own = new Map([...placesWith(told, gazetteer)].filter(([id]) => !base.places.has(id)));
    for (const [id, place] of brought.places) own.set(id, place);
    for (const [id, names] of aliases) {
      const place = own.get(id) ?? base.places.get(id);
      if (place) own.set(id, names.reduce(aliased, place));
    }
    return own;
  }

  return {
    add: (event, shelf) => eachOf(event, (mentions, id) => mentions.add(id, event, shelf)),
    remove: (event, shelf) => eachOf(event, (mentions, id) => mentions.remove(id, event, shelf)),
    bring(some, places) {
      for (const one of some)
        if (!base.entities.has(one.id) && !brought.entities.has(one.id)) {
          brought.entities.set(one.id, one);
          people.touch(one.id);
          note(() => {
            brought.entities.delete(one.id);
            people.touch(one.id);
          });
        }
      for (const one of places)
        if (!base.places.has(one.id) && !brought.places.has(one.id)) {
          brought.places.set(one.id, one);
          towns.touch(one.id);
          note(() => {
            brought.places.delete(one.id);
            towns.touch(one.id);
          });
        }
    },
    call(of, alias) {
      const before = aliases.get(of) ?? [];
      const put = (names: string[]) => {
        aliases.set(of, names);
        people.touch(of);
        towns.touch(of);
      };
      put([...before, alias]);
      note(() => put(before));
    },
    install(of, office) {
      const before = offices.get(of) ?? [];
      const put = (all: Office[]) => {
        offices.set(of, all);
        people.touch(of);
      };
      put([...before, office]);
      note(() => put(before));
    },
    names(gazetteer) {
      const [touched, placed] = [people.touched(), towns.touched()];
      if (touched.length === 0 && placed.length === 0) return now;
      let changed = false;
      for (const id of touched) {
        const one = entityNow(id, gazetteer);
        if (same(one, entities.get(id) ?? base.entities.get(id))) continue;
        changed = true;
        if (one) entities.set(id, one);
        else entities.delete(id);
      }
      const places = placed.length > 0 ? placesNow(gazetteer) : null;
      now = {
        entities: changed ? laid(base.entities, new Map(entities)) : now.entities,
        places: places ? laid(base.places, places) : now.places,
      };
      return now;
    },
  };
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The map itself where nothing is laid over it: what was made from it holds on. */
const laid = <T>(over: ReadonlyMap<string, T>, own: ReadonlyMap<string, T>) =>
  own.size === 0 ? over : layMap(over, own);

type Mentions = ReturnType<typeof openMentions>;

/** An event that mentions somebody, and how many mentions came before it. */
type Mention = { readonly event: Event; readonly order: number };

/** The events that mention each id, in the order in which they came; those that answer before those in review. */
function openMentions(note: Journal["note"]) {
  const byId = new Map<string, Readonly<Record<Shelf, Map<EventId, Mention>>>>();
  let touched = new Set<string>();
  let count = 0;

  function put(id: string, mention: Mention, shelf: Shelf): void {
    const known = byId.get(id) ?? { events: new Map(), review: new Map() };
    byId.set(id, known);
    known[shelf].set(mention.event.id, mention);
    touched.add(id);
  }
  function take(id: string, event: EventId, shelf: Shelf): Mention | undefined {
    const known = byId.get(id);
    const mention = known?.[shelf].get(event);
    known?.[shelf].delete(event);
    if (known && known.events.size + known.review.size === 0) byId.delete(id);
    touched.add(id);
    return mention;
  }
  return {
    add(id: string, event: Event, shelf: Shelf): void {
      put(id, { event, order: count++ }, shelf);
      note(() => take(id, event.id, shelf));
    },
    remove(id: string, event: Event, shelf: Shelf): void {
      const mention = take(id, event.id, shelf);
      if (mention) note(() => put(id, mention, shelf));
    },
    touch: (id: string) => void touched.add(id),
    /** Ids that something was done to since this was last asked. */
    touched(): readonly string[] {
      if (touched.size === 0) return NONE;
      const ids = [...touched];
      touched = new Set();
      return ids;
    },
    ids: () => [...byId.keys()],
    of(id: string): readonly Event[] {
      const known = byId.get(id);
      return known ? [...inOrder(known.events), ...inOrder(known.review)] : NONE;
    },
  };
}

const inOrder = (mentions: ReadonlyMap<EventId, Mention>): readonly Event[] =>
  [...mentions.values()].sort((a, b) => a.order - b.order).map(({ event }) => event);

const NONE: readonly never[] = [];
