import type { Briefing } from "../../model/briefing.ts";
import type { Engine } from "../../model/engine.ts";
import type { EventId } from "../../model/event.ts";
import { STATUSES } from "../../model/kinds.ts";
import type { Query } from "../../model/query.ts";
import type { Day } from "../../model/when.ts";

/** A digest's question as one for events: whoever or whatever it asks for, its events are what there is to tell. */
export function eventsOf(query: Query): Query {
  const { ask: _, of: __, by: ___, order: ____, limit: _____, page: ______, since: _______, ...rest } = query;
  const bare = { ...rest };
  delete bare.asked;
  return { ...bare, ask: "events" };
}

/** The events that answer a digest's question, of whatever status, those that did not happen among them. */
export function matching(query: Query, engine: Engine, today: Day): ReadonlySet<EventId> {
  const found = new Set(idsIn(engine.answer(eventsOf(query), { today })));
  if (query.asked === undefined) return found;
  // Who may answer ("which Finns …") is a condition on people, so each event is asked for them.
  const { order: _, limit: __, page: ___, since: ____, ...rest } = query;
  return new Set(
    [...found].filter((event) => {
      const { answer, also } = engine.answer({ ...rest, event }, { today });
      return answer.kind !== "nothing" || also.some(({ why }) => why !== "nobody else is named");
    }),
  );
}

/** The ids of a briefing's answer, with those that it tells apart for their status or uncertain time. */
function idsIn({ answer, also }: Briefing): readonly EventId[] {
  const apart: readonly string[] = [...STATUSES, "possible"];
  const own = answer.kind === "events" ? answer.values.map(({ id }) => id) : [];
  return [...own, ...also.flatMap(({ why, events }) => (apart.includes(why) ? events : []))];
}
