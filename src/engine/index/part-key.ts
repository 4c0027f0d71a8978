import { PARTS } from "../../model/kinds.ts";

/** The key of an entity or a side in a part, in `postings.entityPart` and `postings.sidePart`. */
export const partKey = (number: number, part: number): number => number * PARTS.length + part;

/** The entity or side of such a key. */
export const ofPartKey = (key: number): number => Math.floor(key / PARTS.length);
