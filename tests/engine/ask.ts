import { openAnswers } from "../../src/engine/answer/open.ts";
import { openNames } from "../../src/engine/names/index.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import type { Query } from "../../src/model/query.ts";
import { world } from "../fixtures/world.ts";

/** Answers queries over a dataset without the grammar: what is asked is told as JSON. */
export function asking(dataset: Dataset = world(), changedSince?: (instant: string) => readonly string[]) {
  return openAnswers(dataset, {
    names: openNames(dataset),
    tell: (query) => JSON.stringify(query),
    reads: (line) => JSON.parse(line),
    ...(changedSince && { changedSince }),
  }).answer;
}

export const ask: (query: Query) => Briefing = asking();

/** The names, edtf texts or ids of an answer's values, as a reader would see them. */
export function said({ answer }: Briefing): readonly unknown[] {
  switch (answer.kind) {
    case "people":
    case "places":
    case "topics":
    case "entity":
    case "which":
      return answer.values.map(({ name }) => name);
    case "pairs":
      return answer.values.map(({ names }) => names.join(" – "));
    case "events":
      return answer.values.map(({ id }) => id);
    case "dates":
      return answer.values.map(({ edtf }) => edtf);
    case "number":
    case "whether":
      return answer.values.map(({ value }) => value);
    case "nothing":
    case "unclear":
      return [];
  }
}

export const beside = ({ also }: Briefing) =>
  Object.fromEntries(also.map(({ why, events }) => [why, events]));
