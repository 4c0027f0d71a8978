import { fold } from "../../engine/names/fold.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Context, Engine, Reading, Unclear, Which } from "../../model/engine.ts";
import { KIND_GROUPS, KINDS } from "../../model/kinds.ts";
import type { KindTerm, Query, TimeTerm, WhoTerm } from "../../model/query.ts";
import { period } from "../../model/query.ts";
import { bounds, span } from "../../model/when.ts";

/** A query with words in place of ids: what a command makes of its fields. An absent word is no condition. */
export type Wanted = Omit<Query, "who" | "where" | "when" | "topic" | "source"> & {
  readonly who?: readonly (string | undefined)[];
  readonly where?: string;
  /** A period in any words that a question may use, or EDTF. */
  readonly when?: string;
  readonly topic?: string;
  readonly source?: string;
  /** A kind as typed, in the place of `kinds`. */
  readonly kind?: string;
};

/** Where the words lead: a query, a word with several owners, or what could not be understood. */
export type Linked =
  | { readonly kind: "query"; readonly query: Query }
  | { readonly kind: "which"; readonly which: Which }
  | { readonly kind: "unclear"; readonly unclear: Unclear };

/** What linking asks: the engine reads the words, the dataset knows the ids. */
export type Lexicon = { readonly engine: Engine; readonly dataset: Dataset; readonly context: Context };

/** Finds what the words of a command's fields stand for. The first that can't be found decides. */
export function link(wanted: Wanted, lexicon: Lexicon): Linked {
  const { who, where, when, topic, source, kind, ...rest } = wanted;
  const said = (who ?? []).filter((word) => word !== undefined);
  const parts: Part[] = [
    ...said.map((word) => actor(word, lexicon)),
    ...(where === undefined ? [] : [place(where, lexicon)]),
    ...(when === undefined ? [] : [time(when, lexicon)]),
    ...(topic === undefined ? [] : [topicNamed(topic, lexicon)]),
    ...(source === undefined ? [] : [document(source, lexicon)]),
    ...(kind === undefined ? [] : [kindNamed(kind, lexicon)]),
  ];
  let query: Query = rest;
  for (const part of parts) {
    if (part.kind !== "part") return part;
    query = merge(query, part.part);
  }
  return { kind: "query", query };
}

/** Who a word names, alone: for a menu of several and for the choice made there. */
export function linkWord(kind: "actor" | "place" | "document", word: string, lexicon: Lexicon): Linked {
  switch (kind) {
    case "actor":
      return link({ ask: "events", who: [word] }, lexicon);
    case "place":
      return link({ ask: "events", where: word }, lexicon);
    case "document":
      return link({ ask: "events", source: word }, lexicon);
  }
}

type Part = { readonly kind: "part"; readonly part: Partial<Query> } | Exclude<Linked, { kind: "query" }>;

const part = (found: Partial<Query>): Part => ({ kind: "part", part: found });
const unknown = (word: string, near: readonly string[]): Part => ({
  kind: "unclear",
  unclear: { problem: "unknown-name", word, near },
});

function merge(query: Query, more: Partial<Query>): Query {
  const who = [...(query.who ?? []), ...(more.who ?? [])];
  return { ...query, ...more, ...(who.length > 0 && { who }) };
}

function actor(word: string, lexicon: Lexicon): Part {
  if (knows(lexicon.dataset, word)) return part({ who: [{ entity: word }] });
  return framed(word, [`events with ${word}`, `events ${word}`], "actor", lexicon);
}

const knows = ({ entities, gazetteer }: Dataset, id: string) =>
  entities.has(id) ||
  [gazetteer.people, gazetteer.organisations].some((list) => list.some((e) => e.id === id));

function place(word: string, lexicon: Lexicon): Part {
  if (lexicon.dataset.places.has(word)) return part({ where: word });
  return framed(word, [`events in ${word}`, `events ${word}`], "place", lexicon);
}

