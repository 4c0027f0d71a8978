import type { Briefing } from "../model/briefing.ts";
import type { Event, EventPlace, Participant } from "../model/event.ts";
import type { When } from "../model/when.ts";

/** What a picture needs of an event. */
export type DrawableEvent = Pick<Event, "id" | "kind" | "status"> & {
  readonly when: Pick<When, "edtf" | "start" | "end">;
  readonly participants: readonly Pick<Participant, "id" | "kind" | "name" | "country" | "part">[];
  readonly places: readonly Pick<EventPlace, "id" | "name">[];
};

/** What a picture needs of a briefing: a small part of it, so that handing it to the drawing thread is cheap. */
export type Drawable = Pick<Briefing, "understood" | "query" | "answer" | "more"> & {
  readonly events: readonly DrawableEvent[];
};

/** A briefing without what no picture shows: sources, summaries, notes. */
export const drawable = ({ understood, query, answer, more, events }: Briefing): Drawable => ({
  understood,
  query,
  answer,
  ...(more === undefined ? {} : { more }),
  events,
});

/** An event without what no picture shows. */
export const drawableEvent = ({
  id,
  kind,
  status,
  when,
  participants,
  places,
}: DrawableEvent): DrawableEvent => ({
  id,
  kind,
  status,
  when: { edtf: when.edtf, start: when.start, end: when.end },
  participants: participants.map(({ id, kind, name, country, part }) => ({
    id,
    kind,
    name,
    ...(country === undefined ? {} : { country }),
    part,
  })),
  places: places.map(({ id, name }) => ({ id, name })),
});

/**
 * The events that a briefing answers with: those that its values stand on, without what it tells apart beside them;
 * all that it shows where its values stand on none.
 */
export function answering({ answer, events }: Drawable): readonly DrawableEvent[] {
  const ids = new Set(
    answer.values.flatMap((value) => ("events" in value ? value.events : "id" in value ? [value.id] : [])),
  );
  const found = events.filter(({ id }) => ids.has(id));
  return found.length > 0 ? found : events;
}
