import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { Dataset, Document } from "../model/dataset.ts";
import { collectDocuments } from "./files.ts";

/**
 * Looks passages up in a folder of documents, by checksum: a file under another name is found, a changed one is
 * not. The folder is read at the first question; without a folder, or where a document is not in it, the answer
 * is `null`.
 */
export function openPassages(folder: string | undefined, documents: readonly Document[]): Dataset["passage"] {
  let texts: ReadonlyMap<string, string> | null = null;
  return (id, [start, end]) => {
    texts ??= folder !== undefined && existsSync(folder) ? originals(folder, documents) : new Map();
    const text = texts.get(id);
    return text === undefined || end > text.length ? null : text.slice(start, end);
  };
}

function originals(folder: string, documents: readonly Document[]): ReadonlyMap<string, string> {
  const ids = new Map(documents.map(({ id, sha256 }) => [sha256, id]));
  const texts = new Map<string, string>();
  for (const { bytes } of collectDocuments([folder]).documents) {
    const id = ids.get(createHash("sha256").update(bytes).digest("hex"));
    if (id !== undefined) texts.set(id, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  }
  return texts;
}
