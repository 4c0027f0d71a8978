import type { Answer, Aside, Briefing } from "../../src/model/briefing.ts";
import type { EventId } from "../../src/model/event.ts";

/** A line to be: which event it stands on, and the value that it is there for. Cheap, so that any page can be cut. */
export type Entry = {
  readonly event: EventId;
  readonly who?: string;
  readonly where?: string;
  /** EDTF. */
  readonly date?: string;
  readonly topic?: string;
  readonly marks?: readonly string[];
  readonly heading?: string;
};

/** Every line of an answer in its order: the values, then what is told apart from them, or what is nearest. */
export function entriesOf(briefing: Briefing): readonly Entry[] {
  return [...answeringOf(briefing), ...briefing.nearest.flatMap(asides)];
}

/** The lines that answer, and those told apart from them; what is only near to the question is not among them. */
export function answeringOf({ answer, also }: Briefing): readonly Entry[] {
  return [...valuesOf(answer), ...also.flatMap(asides)];
}

function valuesOf(answer: Answer): readonly Entry[] {
  switch (answer.kind) {
    case "people":
      return answer.values.flatMap(({ name, certainty, ...stands }) =>
        first(stands, { who: name, marks: certainty === "possible" ? ["possible"] : [] }),
      );
    case "pairs":
      return answer.values.flatMap(({ names, ...stands }) => first(stands, { who: names.join(" and ") }));
    case "places":
      return answer.values.flatMap(({ name, ...stands }) => first(stands, { where: name }));
    case "dates":
      return answer.values.flatMap(({ edtf, ...stands }) => first(stands, { date: edtf }));
    case "topics":
      return answer.values.flatMap(({ name, ...stands }) => first(stands, { topic: name }));
    case "events":
      return answer.values.map(({ id }) => ({ event: id }));
    case "number":
    case "whether":
    case "entity":
      return answer.values.flatMap(({ events }) => events.map((event) => ({ event })));
    case "which":
    case "nothing":
    case "unclear":
      return [];
  }
}

type Stands = { readonly events: readonly EventId[]; readonly count: number };

/** A value stands under its first event, and says how many more there are. */
function first({ events, count }: Stands, value: Omit<Entry, "event">): readonly Entry[] {
  const [event] = events;
  if (event === undefined) return [];
  const more = count > 1 ? [`${count - 1} more ${count === 2 ? "event" : "events"}`] : [];
  return [{ event, ...value, marks: [...(value.marks ?? []), ...more] }];
}

const HEADINGS: Readonly<Record<string, string>> = {
  possible: "Possibly in that time",
  alleged: "Alleged",
  separate: "Held separately",
};

const asides = ({ why, events }: Aside): readonly Entry[] =>
  events.map((event) => ({ event, heading: HEADINGS[why] ?? capital(why) }));

export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** So many events are looked through one by one; more is a dataset and not an answer. */
export const MOST = 2_000;

/** The note that says how many of all were left out of what is looked through, if any. */
export const leftOut = (all: number): readonly string[] =>
  all > MOST ? [`${all - MOST} more events are left out; ask for a shorter time.`] : [];
