import type { Document } from "../../model/dataset.ts";
import { byCodePoint } from "../../model/text.ts";
import { bounds } from "../../model/when.ts";

export { mergeAcross } from "./across.ts";
export { unitePeople } from "./alike/people.ts";
export { identify } from "./identity.ts";
export type { Key, ReadText, Told } from "./told.ts";
export { mergeWithin } from "./within.ts";

/**
 * The order in which documents give events their ids: oldest first, undated last, then by checksum. It depends
 * on nothing but the documents themselves, so that a file's name or folder moves no id, and a document that is
 * newer than the others neither.
 */
export function byAge(a: Document, b: Document): number {
  const [one, other] = [publication(a), publication(b)];
  return byCodePoint(one, other) || byCodePoint(a.sha256, b.sha256);
}

const UNDATED = "9999-12-31";

function publication({ published }: Document): string {
  const limits = published === null ? null : bounds(published);
  return limits?.end ?? limits?.start ?? UNDATED;
}
