import { createHash } from "node:crypto";
import { isDay } from "../../model/when.ts";
import { creationCandidates, parseDate } from "../time/index.ts";
import type { CreationCandidate, Ingested, RawDocument } from "../types.ts";
import { isMarkup, unmark } from "./markup.ts";

/** How far into a document its own date is looked for. */
const HEAD = 6_000;
/** A page's markup stands before its words. */
const MARKUP_HEAD = 40_000;

/**
 * Stage 1. Bytes become text, unchanged, with the SHA-256 of the bytes and every day that may be the document
 * creation time. Throws a TypeError when the bytes are not UTF-8.
 */
export function ingest(raw: RawDocument): Ingested {
  const sha256 = createHash("sha256").update(raw.bytes).digest("hex");
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw.bytes);
  return { id: `D-${sha256.slice(0, 6)}`, sha256, file: raw.file, text, creation: candidates(raw, text) };
}

function candidates(raw: RawDocument, text: string): readonly CreationCandidate[] {
  const found: CreationCandidate[] = [];
  const given = raw.given?.published;
  if (given && isDay(given)) found.push({ day: given, span: null, from: "given" });
  const head = text.slice(0, isMarkup(text.slice(0, HEAD)) ? MARKUP_HEAD : HEAD);
  const mail = /^(?:Date|Sent):[^\n]{0,80}/m.exec(head);
  const sent = mail && /^(?:From|To|Subject):/m.test(head) ? parseDate(mail[0], mail.index) : null;
  if (sent) found.push({ ...sent, from: "header" });
  const page = isMarkup(head) ? stamped(head) : null;
  if (page) found.push(page);
  return [...found, ...creationCandidates(isMarkup(head) ? unmark(head, () => {}) : head)];
}

/** The day that a page's own markup gives: of publication before any other. */
function stamped(head: string): CreationCandidate | null {
  for (const pattern of STAMPS) {
    const m = pattern.exec(head);
    const day = m?.[1];
    const at = m && day ? m.index + m[0].length - day.length : 0;
    if (day && isDay(day)) return { day, span: [at, at + day.length], from: "header" };
  }
  return null;
}

const STAMPS = [
  /<meta\b[^<>]{0,200}published[^<>]{0,100}?content="(\d{4}-\d\d-\d\d)/i,
  /"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)/i,
  /<meta\b[^<>]{0,200}\bdate\b[^<>]{0,100}?content="(\d{4}-\d\d-\d\d)/i,
  /<time\b[^<>]{0,200}datetime="(\d{4}-\d\d-\d\d)/i,
];
