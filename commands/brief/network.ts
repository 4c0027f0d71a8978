import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { replyOf } from "../reply/index.ts";
import { pictureOf } from "../reply/picture.ts";
import { QUESTION } from "./options.ts";

export const network: Command<Desk> = {
  group: "brief",
  name: "network",
  describe: "Who met whom in the events that an answer stands on, as a picture where the platform shows one",
  example: exampleOf("network"),
  options: [QUESTION],
  run: async ({ fields }, desk) => {
    const briefing = desk.ask(fields.question ?? "");
    const picture = await pictureOf("network", briefing, desk);
    return {
      ...replyOf(briefing, desk, { title: "Who met whom", without: ["network"] }),
      ...(picture && { picture }),
    };
  },
};
