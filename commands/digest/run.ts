import { exampleOf } from "../examples.ts";
import { confirmed } from "./confirmed.ts";
import { said } from "./find.ts";
import { channelWords, stateWords } from "./words/settings.ts";

export const run = confirmed({
  name: "run",
  describe: "Post a digest now, beside its schedule, after you confirm",
  example: exampleOf("digest run"),
  asks: ({ digest }, desk) => ({
    title: `Post digest ${digest.id} now?`,
    text: [
      `It would be posted to ${channelWords(digest, desk.asker)}, where everybody sees it. The schedule stays as it is.`,
      `It asks: ${digest.question}`,
    ],
    label: "Post it now",
  }),
  does: async ({ digest, digests }, { request: { act, asker } }) => {
    // The question's receipt is the run's name: pressing twice posts once.
    const entry = await digests.run(digest.id, act.kind === "press" ? act.receipt : asker.at);
    if (entry === undefined) return said("Not posted", ["The bot is stopping; try again in a minute."]);
    return said(`Digest ${digest.id}`, [`It is ${stateWords(entry).replace(/^is /, "")}.`]);
  },
});
