import type { Dataset, EventList } from "../model/dataset.ts";
import type { Context, Engine } from "../model/engine.ts";
import type { Query } from "../model/query.ts";
import { hasAnswer } from "./answer/draft.ts";
import { openAnswers } from "./answer/open.ts";
import { unread } from "./answer/unread.ts";
import type { Index } from "./index/types.ts";
import { type Names, openNames } from "./names/index.ts";
import { declinedInstead, readQuestion, tell as tellIn } from "./question/index.ts";
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
  const names = namesOf(dataset);
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
      const instead = [declinedInstead(query) ?? [], reading.instead ?? []].flat();
      const recorded = (each: Query) => hasAnswer(answers.room, each);
      const other = instead.length > 0 && !recorded(query) ? instead.find(recorded) : undefined;
      const briefing = answer(other ?? query, context, words);
      const notes = [
        ...corrected.map(({ typed, read }) => `Read “${typed}” as ${read}.`),
        ...(ignored.length > 0 ? [`Not understood: ${ignored.join(", ")}.`] : []),
        ...(other && isOfOthers(other, query) ? [`Nothing recorded: ${tell(query)}.`] : []),
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

/** What is told of a query holds its days itself, so that reading it needs nobody's today. */
const NEUTRAL: Context = { today: "2000-01-01" };

/**
 * The names of a dataset. They take longest to open and seldom change: where people's changes are laid over other
 * events and brought nobody new, the names are those of before.
 */
function namesOf(dataset: Dataset): Names {
  const events = dataset.events.laid?.over ?? dataset.events;
  const known = OPENED.get(events);
  if (known && sameNames(known.dataset, dataset)) return known.names;
  const names = openNames(dataset);
  OPENED.set(events, { dataset, names });
  return names;
}

const OPENED = new WeakMap<EventList, { readonly dataset: Dataset; readonly names: Names }>();

function sameNames(one: Dataset, other: Dataset): boolean {
  return (
    one.gazetteer === other.gazetteer &&
    sameMap(one.entities, other.entities) &&
    sameMap(one.places, other.places) &&
    one.manifest.documents.length === other.manifest.documents.length &&
    one.manifest.documents.every((document, at) => document === other.manifest.documents[at]) &&
    MANY < Math.min(one.events.length, other.events.length)
  );
}

/** In fewer events names open at once, and their occasions are named by the events themselves. */
const MANY = 5_000;

const sameMap = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) =>
  one === other || (one.size === other.size && [...other].every(([key, value]) => one.get(key) === value));
