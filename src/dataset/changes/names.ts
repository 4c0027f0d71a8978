import type { Gazetteer, Office } from "../../model/entity.ts";
import { countryId } from "../../model/entity.ts";
import { fold } from "../../model/text.ts";

type Named = { readonly id: string; readonly name: string; readonly aliases: readonly string[] };
type Holding = { readonly id: string; readonly offices: readonly Office[] };

/** A gazetteer in which somebody or something has one more name; lists in which nothing changed are the same. */
export function withAlias(gazetteer: Gazetteer, of: string, alias: string): Gazetteer {
  const within = <T extends Named>(all: readonly T[]) => altered(all, of, (one) => aliased(one, alias));
  const code = gazetteer.countries.find((one) => countryId(one.code) === of)?.code;
  return {
    ...gazetteer,
    people: within(gazetteer.people),
    organisations: within(gazetteer.organisations),
    places: within(gazetteer.places),
    countries:
      code === undefined
        ? gazetteer.countries
        : gazetteer.countries.map((one) => (one.code === code ? aliased(one, alias) : one)),
  };
}

/** A gazetteer in which a person or body has one more office. */
export function withOffice(gazetteer: Gazetteer, of: string, office: Office): Gazetteer {
  const within = <T extends Holding>(all: readonly T[]) => altered(all, of, (one) => installed(one, office));
  return {
    ...gazetteer,
    people: within(gazetteer.people),
    organisations: within(gazetteer.organisations),
  };
}

/** Somebody or something with one more name; the same where it is called so already. */
export const aliased = <T extends Pick<Named, "name" | "aliases">>(one: T, alias: string): T =>
  [one.name, ...one.aliases].some((name) => fold(name) === fold(alias))
    ? one
    : { ...one, aliases: [...one.aliases, alias] };

/** A person or body with one more office, in the order of their beginnings; the same where that office is known. */
export const installed = <T extends Pick<Holding, "offices">>(one: T, office: Office): T =>
  one.offices.some((known) => keyOf(known) === keyOf(office))
    ? one
    : {
        ...one,
        offices: [...one.offices, office].toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1)),
      };

const keyOf = ({ office, title, of, from, to }: Office) => JSON.stringify([office, title, of, from, to]);

function altered<T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  alter: (one: T) => T,
): readonly T[] {
  const at = all.findIndex((one) => one.id === id);
  return at < 0 ? all : all.with(at, alter(all[at]!));
}
