import type { PeopleValue } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import { INFERRED } from "../index/types.ts";
import type { Selection } from "../select/index.ts";
import { certaintyOf, type Match } from "../select/match.ts";
import type { Matcher } from "../select/who.ts";
import { answerers, idOf, type WhoKey } from "./answerers.ts";
import type { Room } from "./room.ts";
import { each, inOrder, tallies } from "./tally.ts";

/** People, organisations and countries that answer, each with the events that it stands on. */
export function peopleOf(
  room: Room,
  query: Query,
  matchers: readonly Matcher[],
  selection: Selection,
  reversed: boolean,
): readonly PeopleValue[] {
  const { marks } = room.index.participants;
  const answering = answerers(room, query, matchers);
  const counted = tallies<WhoKey>();
  const named = new Set<WhoKey>();
  each(selection, (position, match) => {
    for (const { row, who, match: own } of answering(position)) {
      counted.add(who, position, Math.min(match, own) as Match);
      if (!(marks[row]! & INFERRED)) named.add(who);
    }
  });
  const values = counted.entries().map(([who, tally]) => {
    const id = idOf(room.index.tables, who);
    const name = room.names.nameOf(id);
    const value = { id, name, certainty: certaintyOf(tally.match), inferred: !named.has(who) };
    return { name, tally, value };
  });
  return inOrder(room, values, reversed);
}
