import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Item } from "../../src/chat/reply.ts";
import type { Briefing, Citation } from "../../src/model/briefing.ts";
import type { EventId } from "../../src/model/event.ts";
import { QUESTION } from "../brief/options.ts";
import { exampleOf } from "../examples.ts";
import { answeringOf, leftOut, MOST } from "../reply/entries.ts";
import { eventOf } from "../reply/index.ts";
import { pageOf } from "../reply/page.ts";
import { numberSources } from "../reply/sources.ts";

/** What the Sources button shows: each document of an answer, what it tells, and who had it from whom. */
export const sources: Command<Desk> = {
  group: "brief",
  name: "sources",
  describe: "The documents that an answer stands on",
  example: exampleOf("sources"),
  options: [QUESTION],
  run: async ({ fields }, desk) => {
    const briefing = desk.ask(fields.question ?? "");
    const ids = [...new Set(answeringOf(briefing).map(({ event }) => event))];
    const told = byDocument(ids.slice(0, MOST), briefing, desk);
    const notes = leftOut(ids.length);
    const numbering = numberSources(desk.asker.locale);
    const { shown, page } = pageOf(told, desk.page);
    const items = shown.map((document): Item => {
      const cites = numbering.cite({ sources: document.citations });
      return {
        what: document.title,
        who: document.publisher ?? "publisher unknown",
        marks: document.marks,
        cites,
      };
    });
    const origins = new Set(told.flatMap(({ citations }) => citations.map(({ origin }) => origin)));
    return {
      title: "Sources",
      understood: briefing.understood,
      text: [`${count(told.length, "document")}, ${count(origins.size, "independent origin")}.`],
      items,
      sources: numbering.lines(),
      ...(notes.length > 0 && { notes }),
      ...(page && { page }),
      audience: desk.audience,
    };
  },
};

type Told = {
  readonly title: string;
  readonly publisher: string | null;
  readonly citations: readonly Citation[];
  readonly marks: readonly string[];
};

function byDocument(ids: readonly EventId[], briefing: Briefing, desk: Desk): readonly Told[] {
  const found = ids.flatMap((id) => eventOf({ event: id }, briefing, desk) ?? []);
  const documents = new Map<string, Citation[]>();
  for (const citation of found.flatMap((event) => event.sources)) {
    documents.set(citation.document, [...(documents.get(citation.document) ?? []), citation]);
  }
  return [...documents].map(([document, citations]) => {
    const events = found.filter((event) => event.sources.some((source) => source.document === document));
    const { title = document, publisher = null } = citations[0] ?? {};
    return { title, publisher, citations, marks: [count(events.length, "event")] };
  });
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
