import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { found } from "./find.ts";
import { DIGEST } from "./settings/options.ts";
import { waiting } from "./show.ts";
import { clockWords, instantWords, scheduleWords } from "./words/times.ts";

const SHOWN = 5;

export const next: Command<Desk> = {
  group: "digest",
  name: "next",
  describe: "When a digest comes: its five next posts, with changes of the clock",
  example: exampleOf("digest next"),
  options: [DIGEST],
  run: async (call, desk) => {
    const open = found(call, desk, "see");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    const { schedule, paused } = digest;
    const slots = digests.next(digest.id, SHOWN);
    const last = digests.previous(digest.id);
    return {
      title: `Digest ${digest.id}: the next ${slots.length}`,
      text: [`It comes ${scheduleWords(schedule)}.`],
      items: slots.map((slot, n) => {
        const remark = clockWords(slot, n === 0 ? last : slots[n - 1], schedule);
        return {
          what: instantWords(slot.at, schedule.zone, desk.asker.locale),
          ...(remark !== undefined && { marks: [remark] }),
          cites: [],
        };
      }),
      notes: [
        ...(paused ? [`It is paused (${paused.why}): nothing is posted until it is resumed.`] : []),
        ...waiting(digests, desk),
      ],
      audience: desk.audience,
    };
  },
};
