import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { RawDocument } from "../reading/types.ts";

/** The largest document that is read, in bytes. */
export const LARGEST = 5_000_000;

/** A file that is not read, and why, in words that end a sentence. */
export type Skipped = { readonly path: string; readonly why: string };

/**
 * The documents at some paths: files, and folders with all `.txt` and `.md` files in them and below, in code-point
 * order. What cannot be a document is skipped with its reason.
 */
export function collectDocuments(paths: readonly string[]): {
  readonly documents: readonly RawDocument[];
  readonly skipped: readonly Skipped[];
} {
  const documents: RawDocument[] = [];
  const skipped: Skipped[] = [];
  for (const path of new Set(paths.flatMap((path) => filesAt(path)))) {
    const read = readFile(path);
    if (typeof read === "string") skipped.push({ path, why: read });
    else documents.push({ file: basename(path), bytes: read });
  }
  return { documents, skipped };
}

/** Why bytes are no document, or `null` when they are one. By content, whatever the name says. */
export function unreadable(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST) return `it is over ${LARGEST / 1_000_000} MB`;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return NOT_UTF8;
  if (bytes.includes(0)) return "it is not text";
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return NOT_UTF8;
  }
  if (text.replace(/^\uFEFF/, "").trim() === "") return "it is empty";
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0;
  return controls * 100 > text.length ? "it is not text" : null;
}

const NOT_UTF8 = "it is not UTF-8; save it as UTF-8";
const READABLE = [".txt", ".md"];

function filesAt(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || isReadable(entry.name)))
    .map(({ name }) => name)
    .toSorted()
    .flatMap((name) => filesAt(join(path, name)));
}

const isReadable = (name: string) => READABLE.includes(extname(name).toLowerCase());

function readFile(path: string): Uint8Array | string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return "there is no such file";
  if (!stat.isFile()) return "it is not a file";
  if (!isReadable(path)) return "it is neither .txt nor .md";
  if (stat.size > LARGEST) return `it is over ${LARGEST / 1_000_000} MB`;
  try {
    const bytes = readFileSync(path);
    return unreadable(bytes) ?? bytes;
  } catch (error) {
    return `it cannot be read (${(error as Error).message})`;
  }
}
