import { z } from "zod";
import type { Event, EventId } from "../../model/event.ts";
import { standingIn } from "../laid.ts";
import {
  complaint,
  type documentSchema,
  entitySchema,
  eventId,
  eventSchema,
  manifestSchema,
  placeSchema,
} from "../schema.ts";
import type { World } from "./apply.ts";
import { type Change, changeSchema, type Deed } from "./types.ts";

const FORMAT = 1;
/** Beyond this size a dataset travels as a folder; only people's changes go out. */
export const EXPORTED = 20_000;

const schema = z.looseObject({
  attache: z.literal(FORMAT),
  manifest: manifestSchema,
  events: z.array(eventSchema),
  review: z.array(eventSchema),
  entities: z.array(entitySchema),
  places: z.array(placeSchema),
  redirects: z.record(eventId, eventId),
  changes: z.array(changeSchema),
});

/** The whole dataset as it is now, with people's changes, as JSON that `readImport` takes. Who made them stays here. */
export function writeExport({ dataset, review }: World, changes: readonly Change[]): string {
  const { manifest, entities, places, redirects } = dataset;
  const count = dataset.events.length > EXPORTED ? 0 : dataset.events.length;
  const events = Array.from({ length: count }, (_, at) => dataset.events.at(at)!);
  const whole = {
    attache: FORMAT,
    manifest,
    events,
    review: count === 0 ? [] : review,
    entities: count === 0 ? [] : [...entities.values()],
    places: count === 0 ? [] : [...places.values()],
    redirects: count === 0 ? {} : redirects,
    changes: changes.map((change) => ({ ...change, by: "elsewhere", where: "elsewhere" })),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** What an import would bring: changes that are new here, and events that neither these nor the dataset hold. */
export type Imported =
  | {
      readonly kind: "read";
      readonly changes: readonly Change[];
      readonly known: number;
      readonly deed: Extract<Deed, { kind: "import" }> | undefined;
    }
  | { readonly kind: "refused"; readonly why: string };

/** Reads an export. Nothing is written; what is here already stays as it is here. */
export function readImport(
  bytes: Uint8Array,
  file: string,
  { dataset, review }: World,
  changes: readonly Change[],
): Imported {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { kind: "refused", why: "it is not JSON, as “briefadmin export” writes it" };
  }
  const { data, error } = schema.safeParse(json);
  if (!data) return { kind: "refused", why: `it is no export of this program (${complaint(error)})` };
  const ids = new Set(changes.map(({ id }) => id));
  const fresh = data.changes.filter(({ id }) => !ids.has(id));
  const here = new Set<EventId>([
    ...review.map(({ id }) => id),
    ...Object.keys(dataset.redirects),
    ...Object.keys(dataset.withdrawn ?? {}),
    ...[...changes, ...fresh].flatMap(bornIn),
  ]);
  // A large list decodes each event that is looked at: it is asked for those alone that come.
  const large = dataset.events.length > EXPORTED;
  if (!large) for (let at = 0; at < dataset.events.length; at++) here.add(dataset.events.at(at)!.id);
  const isHere = (one: Event) => here.has(one.id) || (large && standingIn(dataset.events, one) !== undefined);
  const events = data.events.filter((one) => !isHere(one));
  const missing = unsourced(events, data.manifest.documents);
  if (missing !== undefined)
    return { kind: "refused", why: `its event ${missing} cites a document that it does not have` };
  const cited = new Set(events.flatMap(({ sources }) => sources.map(({ document }) => document)));
  const used = new Set(events.flatMap((one) => [...one.participants, ...one.places].map(({ id }) => id)));
  const deed: Extract<Deed, { kind: "import" }> | undefined =
    events.length === 0
      ? undefined
      : {
          kind: "import",
          file,
          documents: data.manifest.documents.filter(({ id }) => cited.has(id)),
          events,
          entities: data.entities.filter(({ id }) => used.has(id)),
          places: data.places.filter(({ id }) => used.has(id)),
          redirects: Object.fromEntries(
            Object.entries(data.redirects).filter(([, to]) => events.some(({ id }) => id === to)),
          ),
        };
  return { kind: "read", changes: fresh, known: data.changes.length - fresh.length, deed };
}

/** Events that a change itself brings. */
function bornIn(change: Change): readonly EventId[] {
  switch (change.kind) {
    case "add":
      return [change.after.id];
    case "document":
      return change.found.map(({ id }) => id);
    case "import":
      return change.events.map(({ id }) => id);
    default:
      return [];
  }
}

function unsourced(events: readonly Event[], documents: readonly z.infer<typeof documentSchema>[]) {
  const known = new Set(documents.map(({ id }) => id));
  return events.find(({ sources }) => sources.some(({ document }) => !known.has(document)))?.id;
}
