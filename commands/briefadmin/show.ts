import type { Desk } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Item, Reply, SourceLine } from "../../src/chat/reply.ts";
import type { BriefedEvent } from "../../src/model/briefing.ts";
import type { Document } from "../../src/model/dataset.ts";
import type { Event } from "../../src/model/event.ts";
import { detailsOf } from "../reply/details.ts";
import { itemOf } from "../reply/items.ts";
import { numberSources } from "../reply/sources.ts";

/** An event that need not be in the dataset yet, spelt out as a briefing does. */
export function briefed(event: Event, { dataset }: Desk, brought: readonly Document[] = []): BriefedEvent {
  const documents = [...dataset.manifest.documents, ...brought];
  const sources = event.sources.flatMap((source) => {
    const document = documents.find(({ id }) => id === source.document);
    if (document === undefined) return [];
    const { title, publisher, published, url } = document;
    return [{ ...source, title, publisher, published, ...(url && { url }), quote: source.quote ?? null }];
  });
  return { ...event, sources, certainty: "certain" };
}

/** One event as a line with its sources, and everything recorded of it. */
export function whole(
  event: Event,
  desk: Desk,
  brought?: readonly Document[],
): Pick<Reply, "items" | "fields" | "sources"> {
  const shown = briefed(event, desk, brought);
  const sources = numberSources(desk.asker.locale);
  const item = itemOf({ event: event.id }, shown, sources, desk.asker.locale);
  return { items: [item], fields: detailsOf(shown, desk), sources: sources.lines() };
}

/** Events as lines with their sources. */
export function lines(
  events: readonly Event[],
  desk: Desk,
  brought?: readonly Document[],
): { readonly items: readonly Item[]; readonly sources: readonly SourceLine[] } {
  const sources = numberSources(desk.asker.locale);
  const items = events.map((event) =>
    itemOf({ event: event.id }, briefed(event, desk, brought), sources, desk.asker.locale),
  );
  return { items, sources: sources.lines() };
}

/** What a person changes; the rest follows from it. */
const TOLD = ["Kind", "Status", "Flags", "Date", "Occasion", "People and sides", "Place", "Topics"];

/** What will be otherwise: each field that differs, before and after. */
export function differences(
  before: Event,
  after: Event,
  desk: Desk,
  brought: readonly Document[],
): Reply["fields"] {
  const was = detailsOf(briefed(before, desk), desk);
  const will = detailsOf(briefed(after, desk, brought), desk);
  const names = [...new Set([...was, ...will].map(({ name }) => name))].filter((name) => TOLD.includes(name));
  const value = (of: typeof was, name: string) => of.find((field) => field.name === name)?.value;
  const fields = names
    .filter((name) => value(was, name) !== value(will, name))
    .map((name) => ({
      name,
      value: `${cut(value(was, name) ?? "nothing", 300)} → ${cut(value(will, name) ?? "nothing", 300)}`,
    }));
  const sentence =
    before.summary === after.summary ? [] : [{ name: "What", value: `${before.summary} → ${after.summary}` }];
  const added = after.sources.length - before.sources.length;
  const sources = added > 0 ? [{ name: "Sources", value: `${added} more` }] : [];
  return [...sentence, ...fields, ...sources];
}
