import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { found, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";

/** What stands behind the buttons of a post: its further pages. */
export const issue: Command<Desk> = {
  group: "digest",
  name: "issue",
  describe: "A post of a digest, page by page",
  example: exampleOf("digest show"),
  options: [DIGEST, { name: "key", describe: "Which post", required: true }],
  run: async (call, desk) => {
    const open = found(call, desk, "see");
    if ("refusal" in open) return open.refusal;
    const reply = await open.digests.page(open.digest.id, call.fields.key ?? "", desk.page);
    return reply
      ? { ...reply, audience: desk.audience }
      : said("No longer known", ["This post is not in the digest's records any more."]);
  },
};
