import type { Desk, Settings } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { QUESTION } from "../brief/options.ts";
import { exampleOf } from "../examples.ts";
import { found, said } from "./find.ts";
import { DIGEST, SETTINGS } from "./settings/options.ts";
import { understand } from "./settings/question.ts";
import { readSettings } from "./settings/read.ts";
import { lineOf, sectionsWords } from "./words/settings.ts";
import { instantWords } from "./words/times.ts";

export const edit: Command<Desk> = {
  group: "digest",
  name: "edit",
  describe: "Change what a digest asks, when it comes or where",
  example: exampleOf("digest edit"),
  options: [{ ...DIGEST, rest: false }, { ...QUESTION, required: false, rest: false }, ...SETTINGS],
  run: async (call, desk) => {
    const open = found(call, desk, "manage");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    const { digest: _, question, ...given } = call.fields;
    if (question === undefined && Object.keys(given).length === 0)
      return said("Nothing to change", [
        `Name what is to be different, for example: digest ${exampleOf("digest edit")}`,
      ]);
    const understood = question === undefined ? undefined : await understand(question, call, desk);
    if (understood && "reply" in understood) return understood.reply;
    const settings = readSettings(call, digest);
    if ("problem" in settings) return said("Not changed", [settings.problem]);
    const obstacle = given.channel === undefined ? undefined : await digests.canPost(settings.address);
    if (obstacle !== undefined) return said("Not changed", [obstacle]);
    const change: Partial<Settings> = {
      ...settings,
      ...(understood && question !== undefined && { question, query: understood.query }),
    };
    const changed = await digests.edit(digest.id, change);
    if (changed === undefined) return said("No such digest", ["It was deleted meanwhile."]);
    const [next] = digests.next(digest.id, 1);
    return said(`Digest ${digest.id} is changed`, [
      lineOf(changed, desk.asker),
      `It tells ${sectionsWords(changed.sections)}.`,
      ...(next ? [`Next: ${instantWords(next.at, changed.schedule.zone, desk.asker.locale)}.`] : []),
      ...(understood?.notes ?? []),
    ]);
  },
};
