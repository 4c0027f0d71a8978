import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import { exampleOf } from "../examples.ts";
import { FORMATS, type Format } from "../export/formats.ts";
import { answeringOf, type Entry, leftOut, MOST } from "../reply/entries.ts";
import { eventOf, replyOf } from "../reply/index.ts";
import { QUESTION } from "./options.ts";

export const exporting: Command<Desk> = {
  group: "brief",
  name: "export",
  describe: "The events of an answer as a file: table, data, calendar or text",
  example: exampleOf("export"),
  options: [
    QUESTION,
    {
      name: "format",
      describe: "The kind of file",
      choices: Object.entries(FORMATS).map(([value, { label }]) => ({ value, label })),
    },
  ],
  run: async ({ fields }, desk) => {
    const briefing = desk.ask(fields.question ?? "");
    const ids = [...new Set(answeringOf(briefing).map(({ event }) => event))];
    if (ids.length === 0) return replyOf(briefing, desk, { title: "Export" });
    if (fields.format === undefined) return chooseFormat(briefing, desk);
    const events = ids
      .slice(0, MOST)
      .flatMap((id) => eventOf({ event: id } satisfies Entry, briefing, desk) ?? []);
    return fileReply(briefing, events, ids.length, fields.format as Format, desk);
  },
};

function chooseFormat({ understood }: Briefing, { audience }: Desk): Reply {
  return {
    title: "Export",
    understood,
    text: ["Which kind of file?"],
    choices: {
      verb: "export",
      prompt: "Choose a format",
      options: Object.entries(FORMATS).map(([value, { label }]) => ({ value, label })),
    },
    audience,
  };
}

function fileReply(
  briefing: Briefing,
  events: readonly BriefedEvent[],
  all: number,
  name: Format,
  desk: Desk,
): Reply {
  const format = FORMATS[name];
  const { content, note } = format.write({ briefing, events, at: desk.asker.at, locale: desk.asker.locale });
  const many = events.length === 1 ? "1 event" : `${events.length} events`;
  return {
    title: "Export",
    understood: briefing.understood,
    text: [`${many} with their sources.`],
    file: {
      name: `attache-${slug(briefing.understood)}.${name}`,
      type: format.type,
      content,
      description: `${many} as ${format.label}: ${briefing.understood}`,
    },
    notes: [...leftOut(all), ...(note === undefined ? [] : [note])],
    audience: desk.audience,
  };
}

/** Letters, digits and hyphens: platforms change other file names. */
function slug(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 48)
      .replace(/^-+|-+$/g, "") || "answer"
  );
}
