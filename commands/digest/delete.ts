import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { confirmation, confirmed, found, LEFT, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";
import { lineOf } from "./words/settings.ts";

export const deleting: Command<Desk> = {
  group: "digest",
  name: "delete",
  describe: "Delete a digest for good, after you confirm",
  example: exampleOf("digest delete"),
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
          `Delete digest ${digest.id}?`,
          [lineOf(digest, desk.asker), "It can't be brought back; “digest pause” keeps it without posting."],
          { buttons: confirmation("Delete it") },
        );
      case "yes":
        await digests.remove(digest.id);
        return said(`Digest ${digest.id} is deleted`, ["What it posted stays in the channel."]);
    }
  },
};
