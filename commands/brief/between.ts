import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { replyOf } from "../reply/index.ts";
import { PERIOD } from "./options.ts";

export const between: Command<Desk> = {
  group: "brief",
  name: "between",
  describe: "Everything recorded between two sides: people, countries, organisations",
  example: exampleOf("between"),
  options: [
    { name: "a", describe: "One side", required: true, suggest: "actor", rest: true },
    { name: "b", describe: "The other side", required: true, suggest: "actor" },
    PERIOD,
  ],
  run: async ({ fields }, desk) => {
    const { a, b, period } = fields;
    const briefing = desk.brief({ ask: "events", who: [a, b], when: period });
    return replyOf(briefing, desk, { title: "Between two sides" });
  },
};
