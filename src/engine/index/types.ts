import type { EventId } from "../../model/event.ts";
import type { Lists, Postings } from "./lists.ts";
import type { GrowingTable } from "./table.ts";

/** Days that stand for an open side: earlier and later than any day number. */
export const OPEN_START = -0x80000000;
export const OPEN_END = 0x7fffffff;

/** Bits of `flags`. */
export const SECRET = 1;
export const SERIES = 2;
/** Brought in from coded data, whose actors are exact: a country there is not stood for by its officials. */
export const CODED = 4;
/** Of the group `met`: meeting, talks, or a visit whose host and visitor are both named. */
export const MET = 8;

/** Bits of a participant's `marks`. */
export const INFERRED = 1;
/** Named by office only. */
export const BY_ROLE = 2;
export const UNNAMED = 4;

/**
 * Everything that a query tests, in typed arrays by position. Positions are in the order of (start, end, id),
 * so that the newest events are the tail of a postings list and a range of dates is two binary searches.
 * Nothing here holds an Event: those are decoded only to be shown.
 */
export type Index = {
  readonly size: number;
  /** Position → place in `dataset.events`. */
  readonly order: Uint32Array;
  /** Day numbers (days since 1970-01-01), or OPEN_START, OPEN_END. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly status: Uint8Array;
  readonly flags: Uint8Array;
  /** CAMEO code, by `tables.cameo`. */
  readonly cameo: Uint16Array;
  /** Occasion, by `tables.occasions`; 0 for none. */
  readonly occasion: Uint32Array;
  readonly participants: Participants;
  /** Places as the event has them, without those that they lie in. */
  readonly places: Lists;
  readonly topics: Lists;
  /** Documents and origins of the sources, side by side. */
  readonly documents: Lists;
  readonly origins: Lists;
  readonly tables: Tables;
  readonly postings: AllPostings;
  /** Events of more than one day, ascending, and the latest end among them up to each. */
  readonly wide: Uint32Array;
  readonly wideReach: Int32Array;
  /** Positions of all that did not happen. */
  readonly otherwise: Uint32Array;
  readonly ids: Ids;
  /** What people changed; see `lay`. */
  readonly late?: Late;
};

/**
 * Events that people changed or added, behind the last event of the large index, each where it was appended. `index`
 * has the same columns and tables and its own postings; its positions are not in the order of dates.
 */
export type Late = {
  readonly first: number;
  readonly index: Index;
  /** Position behind `first` → place among the changed events in date order; -1 for one that stands no more. */
  readonly rank: Int32Array;
  /** Positions of which what the large index says holds no more. */
  readonly gone: Uint32Array;
};

/** Participants of event `p` are the rows `offsets[p] .. offsets[p + 1])` of the other arrays. */
export type Participants = {
  readonly offsets: Uint32Array;
  readonly entity: Uint32Array;
  readonly part: Uint8Array;
  /** By `tables.countries`; 0 for none. */
  readonly country: Uint16Array;
  /** Office that the role in the text speaks of, by `tables.offices`; 0 for none. */
  readonly office: Uint8Array;
  readonly marks: Uint8Array;
};

export type Tables = {
  readonly entities: GrowingTable;
  readonly countries: GrowingTable;
  readonly offices: GrowingTable;
  readonly places: GrowingTable;
  readonly topics: GrowingTable;
  readonly occasions: GrowingTable;
  readonly documents: GrowingTable;
  readonly origins: GrowingTable;
  readonly cameo: GrowingTable;
  readonly words: GrowingTable;
};

export type AllPostings = {
  /** Keys: entity, and entity × part (see `partKey`). */
  readonly entity: Postings;
  readonly entityPart: Postings;
  /** A country with those who stand for it, by `tables.countries`; and the same × part. */
  readonly side: Postings;
  readonly sidePart: Postings;
  /** A place with all that lies in it. */
  readonly place: Postings;
  readonly kind: Postings;
  readonly cameo: Postings;
  readonly topic: Postings;
  readonly occasion: Postings;
  readonly document: Postings;
  readonly word: Postings;
  /** By the bits SECRET and SERIES: key 0 and 1. */
  readonly flag: Postings;
};

/** Ids of events by position, and positions by id. */
export type Ids = PackedIds | GrownIds;

/** Event ids in bytes of one width, and the positions in the order of their ids. */
export type PackedIds = { readonly width: number; readonly bytes: Uint8Array; readonly sorted: Uint32Array };

/** Ids from position `first` on, and where each stands, the last the newest; `size` of them, whatever is appended later. */
export type GrownIds = {
  readonly first: number;
  readonly size: number;
  readonly texts: readonly EventId[];
  readonly places: ReadonlyMap<EventId, readonly number[]>;
};
