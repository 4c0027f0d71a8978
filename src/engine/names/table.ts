import type { Dataset } from "../../model/dataset.ts";
import { countryId, type Entity, type EntityId } from "../../model/entity.ts";
import { type Bags, bagsIn } from "./bags.ts";
import { type Bodies, bodiesIn } from "./bodies.ts";
import type { Book } from "./book/index.ts";
import { type Known, knownOf } from "./known.ts";
import { type Phrases, phrasesIn, type Stands } from "./phrases.ts";
import type { Sense } from "./types.ts";

/** Everything that has a name, from the dataset and from the gazetteer; the dataset's word counts first. */
export type NameTable = Omit<Known, "entities" | "places" | "codes" | "countryAt"> & {
  readonly book: Book;
  readonly phrases: Phrases;
  readonly entities: { readonly get: (id: EntityId) => Entity | undefined };
  /** Bodies of countries by what they are called: "police" of India. */
  readonly bodies: Bodies;
  /** Names of people and bodies by their words in whatever order. */
  readonly bags: Bags;
  /** True for who or what an event of the dataset uses. */
  readonly used: (sense: Sense) => boolean;
};

/** The names of a dataset, as a book has them. */
export function nameTable(dataset: Dataset, book: Book, stands: Stands): NameTable {
  const known = knownOf(dataset.gazetteer);
  const { entities, places } = dataset;
  return {
    ...known,
    book,
    phrases: phrasesIn(book, stands),
    entities: { get: (id) => entities.get(id) ?? known.entities.get(id) },
    bodies: bodiesIn(book, stands),
    bags: bagsIn(book, stands, known.countryAt),
    used: (sense) => {
      if (sense.kind === "entity") return entities.has(sense.id);
      if (sense.kind === "country")
        return entities.has(countryId(sense.code)) || places.has(countryId(sense.code));
      return sense.kind !== "place" || places.has(sense.id);
    },
  };
}
