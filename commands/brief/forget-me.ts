import type { Desk } from "../../src/bot/index.ts";
import { diskTrouble } from "../../src/bot/words/disk.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";

export const forgetMe: Command<Desk> = {
  group: "brief",
  name: "forget-me",
  describe: "What is stored about you, and its deletion",
  example: "forget-me",
  options: [],
  presses: "own",
  run: async ({ pressed }, desk) => {
    if (pressed?.verb === "cancel") return said("Cancelled", ["Nothing was deleted."]);
    if (pressed?.verb === "confirm") {
      const age = Date.parse(desk.asker.at) - Date.parse(pressed.value);
      if (!(age >= 0 && age <= TEN_MINUTES))
        return said("No longer open", [
          "A confirmation holds for ten minutes. Nothing was deleted; please ask again.",
        ]);
      return await forgotten(desk);
    }
    const stored = await desk.personal.stored();
    const why = await desk.personal.keeps();
    if (why !== undefined) return said("What is stored about you", [...stored, why]);
    if (stored.length === 0) return said("What is stored about you", ["Stored about you: nothing."]);
    return {
      ...said("What is stored about you", [
        "Shall it be deleted? Changes of data and digests stay, as those of “a former member”.",
      ]),
      fields: [{ name: "Stored about you", value: stored.join(" ") }],
      buttons: [
        { verb: "confirm", label: "Delete it", value: desk.asker.at, style: "danger" },
        { verb: "cancel", label: "Cancel" },
      ],
    };
  },
};

async function forgotten(desk: Desk): Promise<Reply> {
  try {
    const why = await desk.personal.forget();
    if (why !== undefined) return said("Not deleted", [why]);
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble === undefined) throw error;
    desk.log.error({ err: error }, "what is stored about a person could not be deleted");
    return said("Not deleted, or not all of it", [trouble]);
  }
  return said("Forgotten", [
    "What was stored about you is deleted, in the bot's own backups too. Changes of data and digests stay, as those of “a former member”.",
    "What the platform itself keeps of your messages is not ours to delete.",
  ]);
}

const TEN_MINUTES = 600_000;

const said = (title: string, text: readonly string[]): Reply => ({ title, text, audience: "private" });
