import type { BriefedEvent, Citation } from "../../model/briefing.ts";
import type { SourceSpan } from "../../model/event.ts";
import type { Certainty } from "../../model/when.ts";
import { eventAt } from "../index/events.ts";
import type { Room } from "./room.ts";

/** The event at a position with its sources spelt out. */
export function briefed(room: Room, position: number, certainty: Certainty): BriefedEvent {
  const event = eventAt(room.dataset, room.index, position);
  return { ...event, sources: event.sources.map((source) => cited(room, source)), certainty };
}

function cited(room: Room, source: SourceSpan): Citation {
  const document = room.documents.get(source.document);
  const item = source.item === undefined ? undefined : document?.items?.[source.item];
  return {
    document: source.document,
    title: item?.title ?? document?.title ?? source.document,
    publisher: document?.publisher ?? null,
    published: item?.published ?? document?.published ?? null,
    ...(document?.url !== undefined && { url: document.url }),
    ...(source.item !== undefined && { item: source.item }),
    paragraph: source.paragraph,
    span: source.span,
    origin: source.origin,
    quote: source.quote ?? null,
  };
}
