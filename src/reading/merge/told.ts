import type { Document } from "../../model/dataset.ts";
import type { Event } from "../../model/event.ts";
import { OUTSIDE_PARTS } from "../../model/kinds.ts";
import type { EventMention, Span } from "../types.ts";

/** One document as the earlier stages left it. `text` is the original, which every span points into. */
export type ReadText = {
  readonly document: Document;
  readonly text: string;
  readonly mentions: readonly EventMention[];
  /** What a person should know of the document: whole sentences. */
  readonly notes?: readonly string[];
};

/** Where an event was first told in one document: with the checksum, its identity. */
export type Key = {
  readonly sha256: string;
  readonly span: Span;
  /** Several events can begin in one passage: 0 for the first of them, in the order of reading. */
  readonly nth: number;
};

/** An event while it is being put together: all places where it was told, and the words quoted there. */
export type Told = Omit<Event, "id" | "summary"> & {
  /** Never empty; the first gives the id, the others redirect to it. */
  readonly keys: readonly [Key, ...Key[]];
  /** Runs of words inside quotation marks, folded, from the passages of its sources. */
  readonly quoted: readonly string[];
  /** How long the passages say that a ceasefire lasts: "30 hour", "30 day". */
  readonly lasts?: readonly string[];
};

/** Those who took part, in any way: not those who declined, were absent, or are only named. */
export const present = (told: Pick<Event, "participants">) =>
  told.participants.filter(({ part }) => !OUTSIDE_PARTS.includes(part));
