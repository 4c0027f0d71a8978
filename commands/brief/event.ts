import type { Desk } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { BriefedEvent } from "../../src/model/briefing.ts";
import { exampleOf } from "../examples.ts";
import { dateWords } from "../reply/dates.ts";
import { detailsOf } from "../reply/details.ts";
import { itemOf } from "../reply/items.ts";
import { numberSources } from "../reply/sources.ts";

export const event: Command<Desk> = {
  group: "brief",
  name: "event",
  describe: "One event with everything recorded of it, and how it was read",
  example: exampleOf("event"),
  options: [
    {
      name: "id",
      describe: "An event's id, as answers show it",
      required: true,
      suggest: "event",
      rest: true,
    },
  ],
  run: async ({ fields }, desk) => {
    const id = fields.id ?? "";
    const briefing = desk.brief({ ask: "events", event: desk.dataset.redirects[id] ?? id });
    const [found] = briefing.events;
    return found ? whole(found, id, desk) : none(id, desk);
  },
};

function whole(found: BriefedEvent, asked: string, desk: Desk): Reply {
  const { locale } = desk.asker;
  const sources = numberSources(locale);
  const item = itemOf({ event: found.id }, found, sources, locale);
  const moved = found.id === asked ? [] : [`${cut(asked, 40)} was merged into ${found.id}.`];
  return {
    title: `Event ${found.id}`,
    items: [item],
    fields: detailsOf(found, desk),
    sources: sources.lines(),
    ...(moved.length > 0 && { notes: moved }),
    buttons: [{ verb: "export", label: "Export" }],
    audience: desk.audience,
  };
}

const none = (id: string, { audience, menu, dataset, asker }: Desk): Reply => {
  const fate = dataset.withdrawn?.[dataset.redirects[id] ?? id];
  if (fate)
    return {
      title: "Withdrawn",
      text: [`${cut(id, 40)} was withdrawn on ${dateWords(fate.on, asker.locale)}: ${fate.reason}`],
      audience,
    };
  return noSuch(id, audience, menu);
};

const noSuch = (id: string, audience: Reply["audience"], menu: Desk["menu"]): Reply => ({
  title: "No such event",
  text: [
    `Nothing recorded under “${cut(id, 40)}”. An event's id is E- and eight letters or digits; every answer names those of its events.`,
    `To look for events: ${menu.find(({ name }) => name === "events")?.example ?? "events"}`,
  ],
  audience,
});
