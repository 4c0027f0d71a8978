import type { Document } from "../../model/dataset.ts";
import type { SourceSpan } from "../../model/event.ts";
import { shareQuotation } from "./alike/quotations.ts";
import type { Told } from "./told.ts";

/** Two names of one origin, as learnt from a quotation that both documents give. */
export type SameOrigin = {
  readonly document: string;
  /** The name that this document has for it. */
  readonly named: string;
  /** The name that the earlier document has for it. */
  readonly origin: string;
};

/**
 * One origin for what comes from one mouth: where a later document gives the quotation that an earlier one gave,
 * it is no second witness. Returns the later telling with the earlier one's origin, and the pair of names.
 */
export function sameMouth(
  earlier: Told,
  later: Told,
): { readonly told: Told; readonly same: SameOrigin | null } {
  const [first, next] = [earlier.sources[0], later.sources[0]];
  if (!first || !next || first.origin === next.origin || !shareQuotation(earlier.quoted, later.quoted))
    return { told: later, same: null };
  const same = { document: next.document, named: next.origin, origin: first.origin };
  return { told: { ...later, sources: later.sources.map((source) => renamed(source, same)) }, same };
}

/**
 * All that the later document has from that origin follows: a newspaper and its web site are one. Not where the
 * name is the document's own: one common quotation does not make the whole article a retelling.
 */
export function uniteOrigins(
  events: readonly Told[],
  learnt: readonly SameOrigin[],
  documents: readonly Document[],
): readonly Told[] {
  const foreign = learnt.filter(({ document, named }) => !isItself(documents, document, named));
  const rename = (source: SourceSpan) => foreign.reduce(renamed, source);
  return events.map((told) => ({ ...told, sources: told.sources.map(rename) }));
}

const renamed = (source: SourceSpan, { document, named, origin }: SameOrigin): SourceSpan =>
  source.document === document && source.origin === named ? { ...source, origin } : source;

function isItself(documents: readonly Document[], id: string, name: string): boolean {
  const document = documents.find((one) => one.id === id);
  return document === undefined || [id, document.title, document.publisher, document.file].includes(name);
}
