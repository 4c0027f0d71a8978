import type { Dataset, Document, Manifest } from "../../model/dataset.ts";
import type { Gazetteer } from "../../model/entity.ts";
import type { DocumentId, Event, EventId } from "../../model/event.ts";
import type { Day } from "../../model/when.ts";
import { entitiesOf, placesOf } from "../named.ts";
import { type Found, findEvent } from "./find.ts";
import { type Held, hold } from "./held.ts";
import { lay, uniteCitations } from "./lay.ts";
import { withAlias, withOffice } from "./names.ts";
import { standing } from "./stands.ts";
import type { Change, ChangeId } from "./types.ts";

/** A dataset with what reading was unsure of beside it: never an answer, but a person's to decide. */
export type World = { readonly dataset: Dataset; readonly review: readonly Event[] };

/** A world with people's changes in it. */
export type Changed = World & {
  /** Changes that found neither their event nor the documents that it stands on: kept, and waiting for these. */
  readonly waiting: readonly ChangeId[];
};

/**
 * Lays people's changes over a dataset, in their order. Pure: the same dataset and changes give the same world, and
 * the dataset itself stays as it is. Without changes it is handed back untouched.
 */
export const applyChanges = (base: World, changes: readonly Change[], texts?: Texts): Changed =>
  openOverlay(base)(changes, texts);

/**
 * `applyChanges` over one dataset, again and again: where the changes are those of last time and some more, only these
 * are made, so that a change costs what it changes and not what was changed before.
 */
export function openOverlay(base: World): (changes: readonly Change[], texts?: Texts) => Changed {
  let draft = openDraft(base);
  let made: readonly Change[] = [];
  return (changes, texts = new Map()) => {
    const more = changes.slice(made.length);
    const goesOn =
      made.every((change, at) => changes[at] === change) && more.every(({ kind }) => kind !== "undo");
    const counting = standing(changes);
    if (!goesOn) draft = openDraft(base);
    for (const change of goesOn ? more : counting) make(change, draft);
    made = changes;
    return counting.length === 0 ? { ...base, waiting: [] } : close(draft, base, texts);
  };
}

/** The texts of documents that people brought, by id. */
export type Texts = ReadonlyMap<DocumentId, string>;

/** The world while changes are laid over it. */
type Draft = {
  readonly events: Held;
  readonly review: Map<EventId, Event>;
  readonly documents: Map<DocumentId, Document>;
  readonly redirects: Map<EventId, EventId>;
  readonly withdrawn: Map<EventId, { readonly on: Day; readonly reason: string }>;
  readonly waiting: ChangeId[];
  imported: Extract<Change, { kind: "import" }>[];
  gazetteer: Gazetteer;
  named: Dataset["entities"];
  placed: Dataset["places"];
};

function openDraft({ dataset, review }: World): Draft {
  return {
    events: hold(dataset.events),
    review: new Map(review.map((event) => [event.id, event])),
    documents: new Map(dataset.manifest.documents.map((document) => [document.id, document])),
    redirects: new Map(Object.entries(dataset.redirects)),
    withdrawn: new Map(Object.entries(dataset.withdrawn ?? {})),
    waiting: [],
    imported: [],
    gazetteer: dataset.gazetteer,
    named: dataset.entities,
    placed: dataset.places,
  };
}

function make(change: Change, draft: Draft): void {
  switch (change.kind) {
    case "add":
      bring(change.documents, draft);
      if (!has(change.after, draft)) draft.events.put(change.after);
      return;
    case "edit":
    case "accept":
    case "source":
      alter(change, draft);
      return;
    case "withdraw":
    case "reject":
      remove(change, draft);
      return;
    case "merge":
      merge(change, draft);
      return;
    case "alias":
      Object.assign(draft, withAlias(draft, change.of, change.alias));
      return;
    case "office":
      Object.assign(draft, withOffice(draft, change.of, change.office));
      return;
    case "document":
      bring([change.document], draft);
      for (const event of change.found) if (!has(event, draft)) draft.review.set(event.id, event);
      return;
    case "import":
      bring(change.documents, draft);
      draft.imported.push(change);
      for (const [old, id] of Object.entries(change.redirects))
        if (!draft.redirects.has(old) && !draft.withdrawn.has(old)) draft.redirects.set(old, id);
      for (const event of change.events) if (!has(event, draft)) draft.events.put(event);
      return;
    case "undo":
      return;
  }
}

type Concerning = Extract<Change, { kind: "edit" | "accept" | "source" | "withdraw" | "reject" | "merge" }>;

/** Where the event of a change stands now: by its id, an older id, or the passages that it was read from. */
const found = (change: Concerning, draft: Draft): Found | undefined =>
  findEvent(change.event, change.before, change.checksums, draft);

