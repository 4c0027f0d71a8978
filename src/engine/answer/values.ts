import type { Answer, EventValue } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import { EMPTY } from "../index/lists.ts";
import { OPEN_START } from "../index/types.ts";
import type { Found, Selection } from "../select/index.ts";
import { CERTAIN } from "../select/match.ts";
import { datesOf } from "./dates.ts";
import { numberOf } from "./number.ts";
import { pairsOf } from "./pairs.ts";
import { peopleOf } from "./people.ts";
import { placesOf } from "./places.ts";
import type { Room } from "./room.ts";
import { topicsOf } from "./topics.ts";

/** The values of an answer; the possible events that it leaves out because its values could not mark them. */
export type Valued = {
  readonly answer: Answer;
  readonly notes: readonly string[];
  readonly left: Uint32Array;
};

/** The answer to every ask that gathers values from events. `whether` and `entity` are asked elsewhere. */
export function valuesOf(room: Room, query: Query, found: Found, selection: Selection): Valued {
  const reversed = query.order === "last" || query.order === "newest";
  const { sharp, left } = sharpOnly(selection);
  const plainly = (answer: Answer): Valued => ({ answer, notes: [], left });
  switch (query.ask) {
    case "people":
      return {
        ...plainly({ kind: "people", values: peopleOf(room, query, found.matchers, selection, reversed) }),
        left: EMPTY,
      };
    case "pairs":
      return plainly({ kind: "pairs", values: pairsOf(room, found.matchers, sharp, reversed) });
    case "dates":
      return plainly({ kind: "dates", values: datesOf(room, query.by, sharp, reversed) });
    case "places": {
      const values = placesOf(room, sharp, reversed);
      if (values.length > 0) return plainly({ kind: "places", values });
      return { ...eventsInstead(room, sharp, reversed, "The place is not recorded."), left };
    }
    case "topics": {
      const values = topicsOf(room, sharp, reversed);
      if (values.length > 0) return plainly({ kind: "topics", values });
      return { ...eventsInstead(room, sharp, reversed, "What it was about is not recorded."), left };
    }
    case "number": {
      const { value, notes } = numberOf(room, query, found.matchers, selection);
      return { answer: { kind: "number", values: [value] }, notes, left: sharp === selection ? EMPTY : left };
    }
    case "events":
    case "whether":
    case "entity":
      return { ...eventsInstead(room, selection, reversed), left: EMPTY };
  }
}

/** The events themselves, newest first where reversed; with the reason, where something else was asked for. */
function eventsInstead(room: Room, { positions }: Selection, reversed: boolean, why?: string) {
  // A list may hold every event of a large actor: filled in place, it costs half of what mapping would.
  const values = new Array<EventValue>(positions.length);
  const ordered = reversed ? newestFirst(room, positions) : positions;
  for (let i = 0; i < ordered.length; i++) values[i] = { id: room.cite(ordered[i]!) };
  return { answer: { kind: "events", values } as const, notes: why === undefined ? [] : [why] };
}

/** By start, latest first; what has no known start counts from its end, the latest day that it can have been. */
function newestFirst({ index }: Room, positions: Uint32Array): Uint32Array {
  const { start, end } = index;
  const ordered = positions.slice().reverse();
  if (positions.length === 0 || start[positions[0]!] !== OPEN_START) return ordered;
  const day = (position: number) => (start[position] === OPEN_START ? end[position]! : start[position]!);
  return ordered.sort((a, b) => day(b) - day(a) || b - a);
}

/** What is certain, where anything is; the rest is left for beside the answer. */
function sharpOnly(selection: Selection): { readonly sharp: Selection; readonly left: Uint32Array } {
  const { positions, matches } = selection;
  if (matches === null || !matches.includes(CERTAIN)) return { sharp: selection, left: EMPTY };
  return {
    sharp: { positions: positions.filter((_, i) => matches[i] === CERTAIN), matches: null },
    left: positions.filter((_, i) => matches[i] !== CERTAIN),
  };
}
