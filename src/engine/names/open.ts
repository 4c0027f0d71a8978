import type { Dataset } from "../../model/dataset.ts";
import { type Book, openBook, packBook, packedBook, partsOf, prefixed } from "./book/index.ts";
import { hash } from "./book/texts.ts";
import { knownOf } from "./known.ts";
import { type Late, layNames, merged, type Names, ownOccasions } from "./late.ts";
import roles from "./roles.json" with { type: "json" };
import { packedSpelling, packSpelling, type SpellingBook, spellingOf } from "./spelling.ts";
import { actors, places } from "./suggest/entries.ts";
import { packedShelf, packShelf } from "./suggest/pack.ts";
import { type GrowingShelf, openShelf, type Shelf } from "./suggest/shelf.ts";
import { tellerOf } from "./tell.ts";

/** All that is made of a dataset's names, each part when it is first needed. */
export type Opened = {
  readonly dataset: Dataset;
  readonly book: Book;
  readonly spelling: () => SpellingBook;
  readonly actors: () => Shelf;
  readonly places: () => Shelf;
};

/** To be raised whenever names are folded, cut up or put in order otherwise: what was packed before fits no more. */
export const NAMES_VERSION = `1 ${hash(JSON.stringify(roles))}`;

/**
 * The names of a dataset: as its snapshot has them, else read anew, and kept there where there is a place for them. Where
 * people's changes are laid over another dataset, that one is opened once and what is new laid over it.
 */
export function openTables(dataset: Dataset): Names {
  const base = dataset.over ?? dataset;
  const lines = LINES.get(base.events) ?? [];
  LINES.set(base.events, lines);
  let line = lines.find(({ opened }) => fits(opened.dataset, base));
  if (!line) {
    line = { opened: open(base), late: undefined };
    lines.push(line);
  }
  const { late, names } = layNames(line.opened, dataset, line.late);
  line.late = late;
  return names;
}

type Line = { readonly opened: Opened; late: Late | undefined };

const LINES = new WeakMap<Dataset["events"], Line[]>();

/** The same events can stand in several datasets, with other names. */
const fits = (known: Dataset, base: Dataset): boolean =>
  known.gazetteer === base.gazetteer &&
  known.entities === base.entities &&
  known.places === base.places &&
  known.manifest.documents === base.manifest.documents;

function open(dataset: Dataset): Opened {
  const kept = dataset.names?.load(NAMES_VERSION);
  if (kept) {
    const part = partsOf(kept);
    return {
      dataset,
      book: packedBook(part("book")),
      spelling: lazily(() => packedSpelling(part("spelling"))),
      actors: lazily(() => packedShelf(part("actors"))),
      places: lazily(() => packedShelf(part("places"))),
    };
  }
  const book = openBook();
  tellAll(book, dataset);
  const spelling = lazily(() => spellingOf(book));
  const stock = {
    actors: lazily((): GrowingShelf => openShelf(actors(dataset))),
    places: lazily((): GrowingShelf => openShelf(places(dataset))),
  };
  dataset.names?.save(NAMES_VERSION, {
    ...prefixed("book", packBook(book)),
    ...prefixed("spelling", packSpelling(spelling())),
    ...prefixed("actors", packShelf(stock.actors())),
    ...prefixed("places", packShelf(stock.places())),
  });
  return { dataset, book, spelling, ...stock };
}

/** Reads all names of a dataset into a book. */
function tellAll(book: Book, dataset: Dataset): void {
  const { gazetteer, entities, manifest } = dataset;
  const tell = tellerOf(book, gazetteer);
  for (const country of gazetteer.countries) tell.country(country);
  const allPlaces = new Map(gazetteer.places.map((place) => [place.id, place]));
  for (const [id, place] of dataset.places) allPlaces.set(id, place);
  for (const place of allPlaces.values()) tell.place(place);
  const { entities: known } = knownOf(gazetteer);
  for (const [id, entity] of known) tell.entity(merged(entities.get(id), entity), entities.has(id));
  for (const [id, entity] of entities) if (!known.has(id)) tell.entity(entity, true);
  tell.titles();
  tell.topics();
  for (const occasion of gazetteer.occasions) tell.occasion(occasion);
  for (const name of ownOccasions(dataset)) tell.occasion({ name, aliases: [] });
  for (const document of manifest.documents) tell.document(document);
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
