import { hash } from "node:crypto";
import type { Document } from "../../../src/model/dataset.ts";
import { mergeAcross, mergeWithin, type ReadText } from "../../../src/reading/merge/index.ts";
import type { EventMention } from "../../../src/reading/types.ts";
import { when } from "../../fixtures/build.ts";

type Telling = Partial<Omit<EventMention, "key" | "sources">> & {
  /** A passage of the document's text, where the mention stands. */
  readonly says: string;
  readonly origin?: string;
  readonly quote?: string;
};

/** A document of our own with what was read in it: every mention stands in a passage of the text. */
export function told(text: string, tellings: readonly Telling[], about: Partial<Document> = {}): ReadText {
  const sha256 = hash("sha256", text);
  const document: Document = {
    id: `D-${sha256.slice(0, 6)}`,
    file: "report.txt",
    title: "A report",
    publisher: null,
    published: "2021-05-20",
    sha256,
    ...about,
  };
  return { document, text, mentions: tellings.map((telling) => mention(text, document, telling)) };
}

/** The events of one document, short: what a test compares. */
export const within = (read: ReadText) => mergeWithin(read);

/** The events of several documents. */
export const across = (...reads: readonly ReadText[]) =>
  mergeAcross(reads.map((read) => ({ document: read.document, told: mergeWithin(read) })));

/** Ids of those in an event. */
export const ids = (event: { readonly participants: readonly { readonly id: string }[] } | undefined) =>
  event?.participants.map(({ id }) => id);

function mention(
  text: string,
  document: Document,
  { says, origin, quote, ...fields }: Telling,
): EventMention {
  const start = text.indexOf(says);
  if (start < 0) throw new Error(`The text does not say: ${says}`);
  const span = [start, start + says.length] as const;
  return {
    key: span,
    kind: "meeting",
    status: "happened",
    flags: [],
    occasion: null,
    participants: [],
    places: [],
    when: when("2021-05-12"),
    topics: [],
    sources: [
      {
        document: document.id,
        paragraph: 1,
        span,
        origin: origin ?? document.title,
        ...(quote !== undefined && { quote }),
      },
    ],
    confidence: { band: "high", reasons: [] },
    ...fields,
  };
}
