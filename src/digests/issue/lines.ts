import type { BriefedEvent } from "../../model/briefing.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Engine } from "../../model/engine.ts";
import type { EventId } from "../../model/event.ts";
import type { Query } from "../../model/query.ts";
import { period } from "../../model/query.ts";
import { byCodePoint } from "../../model/text.ts";
import { addDays, type Day, daysInMonth } from "../../model/when.ts";
import type { Section } from "../digest.ts";
import type { Change } from "./changes.ts";
import { eventsOf, matching } from "./matching.ts";

/** One line of a digest: an event with the reason why it is there, or one that the dataset has no more. */
export type Line =
  | {
      readonly kind: "event";
      readonly section: Section | "latest";
      readonly event: BriefedEvent;
      /** For what is new or changed. */
      readonly change?: Change;
      /** For an anniversary: how many years ago. */
      readonly years?: number;
    }
  | {
      readonly kind: "withdrawn";
      readonly section: "new";
      readonly id: EventId;
      readonly what: string;
      readonly why: string;
    };

export type World = { readonly engine: Engine; readonly dataset: Dataset };

export type Asked = {
  readonly query: Query;
  readonly sections: readonly Section[];
  /** The changes of its window. */
  readonly changes: readonly Change[];
  /** What it posted before, by event. */
  readonly posted: ReadonlyMap<EventId, string>;
  /** The local date of the slot, and that of the day before the next one. */
  readonly date: Day;
  readonly until: Day;
  /** How far ahead planned events are told. */
  readonly horizon: Day;
};

/** Everything that a digest has to tell, section by section in their order. */
export function linesOf(asked: Asked, world: World): readonly Line[] {
  const of = { new: news, upcoming, anniversaries } as const satisfies Record<Section, unknown>;
  const order: readonly Section[] = ["new", "upcoming", "anniversaries"];
  const told = new Set<EventId>();
  const lines = order.flatMap((section) =>
    asked.sections.includes(section) ? of[section](asked, world) : [],
  );
  // What is new and planned, or new and of this day, is told once.
  return lines.filter((line) => {
    const id = line.kind === "event" ? line.event.id : line.id;
    return !told.has(id) && told.add(id);
  });
}

/** The newest events of a question, by their own days: what a new digest introduces itself with. */
export function latest(query: Query, { engine }: World, count: number, today: Day): readonly Line[] {
  const newest = { ...eventsOf(query), order: "newest" as const };
  const { events } = engine.answer(newest, { today });
  const fitting = matching(
    query,
    events.map(({ id }) => id),
    engine,
    today,
  );
  return byDay(events.filter(({ id }) => fitting.has(id)))
    .slice(0, count)
    .map((event) => ({ kind: "event", section: "latest", event }));
}

/** So many changes are looked through for one digest; more is a new dataset and not news. */
const MOST = 10_000;

function news({ query, changes, posted, date }: Asked, world: World): readonly Line[] {
  if (changes.length === 0) return [];
  const last = collapse(changes);
  const fitting = matching(query, [...last.keys()], world.engine, date);
  const told = [...last.values()].filter(({ event, change }) =>
    (change === "withdrawn" ? posted : fitting).has(event),
  );
  const lines = told.slice(0, MOST).flatMap((change): readonly Line[] => {
    if (change.change === "withdrawn") {
      const { event, why } = change;
      return [{ kind: "withdrawn", section: "new", id: event, what: posted.get(event) ?? event, why }];
    }
    const [event] = shown([change.event], world, date);
    return event ? [{ kind: "event", section: "new", event, change }] : [];
  });
  const key = (line: Line) => (line.kind === "event" ? dayOf(line.event) : "");
  return lines.sort((a, b) => byCodePoint(key(b), key(a)));
}

/** The last change of each event; what entered and was corrected after it, entered. */
function collapse(changes: readonly Change[]): ReadonlyMap<EventId, Change> {
  const last = new Map<EventId, Change>();
  for (const change of changes) {
    const before = last.get(change.event);
    const entered = before?.change === "entered" && change.change === "corrected";
    last.set(change.event, entered ? before : change);
  }
  return last;
}

/** Planned events that may fall on the days ahead. */
function upcoming({ query, date, horizon }: Asked, world: World): readonly Line[] {
  if (query.status !== undefined && !query.status.includes("planned")) return [];
  const asked = { ...eventsOf(query), status: ["planned"] as const, order: "newest" as const };
  const ahead = query.when === undefined ? { ...asked, when: period(date, horizon) } : asked;
  const { events } = world.engine.answer(ahead, { today: date });
  const soon = events.filter(({ status, when: { start, end } }) => {
    if (status !== "planned" || (start === null && end === null)) return false;
    return (start ?? date) <= horizon && (end === null ? start! >= date : end >= date);
  });
  const key = ({ when, id }: BriefedEvent) => `${when.start ?? date} ${when.end ?? horizon} ${id}`;
  return soon
    .toSorted((a, b) => byCodePoint(key(a), key(b)))
    .map((event) => ({ kind: "event", section: "upcoming", event }));
}

/** What happened on these days of the year in earlier years, the latest year first. */
function anniversaries({ query, date, until }: Asked, { engine, dataset }: World): readonly Line[] {
  const { from } = dataset.manifest;
  if (from === null || (query.status !== undefined && !query.status.includes("happened"))) return [];
  const lines: Line[] = [];
  for (let day = date; day <= until; day = addDays(day, 1)) {
    for (const then of sameDays(day, Number(from.slice(0, 4)))) {
      const asked: Query = { ...eventsOf(query), status: ["happened"], when: period(then, then) };
      const { events } = engine.answer(asked, { today: date });
      const exact = events.filter(({ when }) => when.start === then && when.end === then);
      const years = Number(day.slice(0, 4)) - Number(then.slice(0, 4));
      const ids = exact.map(({ id }) => id);
      // The question's own time, and who may answer it, stand beside the day that is asked for.
      const fitting = query.when || query.asked ? matching(query, ids, engine, date) : new Set(ids);
      for (const event of exact)
        if (fitting.has(event.id)) lines.push({ kind: "event", section: "anniversaries", event, years });
    }
  }
  return lines;
}

/** The same day in earlier years, newest first. The 29th of February is kept on the 28th where there is no 29th. */
function sameDays(day: Day, first: number): readonly Day[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const leapDayToo = day.slice(5) === "02-28" && daysInMonth(year, 2) === 28;
  const days: Day[] = [];
  for (let then = year - 1; then >= first; then--) {
    const written = String(then).padStart(4, "0");
    if (leapDayToo && daysInMonth(then, 2) === 29) days.push(`${written}-02-29` as Day);
    if (Number(day.slice(8)) <= daysInMonth(then, month)) days.push(`${written}${day.slice(4)}` as Day);
  }
  return days;
}

function shown(ids: Iterable<EventId>, { engine }: World, today: Day): readonly BriefedEvent[] {
  return [...ids].slice(0, MOST).flatMap((id) => {
    const { events } = engine.answer({ ask: "events", event: id }, { today });
    return events.filter((event) => event.id === id).slice(0, 1);
  });
}

const dayOf = ({ when, id }: BriefedEvent) => `${when.end ?? when.start ?? "0000-00-00"} ${id}`;

/** Newest first. */
const byDay = (events: readonly BriefedEvent[]): readonly BriefedEvent[] =>
  [...events].sort((a, b) => byCodePoint(dayOf(b), dayOf(a)));
