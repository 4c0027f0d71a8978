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

/** So few events are asked for one by one; more are looked up among all that answer. */
const FEW = 50;

/** Those of some events that answer a digest's question, of whatever status, those that did not happen among them. */
export function matching(
  query: Query,
  ids: readonly EventId[],
  engine: Engine,
  today: Day,
): ReadonlySet<EventId> {
  if (ids.length === 0) return new Set();
  const asked = eventsOf(query);
  const all = ids.length > FEW ? new Set(idsIn(engine.answer(asked, { today }))) : undefined;
  const answers = (event: EventId) =>
    all ? all.has(event) : idsIn(engine.answer({ ...asked, event }, { today })).includes(event);
  return new Set(ids.filter((id) => answers(id) && hasAnswer(query, id, engine, today)));
}

/** Who may answer ("which Finns …") is a condition on people, so that an event is asked for them. */
function hasAnswer(query: Query, event: EventId, engine: Engine, today: Day): boolean {
  if (query.asked === undefined) return true;
  const { order: _, limit: __, page: ___, since: ____, ...rest } = query;
  const { answer, also } = engine.answer({ ...rest, event }, { today });
  return answer.kind !== "nothing" || also.some(({ why }) => why !== "nobody else is named");
}

/** The ids of a briefing's answer, with those that it tells apart for their status or uncertain time. */
function idsIn({ answer, also }: Briefing): readonly EventId[] {
  const apart: readonly string[] = [...STATUSES, "possible"];
  const own = answer.kind === "events" ? answer.values.map(({ id }) => id) : [];
  return [...own, ...also.flatMap(({ why, events }) => (apart.includes(why) ? events : []))];
}
