import { countryId } from "../../../model/entity.ts";
import { STATUSES } from "../../../model/kinds.ts";
import type { Query, TimeTerm } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import { finished } from "../draft.ts";
import { tellDate, tellPeriod } from "../time/index.ts";
import { eventsOf, SIDED } from "./events.ts";
import { listOf, nameOf } from "./who.ts";

/**
 * What limits a query besides its people and kinds, each part after a comma, the time last. After a verb, status and
 * flags stand here too: there is no noun that they could stand before.
 */
export function modifiers(query: Query, names: Names, verb = false): string {
  const { where, occasion, topic, text, source, event, when, since, status, flags = [] } = query;
  const parts = [
    where === undefined ? "" : `in ${placeOf(names, where)}`,
    occasion === undefined ? "" : `at the ${names.write({ kind: "occasion", name: occasion })}`,
    topic === undefined ? "" : `on the topic of ${names.write({ kind: "topic", name: topic })}`,
    text === undefined ? "" : `with the words “${text.replace(/[“”"„«»]/g, "")}”`,
    source === undefined ? "" : `according to document ${source}`,
    event === undefined ? "" : `event ${event}`,
    status?.length === STATUSES.length
      ? "of any status"
      : status?.includes("happened") || verb
        ? statusWords(query)
        : "",
    verb && query.sides !== undefined ? SIDED[query.sides] : "",
    ...(verb ? flags.map((flag) => (flag === "series" ? "recurring" : flag)) : []),
    since === undefined
      ? ""
      : `changed since ${since.endsWith("T00:00:00.000Z") ? tellDate(since.slice(0, 10)) : since}`,
    when === undefined ? "" : timeOf(when, query, names),
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => `, ${part}`)
    .join("");
}

const statusWords = ({ status = [] }: Query) =>
  listOf(
    status.map((each) => (each === "happened" ? "that happened" : each)),
    "or",
  );

function timeOf(when: TimeTerm, query: Query, names: Names): string {
  if (when.kind === "period") return tellPeriod(when);
  if (when.within) {
    const { within, ...term } = when;
    return `${tellPeriod({ kind: "period", ...within })}, ${timeOf(term, query, names)}`;
  }
  const { pivot } = when;
  const lead = when.kind === "same" ? `in the same ${when.granularity} as` : when.kind;
  if ("day" in pivot)
    return when.kind === "same" ? `${lead} ${tellDate(pivot.day)}` : tellPeriod({ kind: when.kind, pivot });
  const short = byName(pivot.query, query, names);
  return short === undefined ? `${lead} the ${eventsOf(pivot.query, names)}` : `${lead} ${short} did`;
}

/** The name that alone stands for a pivot's event: it takes the place of who is asked for. */
function byName(pivot: Query, query: Query, names: Names): string | undefined {
  if (query.ask !== "people") return undefined;
  const own = pivot.who?.at(-1);
  if (!own) return undefined;
  const {
    ask: _ask,
    asked,
    of: _of,
    by: _by,
    order: _order,
    limit: _limit,
    page: _page,
    when: _when,
    since: _since,
    status: _status,
    ...rest
  } = query;
  const wanted = finished({
    ...rest,
    ask: "events",
    who: [...(query.who ?? []), { ...own, part: undefined, ...(asked?.part && { part: asked.part }) }],
  });
  return JSON.stringify(wanted) === JSON.stringify(finished(pivot)) ? nameOf(own, names) : undefined;
}

export const placeOf = (names: Names, id: string): string =>
  names.write(
    id.startsWith(countryId("")) && names.byKey(`country:${id.slice(8)}`).length > 0
      ? { kind: "country", code: id.slice(8) }
      : { kind: "place", id },
  );
