import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { found, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";

export const preview: Command<Desk> = {
  group: "digest",
  name: "preview",
  describe: "The next post of a digest as it would be now, for you alone",
  example: exampleOf("digest preview"),
  options: [DIGEST],
  run: async (call, desk) => {
    const open = found(call, desk, "see");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    const reply = await digests.preview(digest.id, desk.page);
    return reply
      ? { ...reply, audience: desk.audience }
      : said("No such digest", ["It was deleted meanwhile."]);
  },
};
