import { type Dataset, type Document, type Manifest, SCHEMA_VERSION } from "../model/dataset.ts";
import type { Entity, Gazetteer, Place } from "../model/entity.ts";
import type { Event } from "../model/event.ts";
import { byCodePoint } from "../model/text.ts";
import { identify, mergeAcross, type Told, unitePeople } from "../reading/merge/index.ts";
import { summarise } from "../reading/summary.ts";
import { entitiesOf, placesOf } from "./named.ts";

/** A dataset in memory, in the order in which it is written. */
export type Built = {
  readonly manifest: Manifest;
  readonly events: readonly Event[];
  /** What reading was unsure of, and what a person rejected: never an answer. */
  readonly review: readonly Event[];
  readonly entities: readonly Entity[];
  readonly places: readonly Place[];
  readonly redirects: Dataset["redirects"];
};

/** What each document tells, in the order of their age, as one dataset: merged, identified, summed up, in date order. */
export function assemble(
  tellings: readonly { readonly document: Document; readonly told: readonly Told[] }[],
  gazetteer: Gazetteer,
): Built {
  const documents = tellings.map(({ document }) => document);
  const kept = tellings.map(({ document, told }) => ({
    document,
    told: told.filter((one) => !isRejected(one)),
  }));
  const named = unitePeople(kept, new Set(gazetteer.people.map(({ id }) => id)));
  const united = [...mergeAcross(named), ...tellings.flatMap(({ told }) => told.filter(isRejected))];
  const { ids, redirects } = identify(united);
  const all = united.map((told, at) => finished(told, ids[at]!)).toSorted(inDateOrder);
  const shown = (event: Event) => event.confidence.band !== "low" && !isRejected(event);
  const events = all.filter(shown);
  const review = all.filter((event) => !shown(event));
  const entities = entitiesOf(all, gazetteer);
  const places = placesOf(all, gazetteer);
  const days = events
    .flatMap(({ when }) => [when.start, when.end])
    .filter((day) => day !== null)
    .toSorted();
  return {
    manifest: {
      schema: SCHEMA_VERSION,
      documents,
      counts: {
        documents: documents.length,
        events: events.length,
        review: review.length,
        entities: entities.length,
        places: places.length,
      },
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
    },
    events,
    review,
    entities,
    places,
    redirects: Object.fromEntries(Object.entries(redirects).toSorted(([a], [b]) => byCodePoint(a, b))),
  };
}

const isRejected = ({ review }: Pick<Event, "review">) => review === "rejected";

/** The fields in the order of the model, so that the same event is the same line. */
function finished({ keys: _, quoted: __, lasts: ___, ...told }: Told, id: string): Event {
  const { kind, cameo, status, flags, occasion, participants, places, when, topics, sources, confidence } =
    told;
  const { conflicts, rules, corrected } = told;
  const doubtful =
    confidence.band === "low" || conflicts.length > 0 || participants.some(({ inferred }) => inferred);
  return {
    id,
    kind,
    ...(cameo !== undefined && { cameo }),
    status,
    flags,
    occasion,
    participants: participants.map((p) => ({ ...p, as: inBrief(p.as) })),
    places,
    when,
    topics,
    summary: summarise(told),
    sources,
    confidence,
    review: told.review === "none" && doubtful ? "listed" : told.review,
    conflicts,
    ...(rules !== undefined && { rules }),
    ...(corrected !== undefined && { corrected }),
  };
}

const LONGEST_PHRASE = 10;

/** How a text put it is a phrase: the sentence itself stays in the document. */
function inBrief(words: string): string {
  const all = words.split(/\s+/);
  return all.length > LONGEST_PHRASE ? `${all.slice(0, LONGEST_PHRASE).join(" ")}…` : words;
}

/** By first day (unknown first), last day (unknown last), id. */
const inDateOrder = (a: Event, b: Event): number =>
  byCodePoint(a.when.start ?? "0000-00-00", b.when.start ?? "0000-00-00") ||
  byCodePoint(a.when.end ?? "9999-99-99", b.when.end ?? "9999-99-99") ||
  byCodePoint(a.id, b.id);
