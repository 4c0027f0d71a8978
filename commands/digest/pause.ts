import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { found, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";

export const pause: Command<Desk> = {
  group: "digest",
  name: "pause",
  describe: "Post a digest no more until it is resumed; its settings are kept",
  example: exampleOf("digest pause"),
  options: [DIGEST],
  run: async (call, desk) => {
    const open = found(call, desk, "manage");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    if (digest.paused) return said(`Digest ${digest.id} is paused already`, [`${digest.paused.why}.`]);
    await digests.pause(digest.id, "by hand");
    return said(`Digest ${digest.id} is paused`, [
      `What is new meanwhile comes with the first post after: digest resume digest:${digest.id}`,
    ]);
  },
};
