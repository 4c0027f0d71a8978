import type { Dataset } from "../../model/dataset.ts";
import { type Country, countryId, type Entity, type EntityId, type Place } from "../../model/entity.ts";
import { layersOf } from "../../model/laid-map.ts";
import { type Book, openBook } from "./book/index.ts";
import { fold } from "./fold.ts";
import { knownOf } from "./known.ts";
import type { Opened } from "./open.ts";
import { type Stands, senseOf, standing } from "./phrases.ts";
import { learn, openSpelling, type Spelling, spellingIn } from "./spelling.ts";
import { actor, placeEntry } from "./suggest/entries.ts";
import type { Stock } from "./suggest/index.ts";
import { type GrowingShelf, openShelf } from "./suggest/shelf.ts";
import { tellerOf } from "./tell.ts";
import type { Sense } from "./types.ts";

/** What people brought over opened names, to this day: it grows with each change. */
export type Late = {
  readonly book: Book;
  readonly spelling: () => Spelling;
  readonly stock: Stock;
  /** The shelves of those that people brought. */
  readonly brought: { readonly actors: GrowingShelf; readonly places: GrowingShelf };
  /** What was told besides what the dataset beneath had. */
  readonly told: Told;
};

type Told = {
  readonly countries: Map<string, Country>;
  readonly entities: Map<string, readonly [own: Entity | undefined, known: Entity | undefined]>;
  readonly places: Map<string, readonly [place: Place, own: boolean]>;
  readonly documents: Set<string>;
  readonly occasions: Set<string>;
};

/** The names of one dataset over what was told of it and of those before. */
export type Names = Pick<Late, "book" | "stock"> & {
  readonly stands: Stands;
  readonly spelling: () => Spelling;
};

/**
 * Lays what people brought over opened names. What was told before stays told, and each dataset looks through to what it
 * has itself; only where somebody lost a name is all told anew.
 */
export function layNames(
  opened: Opened,
  dataset: Dataset,
  before: Late | undefined,
): { readonly late: Late; readonly names: Names } {
  const wanted = wantedIn(opened.dataset, dataset);
  const late = before && goesOn(before.told, wanted, opened.dataset) ? before : empty(opened);
  tell(late, opened, dataset, wanted);
  const { book } = late;
  const stands: Stands = (sense) => {
    if (sense < book.first) return true;
    const known = senseOf(book.senses.at(sense));
    return known?.kind === "role"
      ? Array.from(book.late?.bearers.get(known.key) ?? []).some(stands)
      : isIn(dataset, wanted, known);
  };
  const knows = (word: string) => {
    const { knows, senses } = late.spelling();
    const named = senses(word);
    return knows(word) && (named.length === 0 || standing(named, stands).length > 0);
  };
  const countries = new Set([...wanted.countries.keys()].map(countryId));
  const stock: Stock = {
    actors: () => ({ ...late.stock.actors(), has: (id) => wanted.entities.has(id) || countries.has(id) }),
    places: () => ({ ...late.stock.places(), has: (id) => wanted.places.has(id) }),
  };
  return {
    late,
    names: { book, stands, stock, spelling: () => ({ ...late.spelling(), knows }) },
  };
}

/** Whether a dataset has what people brought into it or another one. */
function isIn(
  { entities, places }: Dataset,
  { documents, occasions }: Told,
  sense: Sense | undefined,
): boolean {
  switch (sense?.kind) {
    case "entity":
      return entities.has(sense.id);
    case "place":
      return places.has(sense.id);
    case "document":
      return documents.has(sense.id);
    case "occasion":
      return occasions.has(sense.name);
    default:
      return true;
  }
}

/** Everything in which a changed dataset differs from the one beneath. */
function wantedIn(base: Dataset, dataset: Dataset): Told {
  const known = knownOf(dataset.gazetteer).entities;
  const entities: Told["entities"] = new Map();
  for (const id of differing(base.entities, dataset.entities))
    entities.set(id, [dataset.entities.get(id), known.get(id)]);
  for (const list of ["people", "organisations"] as const)
    for (const { id } of alteredIn(base.gazetteer[list], dataset.gazetteer[list]))
      entities.set(id, [dataset.entities.get(id), known.get(id)]);
  const places: Told["places"] = new Map();
  for (const place of alteredIn(base.gazetteer.places, dataset.gazetteer.places))
    places.set(place.id, [place, false]);
  for (const id of differing(base.places, dataset.places)) places.set(id, [dataset.places.get(id)!, true]);
  const countries = new Map(
    alteredIn(base.gazetteer.countries, dataset.gazetteer.countries).map((one) => [one.code, one]),
  );
  return {
    countries,
    entities,
    places,
    documents: documentsIn(base, dataset),
    occasions: ownOccasions(dataset),
  };
}

/** Keys whose values are not those of the map beneath. */
function differing<T>(base: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): readonly string[] {
  if (base === now) return [];
  const { over, own } = layersOf(now);
  const keys = over === base ? own.keys() : now.keys();
  return [...keys].filter((key) => now.get(key) !== base.get(key));
}

const alteredIn = <T>(base: readonly T[], now: readonly T[]): readonly T[] =>
  base === now ? [] : now.filter((one, at) => one !== base[at]);

function documentsIn({ manifest: base }: Dataset, { manifest }: Dataset): Set<string> {
  if (base.documents === manifest.documents) return new Set();
  const known = new Set(base.documents.map(({ id }) => id));
  return new Set(manifest.documents.map(({ id }) => id).filter((id) => !known.has(id)));
}

