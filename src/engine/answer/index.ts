import type { Answer, Aside, Briefing } from "../../model/briefing.ts";
import type { EventId } from "../../model/event.ts";
import type { Query } from "../../model/query.ts";
import type { Certainty } from "../../model/when.ts";
import { idAt } from "../index/ids.ts";
import type { Found, Selection } from "../select/index.ts";
import { CERTAIN } from "../select/match.ts";
import { answerers } from "./answerers.ts";
import { briefed } from "./briefed.ts";
import { coverageOf } from "./coverage.ts";
import { atTheirMinistry } from "./ministry.ts";
import { nearestTo } from "./nearest.ts";
import { notesOn, SILENCE } from "./notes.ts";
import { profileOf } from "./profile.ts";
import { type Room, uncited } from "./room.ts";
import { type Apart, type Sifted, sift } from "./sift.ts";
import { statesFirst } from "./states.ts";
import { superlative } from "./superlative.ts";
import { valuesOf } from "./values.ts";
import { whetherOf } from "./whether.ts";

/** How many events a briefing shows. */
const MOST_EVENTS = 50;

/** What an answer is put together from before its events are shown. */
type Draft = {
  readonly answer: Answer;
  /** The events that answer, and how surely. */
  readonly selection: Selection;
  readonly also: readonly Apart[];
  readonly notes: readonly string[];
  readonly told?: Sifted["told"];
  readonly rivals?: number;
};

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

function draftOf(room: Room, query: Query, found: Found): Draft {
  if (query.ask === "entity") return profile(room, query);
  const answering = answererTest(room, query, found);
  const {
    answer: sifted,
    told,
    also,
  } = statesFirst(room, query, found, sift(query, found, room.selector, answering));
  if (query.ask === "whether") return whether(room, query, found, sifted, also);
  const { chosen, rivals } =
    query.order === "first" || query.order === "last"
      ? superlative(room.index, sifted, query.order)
      : { chosen: sifted, rivals: NONE.positions };
  const { answer, notes: own, left } = valuesOf(room, query, found, chosen);
  const ministry = atTheirMinistry(room, query);
  const notes = ministry.length > 0 ? [...own, AT_MINISTRY] : own;
  const beside = [
    ...also,
    { why: "possible", positions: left },
    { why: "possible", positions: rivals },
    { why: "at their ministry", positions: ministry },
  ].filter(({ positions }) => positions.length > 0);
  if (chosen.positions.length > 0 && answer.values.length > 0)
    return { answer, selection: chosen, also: joined(beside), notes, told, rivals: rivals.length };
  const unnamed: readonly Apart[] =
    chosen.positions.length > 0 ? [{ why: "nobody else is named", positions: chosen.positions }] : [];
  return {
    answer: { kind: "nothing", values: [] },
    selection: NONE,
    also: joined([...unnamed, ...beside]),
    notes: [],
  };
}

const AT_MINISTRY =
  "Listed apart: meetings at the ministry that they headed; the text does not say that they were there.";

const NONE: Selection = { positions: new Uint32Array(0), matches: null };

/** Where the question narrows who may answer, or wants the first of them, an event must have an answer to count. */
function answererTest(room: Room, query: Query, found: Found): ((position: number) => boolean) | undefined {
  if (query.ask !== "people" || (!query.asked && query.order !== "first" && query.order !== "last"))
    return undefined;
  const answering = answerers(room, query, found.matchers);
  return (position) => answering(position).length > 0;
}

function profile(room: Room, query: Query): Draft {
  const found = profileOf(room, query);
  if (!found) return { answer: { kind: "nothing", values: [] }, selection: NONE, also: [], notes: [] };
  const { value, positions } = found;
  const notes =
    positions.length > 0
      ? []
      : [`Nothing recorded of ${value.name}; offices are from the table of office holders.`];
  return {
    answer: { kind: "entity", values: [value] },
    selection: { positions, matches: null },
    also: [],
    notes,
  };
}

const BECAUSE = {
  denied: "No: it was denied. A denial is what someone said, not proof.",
  declined: "No: the records say who declined or was absent.",
  separate: "No: they are told as having met others separately, not each other.",
} as const;

function whether(room: Room, query: Query, found: Found, sifted: Selection, also: readonly Apart[]): Draft {
  const { value, positions, because } = whetherOf(room, query, found, sifted);
  const unsure = value.value === "yes" ? [] : [{ why: "possible", positions: sifted.positions }];
  const used = new Set(positions);
  const beside = [...also, ...unsure].map(({ why, positions }) => ({
    why,
    positions: positions.filter((position) => !used.has(position)),
  }));
  return {
    answer: { kind: "whether", values: [value] },
    selection: { positions, matches: null },
    also: joined(beside.filter(({ positions }) => positions.length > 0)),
    notes: because ? [BECAUSE[because]] : value.value === "not recorded" ? [SILENCE] : [],
  };
}

/** Asides of one reason as one. */
function joined(asides: readonly Apart[]): readonly Apart[] {
  const byWhy = new Map<string, Uint32Array>();
  for (const { why, positions } of asides)
    byWhy.set(why, Uint32Array.from(new Set([...(byWhy.get(why) ?? []), ...positions])).sort());
  return [...byWhy].map(([why, positions]) => ({ why, positions }));
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

/** True when a query finds something to say. */
export function hasAnswer(base: Omit<Room, "cite">, query: Query): boolean {
  const room = uncited(base);
  return !isSilent(draftOf(room, query, room.selector.select(query)).answer);
}

const isSilent = (answer: Answer) =>
  answer.kind === "nothing" || (answer.kind === "whether" && answer.values[0].value === "not recorded");

const asksPivot = ({ when }: Query) => when !== undefined && "pivot" in when && "query" in when.pivot;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
