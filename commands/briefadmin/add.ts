import type { Curator, Desk, Draft, Way } from "../../src/bot/index.ts";
import { formOf } from "../../src/bot/refuse.ts";
import type { Form, Reply } from "../../src/chat/reply.ts";
import type { Document } from "../../src/model/dataset.ts";
import type { Fields } from "../../src/model/engine.ts";
import type { Event } from "../../src/model/event.ts";
import { lookAlikes } from "./alike.ts";
import { adminCommand, CANCEL, type Choice, confirming, offering, said } from "./command.ts";
import { done } from "./done.ts";
import { newEvent } from "./facts/index.ts";
import { uniteSources } from "./facts/sources.ts";
import { FACTS } from "./options.ts";
import { lines, whole } from "./show.ts";

const entry = {
  group: "briefadmin",
  name: "add",
  describe: "Enter an event by hand, with its source",
  example:
    'add what:"Officials of both countries held talks." kind:talks when:2024-02-01 who:"Finland; Portugal" source:https://example.org/talks',
  options: FACTS,
} as const;

export const add = adminCommand({
  ...entry,
  needs: "curator",
  run: async ({ fields }, desk, curator) => {
    if (Object.keys(fields).length === 0)
      return {
        ...said("Add an event", ["Say what happened, when, who took part, and where it is told."]),
        form: formWith({}),
      };
    const wanted = newEvent(fields, `E-${curator.newId().slice(0, 8)}`, desk, curator);
    if ("problems" in wanted) return { ...said("Not entered yet", wanted.problems), form: formWith(fields) };
    const { event, documents, notes } = wanted;
    const alike = lookAlikes(event, desk);
    const enter: Draft = { kind: "add", after: event, documents, why: "" };
    if (alike.length > 0)
      return sameOrNot(
        event,
        alike.map(({ id }) => id),
        documents,
        enter,
        desk,
        curator,
      );
    const preview: Reply = {
      ...said("Add this event?", ["It will enter every answer that it fits."], notes),
      ...whole(event, desk, documents),
    };
    return confirming(preview, entering(enter), curator);
  },
});

/** An edit may leave any field as it is; a new event can't do without these. */
const NEEDED: readonly string[] = ["kind", "when", "who", "source"];

function formWith(given: Fields): Form {
  const form = formOf(entry, given);
  return {
    ...form,
    fields: form.fields.map((field) => ({ ...field, required: NEEDED.includes(field.name) })),
  };
}

const entering =
  (draft: Draft): Way =>
  async (desk, curator) =>
    done("Added", await curator.write([draft]), desk, curator);

/** What looks the same is shown first: a further source of it, another event, or nothing. */
export function sameOrNot(
  event: Event,
  ids: readonly string[],
  documents: readonly Document[],
  enter: Draft,
  desk: Desk,
  curator: Curator,
): Reply {
  const alike = ids.flatMap((id) => curator.event(id)?.event ?? []).slice(0, 3);
  const shown = lines([event, ...alike], desk, documents);
  const sources: readonly Choice[] = alike.map((one, at) => ({
    verb: at === 0 ? "further" : `further${at + 1}`,
    label: `Add as a further source of ${one.id}`,
    way: furtherSource(event, one, documents, enter),
  }));
  const preview: Reply = {
    ...said("Is it the same event?", [
      `The dataset has ${alike.length === 1 ? "an event" : "events"} with the same people, near that day, and no other place.`,
    ]),
    items: shown.items.map((item, at) => ({
      ...item,
      heading: at === 0 ? "To be added" : "Recorded already",
    })),
    sources: shown.sources,
  };
  const another: Choice = { verb: "another", label: "It is another event", way: entering(enter) };
  return offering(preview, [...sources, another, CANCEL], curator);
}

/** The event's sources go to the one that is recorded; where it waited for review it is decided by that. */
function furtherSource(event: Event, recorded: Event, documents: readonly Document[], enter: Draft): Way {
  return async (desk, curator) => {
    const before = curator.event(recorded.id)?.event;
    if (before === undefined) return said("Nothing was changed", [`${recorded.id} is not there any more.`]);
    const after = { ...before, sources: event.sources.reduce(uniteSources, before.sources) };
    const checksums = curator.checksums(before);
    const why = "a further source";
    const draft: Draft =
      enter.kind === "accept"
        ? {
            kind: "merge",
            event: event.id,
            into: before.id,
            before: event,
            kept: before,
            after,
            checksums: { ...checksums, ...curator.checksums(event) },
            why,
          }
        : { kind: "source", event: before.id, before, after, checksums, documents, why };
    return done("Added as a further source", await curator.write([draft]), desk, curator);
  };
}
