import type { Dataset } from "../model/dataset.ts";
import type { Context, Engine } from "../model/engine.ts";
import type { Query } from "../model/query.ts";
import { hasAnswer } from "./answer/draft.ts";
import { openAnswers } from "./answer/open.ts";
import { unread } from "./answer/unread.ts";
import type { Index } from "./index/types.ts";
import { openNames } from "./names/index.ts";
import { readQuestion, recordedInstead, tell as tellIn } from "./question/index.ts";
import type { ChangedSince } from "./select/conditions.ts";

/** What an engine can be given besides its dataset. */
export type EngineOptions = {
  /** An index of this very dataset, made before; without it one is built. */
  readonly index?: Index;
  /** Ids of events that entered or changed after an instant; without it nothing ever did. */
  readonly changedSince?: ChangedSince;
};

/** Opens the engine over a dataset: words become queries, queries become briefings. No file, network or clock. */
export function openEngine(dataset: Dataset, options: EngineOptions = {}): Engine {
  const names = openNames(dataset);
  const tell = (query: Query) => tellIn(query, names);
  const read: Engine["read"] = (words, context) => readQuestion(words, context, names);
  const reads = (line: string) => {
    const reading = read(line, NEUTRAL);
    return reading.kind === "query" ? reading.query : null;
  };
  const answers = openAnswers(dataset, { names, tell, reads, ...options });
  const answer: Engine["answer"] = (query, _context, question) => {
    const briefing = answers.answer(query);
    return question === undefined ? briefing : { ...briefing, question };
  };
  return {
    read,
    answer,
    tell,
    suggest: names.suggest,
    ask(words, context) {
      const reading = read(words, context);
      if (reading.kind !== "query") return unread(answers.room, reading, words);
      const { query, ignored, corrected = [] } = reading;
      const instead = [recordedInstead(query), reading.instead ?? []].flat();
      const recorded = (each: Query) => hasAnswer(answers.room, each);
      const other = instead.length > 0 && !recorded(query) ? instead.find(recorded) : undefined;
      const briefing = answer(other ?? query, context, words);
      const notes = [
        ...corrected.map(({ typed, read }) => `Read “${typed}” as ${read}.`),
        ...(ignored.length > 0 ? [`Not understood: ${ignored.join(", ")}.`] : []),
        ...(other && (isOfOthers(other, query) || isTold(other, query))
          ? [`Nothing recorded: ${tell(query)}.`]
          : []),
      ];
      return notes.length === 0 ? briefing : { ...briefing, notes: [...notes, ...briefing.notes] };
    },
  };
}

/** True for a query about someone else, not the same asked of records of another kind. */
const isOfOthers = (a: Query, b: Query): boolean => namedIn(a) !== namedIn(b);
const namedIn = (query: Query): string =>
  JSON.stringify(query, (key, value) =>
    key === "part" || key === "kinds" || key === "status" ? undefined : value,
  );

/** True where what was said stands for what somebody did by saying it. */
const isTold = (told: Query, query: Query): boolean =>
  told.kinds?.join() === "statement" && query.kinds?.join() !== "statement";

/** What is told of a query holds its days itself, so that reading it needs nobody's today. */
const NEUTRAL: Context = { today: "2000-01-01" };
