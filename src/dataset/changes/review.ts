import type { Event, EventId } from "../../model/event.ts";
import type { Journal } from "./journal.ts";
import type { Told } from "./told.ts";

/** What waits for a person to decide on it, in the order in which it came. */
export type Review = {
  readonly get: (id: EventId) => Event | undefined;
  readonly has: (id: EventId) => boolean;
  /** Puts an event behind the others. */
  readonly put: (event: Event) => void;
  readonly remove: (event: Event) => void;
  readonly values: () => readonly Event[];
};

/** The review list of a dataset; what is done to it is told on, and noted in the journal. */
export function openReview(
  initial: readonly Event[],
  { note }: Journal,
  told: Pick<Told, "add" | "remove">,
): Review {
  const all = new Map<EventId, { readonly event: Event; readonly order: number }>();
  let count = 0;
  let listed: readonly Event[] | undefined;
  const change = (id: EventId, one: { readonly event: Event; readonly order: number } | undefined) => {
    const before = all.get(id);
    if (one) all.set(id, one);
    else all.delete(id);
    listed = undefined;
    note(() => {
      if (before) all.set(id, before);
      else all.delete(id);
      listed = undefined;
    });
  };
  const put = (event: Event) => {
    change(event.id, { event, order: count++ });
    told.add(event, "review");
  };
  for (const event of initial) put(event);
  return {
    get: (id) => all.get(id)?.event,
    has: (id) => all.has(id),
    put,
    remove(event) {
      if (!all.has(event.id)) return;
      change(event.id, undefined);
      told.remove(event, "review");
    },
    values() {
      listed ??= [...all.values()].sort((a, b) => a.order - b.order).map(({ event }) => event);
      return listed;
    },
  };
}
