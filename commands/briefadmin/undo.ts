import { cut } from "../../src/bot/words/clean.ts";
import { adminCommand, confirming, said } from "./command.ts";
import { done } from "./done.ts";
import { tellChange } from "./tell.ts";

export const undo = adminCommand({
  name: "undo",
  describe: "Take back one change, as long as nothing later stands on it",
  example: "undo change:C-12ab34cd",
  options: [
    { name: "change", describe: "The change's id, as the audit shows it", required: true, rest: true },
    { name: "reason", describe: "Why" },
  ],
  needs: "curator",
  run: async ({ fields }, _desk, curator) => {
    const id = fields.change ?? "";
    const change = curator.change(id);
    if (change === undefined)
      return said("No such change", [
        /^E-[0-9a-z]{8,}$/i.test(id)
          ? `${id} is an event's id. “briefadmin audit about:${id}” lists what was changed about it, with the ids of the changes.`
          : `There is no change “${cut(id, 40)}”; “briefadmin audit” lists them.`,
      ]);
    const obstacle = () => {
      if (curator.isUndone(change.id)) return ["It is undone already."];
      const later = curator.standOn(change.id);
      if (later.length === 0) return [];
      return [
        `Later changes stand on ${change.id}; undo these first, the newest first:`,
        ...later.toReversed().map((one) => `${one.id}: ${tellChange(one)}`),
      ];
    };
    const why = obstacle();
    if (why.length > 0) return said("Not undone", why);
    const preview = said(`Undo ${change.id}?`, [tellChange(change), `Made on ${change.at.slice(0, 10)}.`]);
    return confirming(
      preview,
      async (later, now) => {
        const meanwhile = obstacle();
        if (meanwhile.length > 0) return said("Not undone", meanwhile);
        const changes = await now.write([{ kind: "undo", undoes: change.id, why: fields.reason ?? "" }]);
        return done(`Undone: ${change.id}`, changes, later, now);
      },
      curator,
      "danger",
    );
  },
});
