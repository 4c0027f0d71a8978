import type { Curator, Desk, Role, Way } from "../../src/bot/index.ts";
import { diskTrouble } from "../../src/bot/words/disk.ts";
import type { Call, Command } from "../../src/chat/command.ts";
import type { Button, Reply } from "../../src/chat/reply.ts";
import type { Request } from "../../src/chat/request.ts";

/** A command that changes data: it names the role that it needs, and runs for those alone who have it. */
export type AdminCommand = Omit<Command<Desk>, "group" | "run" | "presses"> & {
  readonly needs: Role;
  /** Runs even while a damaged file waits for an owner: it changes no data. */
  readonly reads?: true;
  readonly run: (call: Call, desk: Desk, curator: Curator) => Promise<Reply>;
};

/** The command as the bot calls it: refused kindly to everyone else, and its buttons to everyone but their person. */
export function adminCommand({ needs, reads, run, ...entry }: AdminCommand): Command<Desk> {
  async function enter({ act: { kind } }: Request, desk: Desk) {
    if (desk.curation === undefined) return said("Not here", ["Data can't be changed here."]);
    const act = { name: entry.name, byCommand: kind === "command" };
    const entered = await desk.curation.enter(desk.asker, needs, act);
    return entered.kind === "out" ? said("Nothing was changed", entered.why) : entered;
  }

  return {
    ...entry,
    group: "briefadmin",
    presses: "own",
    gate: async (request, desk) => {
      const entered = await enter(request, desk);
      return "curator" in entered ? undefined : entered;
    },
    run: async (call, desk) => {
      const entered = await enter(call.request, desk);
      if (!("curator" in entered)) return entered;
      const { curator } = entered;
      if (!reads && !curator.sound()) return said("Nothing was changed", UNSOUND);
      try {
        if (call.pressed === undefined) return await run(call, desk, curator);
        const { verb, value } = call.pressed;
        const way = curator.take(value, verb);
        return way ? await way(desk, curator) : said("No longer open", STALE);
      } catch (error) {
        const trouble = diskTrouble(error);
        if (trouble === undefined) throw error;
        desk.log.error({ err: error }, "a change could not be written");
        return said("Nothing was changed", [trouble]);
      }
    },
  };
}

const STALE = [
  "This waits no longer: a confirmation is its own person's alone, holds for ten minutes, and is taken once. Nothing was changed; please give the command again.",
];

const UNSOUND = [
  "A file of people's changes was damaged, and its newest backup was loaded. Nothing can be changed until an owner has looked and accepted it: “briefadmin status”.",
];

/** A plain reply. */
export const said = (title: string, text: readonly string[], notes: readonly string[] = []): Reply => ({
  title,
  text,
  ...(notes.length > 0 && { notes }),
  audience: "private",
});

export type Choice = Pick<Button, "label" | "style" | "opens"> & { readonly verb: string; readonly way: Way };

const NOTHING_YET = "Nothing is written before you confirm; this waits for ten minutes, for you alone.";

/** A reply with buttons that only its person may press, within ten minutes, and one of them once. */
export function offering(
  reply: Reply,
  choices: readonly Choice[],
  curator: Curator,
  waits: string = NOTHING_YET,
): Reply {
  const ways = Object.fromEntries(
    choices.map(({ verb, way, opens }) => [verb, { way, keeps: opens !== undefined }]),
  );
  const value = curator.offer(ways);
  return {
    ...reply,
    buttons: choices.map(({ verb, label, style, opens }) => ({
      verb,
      label,
      value,
      ...(style && { style }),
      ...(opens && { opens }),
    })),
    notes: [...(reply.notes ?? []), waits],
  };
}

/** What will change, with “Confirm” and “Cancel”. */
export function confirming(
  reply: Reply,
  way: Way,
  curator: Curator,
  style: "primary" | "danger" = "primary",
): Reply {
  return offering(reply, [{ verb: "confirm", label: "Confirm", style, way }, CANCEL], curator);
}

export const CANCEL: Choice = {
  verb: "cancel",
  label: "Cancel",
  way: async () => said("Cancelled", ["Nothing was changed."]),
};