/** Occasions that only the events name. A big dataset is not walked for them. */
export function ownOccasions({ events }: Dataset): Set<string> {
  const names = new Set<string>();
  for (let at = 0; events.length <= WALKED && at < events.length; at++) {
    const occasion = events.at(at)?.occasion;
    if (occasion) names.add(occasion);
  }
  return names;
}

const WALKED = 5_000;

/** True where nobody who was told of has lost a name since. Who is there no more, nor was before, is looked through. */
function goesOn(told: Told, wanted: Told, base: Dataset): boolean {
  const known = knownOf(base.gazetteer);
  for (const [code, country] of told.countries)
    if (!country.aliases.every((alias) => wanted.countries.get(code)?.aliases.includes(alias))) return false;
  for (const [id, before] of told.entities) {
    const now = wanted.entities.get(id) ?? ([base.entities.get(id), known.entities.get(id)] as const);
    if (!now[0] && !now[1]) continue;
    if (!holds(before[0], now[0]) || !holds(before[1], now[1])) return false;
  }
  for (const [id, [place, own]] of told.places) {
    const beneath = base.places.get(id);
    const now = wanted.places.get(id) ?? ([beneath ?? known.places.get(id), beneath !== undefined] as const);
    if (now[0] && (!holds(place, now[0]) || (own && !now[1]))) return false;
  }
  return true;
}

type Named = Pick<Entity, "name" | "aliases"> & { readonly country?: string | null; readonly kind: string };

function holds(before: Named | undefined, now: Named | undefined): boolean {
  if (before === now || before === undefined) return true;
  return (
    now !== undefined &&
    before.name === now.name &&
    before.kind === now.kind &&
    before.country === now.country &&
    before.aliases.every((alias) => now.aliases.includes(alias))
  );
}

/** One of the dataset, with the names that the gazetteer has for them too; else the gazetteer's. */
export function merged(own: Entity | undefined, known: Entity): Entity;
export function merged(own: Entity | undefined, known: Entity | undefined): Entity | undefined;
export function merged(own: Entity | undefined, known: Entity | undefined): Entity | undefined {
  if (own === undefined || known === undefined || own === known) return own ?? known;
  return { ...own, aliases: [...new Set([...own.aliases, ...known.aliases])] };
}

function empty(opened: Opened): Late {
  const book = openBook(opened.book);
  let spelling: { readonly own: ReturnType<typeof openSpelling>; readonly read: Spelling } | undefined;
  let learnt = 0;
  const brought = { actors: openShelf(), places: openShelf() };
  return {
    book,
    spelling() {
      if (!spelling) {
        const own = openSpelling(opened.spelling());
        spelling = { own, read: spellingIn(own) };
      }
      const log = book.late?.log ?? [];
      for (; learnt < log.length; learnt++) learn(spelling.own, book, ...log[learnt]!);
      return spelling.read;
    },
    stock: {
      actors: () => ({ base: opened.actors(), late: brought.actors }),
      places: () => ({ base: opened.places(), late: brought.places }),
    },
    brought,
    told: {
      countries: new Map(),
      entities: new Map(),
      places: new Map(),
      documents: new Set(),
      occasions: new Set(),
    },
  };
}

function tell({ book, brought, told }: Late, opened: Opened, dataset: Dataset, wanted: Told): void {
  const teller = tellerOf(book, dataset.gazetteer);
  for (const [code, country] of wanted.countries) {
    if (told.countries.get(code) === country) continue;
    told.countries.set(code, country);
    teller.country(country);
    const aliases = country.aliases.flatMap((alias) => fold(alias).split(" "));
    for (const id of namedWith(aliases, opened)) retell(id);
    offer(countryId(code));
  }
  for (const [id, now] of wanted.places) {
    const before = told.places.get(id);
    if (before && before[0] === now[0] && before[1] === now[1]) continue;
    teller.place(now[0]);
    brought.places.put(placeEntry(...now));
    told.places.set(id, now);
  }
  for (const [id, now] of wanted.entities) {
    const before = told.entities.get(id);
    if (before && before[0] === now[0] && before[1] === now[1]) continue;
    retell(id);
    offer(id);
    told.entities.set(id, now);
  }
  const occasions = opened.dataset.gazetteer.occasions;
  for (const name of wanted.occasions)
    if (!told.occasions.has(name)) {
      told.occasions.add(name);
      if (!occasions.some((one) => one.name === name)) teller.occasion({ name, aliases: [] });
    }
  for (const document of dataset.manifest.documents)
    if (wanted.documents.has(document.id) && !told.documents.has(document.id)) {
      told.documents.add(document.id);
      teller.document(document);
    }

  function offer(id: EntityId): void {
    const entry = actor(dataset, id);
    if (entry) brought.actors.put(entry);
  }
  function retell(id: EntityId): void {
    const own = dataset.entities.get(id);
    const entity = merged(own, knownOf(dataset.gazetteer).entities.get(id));
    if (entity) teller.entity(entity, own !== undefined);
  }
}

/** Who has one of the words in a name: where people give a country another name, it may be whose a body is. */
function namedWith(words: readonly string[], { book, spelling }: Opened): ReadonlySet<EntityId> {
  const { senses } = spelling();
  const found = words.flatMap((word) =>
    Array.from(senses.get(word), (number) => senseOf(book.senses.at(number))),
  );
  return new Set(found.flatMap((sense) => (sense?.kind === "entity" ? [sense.id] : [])));
}
