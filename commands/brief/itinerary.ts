import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import type { Participant } from "../../src/model/event.ts";
import { KIND_GROUPS, PRESENT_PARTS } from "../../src/model/kinds.ts";
import { exampleOf } from "../examples.ts";
import { answeringOf, type Entry, leftOut, MOST } from "../reply/entries.ts";
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
    const all = answeringOf(briefing);
    const stops = all.slice(0, MOST).flatMap((entry) => stop(entry, briefing, desk));
    return replyOf(briefing, desk, {
      title: "Itinerary",
      entries: stops,
      partial: stops.length > 0,
      text: briefing.query && stops.length === 0 ? ["Nothing recorded with a place."] : [],
      notes: [
        ...(briefing.query ? ["Only events that tell a place are listed."] : []),
        ...leftOut(all.length),
      ],
    });
  },
};

/** An event as a stop, where it has a place and the person was not merely spoken of, to or about. */
function stop(entry: Entry, briefing: Briefing, desk: Desk): readonly Entry[] {
  const event = eventOf(entry, briefing, desk);
  if (event === undefined || event.places.length === 0 || !wasThere(event, briefing)) return [];
  return [{ ...entry, where: event.places.map(({ name }) => name).join(", ") }];
}

function wasThere({ kind, participants }: BriefedEvent, { query }: Briefing): boolean {
  const people = query?.who?.flatMap(({ entity }) => (entity === undefined ? [] : [entity])) ?? [];
  const theirs = participants.filter(({ id }) => people.includes(id));
  const met = (KIND_GROUPS.met as readonly string[]).includes(kind);
  const there = ({ part }: Participant) =>
    PRESENT_PARTS.includes(part) && (met || (part !== "target" && part !== "addressee"));
  return theirs.length === 0 || theirs.some(there);
}
