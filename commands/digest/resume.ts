import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { found, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";
import { instantWords } from "./words/times.ts";

export const resume: Command<Desk> = {
  group: "digest",
  name: "resume",
  describe: "Post a paused digest again",
  example: exampleOf("digest resume"),
  options: [DIGEST],
  run: async (call, desk) => {
    const open = found(call, desk, "manage");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    if (!digest.paused) return said(`Digest ${digest.id} is not paused`, ["It goes on as it was."]);
    const obstacle = await digests.canPost(digest.address);
    if (obstacle !== undefined) return said(`Digest ${digest.id} stays paused`, [obstacle]);
    await digests.resume(digest.id);
    const [next] = digests.next(digest.id, 1);
    return said(
      `Digest ${digest.id} goes on`,
      next ? [`Next: ${instantWords(next.at, digest.schedule.zone, desk.asker.locale)}.`] : [],
    );
  },
};
