import type { Aside, Briefing } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import type { Certainty } from "../../model/when.ts";
import { placeIn } from "../index/events.ts";
import type { Index } from "../index/types.ts";
import type { Selection } from "../select/index.ts";
import { CERTAIN } from "../select/match.ts";
import { briefed } from "./briefed.ts";
import { citations } from "./cited.ts";
import { coverageOf } from "./coverage.ts";
import { type Draft, draftOf, hasAnswer, isSilent } from "./draft.ts";
import { nearestTo } from "./nearest.ts";
import { notesOn, SILENCE } from "./notes.ts";
import type { Room } from "./room.ts";

/** How many events a briefing shows. */
const MOST_EVENTS = 50;

/** A query answered: the briefing, whole but for its own question. */
export function answer(base: Omit<Room, "cite">, query: Query): Briefing {
  const cited = citations(base.index);
  const room: Room = { ...base, cite: cited.cite };
  const understood = sentence(room.tell(query));
  const found = room.selector.select(query);
  const draft = draftOf(room, query, found);
  const also = draft.also.map(
    ({ why, positions }): Aside => ({ why, events: Array.from(positions, room.cite) }),
  );
  const { nearest, suggestions } = isSilent(draft.answer)
    ? nearestTo(room, query, cited.has, (other) => hasAnswer(base, other))
    : { nearest: [], suggestions: [] };
  const pivots = Array.from(found.pivots, room.cite);
  const certainty = certaintyIn(base.index, found);
  const shown = inPage(query, draft, cited.positions);
  const events = shown.map((position) => briefed(room, position, certainty(position)));
  const ownEvents = events.filter((_, i) => placeIn(base.index, draft.selection.positions, shown[i]!) >= 0);
  return {
    question: understood,
    understood,
    query,
    answer: draft.answer,
    events,
    ...(cited.positions.length > events.length && { more: cited.positions.length - events.length }),
    also: pivots.length > 0 ? [...also, { why: "compared with", events: pivots }] : also,
    notes: [
      ...draft.notes,
      ...notesOn(room, {
        query,
        told: draft.told ?? "as asked",
        events: ownEvents,
        possible: ownEvents.filter((event) => event.certainty === "possible").length,
        rivals: draft.rivals ?? 0,
        undated:
          (draft.also.find(({ why }) => why === "possible")?.positions.length ?? 0) - (draft.rivals ?? 0),
        noPivot: asksPivot(query) && found.pivots.length === 0,
      }),
      ...(draft.answer.kind === "nothing" ? [SILENCE] : []),
    ],
    coverage: coverageOf(room, draft.selection),
    nearest,
    suggestions,
  };
}

/** The cited events that are shown, the asked page of the answer's own first. */
function inPage(
  { ask, limit, page = 1 }: Query,
  { selection }: Draft,
  cited: readonly number[],
): readonly number[] {
  if (ask !== "events" || limit === undefined || page <= 1) return cited.slice(0, MOST_EVENTS);
  const from = Math.min((page - 1) * limit, selection.positions.length);
  return [...cited.slice(from), ...cited.slice(0, from)].slice(0, MOST_EVENTS);
}

/** How surely an event fits the question. One that is only shown beside it is certain in itself. */
function certaintyIn(index: Index, { positions, matches }: Selection): (position: number) => Certainty {
  return (position) => {
    const match = matches?.[placeIn(index, positions, position)];
    return match === undefined || match === CERTAIN ? "certain" : "possible";
  };
}

const asksPivot = ({ when }: Query) => when !== undefined && "pivot" in when && "query" in when.pivot;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
