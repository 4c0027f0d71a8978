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
  if (query.asked?.office !== undefined) return EMPTY;
  const { index, selector, dataset } = room;
  const person = dataset.entities.get(term.entity);
  const number = index.tables.entities.number(term.entity);
  if (person?.kind !== "person" || number < 0) return EMPTY;
  const own = new Set(selector.select(query).positions);
  const found = new Set<number>();
  for (const { office, of } of person.offices) {
    const ministry = `${office.replace(/minister$/, "ministry")}:${of}`;
    if (!office.endsWith("-minister") || index.tables.entities.number(ministry) < 0) continue;
    const asked = { ...query, who: [{ entity: ministry }] };
    const met = selector.ofStatus(selector.select(asked), query.status ?? ["happened"]);
    for (const position of met.positions) {
      if (!isOfCountry(room, position, query.asked?.country)) continue;
      const then = selector.offices.held(number, office, of, index.start[position]!, index.end[position]!);
      if (then !== NO && !own.has(position)) found.add(position);
    }
  }
  return inOrder(index, found);
}

/** True where somebody of the country that is asked for took part, or none is asked for. */
function isOfCountry({ index }: Room, position: number, asked: string | undefined): boolean {
  if (asked === undefined) return true;
  const { offsets, country } = index.participants;
  const number = index.tables.countries.number(asked);
  return country.subarray(offsets[position], offsets[position + 1]).includes(number);
}
