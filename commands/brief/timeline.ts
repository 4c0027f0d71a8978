import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import type { EventId } from "../../src/model/event.ts";
import { exampleOf } from "../examples.ts";
import { answeringOf, type Entry, leftOut, MOST } from "../reply/entries.ts";
import { eventOf, replyOf } from "../reply/index.ts";
import { pictureOf } from "../reply/picture.ts";
import { QUESTION } from "./options.ts";

export const timeline: Command<Desk> = {
  group: "brief",
  name: "timeline",
  describe: "The events that an answer stands on, in the order of days",
  example: exampleOf("timeline"),
  options: [QUESTION],
  run: async ({ fields }, desk) => {
    const briefing = desk.ask(fields.question ?? "");
    const picture = await pictureOf("timeline", briefing, desk);
    const ids = [...new Set(answeringOf(briefing).map(({ event }) => event))];
    const entries = inOrder(ids.slice(0, MOST), briefing, desk);
    const reply = replyOf(briefing, desk, {
      title: "Timeline",
      ...(entries.length > 0 && { entries }),
      notes: leftOut(ids.length),
      without: ["timeline"],
    });
    return { ...reply, ...(picture && { picture }) };
  },
};

/** Each event once, by its earliest day; what has none stands at the end. */
function inOrder(ids: readonly EventId[], briefing: Briefing, desk: Desk): readonly Entry[] {
  const dated = ids.flatMap((id) => {
    const found = eventOf({ event: id }, briefing, desk);
    return found ? [{ id, key: keyOf(found) }] : [];
  });
  return dated.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ id }) => ({ event: id }));
}

const keyOf = ({ when, id }: BriefedEvent) =>
  `${when.start ?? when.end ?? "9999-99-99"} ${when.end ?? "9999-99-99"} ${id}`;
