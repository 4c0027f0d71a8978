import type { Document } from "../../model/dataset.ts";
import type { DocumentId, Event, EventId } from "../../model/event.ts";
import type { Held } from "./held.ts";
import type { Review } from "./review.ts";

export type Found = { readonly event: Event; readonly in: "events" | "review" };

type Places = {
  readonly events: Held;
  readonly review: Pick<Review, "get" | "values">;
  readonly redirects: Pick<ReadonlyMap<EventId, EventId>, "get">;
  readonly documents: Pick<ReadonlyMap<DocumentId, Document>, "get">;
};

/**
 * The event that a change is about: by its id, by what that id leads to, or, after documents were read anew, by the
 * passages (checksum and span) that it was read from, when these are of one event alone and that of the same people.
 */
export function findEvent(
  id: EventId,
  before: Event,
  checksums: Readonly<Record<DocumentId, string>>,
  places: Places,
): Found | undefined {
  for (let at: EventId | undefined = id, hops = 0; at !== undefined && hops < 100; hops++) {
    const event = places.events.get(at, before);
    if (event) return { event, in: "events" };
    const listed = places.review.get(at);
    if (listed) return { event: listed, in: "review" };
    at = places.redirects.get(at);
  }
  const passages = new Set(
    before.sources.map(({ document, span }) => keyOf(checksums[document] ?? document, span)),
  );
  const people = new Set(before.participants.map((one) => one.id));
  const told = (["events", "review"] as const).flatMap((place) =>
    [...(place === "events" ? places.events.walked() : places.review.values())]
      .filter(({ kind, sources, participants }) => {
        if (kind !== before.kind || !participants.some((one) => people.has(one.id))) return false;
        return sources.some(({ document, span }) =>
          passages.has(keyOf(places.documents.get(document)?.sha256 ?? document, span)),
        );
      })
      .map((event) => ({ event, in: place })),
  );
  return told.length === 1 ? told[0] : undefined;
}

const keyOf = (checksum: string, [start, end]: readonly [number, number]) => `${checksum} ${start}-${end}`;
