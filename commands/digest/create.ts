import type { Desk, Digest, Entry } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { QUESTION } from "../brief/options.ts";
import { exampleOf } from "../examples.ts";
import { managed, said } from "./find.ts";
import { SETTINGS } from "./settings/options.ts";
import { understand } from "./settings/question.ts";
import { readSettings } from "./settings/read.ts";
import { channelWords, sectionsWords } from "./words/settings.ts";
import { instantWords, scheduleWords } from "./words/times.ts";

export const create: Command<Desk> = {
  group: "digest",
  name: "create",
  describe: "Post the news of a question to a channel, on a schedule",
  example: exampleOf("digest create"),
  options: [{ ...QUESTION, describe: "Any question that can be asked: its news are told" }, ...SETTINGS],
  run: async (call, desk) => {
    const open = managed(desk);
    if ("refusal" in open) return open.refusal;
    const understood = await understand(call.fields.question ?? "", call, desk);
    if ("reply" in understood) return understood.reply;
    const settings = readSettings(call, undefined);
    if ("problem" in settings) return said("Not made yet", [settings.problem]);
    const obstacle = await open.digests.canPost(settings.address);
    if (obstacle !== undefined) return notMade(obstacle);
    const { asker } = desk;
    const created = await open.digests.create({
      ...settings,
      question: call.fields.question ?? "",
      query: understood.query,
      author: asker.person,
      ...(asker.workspace && { workspace: asker.workspace }),
      locale: asker.locale,
    });
    if ("barred" in created) return notMade(`It could not be posted there: ${created.barred}.`);
    return made(created.digest, created.introduced, understood.notes, desk);
  },
};

const notMade = (obstacle: string): Reply =>
  said("Not made yet", [obstacle, "Put that right, and give the command again."]);

function made(digest: Digest, introduced: Entry, notes: readonly string[], desk: Desk): Reply {
  const { asker, digests, engine } = desk;
  const [next] = digests?.next(digest.id, 1) ?? [];
  const { schedule } = digest;
  return said(`Digest ${digest.id} is made`, [
    `Understood: ${engine.tell(digest.query)}.`,
    `It comes ${scheduleWords(schedule)} to ${channelWords(digest, asker)}, and tells ${sectionsWords(digest.sections)}.`,
    ...(next ? [`The first one: ${instantWords(next.at, schedule.zone, asker.locale)}.`] : []),
    introduction(introduced),
    ...notes,
  ]);
}

function introduction({ state, why }: Entry): string {
  const reason = why === undefined ? "" : ` (${why})`;
  switch (state) {
    case "sent":
    case "sent-late":
      return "Its introduction stands in the channel.";
    case "ambiguous":
    case "pending":
      return `It is not known whether its introduction arrived${reason}; the digest comes all the same.`;
    default:
      return `Its introduction could not be posted${reason}; look whether the bot may post there.`;
  }
}
