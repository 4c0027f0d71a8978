import type { Query } from "../../model/query.ts";
import { inOrder } from "../index/events.ts";
import { EMPTY } from "../index/lists.ts";
import { isMeeting } from "../select/kinds.ts";
import { NO } from "../select/match.ts";
import type { Room } from "./room.ts";

/**
 * Meetings with the ministry that a person headed then, where the person is not named: they are told beside who
 * met the person, since neither side of that is recorded. A ministry's id says of which country's office it is.
 */
export function atTheirMinistry(room: Room, query: Query): Uint32Array {
  const [term, ...more] = query.who ?? [];
  if (query.ask !== "people" || !term?.entity || more.length > 0 || !isMeeting(query.kinds)) return EMPTY;
  const { index, selector, dataset } = room;
  const person = dataset.entities.get(term.entity);
  const number = index.tables.entities.number(term.entity);
  if (person?.kind !== "person" || number < 0) return EMPTY;
  const own = new Set(selector.select(query).positions);
  const found = new Set<number>();
  for (const { office, of } of person.offices) {
    const ministry = `${office.replace(/minister$/, "ministry")}:${of}`;
    if (!office.endsWith("-minister") || index.tables.entities.number(ministry) < 0) continue;
    const met = selector.ofStatus(selector.select({ ...query, who: [{ entity: ministry }] }), ["happened"]);
    for (const position of met.positions) {
      const then = selector.offices.held(number, office, of, index.start[position]!, index.end[position]!);
      if (then !== NO && !own.has(position)) found.add(position);
    }
  }
  return inOrder(index, found);
}
