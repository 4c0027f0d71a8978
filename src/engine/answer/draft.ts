import type { Answer } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import { inOrder } from "../index/events.ts";
import type { Found, Selection } from "../select/index.ts";
import { answerers } from "./answerers.ts";
import { atTheirMinistry } from "./ministry.ts";
import { SILENCE } from "./notes.ts";
import { hasProfile, profileOf } from "./profile.ts";
import { type Room, uncited } from "./room.ts";
import { type Apart, only, type Sifted, sift } from "./sift.ts";
import { statesFirst } from "./states.ts";
import { outermost, superlative } from "./superlative.ts";
import { valuesOf } from "./values.ts";
import { whetherOf } from "./whether.ts";

/** What an answer is put together from before its events are shown. */
export type Draft = {
  readonly answer: Answer;
  /** The events that answer, and how surely. */
  readonly selection: Selection;
  readonly also: readonly Apart[];
  readonly notes: readonly string[];
  readonly told?: Sifted["told"];
  readonly rivals?: number;
};

/** Answers a query over the events that were found for it. */
export function draftOf(room: Room, query: Query, found: Found): Draft {
  if (query.ask === "entity") return profile(room, query);
  const {
    answer: sifted,
    told,
    also: apart,
  } = statesFirst(room, query, found, sift(query, found, room.selector, narrowing(room, query, found)));
  if (query.ask === "whether") return whether(room, query, found, sifted, apart);
  const also = withAnswers(room, query, found, apart);
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
    return {
      answer,
      selection: without(chosen, left),
      also: joined(room, beside),
      notes,
      told,
      rivals: rivals.length,
    };
  const unnamed: readonly Apart[] =
    chosen.positions.length > 0 ? [{ why: "nobody else is named", positions: chosen.positions }] : [];
  return {
    answer: { kind: "nothing", values: [] },
    selection: NONE,
    also: joined(room, [...unnamed, ...beside]),
    notes: [],
  };
}

function without({ positions, matches }: Selection, left: Uint32Array): Selection {
  if (left.length === 0) return { positions, matches };
  const gone = new Set(left);
  const stays = (position: number) => !gone.has(position);
  return {
    positions: positions.filter(stays),
    matches: matches?.filter((_, i) => stays(positions[i]!)) ?? null,
  };
}

const AT_MINISTRY =
  "Listed apart: meetings at the ministry that they headed; the text does not say that they were there.";

const NONE: Selection = { positions: new Uint32Array(0), matches: null };

/** Where the question narrows who may answer, or wants the first of them, an event must have an answer to count. */
function narrowing(
  room: Room,
  query: Query,
  found: Found,
): ((selection: Selection) => Selection) | undefined {
  const { ask, asked, order } = query;
  const edge = order === "first" || order === "last" ? order : null;
  if (ask !== "people" || (!asked && edge === null)) return undefined;
  const answering = answerers(room, query, found.matchers);
  const answers = (position: number) => answering(position).length > 0;
  return (selection) => (edge && outermost(room.index, selection, edge, answers)) ?? only(selection, answers);
}

/** Beside an answer that asks for some people only, what tells of such people. */
function withAnswers(room: Room, query: Query, found: Found, apart: readonly Apart[]): readonly Apart[] {
  if (query.ask !== "people" || !query.asked) return apart;
  const answering = answerers(room, query, found.matchers);
  return apart.map(({ why, positions }) => ({
    why,
    positions: positions.filter((position) => answering(position).length > 0),
  }));
}

function profile(room: Room, query: Query): Draft {
  const found = profileOf(room, query);
  if (!found) return { answer: { kind: "nothing", values: [] }, selection: NONE, also: [], notes: [] };
  const { values, positions, notes } = found;
  return {
    answer: { kind: "entity", values },
    selection: { positions, matches: null },
    also: [],
    notes,
  };
}

const BECAUSE = {
  denied: "No: it was denied. A denial is what someone said, not proof.",
  declined: "No: the records say who declined or was absent.",
  separate:
    "No: they are told as having met others separately then, not each other; of other occasions nothing is recorded.",
} as const;

function whether(room: Room, query: Query, found: Found, sifted: Selection, also: readonly Apart[]): Draft {
  const { value, positions, because, apart } = whetherOf(room, query, found, sifted);
  const unsure = value.value === "yes" ? [] : [{ why: "possible", positions: sifted.positions }];
  const used = new Set(positions);
  const beside = [...also, ...unsure, { why: "separate", positions: apart }].map(({ why, positions }) => ({
    why,
    positions: positions.filter((position) => !used.has(position)),
  }));
  return {
    answer: { kind: "whether", values: [value] },
    selection: { positions, matches: null },
    also: joined(
      room,
      beside.filter(({ positions }) => positions.length > 0),
    ),
    notes: because
      ? [BECAUSE[because]]
      : value.value === "not recorded"
        ? [...(query.status ? [] : planned(also)), SILENCE]
        : [],
  };
}

const planned = (also: readonly Apart[]): readonly string[] =>
  also.some(({ why, positions }) => why === "planned" && positions.length > 0)
    ? ["It was planned; nothing confirms it."]
    : [];

/** Asides of one reason as one. */
function joined({ index }: Pick<Room, "index">, asides: readonly Apart[]): readonly Apart[] {
  const byWhy = new Map<string, Uint32Array>();
  for (const { why, positions } of asides)
    byWhy.set(why, inOrder(index, [...(byWhy.get(why) ?? []), ...positions]));
  return [...byWhy].map(([why, positions]) => ({ why, positions }));
}

/** True when a query finds something to say. */
export function hasAnswer(base: Omit<Room, "cite">, query: Query): boolean {
  const room = uncited(base);
  if (query.ask === "entity") return hasProfile(room, query);
  const found = room.selector.select(query);
  if (query.ask === "people" || query.ask === "events" || query.ask === "dates") {
    const answering = query.ask === "people" ? answerers(room, query, found.matchers) : null;
    const { answer } = sift(query, found, room.selector);
    return answer.positions.some((position) => answering === null || answering(position).length > 0);
  }
  return !isSilent(draftOf(room, query, found).answer);
}

/** True when an answer says nothing: then what lies near is shown. */
export const isSilent = (answer: Answer): boolean =>
  answer.kind === "nothing" || (answer.kind === "whether" && answer.values[0].value === "not recorded");
