import type { EventPlace } from "../../../model/event.ts";
import type { When } from "../../../model/when.ts";
import type { Sentence } from "../../document/sentences.ts";
import type { Actor } from "../../names/actors.ts";
import type { Scan } from "../../names/scan.ts";
import type { Creation, TimeMention } from "../../types.ts";
import type { Chunk } from "./chunks.ts";

/** Who speaks in the first person, and what "here" is. */
export type Speaker = { readonly actor: Actor; readonly questioner: boolean };

/** The day that a report is about; of a report that may be of either of two days, both. */
export type News = Pick<When, "edtf" | "start" | "end" | "precision">;

/** A sentence ready for the event rules. */
export type Line = {
  readonly sentence: Sentence;
  readonly scan: Scan;
  readonly chunks: readonly Chunk[];
  readonly heading: boolean;
  readonly speaker: Speaker | null;
  readonly creation: Creation;
  /** Time expressions, asked for only where an event was found. */
  readonly times: () => readonly TimeMention[];
  /** The people before this sentence that "he" and "she" can mean, nearest last. */
  readonly recent: readonly Actor[];
  /** Paragraph of the item, from 0 for the first one of prose. */
  readonly depth: number;
  /** True where a byline or dateline says that the text is news of its day. */
  readonly news: boolean;
  /** The place that the item's title ends with. */
  readonly venue: EventPlace | null;
  /** The town that the text is datelined from: what "here" means. */
  readonly dateline: EventPlace | null;
  /** The day of the news that the text reports: one that its opening names, else its own. */
  readonly newsDay: () => News | null;
};

/** True where the chunk stands in direct speech. */
export const quoted = (line: Line, c: Chunk): boolean =>
  line.sentence.quotes.some((q) => c.start >= q[0] && c.end <= q[1] && q[1] - q[0] > 25);

export const wordAt = (line: Line, k: number): string => {
  const c = line.chunks[k];
  return c?.kind === "word" ? c.word : "";
};
