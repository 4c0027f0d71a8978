import type { Event, SourceSpan } from "../../model/event.ts";
import { summarise } from "../../reading/summary.ts";

/** Fields that a person can change. */
const FIELDS = [
  "kind",
  "cameo",
  "status",
  "flags",
  "occasion",
  "participants",
  "places",
  "when",
  "topics",
  "summary",
  "confidence",
  "review",
  "conflicts",
  "corrected",
] as const satisfies readonly (keyof Event)[];

/**
 * Lays the fields in which `before` and `after` differ over an event as it is read now. Sources that came in are
 * added. Where the event has come to be read otherwise since, its sentence is composed anew, unless a person wrote it.
 */
export function lay(now: Event, before: Event, after: Event): Event {
  const differing = FIELDS.filter((field) => !same(before[field], after[field]));
  const patch = Object.fromEntries(
    differing.filter((field) => after[field] !== undefined).map((field) => [field, after[field]]),
  ) as Partial<Event>;
  const laid: Event = { ...now, ...patch, sources: uniteCitations(now.sources, newIn(before, after)) };
  const readAnew = FIELDS.some((field) => !same(now[field], before[field]));
  const composed = after.summary === summarise(after);
  return readAnew && composed ? { ...laid, summary: summarise(laid) } : laid;
}

/** Both lists of sources, each passage once. */
export function uniteCitations(
  some: readonly SourceSpan[],
  others: readonly SourceSpan[],
): readonly SourceSpan[] {
  const known = new Set(some.map(keyOf));
  return [...some, ...others.filter((source) => !known.has(keyOf(source)))];
}

const newIn = (before: Event, after: Event) => {
  const known = new Set(before.sources.map(keyOf));
  return after.sources.filter((source) => !known.has(keyOf(source)));
};

const keyOf = ({ document, paragraph, span }: SourceSpan) => `${document} ${paragraph} ${span.join("-")}`;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
