import { z } from "zod";
import type { Document, Manifest } from "../model/dataset.ts";
import type { Entity, Office, Place } from "../model/entity.ts";
import { type Event, RESOLUTIONS } from "../model/event.ts";
import { FLAGS, KIND_NAMES, PARTS, STATUSES } from "../model/kinds.ts";
import { bounds, DATE_DERIVATIONS, type Day, isDay, PRECISIONS } from "../model/when.ts";

const day = z.custom<Day>((value) => typeof value === "string" && isDay(value), "no such day");
const text = z.string().min(1);
const edtf = z.string().refine((value) => bounds(value) !== null, "not a date of EDTF");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "not a SHA-256 checksum");
const documentId = z.string().regex(/^D-[0-9a-f]{6,}$/, "not a document's id");
export const eventId = z.string().regex(/^E-[0-9a-z]{8,}$/, "not an event's id");
const span = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([start, end]) => start < end, "a span has to end after its start");

const participant = z.strictObject({
  id: text,
  kind: z.enum(["person", "country", "organisation", "group"]),
  name: text,
  as: z.string(),
  role: text.optional(),
  country: text.optional(),
  part: z.enum(PARTS),
  resolution: z.enum(RESOLUTIONS),
  inferred: z.boolean(),
});

const eventPlace = z.strictObject({
  id: text,
  name: text,
  country: text.nullable(),
  derivation: z.enum(["stated", "dateline", "inferred"]),
  venue: text.optional(),
});

const when = z
  .strictObject({
    edtf: z.string(),
    start: day.nullable(),
    end: day.nullable(),
    precision: z.enum(PRECISIONS),
    derivation: z.enum(DATE_DERIVATIONS),
    evidence: z.string(),
  })
  .refine(
    ({ start, end }) => start === null || end === null || start <= end,
    "a time has to end after its start",
  );

const source = z.strictObject({
  document: documentId,
  item: z.int().min(0).optional(),
  paragraph: z.int().min(1),
  span,
  origin: text,
  quote: text.optional(),
});

const conflict = z.strictObject({
  field: text,
  values: z.array(z.strictObject({ value: z.string(), source: documentId })),
});

/** One line of `events.ndjson` and `review.ndjson`. */
export const eventSchema: z.ZodType<Event> = z.strictObject({
  id: eventId,
  kind: z.enum(KIND_NAMES as [Event["kind"], ...Event["kind"][]]),
  cameo: text.optional(),
  status: z.enum(STATUSES),
  flags: z.array(z.enum(FLAGS)),
  occasion: text.nullable(),
  participants: z.array(participant),
  places: z.array(eventPlace),
  when,
  topics: z.array(text),
  summary: text,
  sources: z.array(source).min(1, "an event without a source"),
  confidence: z.strictObject({ band: z.enum(["high", "medium", "low"]), reasons: z.array(text) }),
  review: z.enum(["none", "listed", "accepted", "edited", "rejected"]),
  conflicts: z.array(conflict),
  rules: z.array(text).optional(),
  corrected: z.strictObject({ on: day, reason: text }).optional(),
});

export const officeSchema: z.ZodType<Office> = z.strictObject({
  office: text,
  title: text,
  of: text,
  from: day.nullable(),
  to: day.nullable(),
});

/** One line of `entities.ndjson`. */
export const entitySchema: z.ZodType<Entity> = z.strictObject({
  id: text,
  kind: z.enum(["person", "country", "organisation", "group"]),
  name: text,
  aliases: z.array(text),
  country: text.optional(),
  offices: z.array(officeSchema),
});

/** One line of `places.ndjson`. */
export const placeSchema: z.ZodType<Place> = z.strictObject({
  id: text,
  kind: z.enum(["city", "country", "region", "venue"]),
  name: text,
  country: text.nullable(),
  aliases: z.array(text),
  within: z.array(text),
});

/** A document, as the manifest has it. */
export const documentSchema: z.ZodType<Document> = z.strictObject({
  id: documentId,
  file: text,
  title: text,
  publisher: text.nullable(),
  published: edtf.nullable(),
  url: text.optional(),
  items: z.array(z.strictObject({ title: text, published: edtf.nullable() })).optional(),
  sha256,
});

const count = z.int().min(0);

/** `manifest.json`. */
export const manifestSchema: z.ZodType<Manifest> = z.strictObject({
  schema: z.int(),
  documents: z.array(documentSchema),
  counts: z.strictObject({ documents: count, events: count, review: count, entities: count, places: count }),
  from: day.nullable(),
  to: day.nullable(),
});

/** `redirects.json`. */
export const redirectsSchema = z.record(eventId, eventId);

const named = {
  /** SHA-256 of the document's bytes. */
  document: sha256,
  /** Where the passage stands in it. */
  span,
  /** Why, in words that a reader of the answer can follow. */
  reason: text,
};

/** `curation.json`: what a person decided about what was read. */
export const curationSchema = z.array(
  z.discriminatedUnion("decision", [
    z.strictObject({ decision: z.literal("anchor"), ...named, day }),
    z.strictObject({
      decision: z.literal("fix"),
      ...named,
      /** An id of someone in it, where several events begin in one passage. */
      who: text.optional(),
      on: day,
      when: edtf.optional(),
      status: z.enum(STATUSES).optional(),
      name: z.strictObject({ from: text, to: text }).optional(),
    }),
    z.strictObject({ decision: z.literal("reject"), ...named, who: text.optional(), on: day }),
  ]),
);

export type Curation = z.infer<typeof curationSchema>;

/** What is wrong, in one line: where in the object and what. */
export const complaint = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message))
    .join("; ");
