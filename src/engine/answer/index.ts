import type { Aside, Briefing } from "../../model/briefing.ts";
import type { EventId } from "../../model/event.ts";
import type { Query } from "../../model/query.ts";
import type { Certainty } from "../../model/when.ts";
import { idAt } from "../index/ids.ts";
import type { Selection } from "../select/index.ts";
import { CERTAIN } from "../select/match.ts";
import { briefed } from "./briefed.ts";
import { coverageOf } from "./coverage.ts";
import { type Draft, draftOf, hasAnswer, isSilent } from "./draft.ts";
import { nearestTo } from "./nearest.ts";
import { notesOn, SILENCE } from "./notes.ts";
import type { Room } from "./room.ts";

/** How many events a briefing shows. */
const MOST_EVENTS = 50;

/** A query answered: the briefing, whole but for its own question. */
export function answer(base: Omit<Room, "cite">, query: Query): Briefing {
  const cited = new Map<number, EventId>();
  const room: Room = {
    ...base,
    cite(position) {
      const known = cited.get(position);
      if (known !== undefined) return known;
      const id = idAt(base.index.ids, position);
      cited.set(position, id);
      return id;
    },
  };
  const understood = sentence(room.tell(query));
  const found = room.selector.select(query);
  const draft = draftOf(room, query, found);
  const also = draft.also.map(
    ({ why, positions }): Aside => ({ why, events: Array.from(positions, room.cite) }),
  );
  const { nearest, suggestions } = isSilent(draft.answer)
    ? nearestTo(room, query, new Set(cited.keys()), (other) => hasAnswer(base, other))
    : { nearest: [], suggestions: [] };
  const pivots = Array.from(found.pivots, room.cite);
  const certainty = certaintyIn(found);
  const shown = inPage(query, draft, [...cited.keys()]).slice(0, MOST_EVENTS);
  const events = shown.map((position) => briefed(room, position, certainty(position)));
  const answering = new Set(draft.selection.positions);
  const ownEvents = events.filter((_, i) => answering.has(shown[i]!));
  return {
    question: understood,
    understood,
    query,
    answer: draft.answer,
    events,
    ...(cited.size > events.length && { more: cited.size - events.length }),
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

/** The cited events with the asked page of the answer's own first. */
function inPage(
  { ask, limit, page = 1 }: Query,
  { selection }: Draft,
  cited: readonly number[],
): readonly number[] {
  if (ask !== "events" || limit === undefined || page <= 1) return cited;
  const from = Math.min((page - 1) * limit, selection.positions.length);
  return [...cited.slice(from), ...cited.slice(0, from)];
}

/** How surely an event fits the question. One that is only shown beside it is certain in itself. */
function certaintyIn({ positions, matches }: Selection): (position: number) => Certainty {
  const possible = new Set(matches === null ? [] : positions.filter((_, i) => matches[i] !== CERTAIN));
  return (position) => (possible.has(position) ? "possible" : "certain");
}

const asksPivot = ({ when }: Query) => when !== undefined && "pivot" in when && "query" in when.pivot;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
