import type { Desk } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { dateWords } from "../reply/dates.ts";
import { said } from "./command.ts";

/** The event is not any more as it was when the change was proposed. */
export const changedMeanwhile = (id: string): Reply =>
  said("Nothing was changed", [
    `Somebody changed ${id} meanwhile. Look at it again, and give the command anew.`,
  ]);

/** An id that no event has, with what became of it where that is known. */
export function noEvent(id: string, { dataset, asker }: Desk): Reply {
  const fate = dataset.withdrawn?.[dataset.redirects[id] ?? id];
  return said("No such event", [
    fate
      ? `${id} was withdrawn on ${dateWords(fate.on, asker.locale)}: ${fate.reason}`
      : `There is no event “${cut(id, 40)}”. An event's id is E- and eight letters or digits; every answer names those of its events.`,
    ...(fate
      ? [`“briefadmin audit about:${id}” leads to that change; to undo it brings the event back.`]
      : []),
  ]);
}
