import type { EntityId, EntityKind, PlaceId } from "./entity.ts";
import type { Flag, Kind, Part, Status } from "./kinds.ts";
import type { Day, When } from "./when.ts";

/** `E-` and 8 letters or digits of the hash of (document checksum, span of the first mention). */
export type EventId = string;
/** `D-` and 6 hexadecimal digits of the document's checksum. */
export type DocumentId = string;

/** How the text named a participant. `office-table` names are also marked `inferred`. */
export const RESOLUTIONS = [
  "named",
  "surname",
  "role-only",
  "pronoun",
  "collective",
  "unnamed",
  "metonym",
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type Participant = {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** How the text put it. */
  readonly as: string;
  readonly role?: string;
  readonly country?: string;
  readonly part: Part;
  readonly resolution: Resolution;
  /** True where the name comes from the table of office holders and not from the text. Every interface says so. */
  readonly inferred: boolean;
};

export type EventPlace = {
  readonly id: PlaceId;
  readonly name: string;
  readonly country: string | null;
  readonly derivation: "stated" | "dateline" | "inferred";
  readonly venue?: string;
};

export type SourceSpan = {
  readonly document: DocumentId;
  /** Number of the item on a page of several, from 0. */
  readonly item?: number;
  /** Number of the paragraph in the document, from 1. */
  readonly paragraph: number;
  /** Offsets (UTF-16) into the original text, end exclusive: `original.slice(start, end)` is the passage. */
  readonly span: readonly [start: number, end: number];
  /** Who says so: independent sources are counted by origin. Two retellings of one newspaper are one origin. */
  readonly origin: string;
  /** Direct speech of an official, attributed, at most 25 words. */
  readonly quote?: string;
};

/** The span of a source that a person cited as a whole: no passage is one character long. */
export const WHOLE: SourceSpan["span"] = [0, 1];

export type Band = "high" | "medium" | "low";
export type Confidence = { readonly band: Band; readonly reasons: readonly string[] };
export type Review = "none" | "listed" | "accepted" | "edited" | "rejected";

export type Conflict = {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly source: DocumentId }[];
};

export type Event = {
  readonly id: EventId;
  readonly kind: Kind;
  /** CAMEO code where it is finer than the kind's own: imported data have it. */
  readonly cameo?: string;
  readonly status: Status;
  readonly flags: readonly Flag[];
  /** The named forum or series it belongs to, from the gazetteer or as the text has it. */
  readonly occasion: string | null;
  readonly participants: readonly Participant[];
  readonly places: readonly EventPlace[];
  readonly when: When;
  readonly topics: readonly string[];
  /** One sentence of our own, composed from the fields; never the document's. */
  readonly summary: string;
  readonly sources: readonly SourceSpan[];
  readonly confidence: Confidence;
  readonly review: Review;
  readonly conflicts: readonly Conflict[];
  /** The rules that read it, in order: "Read how" shows them. Absent on imported events. */
  readonly rules?: readonly string[];
  /** When a person changed it last, and why. */
  readonly corrected?: { readonly on: Day; readonly reason: string };
};
