import type { Dataset } from "../../model/dataset.ts";
import { countryId, type Gazetteer, type Office } from "../../model/entity.ts";
import { fold } from "../../model/text.ts";

/** Where names stand: the dataset's own and what is known of the world. */
export type Names = {
  readonly gazetteer: Gazetteer;
  readonly named: Dataset["entities"];
  readonly placed: Dataset["places"];
};

/** One more name for a person, country, body or place, wherever it stands. */
export function withAlias(names: Names, of: string, alias: string): Names {
  const { gazetteer } = names;
  const add = <T extends { readonly name: string; readonly aliases: readonly string[] }>(one: T): T =>
    [one.name, ...one.aliases].some((name) => fold(name) === fold(alias))
      ? one
      : { ...one, aliases: [...one.aliases, alias] };
  const within = <
    T extends { readonly id: string; readonly name: string; readonly aliases: readonly string[] },
  >(
    all: readonly T[],
  ) => all.map((one) => (one.id === of ? add(one) : one));
  return {
    gazetteer: {
      ...gazetteer,
      people: within(gazetteer.people),
      organisations: within(gazetteer.organisations),
      places: within(gazetteer.places),
      countries: gazetteer.countries.map((one) => (countryId(one.code) === of ? add(one) : one)),
    },
    named: altered(names.named, of, add),
    placed: altered(names.placed, of, add),
  };
}

/** One more office for a person or body. */
export function withOffice(names: Names, of: string, office: Office): Names {
  const { gazetteer } = names;
  const add = <T extends { readonly offices: readonly Office[] }>(one: T): T => ({
    ...one,
    offices: [...one.offices, office].toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1)),
  });
  return {
    gazetteer: {
      ...gazetteer,
      people: gazetteer.people.map((one) => (one.id === of ? add(one) : one)),
      organisations: gazetteer.organisations.map((one) => (one.id === of ? add(one) : one)),
    },
    named: altered(names.named, of, add),
    placed: names.placed,
  };
}

function altered<T>(all: ReadonlyMap<string, T>, id: string, alter: (one: T) => T): ReadonlyMap<string, T> {
  const one = all.get(id);
  return one === undefined ? all : new Map([...all, [id, alter(one)]]);
}