/** The engine reads a word in a sentence that leaves it one meaning; what else it says there is taken too. */
function framed(word: string, frames: readonly string[], kind: "actor" | "place", lexicon: Lexicon): Part {
  const readings = frames.map((frame) => lexicon.engine.read(frame, lexicon.context));
  for (const reading of readings) {
    const found = conditions(reading);
    if (found && (found.who || found.where || found.when)) return part(found);
  }
  const which = readings.find((reading) => reading.kind === "which");
  if (which) return which;
  const near = lexicon.engine.suggest(kind, word, 3).map(({ label }) => label);
  const first = readings.find((reading) => reading.kind === "unclear");
  return first && first.unclear.problem !== "not-understood" && first.unclear.problem !== "unknown-name"
    ? first
    : unknown(word, first?.unclear.problem === "unknown-name" ? first.unclear.near : near);
}

/** The conditions of a reading that was understood whole; undefined for any other. */
function conditions(reading: Reading): Partial<Query> | undefined {
  if (reading.kind !== "query" || reading.ignored.length > 0) return undefined;
  const { who, where, when, text } = reading.query;
  if (text !== undefined) return undefined;
  return {
    ...(who && { who: who.map(present) }),
    ...(where !== undefined && { where }),
    ...(when && { when }),
  };
}

/** A part that the frame's own words put there ("events with") is not the command's. */
const present = ({ entity, office }: WhoTerm): WhoTerm => (entity === undefined ? { office } : { entity });

function time(words: string, { engine, context }: Lexicon): Part {
  const edtf = bounds(words);
  if (edtf) return part({ when: period(edtf.start, edtf.end) });
  const [from, to] = words.split("/").map(span);
  if (from && to) {
    const unclear: Unclear = { problem: "backwards-period", from: from.from, to: to.to };
    return { kind: "unclear", unclear };
  }
  const readings = [`events ${words}`, `events in ${words}`, `events on ${words}`].map((frame) =>
    engine.read(frame, context),
  );
  const when = readings.map(timeOf).find((found) => found !== undefined);
  if (when) return part({ when });
  const problems = readings.flatMap((reading) => (reading.kind === "unclear" ? [reading.unclear] : []));
  const known = problems.find(({ problem }) => problem === "no-such-day" || problem === "backwards-period");
  return { kind: "unclear", unclear: known ?? { problem: "not-understood", words: [words] } };
}

function timeOf(reading: Reading): TimeTerm | undefined {
  if (reading.kind !== "query" || reading.ignored.length > 0) return undefined;
  const { who, where, when } = reading.query;
  return who || where !== undefined ? undefined : when;
}

function topicNamed(word: string, { dataset, engine }: Lexicon): Part {
  const wanted = fold(word);
  const topic = dataset.gazetteer.topics.find(
    ({ name, words }) => fold(name) === wanted || words.some((each) => fold(each) === wanted),
  );
  if (topic) return part({ topic: topic.name });
  return unknown(
    word,
    engine.suggest("topic", word, 3).map(({ label }) => label),
  );
}

function kindNamed(word: string, { engine }: Lexicon): Part {
  const wanted = fold(word);
  if (/^cameo:\d{2,4}$/.test(word)) return part({ kinds: [word as KindTerm] });
  const group = Object.keys(KIND_GROUPS).find((name) => name === wanted);
  if (group) return part({ kinds: [group as KindTerm] });
  const kind = Object.entries(KINDS).find(
    ([name, { noun, nouns }]) => name === wanted || noun === wanted || nouns === wanted,
  );
  if (kind) return part({ kinds: [kind[0] as KindTerm] });
  return unknown(
    word,
    engine.suggest("kind", word, 3).map(({ label }) => label),
  );
}

/** By id, file, or words that stand in title, publisher or file name. */
function document(word: string, { dataset, engine }: Lexicon): Part {
  const { documents } = dataset.manifest;
  const exact = documents.find(({ id, file }) => id === word || file === word);
  if (exact) return part({ source: exact.id });
  const words = fold(word).split(" ");
  const fitting = documents.filter((each) => {
    const text = ` ${fold(`${each.title} ${each.publisher ?? ""} ${each.file}`)}`;
    return words.every((one) => text.includes(` ${one}`));
  });
  const [only] = fitting;
  if (only === undefined) {
    const near = engine.suggest("document", word, 3);
    return unknown(
      word,
      near.map(({ label }) => label),
    );
  }
  if (fitting.length === 1) return part({ source: only.id });
  const choices = fitting.map(({ id, title }) => ({ id, name: title, question: `source ${id}` }));
  return { kind: "which", which: { word, choices } };
}
