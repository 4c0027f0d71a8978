import type { SourceLine } from "../../src/chat/reply.ts";
import type { BriefedEvent, Citation } from "../../src/model/briefing.ts";
import { WHOLE } from "../../src/model/event.ts";
import { dateWords } from "./dates.ts";

/** Numbers sources in the order in which items cite them. */
export type Numbering = {
  readonly cite: (event: Pick<BriefedEvent, "sources">) => readonly number[];
  readonly lines: () => readonly SourceLine[];
};

/**
 * One number for the paragraphs of a document that tell one event together: a claim points to its own paragraphs,
 * and a document that tells it in five of them is named once.
 */
export function numberSources(locale: string): Numbering {
  const numbers = new Map<string, number>();
  const lines: SourceLine[] = [];
  const number = (citations: readonly Citation[]): readonly number[] => {
    const [first] = citations;
    if (first === undefined) return [];
    const paragraphs = [...new Set(citations.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
    const key = `${first.document} ${first.item ?? ""} ${paragraphs.join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return [known];
    const next = lines.length + 1;
    numbers.set(key, next);
    lines.push(sourceLine(first, paragraphs, next, locale));
    return [next];
  };
  return { cite: ({ sources }) => together(sources).flatMap(number), lines: () => lines };
}

/** Citations of one item of one document, in the order in which the first of them stands. */
function together(sources: readonly Citation[]): readonly (readonly Citation[])[] {
  const groups = new Map<string, Citation[]>();
  for (const source of sources) {
    const key = `${source.document} ${source.item ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups.values()];
}

function sourceLine(
  citation: Citation,
  paragraphs: readonly number[],
  number: number,
  locale: string,
): SourceLine {
  const { title, publisher, published, url } = citation;
  const asWhole = citation.span.join() === WHOLE.join() && paragraphs.join() === "1";
  const noun = paragraphs.length === 1 ? "paragraph" : "paragraphs";
  return {
    number,
    title,
    ...(publisher !== null && { publisher }),
    published: published === null ? "undated" : dateWords(published, locale),
    ...(url !== undefined && { url }),
    ...(!asWhole && { where: `${noun} ${paragraphs.join(", ")}${from(citation)}` }),
  };
}

/** Who the document has it from, where that is somebody else. */
function from({ origin, document, publisher, title }: Citation): string {
  return [document, publisher, title, ""].includes(origin) ? "" : `, from ${origin}`;
}
