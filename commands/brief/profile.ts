import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { profileOf } from "../reply/profile.ts";

export const profile: Command<Desk> = {
  group: "brief",
  name: "profile",
  describe: "Who somebody is: names, offices with their dates, and their events",
  example: exampleOf("profile"),
  options: [
    {
      name: "name",
      describe: "A person, country or organisation",
      required: true,
      suggest: "actor",
      rest: true,
    },
  ],
  run: async ({ fields }, desk) => profileOf(desk.brief({ ask: "entity", who: [fields.name] }), desk),
};
