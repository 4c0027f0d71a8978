import type { Drawable, DrawableEvent } from "../drawable.ts";
import { legible } from "../panel/text.ts";

export type Lane = { readonly name: string; readonly events: readonly DrawableEvent[] };
export type Lanes = { readonly by: "place" | "person" | "none"; readonly lanes: readonly Lane[] };

/** Fewer events than this read best on one line of time. */
const ENOUGH = 4;
const MOST = 6;

/**
 * Parts the events into lanes where that reads better: by the people answered, else by place where the question
 * names none; two to six lanes, in the order of their first event, else one without a name.
 */
export function lanesOf(briefing: Drawable, events: readonly DrawableEvent[]): Lanes {
  if (events.length >= ENOUGH) {
    const people = briefing.answer.kind === "people" ? byPerson(briefing.answer.values, events) : [];
    if (fits(people)) return { by: "person", lanes: people };
    if (briefing.query?.where === undefined) {
      const places = grouped(events, (event) => event.places[0]?.name, "place not stated");
      if (fits(places)) return { by: "place", lanes: places };
    }
  }
  return { by: "none", lanes: [{ name: "", events }] };
}

const fits = (lanes: readonly Lane[]) => lanes.length >= 2 && lanes.length <= MOST;

function byPerson(
  values: readonly { readonly name: string; readonly events: readonly string[] }[],
  events: readonly DrawableEvent[],
): readonly Lane[] {
  return grouped(
    events,
    (event) => {
      const there = values.filter((value) => value.events.includes(event.id));
      return there.length === 0 ? undefined : there.map(({ name }) => name).join(", ");
    },
    "others",
  );
}

/** Lanes by name; whatever has none comes last, under `rest`. */
function grouped(
  events: readonly DrawableEvent[],
  nameOf: (event: DrawableEvent) => string | undefined,
  rest: string,
): readonly Lane[] {
  const lanes = new Map<string, DrawableEvent[]>();
  const nameless: DrawableEvent[] = [];
  for (const event of events) {
    const name = nameOf(event);
    const shown = name === undefined ? "" : legible(name);
    const lane = shown === "" ? nameless : lanes.get(shown);
    if (lane === undefined) lanes.set(shown, [event]);
    else lane.push(event);
  }
  const named = [...lanes].map(([name, events]) => ({ name, events }));
  return nameless.length === 0 ? named : [...named, { name: rest, events: nameless }];
}
