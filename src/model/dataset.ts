import type { Entity, EntityId, Gazetteer, Place, PlaceId } from "./entity.ts";
import type { DocumentId, Event, EventId } from "./event.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Day } from "./when.ts";

export const SCHEMA_VERSION = 1;

export type Document = {
  readonly id: DocumentId;
  /** File name, without its folder. */
  readonly file: string;
  readonly title: string;
  readonly publisher: string | null;
  /** EDTF; `null` where nothing tells. A day, or an interval where the document has no date. */
  readonly published: string | null;
  readonly url?: string;
  /** The items of a page of several, by their number: what each is called, and its day as EDTF where it tells one. */
  readonly items?: readonly { readonly title: string; readonly published: string | null }[];
  /** Hexadecimal SHA-256 of the file's bytes. */
  readonly sha256: string;
};

export type Manifest = {
  readonly schema: number;
  readonly documents: readonly Document[];
  readonly counts: {
    readonly documents: number;
    readonly events: number;
    readonly review: number;
    readonly entities: number;
    readonly places: number;
  };
  /** Earliest and latest day of the events that have one. */
  readonly from: Day | null;
  readonly to: Day | null;
};

/**
 * An opened dataset. `events` is in the order of `order` below and decodes lazily at size: take what is shown,
 * do not walk it in an answer.
 */
export type Dataset = {
  readonly manifest: Manifest;
  readonly events: EventList;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly places: ReadonlyMap<PlaceId, Place>;
  /** Old id to the id that it was merged into. */
  readonly redirects: Readonly<Record<EventId, EventId>>;
  /** Events that a person withdrew or rejected: when and why. Absent where nobody did. */
  readonly withdrawn?: Readonly<Record<EventId, { readonly on: Day; readonly reason: string }>>;
  readonly gazetteer: Gazetteer;
  /** Present where people's changes are laid over another dataset: what was made from that one holds for the rest. */
  readonly over?: Dataset;
  /** A place for what was made from its names. */
  readonly names?: Snapshot;
  /** The text of a document where it is at hand, else null. */
  readonly passage: (document: DocumentId, span: readonly [number, number]) => string | null;
};

/** Events by position. A plain array fits; a lazily decoded file fits too, and has a place for its snapshot. */
export type EventList = {
  readonly length: number;
  at(position: number): Event | undefined;
  readonly snapshot?: Snapshot;
  /** Present where this is another list changed in a few places, so that an index of the other one holds for the rest. */
  readonly laid?: Laid;
};

/** What a changed list has of its own: which events of the other one stand no more, and which stand instead or are new. */
export type Laid = {
  readonly over: EventList;
  /** Places in the other list, ascending. */
  readonly gone: Uint32Array;
  /** In the order of dates. */
  readonly instead: readonly Event[];
};
