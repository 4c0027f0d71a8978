import type { Document } from "../model/dataset.ts";
import type { Day } from "../model/when.ts";
import { bibliography } from "./document/bibliography.ts";
import { clean } from "./document/clean.ts";
import { asEdtf } from "./document/creation.ts";
import { dated } from "./document/dated.ts";
import { ingest } from "./document/ingest.ts";
import { type Layout, layOut } from "./document/items.ts";
import { isEnglish } from "./document/language.ts";
import { sentences } from "./document/sentences.ts";
import { mentionsOf } from "./events/mentions.ts";
import { lexicon } from "./names/lexicon.ts";
import { survey } from "./names/survey.ts";
import { type Dated, parseDate } from "./time/index.ts";
import type { Cleaned, EventMention, RawDocument, ReadingAids, Span } from "./types.ts";

/** What reading makes of one document. */
export type ReadDocument = {
  readonly document: Document;
  /** The original, which every span points into. */
  readonly text: string;
  /** Every event mention, those of low confidence included. */
  readonly mentions: readonly EventMention[];
  /** Those of low confidence: for a person to look at. */
  readonly review: readonly EventMention[];
  readonly dropped: Cleaned["dropped"];
  /** What a person should know: another language, no event, no date. */
  readonly notes: readonly string[];
};

/** How reading is varied for measurement: rule families left out by name. */
export type ReadingOptions = { readonly without?: readonly string[] };

/**
 * Reads a document: from its bytes to event mentions with exact spans into the original text. Deterministic and
 * offline; every mention carries the rules that read it. A text that is not English is kept without events.
 * Throws a TypeError when the bytes are not UTF-8.
 */
export function readDocument(
  raw: RawDocument,
  aids: ReadingAids,
  options: ReadingOptions = {},
): ReadDocument {
  const ingested = ingest(raw);
  const { text } = ingested;
  const prose = clean(text);
  const headers = prose.dropped.flatMap(({ span, reason }) =>
    reason === "date header" ? (headerDay(text, span) ?? []) : [],
  );
  const layout = layOut(prose.text, headers);
  const known = lexicon(aids.gazetteer);
  const said = bibliography(raw, prose.text, layout, text);
  const english = isEnglish(prose.text);
  const lines = english ? sentences(prose.text, layout) : [];
  const world = survey(known, prose.text, lines, said);
  const dates = dated(ingested, layout, lines, prose.text, world, aids);
  const mentions = mentionsOf(
    { ingested, prose: prose.text, layout, lines, world, dates, said, known },
    options.without ?? [],
  );
  const published = raw.given?.published ?? asEdtf(dates.published) ?? newest(layout.items);
  const notes = [
    ...(english ? [] : ["Only English is read; the document is kept without events."]),
    ...(english && mentions.length === 0 ? ["No diplomatic event was found in it."] : []),
    ...(published === null ? ["The document has no date."] : []),
  ];
  return {
    document: {
      id: ingested.id,
      file: raw.file,
      title: said.title,
      publisher: world.publisher ?? said.publisher,
      published,
      ...(raw.given?.url ? { url: raw.given.url } : {}),
      ...(layout.items.length > 1
        ? { items: layout.items.map((item) => entitled(item, text, said.title)) }
        : {}),
      sha256: ingested.sha256,
    },
    text,
    mentions,
    review: mentions.filter((m) => m.confidence.band === "low"),
    dropped: prose.dropped,
    notes,
  };
}

/** The day of a header that is no prose. */
function headerDay(text: string, span: Span): Dated | null {
  return parseDate(text.slice(...span), span[0]);
}

/** An item as it is cited: by its own title, else by the page's. */
function entitled(item: Layout["items"][number], text: string, page: string) {
  const title =
    item.title === null
      ? page
      : text
          .slice(...item.title)
          .replace(/\s+/g, " ")
          .trim();
  return { title, published: (item.posted ?? item.titled)?.day ?? null };
}

/** A page of dated items without a day of its own is as new as its newest item. */
const newest = (items: Layout["items"]): Day | null =>
  items.reduce<Day | null>((last, item) => {
    const day = (item.posted ?? item.titled)?.day ?? null;
    return day !== null && (last === null || day > last) ? day : last;
  }, null);
