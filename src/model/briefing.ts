import type { Entity, EntityId, PlaceId } from "./entity.ts";
import type { DocumentId, Event, EventId, EventPlace, Participant } from "./event.ts";
import type { Query } from "./query.ts";
import type { Certainty, Day } from "./when.ts";

/** A value's events: at most 20 ids, and the count of all. */
type Stands = { readonly events: readonly EventId[]; readonly count: number };

export type PeopleValue = Stands & {
  readonly id: EntityId;
  readonly name: string;
  readonly certainty: Certainty;
  /** True when every event names them by office only. */
  readonly inferred: boolean;
};
export type PairValue = Stands & {
  readonly ids: readonly [EntityId, EntityId];
  readonly names: readonly [string, string];
};
export type EventValue = { readonly id: EventId };
export type DateValue = Stands & { readonly edtf: string };
export type PlaceValue = Stands & {
  readonly id: PlaceId;
  readonly name: string;
  readonly country: string | null;
};
export type TopicValue = Stands & { readonly name: string };
export type NumberValue = Stands & { readonly value: number };
/** "no" only on evidence: denied, declined, or separate. */
export type WhetherValue = Stands & { readonly value: "yes" | "no" | "not recorded" };
export type EntityValue = Stands & {
  readonly id: EntityId;
  readonly name: string;
  readonly offices: Entity["offices"];
  readonly country?: string;
  readonly aliases: readonly string[];
};
export type Choice = { readonly id: string; readonly name: string };

/**
 * The answer itself. `nothing`: understood, but nothing recorded. `which`: the question fits several people or
 * places. `unclear`: the words were not understood, a name is unknown, a day does not exist.
 */
export type Answer =
  | { readonly kind: "people"; readonly values: readonly PeopleValue[] }
  | { readonly kind: "pairs"; readonly values: readonly PairValue[] }
  | { readonly kind: "events"; readonly values: readonly EventValue[] }
  | { readonly kind: "dates"; readonly values: readonly DateValue[] }
  | { readonly kind: "places"; readonly values: readonly PlaceValue[] }
  | { readonly kind: "topics"; readonly values: readonly TopicValue[] }
  | { readonly kind: "number"; readonly values: readonly [NumberValue] }
  | { readonly kind: "whether"; readonly values: readonly [WhetherValue] }
  | { readonly kind: "entity"; readonly values: readonly EntityValue[] }
  | { readonly kind: "which"; readonly values: readonly Choice[] }
  | { readonly kind: "nothing"; readonly values: readonly [] }
  | { readonly kind: "unclear"; readonly values: readonly [] };

/** A source as a briefing cites it, with its bibliographic data beside it. */
export type Citation = {
  readonly document: DocumentId;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url?: string;
  readonly item?: number;
  readonly paragraph: number;
  readonly span: readonly [number, number];
  readonly origin: string;
  readonly quote: string | null;
};

/** An event as a briefing shows it: the event with its sources spelt out and how surely it answers. */
export type BriefedEvent = Omit<Event, "sources" | "participants" | "places"> & {
  readonly participants: readonly Participant[];
  readonly places: readonly EventPlace[];
  readonly sources: readonly Citation[];
  readonly certainty: Certainty;
};

/** Events told apart from the answer: `why` is a status, "possible", "separate", "nearest in time", … */
export type Aside = { readonly why: string; readonly events: readonly EventId[] };

export type Coverage = {
  readonly documents: number;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly matchingDocuments: number;
};

/** What the engine returns and `ask --json` prints, one object a question. */
export type Briefing = {
  readonly question: string;
  /** Never empty. */
  readonly understood: string;
  readonly query: Query | null;
  readonly answer: Answer;
  /** Each event that an id anywhere in the briefing points to, once, at most 50; `more` counts the rest. */
  readonly events: readonly BriefedEvent[];
  readonly more?: number;
  readonly also: readonly Aside[];
  readonly notes: readonly string[];
  readonly coverage: Coverage;
  readonly nearest: readonly Aside[];
  /** Things to ask instead, each a whole line that works. */
  readonly suggestions: readonly string[];
};
