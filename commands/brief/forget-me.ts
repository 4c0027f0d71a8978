import type { Desk } from "../../src/bot/index.ts";
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
      await desk.personal.forget();
      return said("Forgotten", [
        "What was stored about you is deleted. Changes of data stay, as those of “a former member”.",
      ]);
    }
    const stored = await desk.personal.stored();
    const fields = [{ name: "Stored about you", value: stored.length === 0 ? "nothing" : stored.join(" ") }];
    if (stored.length === 0) return { title: "What is stored about you", fields, audience: "private" };
    return {
      ...said("What is stored about you", ["Shall it be deleted? Changes of data stay, without your name."]),
      fields,
      buttons: [
        { verb: "confirm", label: "Delete it", value: desk.asker.at, style: "danger" },
        { verb: "cancel", label: "Cancel" },
      ],
    };
  },
};

const TEN_MINUTES = 600_000;

const said = (title: string, text: readonly string[]): Reply => ({ title, text, audience: "private" });
