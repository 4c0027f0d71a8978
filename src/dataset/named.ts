import {
  countryId,
  type Entity,
  type EntityId,
  type Gazetteer,
  type Place,
  type PlaceId,
} from "../model/entity.ts";
import type { Event, EventPlace, Participant } from "../model/event.ts";
import { byCodePoint } from "../model/text.ts";

/** An entity for everyone in the events: as the gazetteer knows them, else as the texts name them. In order of id. */
export function entitiesOf(events: readonly Event[], gazetteer: Gazetteer): readonly Entity[] {
  const told = grouped(events.flatMap(({ participants }) => participants));
  return [...told].map(([id, tellings]) => entityOf(id, tellings, gazetteer)).toSorted(byId);
}

/** One entity, from all that is told of it. */
export const entityOf = (id: EntityId, tellings: readonly Participant[], gazetteer: Gazetteer): Entity =>
  knownEntities(gazetteer).get(id) ?? asTold(tellings);

/** A place for everything that the events name, and for what it lies in. In order of id. */
export function placesOf(events: readonly Event[], gazetteer: Gazetteer): readonly Place[] {
  const told = grouped(events.flatMap(({ places }) => places));
  return [
    ...placesWith(
      [...told].map(([id, [place]]) => [id, place!]),
      gazetteer,
    ).values(),
  ].toSorted(byId);
}

/** Places as the gazetteer knows them, else as the first text tells of them, and what they lie in, by id. */
export function placesWith(
  told: Iterable<readonly [PlaceId, EventPlace]>,
  gazetteer: Gazetteer,
): ReadonlyMap<PlaceId, Place> {
  const known = knownPlaces(gazetteer);
  const used = new Map<PlaceId, Place>();
  const use = (place: Place) => {
    if (used.has(place.id)) return;
    used.set(place.id, place);
    for (const id of place.within) {
      const around = known.get(id);
      if (around) use(around);
    }
  };
  for (const [id, place] of told) use(known.get(id) ?? elsewhere(place, known));
  return used;
}

const knownEntities = rememberedBy((gazetteer: Gazetteer): ReadonlyMap<EntityId, Entity> => {
  const { people, organisations, countries } = gazetteer;
  return new Map([...people, ...organisations, ...countries.map(government)].map((one) => [one.id, one]));
});

const knownPlaces = rememberedBy(
  ({ places }: Gazetteer): ReadonlyMap<PlaceId, Place> => new Map(places.map((place) => [place.id, place])),
);

/** Each change of people asks the same gazetteer again. */
function rememberedBy<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}

const government = ({ code, name, aliases }: Gazetteer["countries"][number]): Entity => ({
  id: countryId(code),
  kind: "country",
  name,
  aliases,
  country: code,
  offices: [],
});

function asTold(tellings: readonly Participant[]): Entity {
  const { id, kind } = tellings[0]!;
  const names = [...new Set(tellings.map(({ name }) => name))];
  const name = kind === "group" ? names.toSorted(plainer)[0]! : names[0]!;
  const country = tellings.find((one) => one.country !== undefined)?.country;
  const spellings = tellings.filter(({ resolution }) => resolution === "named").map((one) => one.as);
  const aliases = new Set(
    [...names, ...spellings].filter((spelling) => spelling !== name && spelling !== ""),
  );
  return {
    id,
    kind,
    name,
    aliases: [...aliases].toSorted(byCodePoint),
    ...(country !== undefined && { country }),
    offices: [],
  };
}

/** A group goes by its shortest name: "US officials" rather than who they were on one occasion. */
const plainer = (a: string, b: string) => a.length - b.length || byCodePoint(a, b);

/** A place that the gazetteer lacks is taken for a town of its country. */
function elsewhere({ id, name, country }: EventPlace, known: ReadonlyMap<PlaceId, Place>): Place {
  const around = country === null ? undefined : known.get(countryId(country));
  return { id, kind: "city", name, country, aliases: [], within: around ? [around.id] : [] };
}

function grouped<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.id);
    if (group) group.push(one);
    else groups.set(one.id, [one]);
  }
  return groups;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodePoint(a.id, b.id);
