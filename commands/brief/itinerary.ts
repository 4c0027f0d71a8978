import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import { OUTSIDE_PARTS } from "../../src/model/kinds.ts";
import { exampleOf } from "../examples.ts";
import { type Entry, entriesOf } from "../reply/entries.ts";
import { eventOf, replyOf } from "../reply/index.ts";
import { PERIOD, PERSON } from "./options.ts";

export const itinerary: Command<Desk> = {
  group: "brief",
  name: "itinerary",
  describe: "Where a person was and is expected, in the order of days",
  example: exampleOf("itinerary"),
  options: [PERSON, PERIOD],
  run: async ({ fields }, desk) => {
    const briefing = desk.brief({
      ask: "events",
      who: [fields.person],
      when: fields.period,
      order: "oldest",
    });
    const stops = entriesOf(briefing).flatMap((entry) => stop(entry, briefing, desk));
    return replyOf(briefing, desk, {
      title: "Itinerary",
      entries: stops,
      partial: stops.length > 0,
      text: briefing.query && stops.length === 0 ? ["Nothing recorded with a place."] : [],
      notes: briefing.query ? ["Only events that tell a place are listed."] : [],
    });
  },
};

/** An event as a stop, where it has a place and the person was not merely spoken of. */
function stop(entry: Entry, briefing: Briefing, desk: Desk): readonly Entry[] {
  const event = eventOf(entry, briefing, desk);
  if (event === undefined || event.places.length === 0 || !wasThere(event, briefing)) return [];
  return [{ ...entry, where: event.places.map(({ name }) => name).join(", ") }];
}

function wasThere({ participants }: BriefedEvent, { query }: Briefing): boolean {
  const people = query?.who?.flatMap(({ entity }) => (entity === undefined ? [] : [entity])) ?? [];
  const theirs = participants.filter(({ id }) => people.includes(id));
  return theirs.length === 0 || theirs.some(({ part }) => !OUTSIDE_PARTS.includes(part));
}
