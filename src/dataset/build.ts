import { type Dataset, type Document, type Manifest, SCHEMA_VERSION } from "../model/dataset.ts";
import type { Entity, Gazetteer, Place } from "../model/entity.ts";
import type { Event } from "../model/event.ts";
import { byCodePoint } from "../model/text.ts";
import {
  byAge,
  identify,
  mergeAcross,
  mergeWithin,
  type ReadText,
  type Told,
} from "../reading/merge/index.ts";
import { summarise } from "../reading/summary.ts";
import type { RawDocument, ReadingAids } from "../reading/types.ts";
import { type Curation, curate, describe } from "./curation.ts";
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

export type BuildAids = {
  readonly gazetteer: Gazetteer;
  readonly curation: Curation;
  readonly read: (raw: RawDocument, aids: ReadingAids) => ReadText;
  /** Told before each document. */
  readonly progress?: (file: string) => void;
};

/**
 * Documents to dataset: each is read, people's decisions are laid over it, and what several tell of one event
 * becomes one. The same documents in any order and under any names give the same events. `problems` names every
 * document that is left out and every decision that did not fit, in words for a person.
 */
export function buildDataset(
  raws: readonly RawDocument[],
  aids: BuildAids,
): { readonly built: Built; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const read = new Map<string, ReadText>();
  for (const raw of raws) {
    aids.progress?.(raw.file);
    const text = readCurated(raw, aids, problems);
    const { id, sha256 } = text.document;
    const twin = [...read.values()].find(({ document }) => document.id === id)?.document;
    problems.push(...(text.notes ?? []).map((note) => `${raw.file}: ${note.replace(/\.$/, "")}`));
    if (twin === undefined) read.set(sha256, checked(text));
    else
      problems.push(
        `${raw.file} is left out: ${twin.sha256 === sha256 ? "the same as" : "its id is that of"} ${twin.file}`,
      );
  }
  const inOrder = [...read.values()].toSorted((a, b) => byAge(a.document, b.document));
  const tellings = inOrder.map((text) => {
    const entries = aids.curation.filter(({ document }) => document === text.document.sha256);
    const { told, problems: unmet } = curate(mergeWithin(text), entries, aids.gazetteer);
    problems.push(...unmet);
    return { document: text.document, told };
  });
  problems.push(
    ...aids.curation
      .filter(({ document }) => !read.has(document))
      .map((entry) => `${describe(entry)} is for a document that was not read`),
  );
  return {
    built: assemble(
      inOrder.map(({ document }) => document),
      tellings,
      aids.gazetteer,
    ),
    problems,
  };
}

/** Reads a document with the days that a person gave for passages of it; an anchor that changes nothing is a problem. */
function readCurated(
  raw: RawDocument,
  { gazetteer, curation, read }: BuildAids,
  problems: string[],
): ReadText {
  const plain = read(raw, { gazetteer, anchors: [] });
  const entries = curation.filter(
    ({ document, decision }) => decision === "anchor" && document === plain.document.sha256,
  );
  if (entries.length === 0) return plain;
  const anchors = entries.flatMap((entry) => (entry.decision === "anchor" ? [entry] : []));
  const anchored = read(raw, { gazetteer, anchors });
  if (JSON.stringify(anchored) === JSON.stringify(plain))
    problems.push(...entries.map((entry) => `${describe(entry)} changes nothing`));
  return anchored;
}

/** A source that is no passage of its document would be a citation of nothing: reading must not go on. */
function checked(text: ReadText): ReadText {
  for (const { sources, key } of text.mentions)
    for (const { span } of [{ span: key }, ...sources])
      if (!(span[0] >= 0 && span[0] < span[1] && span[1] <= text.text.length))
        throw new Error(
          `${text.document.file}: ${span[0]}-${span[1]} is no passage of its ${text.text.length} characters`,
        );
  return text;
}

function assemble(
  documents: readonly Document[],
  tellings: readonly { readonly document: Document; readonly told: readonly Told[] }[],
  gazetteer: Gazetteer,
): Built {
  const kept = tellings.map(({ document, told }) => ({
    document,
    told: told.filter((one) => !isRejected(one)),
  }));
  const united = [...mergeAcross(kept), ...tellings.flatMap(({ told }) => told.filter(isRejected))];
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
function finished({ keys: _, quoted: __, ...told }: Told, id: string): Event {
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
    participants,
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

/** By first day (unknown first), last day (unknown last), id. */
const inDateOrder = (a: Event, b: Event): number =>
  byCodePoint(a.when.start ?? "0000-00-00", b.when.start ?? "0000-00-00") ||
  byCodePoint(a.when.end ?? "9999-99-99", b.when.end ?? "9999-99-99") ||
  byCodePoint(a.id, b.id);
