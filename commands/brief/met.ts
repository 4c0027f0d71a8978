import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { replyOf } from "../reply/index.ts";
import { PERIOD, PERSON, PLACE } from "./options.ts";

export const met: Command<Desk> = {
  group: "brief",
  name: "met",
  describe: "Who met a person: where, when and with which source",
  example: exampleOf("met"),
  options: [
    PERSON,
    { name: "with", describe: "A second one: only what both were at", suggest: "actor" },
    PLACE,
    PERIOD,
  ],
  run: async ({ fields }, desk) => {
    const { person, with: second, place, period } = fields;
    const briefing = desk.brief({
      ask: second === undefined ? "people" : "events",
      kinds: ["met"],
      who: [person, second],
      where: place,
      when: period,
    });
    return replyOf(briefing, desk, { title: "Who met whom" });
  },
};
