import { createHash } from "node:crypto";
import { isDay } from "../../model/when.ts";
import { creationCandidates, parseDate } from "../time/index.ts";
import type { CreationCandidate, Ingested, RawDocument } from "../types.ts";

/** How far into a document its own date is looked for. */
const HEAD = 6_000;

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
  const head = text.slice(0, HEAD);
  const mail = /^(?:Date|Sent):[^\n]{0,80}/m.exec(head);
  const sent = mail && /^(?:From|To|Subject):/m.test(head) ? parseDate(mail[0], mail.index) : null;
  if (sent) found.push({ ...sent, from: "header" });
  return [...found, ...creationCandidates(head)];
}
