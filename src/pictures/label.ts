import type { BriefedEvent } from "../model/briefing.ts";
import { OUTSIDE_PARTS } from "../model/kinds.ts";
import { dateLabel } from "./dates.ts";
import { legible } from "./text.ts";

/** At most so many names in a label; the rest are counted. */
const NAMES = 3;

/** Who takes part in an event, in a few words: those present, or those named where nobody was. */
export function who(event: BriefedEvent): string {
  const inside = event.participants.filter((one) => !OUTSIDE_PARTS.includes(one.part));
  const persons = inside.filter((one) => one.kind === "person");
  const shown = persons.length > 0 ? persons : inside.length > 0 ? inside : event.participants;
  const names = [...new Set(shown.map((one) => legible(one.name)))];
  const rest = names.length - NAMES;
  const list = names.slice(0, NAMES).join(", ");
  return rest > 0 ? `${list} +${rest}` : list;
}

/** The label of an event on the timeline; what its lane says already is left out. */
export function eventLabel(event: BriefedEvent, lane: "place" | "person" | "none"): string {
  const parts = [dateLabel(event.when.edtf), who(event)];
  const place = event.places[0];
  if (place !== undefined && lane !== "place") parts.push(legible(place.name));
  if (event.kind !== "meeting") parts.push(event.kind);
  if (event.status !== "happened") parts.push(event.status);
  return parts.filter((part) => part !== "").join(" · ");
}
