import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Status } from "../../src/model/kinds.ts";
import { exampleOf } from "../examples.ts";
import { replyOf } from "../reply/index.ts";
import { PERIOD, PLACE, STATUS, TOPIC } from "./options.ts";

export const events: Command<Desk> = {
  group: "brief",
  name: "events",
  describe: "What happened: by place, people, kind, topic, time and status",
  example: exampleOf("events"),
  options: [
    { ...PLACE, rest: true },
    { name: "actor", describe: "A person, country or organisation that took part", suggest: "actor" },
    { name: "kind", describe: "A kind of event: meeting, call, statement, ceasefire", suggest: "kind" },
    TOPIC,
    PERIOD,
    STATUS,
  ],
  run: async ({ fields }, desk) => {
    const { place, actor, kind, topic, period, status } = fields;
    const briefing = desk.brief({
      ask: "events",
      who: [actor],
      where: place,
      when: period,
      ...(kind !== undefined && { kind }),
      ...(topic !== undefined && { topic }),
      ...(status !== undefined && { status: [status as Status] }),
    });
    return replyOf(briefing, desk, { title: "Events" });
  },
};
