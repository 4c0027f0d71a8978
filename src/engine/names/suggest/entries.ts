import type { Dataset } from "../../../model/dataset.ts";
import type { SuggestKind } from "../../../model/engine.ts";
import { countryId, type EntityId, type Place, type PlaceId } from "../../../model/entity.ts";
import { KIND_NAMES, KINDS, STATUSES } from "../../../model/kinds.ts";
import { fold } from "../fold.ts";
import { knownOf } from "../known.ts";
import { inOrder } from "./complete.ts";
import type { Entry } from "./shelf.ts";

/** Everyone who can be completed, in order. */
export function actors(dataset: Dataset): readonly Entry[] {
  const { gazetteer, entities } = dataset;
  const countries = gazetteer.countries.map(({ code }) => countryId(code));
  const ids = new Set([...countries, ...knownOf(gazetteer).entities.keys(), ...entities.keys()]);
  return [...ids].flatMap((id) => actor(dataset, id) ?? []).sort(inOrder);
}

/** One of them, as the dataset has them and as the gazetteer does; countries are the gazetteer's alone. */
export function actor({ entities, gazetteer }: Dataset, id: EntityId): Entry | undefined {
  if (id.startsWith(COUNTRY)) {
    const country = gazetteer.countries.find(({ code }) => countryId(code) === id);
    if (country)
      return entryOf(id, country.name, entities.has(id), [
        country.name,
        ...country.aliases,
        ...country.demonyms,
      ]);
  }
  const [own, known] = [entities.get(id), knownOf(gazetteer).entities.get(id)];
  const entity = own ?? known;
  if (!entity || entity.kind === "country") return undefined;
  const names = [entity.name, ...entity.aliases, ...(known?.aliases ?? [])];
  return { ...entryOf(id, entity.name, own !== undefined, names), person: entity.kind === "person" };
}

const COUNTRY = countryId("");

/** Every place that can be completed, in order. */
export function places({ gazetteer, places }: Dataset): readonly Entry[] {
  const all = new Map<PlaceId, Place>([...gazetteer.places.map((one) => [one.id, one] as const), ...places]);
  return Array.from(all.values(), (one) => placeEntry(one, places.has(one.id))).sort(inOrder);
}

export const placeEntry = ({ id, name, aliases }: Place, own: boolean): Entry =>
  entryOf(id, name, own, [name, ...aliases]);

/** What there are few of. */
export function others(kind: Exclude<SuggestKind, "person" | "actor" | "place" | "event">, dataset: Dataset) {
  const { gazetteer, manifest } = dataset;
  const entry = (value: string, label: string, as: readonly string[]) => entryOf(value, label, true, as);
  switch (kind) {
    case "topic":
      return gazetteer.topics.map(({ name, words }) => entry(name, name, [name, ...words]));
    case "document":
      return manifest.documents.map(({ id, file, title }) =>
        entry(id, `${title} (${id})`, [id, title, file]),
      );
    case "kind":
      return KIND_NAMES.map((name) =>
        entry(name, KINDS[name].nouns, [name, KINDS[name].noun, KINDS[name].nouns]),
      );
    case "status":
      return STATUSES.map((name) => entry(name, name, [name]));
  }
}

const entryOf = (id: string, name: string, own: boolean, as: readonly string[]): Entry => ({
  id,
  name,
  own,
  person: false,
  as: [...new Set(as.map(fold))].filter((alias) => alias !== ""),
});
