import type { Query } from "../../model/query.ts";
import { codeOf } from "../index/sides.ts";
import type { Found } from "../select/index.ts";
import { NO } from "../select/match.ts";
import type { Room } from "./room.ts";
import type { Sifted } from "./sift.ts";

/**
 * Two countries named together are states that deal with each other. Where what is asked is drawn from all events
 * at once, a number or the topics, and some record has the states themselves or their delegations, those answer,
 * and what their officials did by name stands beside. A list keeps all: there each event speaks for itself.
 */
export function statesFirst(room: Room, query: Query, found: Found, sifted: Sifted): Sifted {
  const { who = [], ask } = query;
  const dyad = who.length > 1 && who.every(({ entity }) => entity !== undefined && codeOf(entity) !== null);
  if (!dyad || (ask !== "number" && ask !== "topics")) return sifted;
  const { positions, matches } = sifted.answer;
  const ofStates = (position: number) => betweenStates(room, found, position);
  const answer = positions.filter(ofStates);
  if (answer.length === 0 || answer.length === positions.length) return sifted;
  return {
    ...sifted,
    answer: { positions: answer, matches: matches?.filter((_, i) => ofStates(positions[i]!)) ?? null },
    also: [
      ...sifted.also,
      { why: "by their officials", positions: positions.filter((position) => !ofStates(position)) },
    ],
  };
}

/** True when each country stands in the event by something else than a person. */
function betweenStates(room: Room, { matchers }: Found, position: number): boolean {
  const { participants, tables } = room.index;
  const from = participants.offsets[position]!;
  const to = participants.offsets[position + 1]!;
  return matchers.every((matcher) => {
    for (let row = from; row < to; row++) {
      const person = room.names.kindOf(tables.entities.texts[participants.entity[row]!]!) === "person";
      if (!person && matcher.row(position, row) !== NO) return true;
    }
    return false;
  });
}
