import type { Document } from "../model/dataset.ts";
import type { Gazetteer } from "../model/entity.ts";
import { byAge, mergeWithin, type ReadText } from "../reading/merge/index.ts";
import type { RawDocument, ReadingAids } from "../reading/types.ts";
import { assemble, type Built } from "./assemble.ts";
import { type Curation, curate, describe } from "./curation.ts";

export type { Built } from "./assemble.ts";

export type BuildAids = {
  readonly gazetteer: Gazetteer;
  readonly curation: Curation;
  readonly read: (raw: RawDocument, aids: ReadingAids) => ReadText;
  /**
   * Checksums of documents that datasets were built from before, in their order. They come before all others, so
   * that not even an older document moves the ids that their events have.
   */
  readonly senior?: readonly string[];
  /** Told before each document. */
  readonly progress?: (file: string) => void;
};

/** What came of a build: `problems` are whole clauses for a person, `failed` are documents that reading broke on. */
export type BuildResult = {
  readonly built: Built;
  readonly problems: readonly string[];
  readonly failed: readonly { readonly file: string; readonly error: unknown }[];
};

/**
 * Documents to dataset: each is read, people's decisions are laid over it, and what several tell of one event
 * becomes one. The same documents in any order and under any names give the same dataset. A document that reading
 * breaks on is left out and named, the rest is built.
 */
export function buildDataset(raws: readonly RawDocument[], aids: BuildAids): BuildResult {
  const problems: string[] = [];
  const failed: { file: string; error: unknown }[] = [];
  const read = new Map<string, ReadText>();
  for (const raw of raws) {
    aids.progress?.(raw.file);
    try {
      const text = checked(readCurated(raw, aids, problems));
      const twin = read.get(text.document.id)?.document;
      if (twin === undefined) read.set(text.document.id, text);
      else
        problems.push(
          `${raw.file} is left out: ${twin.sha256 === text.document.sha256 ? "the same as" : "its id is that of"} ${twin.file}`,
        );
      problems.push(...(text.notes ?? []).map((note) => `${raw.file}: ${note.replace(/\.$/, "")}`));
    } catch (error) {
      failed.push({ file: raw.file, error });
    }
  }
  const inOrder = [...read.values()].toSorted((a, b) =>
    bySeniority(a.document, b.document, aids.senior ?? []),
  );
  const tellings = inOrder.map((text) => {
    const entries = aids.curation.filter(({ document }) => document === text.document.sha256);
    const curated = curate(mergeWithin(text), entries, aids.gazetteer);
    problems.push(...curated.problems);
    return { document: text.document, told: curated.told };
  });
  const known = new Set(inOrder.map(({ document }) => document.sha256));
  const unread = aids.curation.filter(({ document }) => !known.has(document));
  problems.push(...unread.map((entry) => `${describe(entry)} is for a document that was not read`));
  return { built: assemble(tellings, aids.gazetteer), problems, failed };
}

function bySeniority(a: Document, b: Document, senior: readonly string[]): number {
  const rank = ({ sha256 }: Document) => (senior.includes(sha256) ? senior.indexOf(sha256) : senior.length);
  return rank(a) - rank(b) || byAge(a, b);
}

/** Reads a document with the days that a person gave for passages of it; an anchor that changes nothing is a problem. */
function readCurated(
  raw: RawDocument,
  { gazetteer, curation, read }: BuildAids,
  problems: string[],
): ReadText {
  const plain = read(raw, { gazetteer, anchors: [] });
  const entries = curation.filter(
    ({ document, decision }) => decision === "anchor" && document === plain.document.sha256,
  );
  if (entries.length === 0) return plain;
  const anchors = entries.flatMap((entry) => (entry.decision === "anchor" ? [entry] : []));
  const anchored = read(raw, { gazetteer, anchors });
  if (JSON.stringify(anchored) === JSON.stringify(plain))
    problems.push(...entries.map((entry) => `${describe(entry)} changes nothing`));
  return anchored;
}

/** A source that is no passage of its document would be a citation of nothing: reading must not go on. */
function checked(text: ReadText): ReadText {
  for (const { sources, key } of text.mentions)
    for (const { span } of [{ span: key }, ...sources])
      if (!(span[0] >= 0 && span[0] < span[1] && span[1] <= text.text.length))
        throw new Error(
          `${text.document.file}: ${span[0]}-${span[1]} is no passage of its ${text.text.length} characters`,
        );
  return text;
}
