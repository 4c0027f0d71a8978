import { type Desk, maySee } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { pageOf } from "../reply/page.ts";
import { opened, said } from "./find.ts";
import { waiting } from "./show.ts";
import { lineOf } from "./words/settings.ts";

export const list: Command<Desk> = {
  group: "digest",
  name: "list",
  describe: "The digests of this server or team",
  example: exampleOf("digest list"),
  options: [],
  run: async (_call, desk) => {
    const open = opened(desk);
    if ("refusal" in open) return open.refusal;
    const digests = open.digests.list().filter((digest) => maySee(desk.asker, digest));
    if (digests.length === 0)
      return said("No digests yet", [`Make one, for example: digest ${exampleOf("digest create")}`]);
    const { shown, page } = pageOf(digests, desk.page);
    return {
      title: "Digests",
      fields: shown.map((digest) => ({ name: `Digest ${digest.id}`, value: lineOf(digest, desk.asker) })),
      notes: waiting(open.digests, desk),
      ...(page && { page }),
      audience: desk.audience,
    };
  },
};
