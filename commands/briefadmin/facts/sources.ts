import type { SourceSpan } from "../../../src/model/event.ts";

/** Sources with one more, unless it is there already. */
export function uniteSources(sources: readonly SourceSpan[], more: SourceSpan): readonly SourceSpan[] {
  const there = sources.some(
    ({ document, paragraph, span }) =>
      document === more.document && paragraph === more.paragraph && span.join() === more.span.join(),
  );
  return there ? sources : [...sources, more];
}
