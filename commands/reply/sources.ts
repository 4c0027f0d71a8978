import type { SourceLine } from "../../src/chat/reply.ts";
import type { BriefedEvent, Citation } from "../../src/model/briefing.ts";
import { dateWords } from "./dates.ts";

/** Numbers sources in the order in which items cite them: one number a paragraph of a document. */
export type Numbering = {
  readonly cite: (event: Pick<BriefedEvent, "sources">) => readonly number[];
  readonly lines: () => readonly SourceLine[];
};

export function numberSources(locale: string): Numbering {
  const numbers = new Map<string, number>();
  const lines: SourceLine[] = [];
  const number = (citation: Citation): number => {
    const key = `${citation.document} ${citation.item ?? ""} ${citation.paragraph}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const next = lines.length + 1;
    numbers.set(key, next);
    lines.push(sourceLine(citation, next, locale));
    return next;
  };
  return { cite: ({ sources }) => [...new Set(sources.map(number))], lines: () => lines };
}

function sourceLine(citation: Citation, number: number, locale: string): SourceLine {
  const { title, publisher, published, url } = citation;
  return {
    number,
    title,
    ...(publisher !== null && { publisher }),
    published: published === null ? "undated" : dateWords(published, locale),
    ...(url !== undefined && { url }),
    where: `paragraph ${citation.paragraph}${from(citation)}`,
  };
}

/** Who the document has it from, where that is somebody else. */
function from({ origin, document, publisher, title }: Citation): string {
  return [document, publisher, title, ""].includes(origin) ? "" : `, from ${origin}`;
}
