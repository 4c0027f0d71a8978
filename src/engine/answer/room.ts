import type { Dataset, Document } from "../../model/dataset.ts";
import type { DocumentId, EventId } from "../../model/event.ts";
import type { Query } from "../../model/query.ts";
import type { Index } from "../index/types.ts";
import type { Names } from "../names/types.ts";
import type { Selector } from "../select/index.ts";

/** What every answer is made with. */
export type Room = {
  readonly dataset: Dataset;
  readonly index: Index;
  readonly selector: Selector;
  readonly documents: ReadonlyMap<DocumentId, Document>;
  readonly names: Pick<Names, "nameOf" | "kindOf" | "link">;
  /** The id of the event at a position; what is cited is shown with the answer. */
  readonly cite: (position: number) => EventId;
  readonly tell: (query: Query) => string;
  /** The query that a line reads to, if to one: only lines that have an answer are suggested. */
  readonly reads: (line: string) => Query | null;
};

/** A room to try or count something in: what it cites is not shown. */
export const uncited = (room: Omit<Room, "cite">): Room => ({ ...room, cite: () => "" });
