import type { Item } from "../../src/chat/reply.ts";
import type { BriefedEvent } from "../../src/model/briefing.ts";
import { PRESENT_PARTS } from "../../src/model/kinds.ts";
import { dateWords } from "./dates.ts";
import type { Entry } from "./entries.ts";
import { marksOf } from "./marks.ts";
import type { Numbering } from "./sources.ts";

/**
 * One line of an answer: the value that was asked for, and the event that it stands on. The summary is a whole
 * sentence; who and where are named beside it only where it does not say them.
 */
export function itemOf(entry: Entry, event: BriefedEvent, sources: Numbering, locale: string): Item {
  const quote = event.sources.find((source) => source.quote !== null)?.quote;
  const who = entry.who ?? whoOf(event);
  const where = entry.where ?? whereOf(event);
  // What is told apart under a heading does not answer the question, so neither certainly nor possibly.
  const certainty = entry.heading === undefined && event.certainty === "possible" ? ["possible"] : [];
  return {
    id: event.id,
    date: entry.date === undefined ? dateOf(event, locale) : dateWords(entry.date, locale),
    ...(who !== undefined && { who }),
    ...(where !== undefined && { where }),
    what: entry.topic === undefined ? event.summary : `${entry.topic}: ${event.summary}`,
    marks: [...new Set([...certainty, ...marksOf(event, locale), ...(entry.marks ?? [])])],
    ...(quote != null && { quote }),
    cites: sources.cite(event),
    ...(entry.heading !== undefined && { heading: entry.heading }),
  };
}

export function dateOf({ when }: BriefedEvent, locale: string): string {
  return when.start === null && when.end === null ? "undated" : dateWords(when.edtf, locale);
}

function whoOf({ participants, summary }: BriefedEvent): string | undefined {
  const present = participants.filter(({ part }) => PRESENT_PARTS.includes(part));
  const said = present.some(({ name, as }) => summary.includes(name) || summary.includes(as));
  if (said || present.length === 0) return undefined;
  const names = present.slice(0, 4).map(({ name }) => name);
  return names.join(", ") + (present.length > 4 ? ` and ${present.length - 4} more` : "");
}

function whereOf({ places, summary }: BriefedEvent): string | undefined {
  const unsaid = places.filter(({ name }) => !summary.includes(name));
  return unsaid.length === 0 ? undefined : unsaid.map(({ name }) => name).join(", ");
}
