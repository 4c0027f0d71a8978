import type { Gazetteer } from "../model/entity.ts";
import type { DocumentId, Event } from "../model/event.ts";
import type { Day, When } from "../model/when.ts";

/** Offsets (UTF-16) into the original text, end exclusive. */
export type Span = readonly [start: number, end: number];

/** A document as it came, and what a person said of it, if anything. */
export type RawDocument = {
  /** File name, without its folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly given?: {
    readonly title?: string;
    readonly publisher?: string;
    readonly published?: Day;
    readonly url?: string;
  };
};

/** A day that may be the document creation time, where it stands and what makes it one. */
export type CreationCandidate = {
  readonly day: Day;
  readonly span: Span | null;
  readonly from: "given" | "header" | "byline" | "dateline" | "item" | "title" | "clock";
};

/** Stage 1: bytes as text, unchanged, with its checksum and the candidates for its creation time. */
export type Ingested = {
  readonly id: DocumentId;
  readonly sha256: string;
  readonly file: string;
  readonly text: string;
  readonly creation: readonly CreationCandidate[];
};

/** Stage 2: what is prose and what is not. Every later span points into the original text. */
export type Cleaned = {
  readonly kept: readonly Span[];
  readonly dropped: readonly { readonly span: Span; readonly reason: string }[];
};

/**
 * The document creation time as an interval: both ends the same where the day is known, open where nothing
 * limits it. Relative expressions are resolved against it.
 */
export type Creation = Pick<When, "start" | "end" | "derivation" | "evidence">;

/** One more thing that limits a creation time, with its reason in our own words. */
export type Constraint = { readonly from: Day | null; readonly to: Day | null; readonly why: string };

/** Tense of the clause a time expression stands in: a bare weekday follows it. */
export type Tense = "past" | "present" | "future";

/** Stage 5, time: an expression with its value. */
export type TimeMention = { readonly span: Span; readonly text: string; readonly when: When };

/**
 * A day known from outside the text for a passage of it (from curation): "on Saturday" in that passage is that
 * day, and the creation time follows from it.
 */
export type Anchor = { readonly span: Span; readonly day: Day; readonly reason: string };

/** What reading needs besides the document. */
export type ReadingAids = { readonly gazetteer: Gazetteer; readonly anchors: readonly Anchor[] };

/**
 * An event as one document tells it, before merging across documents: an Event whose sources are all of this
 * document, whose band may be low, and whose id and summary are not yet final.
 */
export type EventMention = Omit<Event, "id" | "summary" | "review" | "conflicts"> & {
  /** Span of the first mention: with the checksum, the event's identity. */
  readonly key: Span;
};
