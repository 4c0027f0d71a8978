import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { confirmation, confirmed, found, LEFT, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";
import { channelWords, stateWords } from "./words/settings.ts";

export const run: Command<Desk> = {
  group: "digest",
  name: "run",
  describe: "Post a digest now, beside its schedule, after you confirm",
  example: exampleOf("digest run"),
  options: [DIGEST],
  presses: "own",
  run: async (call, desk) => {
    const open = found(call, desk, "manage");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    switch (confirmed(call)) {
      case "no":
        return LEFT;
      case undefined:
        return said(
          `Post digest ${digest.id} now?`,
          [
            `It would be posted to ${channelWords(digest, desk.asker)}, where everybody sees it. The schedule stays as it is.`,
            `It asks: ${digest.question}`,
          ],
          { buttons: confirmation("Post it now") },
        );
      case "yes": {
        // The question's receipt is the run's name: pressing twice posts once.
        const { act, asker } = call.request;
        const entry = await digests.run(digest.id, act.kind === "press" ? act.receipt : asker.at);
        if (entry === undefined) return said("Not posted", ["The bot is stopping; try again in a minute."]);
        return said(`Digest ${digest.id}`, [`It is ${stateWords(entry).replace(/^is /, "")}.`]);
      }
    }
  },
};
