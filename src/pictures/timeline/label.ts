import { OUTSIDE_PARTS } from "../../model/kinds.ts";
import type { DrawableEvent } from "../drawable.ts";
import { legible } from "../panel/text.ts";
import { dateLabel } from "./dates.ts";

/** At most so many names in a label; the rest are counted. */
const NAMES = 3;

/** Who takes part in an event, in a few words: those present, or those named where nobody was. */
export function who(event: DrawableEvent): string {
  const inside = event.participants.filter((one) => !OUTSIDE_PARTS.includes(one.part));
  const persons = inside.filter((one) => one.kind === "person");
  const shown = persons.length > 0 ? persons : inside.length > 0 ? inside : event.participants;
  const names = [...new Set(shown.map((one) => legible(one.name)))];
  const rest = names.length - NAMES;
  const list = names.slice(0, NAMES).join(", ");
  return rest > 0 ? `${list} +${rest}` : list;
}

/**
 * The label of an event on the timeline: what can't be left out first, since a label may be cut at its end; what its
 * lane says already is left out.
 */
export function eventLabel(event: DrawableEvent, lane: "place" | "person" | "none"): string {
  const status = event.status === "happened" ? "" : event.status;
  const kind = event.kind === "meeting" && status === "" ? "" : event.kind;
  const place = event.places[0];
  return [
    dateLabel(event.when.edtf),
    `${status} ${kind}`.trim(),
    who(event),
    place !== undefined && lane !== "place" ? legible(place.name) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