/** What a person wrote stays, even where reading no longer finds the event: then it stands as they left it. */
function alter(change: Extract<Change, { kind: "edit" | "accept" | "source" }>, draft: Draft): void {
  bring(change.documents, draft);
  const there = found(change, draft);
  if (there === undefined && change.after.sources.some(({ document }) => !draft.documents.has(document))) {
    draft.waiting.push(change.id);
    return;
  }
  const event = there ? lay(there.event, change.before, change.after) : change.after;
  const listed = change.kind !== "accept" && there?.in === "review";
  if (there) takeOut(there, draft);
  if (listed) draft.review.set(event.id, event);
  else draft.events.put(event);
  if (event.id !== change.event) draft.redirects.set(change.event, event.id);
}

function remove(change: Extract<Change, { kind: "withdraw" | "reject" }>, draft: Draft): void {
  const there = found(change, draft);
  if (there) takeOut(there, draft);
  const fate = { on: dayOf(change), reason: change.why };
  for (const id of new Set([change.event, there?.event.id ?? change.event])) draft.withdrawn.set(id, fate);
}

function merge(change: Extract<Change, { kind: "merge" }>, draft: Draft): void {
  const gone = found(change, draft);
  const kept = findEvent(change.into, change.kept, change.checksums, draft);
  if (gone && kept && gone.event.id === kept.event.id) return;
  if (gone) takeOut(gone, draft);
  const target = kept?.event ?? change.after;
  const sources = uniteCitations(target.sources, (gone?.event ?? change.before).sources);
  const known = sources.filter(({ document }) => draft.documents.has(document));
  if (known.length === 0) {
    draft.waiting.push(change.id);
    return;
  }
  if (kept) takeOut(kept, draft);
  draft.events.put({ ...target, sources: known });
  for (const id of new Set([change.event, gone?.event.id ?? change.event]))
    draft.redirects.set(id, target.id);
}

const dayOf = ({ at }: Change) => at.slice(0, 10) as Day;

const has = (event: Event, { events, review, withdrawn, redirects }: Draft) =>
  review.has(event.id) || withdrawn.has(event.id) || redirects.has(event.id) || events.has(event);

function takeOut({ event, in: place }: Found, draft: Draft): void {
  if (place === "events") draft.events.remove(event.id);
  else draft.review.delete(event.id);
}

function bring(documents: readonly Document[], draft: Draft): void {
  for (const document of documents)
    if (!draft.documents.has(document.id)) draft.documents.set(document.id, document);
}

function close(draft: Draft, { dataset }: World, texts: Texts): Changed {
  const events = draft.events.list();
  const own = draft.events.own();
  const review = [...draft.review.values()];
  const documents = [...draft.documents.values()];
  const { entities, places } = namesOf(draft, own, review);
  const whole = [...draft.events.walked()];
  // A large list says itself how far it reaches; then what people did can widen that, and not narrow it.
  const reach = whole.length === events.length ? { from: null, to: null } : dataset.manifest;
  const days = [reach.from, reach.to, ...whole.flatMap(({ when }) => [when.start, when.end])].filter(
    (day) => day !== null,
  );
  const manifest: Manifest = {
    ...dataset.manifest,
    documents,
    counts: {
      documents: documents.length,
      events: events.length,
      review: review.length,
      entities: entities.size,
      places: places.size,
    },
    from: days.reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null),
    to: days.reduce<Day | null>((most, day) => (most === null || day > most ? day : most), null),
  };
  return {
    dataset: {
      manifest,
      events,
      entities,
      places,
      redirects: flat(draft.redirects),
      withdrawn: Object.fromEntries(draft.withdrawn),
      gazetteer: draft.gazetteer,
      passage: (id, [start, end]) => {
        const text = texts.get(id);
        if (text === undefined) return dataset.passage(id, [start, end]);
        return end > text.length ? null : text.slice(start, end);
      },
    },
    review,
    waiting: draft.waiting,
  };
}

/** Everyone and every place that the events name: those of the dataset, what was imported, and what is new. */
function namesOf(
  { imported, gazetteer, named, placed }: Draft,
  own: readonly Event[],
  review: readonly Event[],
): Pick<Dataset, "entities" | "places"> {
  const shown = [...own, ...review];
  const people = [...imported.flatMap((one) => one.entities), ...entitiesOf(shown, gazetteer)];
  const towns = [...imported.flatMap((one) => one.places), ...placesOf(shown, gazetteer)];
  return { entities: withNew(named, people), places: withNew(placed, towns) };
}

/** The map itself where nothing is new: what was made from it holds on. */
function withNew<T extends { readonly id: string }>(known: ReadonlyMap<string, T>, all: readonly T[]) {
  const fresh = all.filter(({ id }) => !known.has(id));
  return fresh.length === 0
    ? known
    : new Map([...known, ...fresh.toReversed().map((one) => [one.id, one] as const)]);
}

/** Every old id leads straight to the event that it stands for now. */
function flat(redirects: ReadonlyMap<EventId, EventId>): Record<EventId, EventId> {
  const last = (id: EventId, seen: readonly EventId[]): EventId => {
    const next = redirects.get(id);
    return next === undefined || seen.includes(next) ? id : last(next, [...seen, id]);
  };
  return Object.fromEntries([...redirects.keys()].map((id) => [id, last(id, [])]));
}
