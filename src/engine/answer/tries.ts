import type { Unclear } from "../../model/engine.ts";
import type { Query } from "../../model/query.ts";
import { hasAnswer } from "./draft.ts";
import type { Room } from "./room.ts";

type Shut = Omit<Room, "cite">;

const MOST = 3;

/**
 * Lines to ask instead of words that were not understood: of the same shape with the fault put right where that
 * reads, else about whoever the words name, else what this dataset answers of whoever stands in most of it.
 */
export function triesFor(room: Shut, unclear: Unclear, words: string): readonly string[] {
  const alike = [...new Set(putRight(room, unclear, words))].filter((line) => line !== words);
  const named = alike.length > 0 ? [] : ofNamed(room, words);
  const found = [...alike, ...named];
  return (found.length > 0 ? found : examples(room)).slice(0, MOST);
}

function putRight(room: Shut, unclear: Unclear, words: string): readonly string[] {
  const reads = (line: string) => room.reads(line) !== null;
  switch (unclear.problem) {
    case "unknown-name": {
      const put = (name: string) => replaced(words, unclear.word, name);
      const near = unclear.near.flatMap(put).filter((line) => works(room, line));
      if (near.length > 0) return near;
      return often(room, isPlaced(words, unclear.word))
        .filter((name) => !words.includes(name.split(" ").at(-1) ?? name))
        .flatMap(put)
        .filter((line) => works(room, line));
    }
    case "no-such-day":
      return [
        ...[1, 2, 3]
          .flatMap((less) => replaced(words, unclear.word, earlier(unclear.word, less)))
          .filter(reads)
          .slice(0, 1),
        ...replaced(words, unclear.word, monthOf(unclear.word)).filter((line) => works(room, line)),
      ];
    case "backwards-period":
      return [words.replace(ENDS, "$1$4$3$2")].filter(reads);
    case "not-understood":
    case "empty":
    case "too-long":
      return [];
  }
}

/** "in Atlantis": what is unknown there is a place. */
function isPlaced(words: string, part: string): boolean {
  const at = words.toLowerCase().indexOf(part.toLowerCase());
  return at > 0 && /\b(?:in|at|near)(?: the)? $/iu.test(words.slice(0, at));
}

/** "from A to B", "between A and B". */
const ENDS = /((?:from|between)\s+)(\S.*?)(\s+(?:to|until|and)\s+)([^?,;]+?)(?=\s*(?:[?,;]|$))/iu;

function replaced(words: string, part: string, by: string): readonly string[] {
  const at = part === "" ? -1 : words.toLowerCase().indexOf(part.toLowerCase());
  return at < 0 ? [] : [words.slice(0, at) + by + words.slice(at + part.length)];
}

/** "31 June" less one is "30 June"; an ISO day, whose day comes last, likewise. */
const earlier = (day: string, less: number): string =>
  day.replace(/\b(?:29|30|31)(?=\D*(?:$|\d{4}))|\b(?:29|30|31)\b/u, (number) =>
    String(Number(number) - less),
  );

const monthOf = (day: string): string => day.replace(/\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?=\p{L})/u, "");

/** About the names that stand in the words with a capital. */
function ofNamed(room: Shut, words: string): readonly string[] {
  const runs = words.match(/\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*/gu) ?? [];
  // The first word has its capital from where it stands.
  const tried = runs.flatMap((run) => (words.startsWith(run) ? [run.replace(/^\S+\s*/u, "")] : [run]));
  const queries = tried.flatMap((run): readonly Query[] => {
    const who = run === "" ? undefined : room.reads(run)?.who;
    return who?.length === 1 && who[0]?.entity !== undefined
      ? [
          { ask: "entity", who },
          { ask: "events", who, order: "newest" },
        ]
      : [];
  });
  return [...new Set(queries.map(room.tell))].filter((line) => works(room, line));
}

/** Names of the people, or of the cities, that stand in most events. */
function often({ dataset, index, names }: Shut, placed: boolean): readonly string[] {
  const { texts } = placed ? index.tables.places : index.tables.entities;
  const { offsets } = placed ? index.postings.place : index.postings.entity;
  const fits = (id: string) =>
    placed ? dataset.places.get(id)?.kind === "city" : names.kindOf(id) === "person";
  return texts
    .map((id, n) => ({ id, size: (offsets[n + 1] ?? 0) - (offsets[n] ?? 0) }))
    .filter(({ id, size }) => size > 0 && fits(id))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, OFTEN)
    .map(({ id }) => names.nameOf(id));
}

const OFTEN = 8;

/** Questions that this dataset answers: of the person who stands in most events, else of whoever does. */
function examples(room: Shut): readonly string[] {
  const { tables, postings } = room.index;
  const { offsets } = postings.entity;
  const sizeOf = (entity: number) => offsets[entity + 1]! - offsets[entity]!;
  const all = tables.entities.texts.map((_, entity) => entity);
  const people = all.filter((entity) => room.names.kindOf(tables.entities.texts[entity]!) === "person");
  const [first, ...others] = people.length > 0 ? people : all;
  if (first === undefined) return [];
  const most = others.reduce((best, entity) => (sizeOf(entity) > sizeOf(best) ? entity : best), first);
  const who = [{ entity: tables.entities.texts[most]! }];
  const queries: readonly Query[] = [
    { ask: "people", who, kinds: ["met"] },
    { ask: "events", who, order: "newest" },
  ];
  return queries.map(room.tell).filter((line) => works(room, line));
}

function works(room: Shut, line: string): boolean {
  const query = room.reads(line);
  return query !== null && hasAnswer(room, query);
}
