import { hash } from "node:crypto";
import type { ReadText } from "../../src/reading/merge/index.ts";
import type { EventMention, RawDocument, ReadingAids } from "../../src/reading/types.ts";
import { events as worldEvents } from "../fixtures/events.ts";
import { at, gazetteer, when, who } from "../fixtures/world.ts";

export { gazetteer, worldEvents };

/**
 * A reader of reports as plain as this: the first line is the day of the report, each further one an event,
 * `aino-rautala met ines-carvalho in lisbon on 2021-05-12`, perhaps followed by `(unsure)`. A weekday in the place
 * of the day is the day of the anchor that covers it.
 */
export function read(raw: RawDocument, aids: ReadingAids): ReadText {
  const text = new TextDecoder().decode(raw.bytes);
  const sha256 = hash("sha256", text);
  const [published = ""] = text.split("\n");
  const document = {
    id: `D-${sha256.slice(0, 6)}`,
    file: raw.file,
    title: raw.file,
    publisher: null,
    published,
    sha256,
  };
  const mentions = [...text.matchAll(/^(\S+) met (\S+) in (\S+) on (\S+)(?: \((unsure)\))?$/gm)].map(
    (line): EventMention => {
      const span = [line.index, line.index + line[0].length] as const;
      const anchor = aids.anchors.find((one) => one.span[0] <= span[0] && span[1] <= one.span[1]);
      return {
        key: span,
        kind: "meeting",
        status: "happened",
        flags: [],
        occasion: null,
        participants: [who(line[1]!, "attendee"), who(line[2]!, "attendee")],
        places: [at(line[3]!)],
        when: when(/\d/.test(line[4]!) ? line[4]! : (anchor?.day ?? `../${published}`)),
        topics: [],
        sources: [{ document: document.id, paragraph: 1, span, origin: document.title }],
        confidence: { band: line[5] ? "low" : "high", reasons: ["told plainly"] },
      };
    },
  );
  return { document, text, mentions };
}

export const raw = (file: string, ...lines: readonly string[]): RawDocument => ({
  file,
  bytes: Buffer.from(`${lines.join("\n")}\n`),
});

/** The span of a line in a document. */
export function spanOf({ bytes }: RawDocument, line: string): [number, number] {
  const start = Buffer.from(bytes).toString().indexOf(line);
  return [start, start + line.length];
}

export const checksum = ({ bytes }: RawDocument) => hash("sha256", bytes);
