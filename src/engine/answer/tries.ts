import type { Unclear } from "../../model/engine.ts";
import { countryId } from "../../model/entity.ts";
import type { Query } from "../../model/query.ts";
import { tokenise } from "../names/index.ts";
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
      const near = working(room, unclear.near.flatMap(put));
      if (near.length > 0) return near;
      if (!isNamed(words, unclear.word)) return [];
      return working(
        room,
        often(room, isPlaced(words, unclear.word))
          .filter((name) => !words.includes(name.split(" ").at(-1) ?? name))
          .flatMap(put),
      );
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
    case "several":
      return unclear.questions.filter(reads);
    case "not-understood":
    case "empty":
    case "too-long":
      return [];
  }
}

/** True where the unknown words stand as a name does: with a capital, or as the last ones, and without an article. */
function isNamed(words: string, part: string): boolean {
  const at = words.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0 || /\b(?:an?|the|this|that|any|some|all|most) $/iu.test(words.slice(0, at))) return false;
  return /^\p{Lu}[\p{Ll}’'-]/u.test(part) || /^[\s?!.]*$/u.test(words.slice(at + part.length));
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

/** About those who are named in the words, and what happened where. */
function ofNamed(room: Shut, words: string): readonly string[] {
  const tokens = tokenise(words);
  const small = !tokens.some(({ capital }, at) => capital && at > 0);
  const queries: Query[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const link = room.names.link(tokens, at);
    if (!link || (link.how === "surname" && !small && !tokens[at]?.capital)) continue;
    at = link.to - 1;
    const [sense] = link.senses;
    const id =
      sense?.kind === "entity" ? sense.id : sense && "code" in sense ? countryId(sense.code) : undefined;
    if (id !== undefined) queries.push({ ask: "entity", who: [{ entity: id }] });
    if (id !== undefined) queries.push({ ask: "events", who: [{ entity: id }], order: "newest" });
    if (sense?.kind === "place") queries.push({ ask: "events", where: sense.id });
  }
  const both = queries.flatMap(({ ask, who = [] }) => (ask === "entity" ? who : []));
  if (both.length > 1) queries.unshift({ ask: "events", who: both });
  return working(room, queries.map(room.tell));
}

/** Names of the people, or of the cities, that stand in most events. */
function often(room: Shut, placed: boolean): readonly string[] {
  const known = OFTEN_IN.get(room.index) ?? new Map<boolean, readonly string[]>();
  OFTEN_IN.set(room.index, known);
  const found = known.get(placed) ?? mostOften(room, placed);
  known.set(placed, found);
  return found;
}

const OFTEN_IN = new WeakMap<Shut["index"], Map<boolean, readonly string[]>>();

function mostOften({ dataset, index, names }: Shut, placed: boolean): readonly string[] {
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
  const known = EXAMPLES.get(room.index) ?? examplesOf(room);
  EXAMPLES.set(room.index, known);
  return known;
}

const EXAMPLES = new WeakMap<Shut["index"], readonly string[]>();

function examplesOf(room: Shut): readonly string[] {
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

/** The first few lines that have an answer; to try a line costs as much as to answer it. */
function working(room: Shut, lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const line of new Set(lines)) {
    if (found.length === MOST) break;
    if (works(room, line)) found.push(line);
  }
  return found;
}

function works(room: Shut, line: string): boolean {
  const query = room.reads(line);
  return query !== null && hasAnswer(room, query);
}
