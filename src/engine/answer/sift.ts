import { OUTSIDE_PARTS, STATUSES, type Status } from "../../model/kinds.ts";
import type { Query } from "../../model/query.ts";
import { EMPTY } from "../index/lists.ts";
import type { Found, Selection, Selector } from "../select/index.ts";
import { WEAK } from "../select/match.ts";

/** Events told apart from the answer, by position. */
export type Apart = { readonly why: string; readonly positions: Uint32Array };

/**
 * What answers a query and what is told beside it: other statuses, unless the question names its own and has an
 * answer. `told` says of what status the answer is: as the question
 * asks or has it by default, or, because nothing of that is recorded, planned or otherwise not happened.
 */
export type Sifted = {
  readonly answer: Selection;
  readonly told: "as asked" | "planned" | "otherwise";
  readonly also: readonly Apart[];
};

const NONE: Selection = { positions: EMPTY, matches: null };

/**
 * Parts the found events by status and by how surely they fit. Where `narrow` is given, events that it leaves out
 * are none of the answer and do not keep what was planned from standing in.
 */
export function sift(
  query: Query,
  found: Found,
  selector: Selector,
  narrow: (selection: Selection) => Selection = (selection) => selection,
): Sifted {
  const { sure, weak } = strength(found);
  const asked = statusesOf(query);
  const of = (statuses: readonly Status[]) => selector.ofStatus(sure, statuses);
  const others = STATUSES.filter((status) => !asked.includes(status));
  const fallbacks = asked.length === 1 && asked[0] === "happened" ? fallbacksOf(query) : [];
  const tried = [asked, ...fallbacks].map((statuses) => ({
    statuses,
    selection: narrow(of(statuses)),
  }));
  const told = Math.max(
    0,
    tried.findIndex(({ selection }) => selection.positions.length > 0),
  );
  const { statuses, selection } = tried[told] ?? { statuses: asked, selection: NONE };
  const answered = query.status !== undefined && fallbacks.length === 0 && selection.positions.length > 0;
  const also = (answered ? [] : others)
    .filter((status) => !statuses.includes(status))
    .map((status): Apart => ({ why: status, positions: of([status]).positions }));
  return {
    answer: selection,
    told: (["as asked", "planned", "otherwise"] as const)[told] ?? "as asked",
    also: [...also, { why: "possible", positions: selector.ofStatus(weak, asked).positions }].filter(
      ({ positions }) => positions.length > 0,
    ),
  };
}

/** The part of a selection whose positions fit. */
export function only({ positions, matches }: Selection, fits: (position: number) => boolean): Selection {
  return {
    positions: positions.filter(fits),
    matches: matches?.filter((_, i) => fits(positions[i]!)) ?? null,
  };
}

/** Whoever asks who did not come asks of all events; so does whoever asks for one event. */
function statusesOf(query: Query): readonly Status[] {
  if (query.status) return query.status;
  const outside = [query.asked?.part, ...(query.who ?? []).map(({ part }) => part)].some(
    (part) => part !== undefined && (part === "any" || OUTSIDE_PARTS.includes(part)),
  );
  return outside || query.event !== undefined ? STATUSES : ["happened"];
}

/**
 * What may stand in when nothing happened: what was planned; and, where whole events are the answer, so that
 * each says of itself what became of it, all the rest.
 */
function fallbacksOf(query: Query): readonly (readonly Status[])[] {
  switch (query.ask) {
    case "events":
      return [["planned"], STATUSES.filter((status) => status !== "happened" && status !== "planned")];
    case "people":
    case "pairs":
    case "dates":
    case "places":
    case "topics":
      return [["planned"]];
    case "number":
    case "whether":
    case "entity":
      return [];
  }
}

/** Parts off what fits only because one side of its time is unknown: it is told, but is no answer. */
function strength({ positions, matches }: Selection): { sure: Selection; weak: Selection } {
  if (matches === null) return { sure: { positions, matches }, weak: NONE };
  const sure = positions.filter((_, i) => matches[i] !== WEAK);
  return {
    sure: { positions: sure, matches: matches.filter((match) => match !== WEAK) },
    weak: { positions: positions.filter((_, i) => matches[i] === WEAK), matches: null },
  };
}
