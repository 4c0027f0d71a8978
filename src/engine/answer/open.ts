import type { Briefing } from "../../model/briefing.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Query } from "../../model/query.ts";
import { openIndex } from "../index/open.ts";
import type { Index } from "../index/types.ts";
import type { ChangedSince } from "../select/conditions.ts";
import { openSelect } from "../select/index.ts";
import { answer } from "./index.ts";
import type { Room } from "./room.ts";

/** The answering half of the engine: queries to briefings. */
export type Answers = { readonly answer: (query: Query) => Briefing; readonly room: Omit<Room, "cite"> };

/** Opens it over a dataset, with the words that queries are told in handed in. */
export function openAnswers(
  dataset: Dataset,
  given: Pick<Room, "names" | "tell" | "reads"> & {
    readonly index?: Index;
    readonly changedSince?: ChangedSince;
  },
): Answers {
  const { names, tell, reads, index = openIndex(dataset), changedSince = () => [] } = given;
  const room: Answers["room"] = {
    dataset,
    index,
    selector: openSelect(dataset, index, changedSince),
    documents: new Map(dataset.manifest.documents.map((document) => [document.id, document])),
    names,
    tell,
    reads,
  };
  return { room, answer: (query) => answer(room, query) };
}
