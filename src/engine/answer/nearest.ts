import type { Aside } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import { dayNumber, span } from "../../model/when.ts";
import { compare } from "../index/events.ts";
import { OPEN_END, OPEN_START } from "../index/types.ts";
import type { Room } from "./room.ts";
import { sift } from "./sift.ts";

const PER_CONDITION = 3;
const SUGGESTIONS = 3;

export type Near = {
  readonly nearest: readonly Aside[];
  /** Lines that ask without that condition; each reads to a query that `hasAnswer`. */
  readonly suggestions: readonly string[];
};

/**
 * What lies near a question that nothing answers: one condition dropped at a time, the nearest events in time,
 * without those that the briefing shows already.
 */
export function nearestTo(
  room: Room,
  query: Query,
  shown: (position: number) => boolean,
  hasAnswer: (query: Query) => boolean,
): Near {
  const nearest: Aside[] = [];
  const suggestions: string[] = [];
  const told = new Set<number>();
  for (const { why, query: relaxed } of relaxations(query)) {
    const { answer } = sift(relaxed, room.selector.select(relaxed), room.selector);
    const near = byNearness(room, query, answer.positions)
      .filter((position) => !told.has(position) && !shown(position))
      .slice(0, PER_CONDITION);
    if (near.length === 0) continue;
    for (const position of near) told.add(position);
    nearest.push({ why, events: near.map(room.cite) });
    const line = room.tell(relaxed);
    if (suggestions.length === SUGGESTIONS || suggestions.includes(line)) continue;
    const read = room.reads(line);
    if (read && hasAnswer(read)) suggestions.push(line);
  }
  return { nearest, suggestions };
}

type Relaxation = { readonly why: string; readonly query: Query };

/** The query without one of its conditions. Dropping the last one that says what is asked would fit anything. */
function relaxations(query: Query): readonly Relaxation[] {
  const { who = [] } = query;
  const drop = (why: string, ...fields: readonly (keyof Query)[]): Relaxation[] =>
    fields.some((field) => query[field] !== undefined) ? [{ why, query: without(query, fields) }] : [];
  const dropped = [
    ...drop("nearest in time", "when"),
    ...drop("in another place", "where"),
    ...drop("about something else", "topic"),
    ...drop("in other words", "text"),
    ...drop("on another occasion", "occasion"),
    ...drop("in another source", "source"),
    ...drop("otherwise", "flags"),
    ...drop("with more or fewer sides", "sides"),
    ...drop("of another status", "status"),
    ...drop("with others", "asked"),
    ...(who.some(({ part }) => part !== undefined)
      ? [{ why: "in another part", query: { ...query, who: who.map(({ part: _, ...term }) => term) } }]
      : []),
    ...drop("of another kind", "kinds"),
    ...(query.kinds && who.some(({ part }) => part !== undefined)
      ? [
          {
            why: "of another kind",
            query: without({ ...query, who: who.map(({ part: _, ...term }) => term) }, ["kinds"]),
          },
        ]
      : []),
    ...(who.length > 1
      ? who.map((_, i) => ({
          why: "without one of them",
          query: { ...query, who: who.filter((_, n) => n !== i) },
        }))
      : drop("with others", "who")),
  ];
  return dropped.filter(({ why, query: relaxed }) => why === "nearest in time" || saysSomething(relaxed));
}

function without(query: Query, fields: readonly (keyof Query)[]): Query {
  return Object.fromEntries(
    Object.entries(query).filter(([field]) => !fields.includes(field as keyof Query)),
  ) as unknown as Query;
}

/** A query that still says who, where, or about what. A kind or a period alone fits too much to be near. */
function saysSomething({ who, where, topic, text, occasion, event }: Query): boolean {
  return Boolean(who?.length || where || topic || text || occasion || event);
}

/** How many on either side of the time asked for are weighed. */
const AROUND = 50;

/** Nearest in time to what is asked first; where no time is asked for, the newest first. */
function byNearness(room: Room, query: Query, positions: Uint32Array): readonly number[] {
  const { start, end } = room.index;
  const middle = middleOf(query);
  if (middle === null) return [...positions.slice(-AROUND)].reverse();
  const started = positions.findIndex((position) => start[position]! >= middle);
  const at = started < 0 ? positions.length : started;
  const distance = (position: number) => {
    const from = start[position] === OPEN_START ? end[position]! : start[position]!;
    const to = end[position] === OPEN_END ? start[position]! : end[position]!;
    return middle < from ? from - middle : middle > to ? middle - to : 0;
  };
  return [...positions.slice(Math.max(0, at - AROUND), at + AROUND)].sort(
    (a, b) => distance(a) - distance(b) || compare(room.index, a, b),
  );
}

/** The middle of a period, its only end, or the day of a "before" or "after". */
function middleOf({ when }: Query): number | null {
  if (when === undefined) return null;
  if (when.kind !== "period") {
    const day = "day" in when.pivot ? span(when.pivot.day) : null;
    return day && dayNumber(when.kind === "after" ? day.to : day.from);
  }
  const from = when.from && dayNumber(when.from);
  const to = when.to && dayNumber(when.to);
  if (from === null) return to;
  return to === null ? from : (from + to) / 2;
}
