import type { Event } from "../../model/event.ts";
import type { Query } from "../../model/query.ts";
import { eventAt, inOrder } from "../index/events.ts";
import { EMPTY } from "../index/lists.ts";
import { MET } from "../index/types.ts";
import type { Room } from "./room.ts";

/** More events than this of each side are not compared: a question that broad has no such evidence. */
const MOST = 200;

/**
 * Events that tell of two sides as meeting a third separately: read from one passage by a rule that says so, with
 * a participant in common, one side in each. Ascending; empty where nothing of the kind is told.
 */
export function separate(room: Room, query: Query): Uint32Array {
  const [a, b, ...more] = query.who ?? [];
  if (!a || !b || more.length > 0) return EMPTY;
  const [first, second] = [a, b].map((term) => meetings(room, { ...query, who: [term] }));
  const apart = new Set<number>();
  for (const one of first ?? [])
    for (const other of second ?? [])
      if (one.position !== other.position && toldSeparately(one.event, other.event)) {
        apart.add(one.position);
        apart.add(other.position);
      }
  return inOrder(room.index, apart);
}

type Placed = { readonly position: number; readonly event: Event };

function meetings(room: Room, query: Query): readonly Placed[] {
  const { index, selector, dataset } = room;
  const found = selector.ofStatus(selector.select(query), ["happened"]);
  if (found.positions.length > MOST) return [];
  return [...found.positions].flatMap((position): readonly Placed[] => {
    const event = index.flags[position]! & MET ? eventAt(dataset, index, position) : undefined;
    return event ? [{ position, event }] : [];
  });
}

function toldSeparately(one: Event, other: Event): boolean {
  return (
    [one, other].every(({ rules }) => rules?.some((rule) => /\bseparate/i.test(rule)) ?? false) &&
    one.sources.some((mine) =>
      other.sources.some(
        (its) => mine.document === its.document && mine.span[0] < its.span[1] && its.span[0] < mine.span[1],
      ),
    ) &&
    one.participants.some(({ id }) => other.participants.some((its) => its.id === id))
  );
}
