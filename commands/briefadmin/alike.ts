import type { Desk } from "../../src/bot/index.ts";
import type { BriefedEvent } from "../../src/model/briefing.ts";
import type { Event } from "../../src/model/event.ts";
import { KIND_GROUPS, type Kind, STATUSES } from "../../src/model/kinds.ts";
import { present } from "../../src/model/present.ts";
import { addDays, type Period, type When, within } from "../../src/model/when.ts";

/** Days within which two tellings may be of one event. */
const NEAR = 3;

/**
 * Events that may be the same one: of the same group of kinds, the same people (two of them, or the only one), near in
 * time, and not in another place.
 */
export function lookAlikes(event: Event, desk: Desk): readonly BriefedEvent[] {
  const people = present(event).map(({ id }) => id);
  const { start, end } = event.when;
  const near: Period = { from: start && addDays(start, -NEAR), to: end && addDays(end, NEAR) };
  const found = new Map<string, BriefedEvent>();
  for (const entity of people) {
    const query = {
      ask: "events",
      who: [{ entity }],
      status: STATUSES,
      when: { kind: "period", ...near },
    } as const;
    for (const one of desk.aside(query).events) found.set(one.id, one);
  }
  const needed = Math.min(2, people.length);
  return [...found.values()].filter((one) => {
    const there = new Set(present(one).map(({ id }) => id));
    return (
      one.id !== event.id &&
      isNear(one.when, near) &&
      groupOf(one.kind) === groupOf(event.kind) &&
      people.filter((id) => there.has(id)).length >= Math.max(1, needed) &&
      (one.places.length === 0 ||
        event.places.length === 0 ||
        one.places.some(({ id }) => event.places.some((place) => place.id === id)))
    );
  });
}

/** Something told of years is near no day. */
const isNear = (other: When, near: Period) =>
  other.start !== null && other.end !== null && within(other, near) !== null;

const groupOf = (kind: Kind): string => ((KIND_GROUPS.met as readonly Kind[]).includes(kind) ? "met" : kind);
