import { join } from "node:path";
import { loadGazetteer } from "../../src/dataset/gazetteer.ts";
import { type ReadDocument, readDocument } from "../../src/reading/index.ts";
import type { Anchor, EventMention } from "../../src/reading/types.ts";

export const gazetteer = loadGazetteer(join(import.meta.dirname, "../../data/gazetteer"));

/** Reads a text as a document; `anchored` is a passage of it with its known day. */
export function read(text: string, anchored?: readonly [passage: string, day: Anchor["day"]]): ReadDocument {
  const at = anchored ? text.indexOf(anchored[0]) : -1;
  const anchors: Anchor[] = anchored
    ? [{ span: [at, at + anchored[0].length], day: anchored[1], reason: "known from elsewhere" }]
    : [];
  return readDocument({ file: "text.txt", bytes: new TextEncoder().encode(text) }, { gazetteer, anchors });
}

/** An event in one line: kind, status, who in which part, where, when, flags. */
export function told(m: EventMention): string {
  const who = m.participants.map((p) => `${p.part} ${p.name}${p.inferred ? " (inferred)" : ""}`).join(", ");
  const where = m.places.length > 0 ? ` @ ${m.places.map((p) => p.name).join(", ")}` : "";
  const flags = m.flags.length > 0 ? ` [${[...m.flags].sort().join(", ")}]` : "";
  return `${m.kind} ${m.status}: ${who}${where} | ${m.when.edtf}${flags}`;
}

/** The lines of all published events but statements. */
export const events = (text: string, anchored?: Parameters<typeof read>[1]): readonly string[] =>
  read(text, anchored)
    .mentions.filter((m) => m.kind !== "statement" && m.confidence.band !== "low")
    .map(told);

/** A report of Thursday 14 May 2015 with this body. */
export const report = (body: string): string =>
  ` date 2015-05-14 What the ministers did this week\n\n${body}\n`;
