import { z } from "zod";
import type { Document } from "../../model/dataset.ts";
import type { Entity, EntityId, Office, Place, PlaceId } from "../../model/entity.ts";
import type { Event, EventId } from "../../model/event.ts";
import type { Instant } from "../../model/when.ts";
import { documentSchema, entitySchema, eventId, eventSchema, officeSchema, placeSchema } from "../schema.ts";

/** `C-` and letters or digits. */
export type ChangeId = string;

/** What everyone who changes something leaves behind. */
export type Trace = {
  readonly id: ChangeId;
  readonly at: Instant;
  /** A key of the people who changed something: their names stand elsewhere, so that they can be forgotten. */
  readonly by: string;
  /** Address of the channel that it came from. */
  readonly where: string;
  readonly why: string;
};

/**
 * What was done to an event: `before` and `after` are the event as the person saw it and as they left it. Only the
 * fields in which the two differ are laid over the event, so that the rest follows what is read. `documents` are
 * those that a new source cites.
 */
export type Alteration = {
  readonly kind: "edit" | "accept" | "source";
  readonly event: EventId;
  readonly before: Event;
  readonly after: Event;
  /** SHA-256 checksums by document id: with the spans of `before`, what finds the event after a rebuild. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly documents: readonly Document[];
};

/** What a person did to the dataset. */
export type Deed =
  | { readonly kind: "add"; readonly after: Event; readonly documents: readonly Document[] }
  | Alteration
  | (Pick<Alteration, "event" | "before" | "checksums"> & { readonly kind: "withdraw" | "reject" })
  | (Omit<Alteration, "kind" | "documents"> & {
      readonly kind: "merge";
      /** `before` is the event that goes, `after` the other one with what came from it. */
      readonly into: EventId;
      readonly kept: Event;
    })
  | { readonly kind: "alias"; readonly of: EntityId | PlaceId; readonly name: string; readonly alias: string }
  | { readonly kind: "office"; readonly of: EntityId; readonly name: string; readonly office: Office }
  | { readonly kind: "document"; readonly document: Document; readonly found: readonly Event[] }
  | {
      readonly kind: "import";
      readonly file: string;
      readonly documents: readonly Document[];
      readonly events: readonly Event[];
      readonly entities: readonly Entity[];
      readonly places: readonly Place[];
      readonly redirects: Readonly<Record<EventId, EventId>>;
    }
  | { readonly kind: "undo"; readonly undoes: ChangeId };

export type Change = Trace & Deed;

const text = z.string().min(1);
const trace = { id: text, at: z.iso.datetime(), by: text, where: text, why: z.string() };
const documents = z.array(documentSchema);
const touched = { event: eventId, before: eventSchema, checksums: z.record(text, text) };

/** One change, as a file holds it. Fields that a newer version adds pass through. */
export const changeSchema: z.ZodType<Change> = z.discriminatedUnion("kind", [
  z.looseObject({ ...trace, kind: z.literal("add"), after: eventSchema, documents }),
  z.looseObject({
    ...trace,
    ...touched,
    kind: z.enum(["edit", "accept", "source"]),
    after: eventSchema,
    documents,
  }),
  z.looseObject({ ...trace, ...touched, kind: z.enum(["withdraw", "reject"]) }),
  z.looseObject({
    ...trace,
    ...touched,
    kind: z.literal("merge"),
    into: eventId,
    kept: eventSchema,
    after: eventSchema,
  }),
  z.looseObject({ ...trace, kind: z.literal("alias"), of: text, name: text, alias: text }),
  z.looseObject({ ...trace, kind: z.literal("office"), of: text, name: text, office: officeSchema }),
  z.looseObject({
    ...trace,
    kind: z.literal("document"),
    document: documentSchema,
    found: z.array(eventSchema),
  }),
  z.looseObject({
    ...trace,
    kind: z.literal("import"),
    file: text,
    documents,
    events: z.array(eventSchema),
    entities: z.array(entitySchema),
    places: z.array(placeSchema),
    redirects: z.record(eventId, eventId),
  }),
  z.looseObject({ ...trace, kind: z.literal("undo"), undoes: text }),
]);
