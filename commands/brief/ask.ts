import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { replyOf } from "../reply/index.ts";
import { profileOf } from "../reply/profile.ts";
import { QUESTION } from "./options.ts";

export const ask: Command<Desk> = {
  group: "brief",
  name: "ask",
  describe: "Ask in plain words; the answer comes with its sources",
  example: exampleOf("ask"),
  options: [QUESTION],
  run: async ({ fields }, desk) => {
    const briefing = desk.ask(fields.question ?? "");
    return briefing.answer.kind === "entity"
      ? profileOf(briefing, desk)
      : replyOf(briefing, desk, { title: "Briefing" });
  },
};
