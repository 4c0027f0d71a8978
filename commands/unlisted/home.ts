import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { countsOf } from "../brief/coverage.ts";
import { exampleOf, QUESTIONS } from "../examples.ts";
import { searchForm } from "./search.ts";

/** The bot's front page: what it is, what it covers, three questions to begin with, a search. */
export const home: Command<Desk> = {
  group: "brief",
  name: "home",
  describe: "What this bot is and what it covers",
  example: exampleOf("home"),
  options: [],
  run: async (_call, desk) => ({
    title: "Attaché",
    text: [
      "Diplomacy briefings: who met whom, where, when and with which source. Ask in plain words.",
      ...QUESTIONS.map((question) => `For example: ${question}`),
    ],
    fields: countsOf(desk),
    form: searchForm,
    notes: ["“help” lists the commands."],
    audience: desk.audience,
  }),
};
