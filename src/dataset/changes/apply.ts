import type { Dataset, Document, Manifest } from "../../model/dataset.ts";
import type { Gazetteer } from "../../model/entity.ts";
import type { DocumentId, Event, EventId } from "../../model/event.ts";
import type { Day } from "../../model/when.ts";
import { type Found, findEvent } from "./find.ts";
import { type Held, hold, type Reach, widened } from "./held.ts";
import { type Journal, openJournal } from "./journal.ts";
import { lay, uniteCitations } from "./lay.ts";
import { withAlias, withOffice } from "./names.ts";
import { type Remembering, remembering } from "./remembering.ts";
import { openReview, type Review } from "./review.ts";
import { standing } from "./stands.ts";
import { openTold, type Told } from "./told.ts";
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
  let seen: readonly Change[] = [];
  /** The changes that count, as they are in the draft. */
  let made: Change[] = [];
  return (changes, texts = new Map()) => {
    const more = changes.slice(seen.length);
    const goesOn =
      seen.every((change, at) => changes[at] === change) && more.every(({ kind }) => kind !== "undo");
    const counting = goesOn ? more : standing(changes);
    seen = changes;
    const from = goesOn ? 0 : differsFrom(made, counting);
    if (!goesOn && !draft.journal.takeBack(made.length - from)) {
      draft = openDraft(base);
      made = [];
      for (const change of counting) make(change, draft);
    } else for (const change of counting.slice(from)) make(change, draft);
    made = goesOn ? made.concat(more) : [...counting];
    return made.length === 0 ? { ...base, waiting: [] } : close(draft, base, texts);
  };
}

/** The first place at which two lists of changes have not the same one. */
function differsFrom(some: readonly Change[], others: readonly Change[]): number {
  const at = some.findIndex((change, n) => others[n] !== change);
  return at < 0 ? some.length : at;
}

/** The texts of documents that people brought, by id. */
export type Texts = ReadonlyMap<DocumentId, string>;

/** The world while changes are laid over it. */
type Draft = {
  readonly journal: Journal;
  readonly events: Held;
  readonly review: Review;
  readonly told: Told;
  readonly documents: Remembering<DocumentId, Document, readonly Document[]>;
  readonly redirects: Remembering<EventId, EventId, Dataset["redirects"]>;
  readonly withdrawn: Remembering<EventId, Fate, NonNullable<Dataset["withdrawn"]>>;
  readonly waiting: ChangeId[];
  gazetteer: Gazetteer;
};

type Fate = { readonly on: Day; readonly reason: string };

function openDraft({ dataset, review }: World): Draft {
  const journal = openJournal();
  const { note } = journal;
  const told = openTold(dataset, journal);
  return {
    journal,
    events: hold(dataset.events, journal, {
      add: (event) => told.add(event, "events"),
      remove: (event) => told.remove(event, "events"),
    }),
    review: openReview(review, journal, told),
    told,
    documents: remembering(
      dataset.manifest.documents.map((document) => [document.id, document]),
      (all) => [...all.values()],
      note,
    ),
    redirects: remembering(Object.entries(dataset.redirects), flat, note),
    withdrawn: remembering(Object.entries(dataset.withdrawn ?? {}), (all) => Object.fromEntries(all), note),
    waiting: [],
    gazetteer: dataset.gazetteer,
  };
}

function make(change: Change, draft: Draft): void {
  draft.journal.begin();
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
      setGazetteer(withAlias(draft.gazetteer, change.of, change.alias), draft);
      draft.told.call(change.of, change.alias);
      return;
    case "office":
      setGazetteer(withOffice(draft.gazetteer, change.of, change.office), draft);
      draft.told.install(change.of, change.office);
      return;
    case "document":
      bring([change.document], draft);
      for (const event of change.found) if (!has(event, draft)) draft.review.put(event);
      return;
    case "import":
      bring(change.documents, draft);
      draft.told.bring(change.entities, change.places);
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
    wait(change, draft);
    return;
  }
  const event = there ? laidOver(there.event, change) : change.after;
  const listed = change.kind !== "accept" && there?.in === "review";
  if (there) takeOut(there, draft);
  if (listed) draft.review.put(event);
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
    wait(change, draft);
    return;
  }
  if (kept) takeOut(kept, draft);
  draft.events.put(same(change, { ...target, sources: known }));
  for (const id of new Set([change.event, gone?.event.id ?? change.event]))
    draft.redirects.set(id, target.id);
}

/** Events come out of a change again and again: the same, so that what was made from them holds on. */
function same(change: Change, event: Event): Event {
  const before = CAME_OUT.get(change);
  if (before && JSON.stringify(before) === JSON.stringify(event)) return before;
  CAME_OUT.set(change, event);
  return event;
}

const CAME_OUT = new WeakMap<Change, Event>();

const laidOver = (event: Event, change: Extract<Change, { kind: "edit" | "accept" | "source" }>): Event =>
  same(change, lay(event, change.before, change.after));

const dayOf = ({ at }: Change) => at.slice(0, 10) as Day;

const has = (event: Event, { events, review, withdrawn, redirects }: Draft) =>
  review.has(event.id) || withdrawn.has(event.id) || redirects.has(event.id) || events.has(event);

function takeOut({ event, in: place }: Found, draft: Draft): void {
  if (place === "events") draft.events.remove(event.id);
  else draft.review.remove(event);
}

function wait({ id }: Change, { waiting, journal }: Draft): void {
  waiting.push(id);
  journal.note(() => waiting.pop());
}

function setGazetteer(gazetteer: Gazetteer, draft: Draft): void {
  const before = draft.gazetteer;
  draft.gazetteer = gazetteer;
  draft.journal.note(() => {
    draft.gazetteer = before;
  });
}

function bring(documents: readonly Document[], draft: Draft): void {
  for (const document of documents)
    if (!draft.documents.has(document.id)) draft.documents.set(document.id, document);
}

function close(draft: Draft, { dataset }: World, texts: Texts): Changed {
  const events = draft.events.list();
  const review = [...draft.review.values()];
  const documents = draft.documents.made();
  const { entities, places } = draft.told.names(draft.gazetteer);
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
    ...reachOf(draft.events, dataset.manifest),
  };
  return {
    dataset: {
      manifest,
      events,
      entities,
      places,
      redirects: draft.redirects.made(),
      withdrawn: draft.withdrawn.made(),
      gazetteer: draft.gazetteer,
      over: dataset,
      passage: (id, [start, end]) => {
        const text = texts.get(id);
        if (text === undefined) return dataset.passage(id, [start, end]);
        return end > text.length ? null : text.slice(start, end);
      },
    },
    review,
    waiting: [...draft.waiting],
  };
}

/** The earliest and latest day. A large list says itself how far it reaches; then what people did can only widen that. */
function reachOf({ reach }: Held, { from, to }: Manifest): Reach {
  const { isWhole, ...own } = reach();
  return isWhole ? own : widened(own, { when: { start: from, end: to } });
}

/** Every old id leads straight to the event that it stands for now. */
function flat(redirects: ReadonlyMap<EventId, EventId>): Record<EventId, EventId> {
  const last = (id: EventId): EventId => {
    const seen = new Set<EventId>();
    let at = id;
    for (let next = redirects.get(at); next !== undefined && !seen.has(next); next = redirects.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  return Object.fromEntries([...redirects.keys()].map((id) => [id, last(id)]));
}
