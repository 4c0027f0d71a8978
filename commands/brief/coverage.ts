import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { exampleOf } from "../examples.ts";
import { dateWords, periodWords } from "../reply/dates.ts";
import { pageOf } from "../reply/page.ts";

export const coverage: Command<Desk> = {
  group: "brief",
  name: "coverage",
  describe: "What the dataset covers: documents, events, time",
  example: exampleOf("coverage"),
  options: [],
  run: async (_call, desk) => {
    const { locale } = desk.asker;
    const { shown, page } = pageOf(desk.dataset.manifest.documents, desk.page);
    return {
      title: "What the dataset covers",
      fields: countsOf(desk),
      items: shown.map((document) => ({
        date: document.published === null ? "undated" : dateWords(document.published, locale),
        ...(document.publisher && { who: document.publisher }),
        what: document.title,
        marks: [document.id],
        cites: [],
      })),
      notes: ["What is not recorded here may have happened all the same."],
      ...(page && { page }),
      audience: desk.audience,
    };
  },
};

/** The dataset in numbers. */
export function countsOf({ dataset, asker }: Desk): NonNullable<Reply["fields"]> {
  const { counts, from, to } = dataset.manifest;
  return [
    { name: "Documents", value: String(counts.documents) },
    { name: "Events", value: String(counts.events) },
    { name: "People and bodies", value: String(counts.entities) },
    { name: "Places", value: String(counts.places) },
    { name: "Time", value: periodWords(from, to, asker.locale) },
  ];
}
