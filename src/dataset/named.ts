import { countryId, type Entity, type Gazetteer, type Place } from "../model/entity.ts";
import type { Event, EventPlace, Participant } from "../model/event.ts";
import { byCodePoint } from "../model/text.ts";

/** An entity for everyone in the events: as the gazetteer knows them, else as the texts name them. In order of id. */
export function entitiesOf(events: readonly Event[], gazetteer: Gazetteer): readonly Entity[] {
  const known = new Map(
    [...gazetteer.people, ...gazetteer.organisations, ...gazetteer.countries.map(government)].map(
      (entity) => [entity.id, entity],
    ),
  );
  const told = grouped(events.flatMap(({ participants }) => participants));
  return [...told].map(([id, tellings]) => known.get(id) ?? asTold(tellings)).toSorted(byId);
}

/** A place for everything that the events name, and for what it lies in. In order of id. */
export function placesOf(events: readonly Event[], gazetteer: Gazetteer): readonly Place[] {
  const known = new Map(gazetteer.places.map((place) => [place.id, place]));
  const used = new Map<string, Place>();
  const use = (place: Place) => {
    if (used.has(place.id)) return;
    used.set(place.id, place);
    for (const id of place.within) {
      const around = known.get(id);
      if (around) use(around);
    }
  };
  for (const [id, [place]] of grouped(events.flatMap(({ places }) => places)))
    use(known.get(id) ?? elsewhere(place!, known));
  return [...used.values()].toSorted(byId);
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
function elsewhere({ id, name, country }: EventPlace, known: ReadonlyMap<string, Place>): Place {
  const around = country === null ? undefined : known.get(countryId(country));
  return { id, kind: "city", name, country, aliases: [], within: around ? [around.id] : [] };
}

function grouped<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.id, [...(groups.get(one.id) ?? []), one]);
  return groups;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodePoint(a.id, b.id);
