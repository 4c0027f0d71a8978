import type { Entity, Gazetteer, Place } from "../../model/entity.ts";
import { countryId } from "../../model/entity.ts";
import { fold, slug } from "../../model/text.ts";
import { openKinds } from "./kinds.ts";
import type { Actor, Where } from "./types.ts";

/**
 * Turns the actors and places of coded records into entities and places: those that the gazetteer knows get its
 * ids. A name stays as the records first have it, and what else the gazetteer calls it is an alias; `Police (India)`
 * has India as its country.
 */
export function openResolver(gazetteer: Gazetteer) {
  const known = new Map<string, Entity>();
  const countries = new Map<string, string>();
  for (const country of gazetteer.countries) {
    for (const name of [country.name, ...country.aliases]) countries.set(fold(name), country.code);
    known.set(fold(country.name), countryEntity(country.code, country.name));
    for (const alias of country.aliases) known.set(fold(alias), countryEntity(country.code, country.name));
  }
  for (const entity of [...gazetteer.organisations, ...gazetteer.people])
    for (const name of [entity.name, ...entity.aliases])
      if (!known.has(fold(name))) known.set(fold(name), entity);
  const codes = new Set(gazetteer.countries.map((country) => country.code));
  const countryOf = (text: string | undefined): string | undefined =>
    text === undefined || text === "" ? undefined : codes.has(text) ? text : countries.get(fold(text));

  const cities = new Map<string, Place>();
  for (const place of gazetteer.places)
    if (place.kind === "city" && place.country !== null)
      for (const name of [place.name, ...place.aliases]) cities.set(`${place.country} ${fold(name)}`, place);
  const countryPlaces = new Map(
    gazetteer.places.filter((place) => place.kind === "country").map((place) => [place.country, place]),
  );

  const kindOf = openKinds(gazetteer);
  const named = new Map<string, Entity>();
  /** One that the gazetteer knows, by the name that records gave it first. */
  const asRecorded = (entity: Entity, name: string): Entity => {
    const own = named.get(entity.id) ?? {
      ...entity,
      name,
      aliases: [...new Set([entity.name, ...entity.aliases])].filter((alias) => alias !== name),
    };
    named.set(entity.id, own);
    return own;
  };

  return {
    entity(actor: Actor): Entity {
      const found = known.get(fold(actor.name));
      const inside = /^([^()]+?)\s*\((.+)\)$/.exec(actor.name);
      const country = countryOf(inside?.[2]) ?? countryOf(actor.country);
      if (
        found !== undefined &&
        (found.country === undefined || country === undefined || found.country === country)
      )
        return asRecorded(found, actor.name);
      return {
        id: `${slug(actor.name)}${inside === null && country !== undefined ? `-${country.toLowerCase()}` : ""}`,
        kind: kindOf(actor.name, inside?.[1] ?? null),
        name: actor.name,
        aliases: [],
        ...(country === undefined ? {} : { country }),
        offices: [],
      };
    },
    place(where: Where): Place | undefined {
      const code = countryOf(where.country);
      if (code === undefined) return undefined;
      if (where.city === undefined || where.city === "") return countryPlaces.get(code);
      return (
        cities.get(`${code} ${fold(where.city)}`) ?? {
          id: `${slug(where.city)}-${code.toLowerCase()}`,
          kind: "city",
          name: where.city,
          country: code,
          aliases: [],
          within: [countryId(code)],
        }
      );
    },
  };
}

const countryEntity = (code: string, name: string): Entity => ({
  id: countryId(code),
  kind: "country",
  name,
  aliases: [],
  country: code,
  offices: [],
});
