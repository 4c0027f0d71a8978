import type { EntityId, EntityKind, PlaceId } from "./entity.ts";
import type { DocumentId, EventId } from "./event.ts";
import type { Flag, Kind, KindGroup, Part, Status } from "./kinds.ts";
import type { Day, Instant, Period } from "./when.ts";

/** What is asked for. A question with two asks ("when and where") is asked as events. */
export const ASKS = [
  "people",
  "pairs",
  "events",
  "dates",
  "places",
  "topics",
  "number",
  "whether",
  "entity",
] as const;
export type Ask = (typeof ASKS)[number];

/** A kind of ours, a group of kinds, or a CAMEO code with all that lies below it: `cameo:051`. */
export type KindTerm = Kind | KindGroup | `cameo:${string}`;

export type Granularity = "day" | "month" | "year";

/** An office for whoever held it on the event's day: "the UK foreign secretary". */
export type OfficeTerm = { readonly office: string; readonly of: string };

/** Someone who takes part. Exactly one of `entity` and `office`. */
export type WhoTerm = {
  readonly entity?: EntityId;
  readonly office?: OfficeTerm;
  /** Gives direction: who visited X (X is host) or whom X visited (X is visitor). Absent: present in any part. */
  readonly part?: Part | "any";
};

/** What the people asked for must be: their part ("who did not come": declined), kind, office, or country. */
export type Asked = {
  readonly part?: Part;
  readonly kind?: EntityKind;
  readonly office?: string;
  readonly country?: string;
  /** Only those whom the text leaves unnamed: "a senior diplomat". */
  readonly unnamed?: true;
  /** Only who came there: neither hosts nor people of the country that the place lies in. */
  readonly guest?: true;
};

export type TimeTerm =
  | ({ readonly kind: "period" } & Period)
  /** Strictly before or after a day, or the last or first matching day of another query's event. */
  | { readonly kind: "before" | "after"; readonly pivot: Pivot; readonly within?: Period }
  /** In the same day, month or year as another query's event; that event itself is left out. */
  | {
      readonly kind: "same";
      readonly granularity: Granularity;
      readonly pivot: Pivot;
      /** Both limits count: "in 2010, after the Lisbon talks". */
      readonly within?: Period;
    };

/** A day (or month, year: EDTF of that precision) or the event that another query finds. */
export type Pivot = { readonly day: string } | { readonly query: Query };

/** A question as data: one immutable tree behind every surface. */
export type Query = {
  readonly ask: Ask;
  /** For number. */
  readonly of?: "events" | "people" | "places" | "sources" | "days";
  /** For dates: their granularity. */
  readonly by?: Granularity;
  /** For people: who may be an answer. */
  readonly asked?: Asked;
  /** All of them take part in one event together. */
  readonly who?: readonly WhoTerm[];
  readonly kinds?: readonly KindTerm[];
  /** Default: happened, with the others told apart under `also`. */
  readonly status?: readonly Status[];
  readonly flags?: readonly Flag[];
  /** How many sides were present: 2 bilateral, 3 trilateral. */
  readonly sides?: 2 | 3 | 4;
  readonly occasion?: string;
  readonly topic?: string;
  /** Words that must stand in the event's own texts (summary, names, topics, occasion, titles). */
  readonly text?: string;
  readonly source?: DocumentId;
  /** One event by id. */
  readonly event?: EventId;
  readonly where?: PlaceId;
  readonly when?: TimeTerm;
  /** What entered the dataset or was changed after it. */
  readonly since?: Instant;
  readonly order?: "first" | "last" | "newest" | "oldest";
  readonly limit?: number;
  /** From 1. */
  readonly page?: number;
};

/** A whole-period filter, the usual time term. */
export const period = (from: Day | null, to: Day | null): TimeTerm => ({ kind: "period", from, to });
