import type { MenuEntry } from "../chat/command.ts";
import type { Log } from "../chat/platform.ts";
import type { Asker } from "../chat/request.ts";
import type { Digests } from "../digests/index.ts";
import type { BriefedEvent, Briefing, Coverage } from "../model/briefing.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Context, Engine } from "../model/engine.ts";
import type { EventId } from "../model/event.ts";
import type { Query } from "../model/query.ts";
import type { Day } from "../model/when.ts";
import type { Curation } from "./curation/index.ts";
import { dayIn } from "./day.ts";
import type { Personal } from "./personal.ts";
import { clean } from "./words/clean.ts";
import { type Linked, link, type Wanted } from "./words/link.ts";
import { explain } from "./words/unclear.ts";

/** What the bot hands a command: one desk a call. It throws nothing for what a person typed. */
export type Desk = {
  readonly log: Log;
  readonly engine: Engine;
  readonly dataset: Dataset;
  readonly menu: readonly MenuEntry[];
  readonly asker: Asker;
  /** Whether the asker is a curator here. */
  readonly curates: boolean;
  readonly today: Day;
  /** Whether the asker's platform shows pictures. */
  readonly pictures: boolean;
  /** Which page of its answer is wanted, from 1. */
  readonly page: number;
  readonly audience: "private" | "public";
  /** Asks in words. What was understood is kept with the reply: buttons and follow-ups go on from it. */
  readonly ask: (words: string) => Briefing;
  /** Asks with a command's fields; the same keeping. */
  readonly brief: (wanted: Wanted) => Briefing;
  /** As `ask`, where the query is made already. */
  readonly answer: (query: Query) => Briefing;
  /** The answer that is gone on with, where a button asks for more of one; `ask` and `brief` give it too. */
  readonly again: () => Briefing | undefined;
  /** Asks beside the main question; nothing is kept. */
  readonly aside: (query: Query) => Briefing;
  /** One event, spelt out as a briefing does; undefined where there is none (an old id leads to its new one). */
  readonly event: (id: EventId) => BriefedEvent | undefined;
  /** Where data is changed; absent where nothing can be written. */
  readonly curation?: Curation;
  /** What is posted by itself; absent where nothing can be kept. */
  readonly digests?: Digests;
  readonly personal: Personal;
  /** Fields of a command as a query, as `brief` reads them, without asking it. */
  readonly link: (wanted: Wanted) => Linked;
};

export type DeskOptions = {
  readonly log: Log;
  readonly engine: Engine;
  readonly dataset: Dataset;
  readonly menu: readonly MenuEntry[];
  readonly asker: Asker;
  readonly page: number;
  readonly audience: "private" | "public";
  /** The thread's last query, where a follow-up is possible. */
  readonly previous?: Query;
  /** A query that was understood before, with its words: asked again as it is, never read anew. */
  readonly kept?: { readonly query: Query; readonly question: string };
  readonly curation?: Curation;
  readonly digests?: Digests;
  readonly personal: Personal;
};

/** A desk, and the briefing that its command asked for (the last one, where it asked several times). */
export function openDesk(options: DeskOptions): { desk: Desk; asked: () => Briefing | undefined } {
  const { engine, dataset, kept, previous } = options;
  const today = dayIn(options.asker.zone, options.asker.at);
  const context: Context = { today, ...(previous && { previous }) };
  let last: Briefing | undefined;
  const remember = (briefing: Briefing) => {
    last = briefing;
    return briefing;
  };
  const again = () => kept && remember(engine.answer(kept.query, context, kept.question));
  const briefFields = (wanted: Wanted): Briefing => {
    const linked = link(wanted, { engine, dataset, context: { today } });
    return linked.kind === "query"
      ? engine.answer(linked.query, context)
      : unanswered(linked, coverage(dataset));
  };
  const desk: Desk = {
    log: options.log,
    engine,
    dataset,
    menu: options.menu,
    asker: options.asker,
    curates: options.curation?.curates(options.asker) ?? false,
    today,
    pictures: options.asker.platform !== "console",
    page: options.page,
    audience: options.audience,
    ask: (words) => again() ?? remember(engine.ask(clean(words), context)),
    brief: (wanted) => again() ?? remember(briefFields(wanted)),
    answer: (query) => again() ?? remember(engine.answer(query, context)),
    again,
    aside: (query) => engine.answer(query, context),
    link: (wanted) => link(wanted, { engine, dataset, context: { today } }),
    personal: options.personal,
    ...(options.curation && { curation: options.curation }),
    ...(options.digests && { digests: options.digests }),
    event: (id) => {
      const current = dataset.redirects[id] ?? id;
      return engine
        .answer({ ask: "events", event: current }, context)
        .events.find((event) => event.id === current);
    },
  };
  return { desk, asked: () => last };
}

/** A briefing for words that lead nowhere, or to several. */
function unanswered(linked: Exclude<Linked, { kind: "query" }>, covered: Coverage): Briefing {
  const empty = { question: "", query: null, events: [], also: [], coverage: covered, nearest: [] };
  if (linked.kind === "which") {
    const { word, choices } = linked.which;
    return {
      ...empty,
      understood: `Not understood for certain: “${word}” fits ${choices.length}.`,
      answer: { kind: "which", values: choices.map(({ id, name }) => ({ id, name })) },
      notes: [`Which “${word}” is meant?`],
      suggestions: choices.map((choice) => choice.question),
    };
  }
  return {
    ...empty,
    understood: "Not understood",
    answer: { kind: "unclear", values: [] },
    notes: explain(linked.unclear),
    suggestions: [],
  };
}

const coverage = ({ manifest }: Dataset): Coverage => ({
  documents: manifest.documents.length,
  from: manifest.from,
  to: manifest.to,
  matchingDocuments: 0,
});
