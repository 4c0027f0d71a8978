import type { Desk } from "../../src/bot/index.ts";
import type { Call, Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { type Found, found, LEFT, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";

/** What is done to a digest after a person said that they mean it. */
export type Confirmable = Pick<Command<Desk>, "name" | "describe" | "example"> & {
  /** What would be done, and the label of the button that does it. */
  readonly asks: (open: Found, desk: Desk) => { title: string; text: readonly string[]; label: string };
  readonly does: (open: Found, call: Call, desk: Desk) => Promise<Reply>;
};

/** A command on one digest that asks first; the bot takes a press of its buttons from the one who asked alone. */
export function confirmed({ asks, does, ...self }: Confirmable): Command<Desk> {
  return {
    ...self,
    group: "digest",
    options: [DIGEST],
    presses: "own",
    run: async (call, desk) => {
      const open = found(call, desk, "manage");
      if ("refusal" in open) return open.refusal;
      if (call.pressed !== undefined)
        return call.pressed.verb === "confirm" ? await does(open, call, desk) : LEFT;
      const { title, text, label } = asks(open, desk);
      const buttons = [
        { verb: "confirm", label, style: "danger" as const },
        { verb: "cancel", label: "Leave it" },
      ];
      return said(title, text, { buttons });
    },
  };
}
