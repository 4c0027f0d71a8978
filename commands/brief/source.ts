import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { dateWords } from "../reply/dates.ts";
import { replyOf } from "../reply/index.ts";

export const source: Command<Desk> = {
  group: "brief",
  name: "source",
  describe: "A document of the dataset and what it tells",
  example: exampleOf("source"),
  options: [
    {
      name: "document",
      describe: "A document's id, file name or words of its title",
      required: true,
      suggest: "document",
      rest: true,
    },
  ],
  run: async ({ fields }, desk) => {
    const briefing = desk.brief({ ask: "events", source: fields.document });
    const found = desk.dataset.manifest.documents.find(({ id }) => id === briefing.query?.source);
    if (found === undefined) return replyOf(briefing, desk, { title: "Source" });
    const published = found.published === null ? "undated" : dateWords(found.published, desk.asker.locale);
    return replyOf(briefing, desk, {
      title: "Source",
      fields: [
        { name: "Title", value: found.title },
        { name: "Publisher", value: found.publisher ?? "unknown" },
        { name: "Published", value: published },
        ...(found.url ? [{ name: "Link", value: found.url }] : []),
        { name: "File", value: found.file },
        { name: "Id", value: found.id },
        { name: "Checksum (SHA-256)", value: found.sha256 },
      ],
    });
  },
};
