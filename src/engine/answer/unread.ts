import type { Briefing } from "../../model/briefing.ts";
import type { Reading, Unclear } from "../../model/engine.ts";
import type { Query } from "../../model/query.ts";
import { tokenise } from "../names/index.ts";
import { isForeign } from "../question/lexicon/foreign.ts";
import { tellDate } from "../question/time/index.ts";
import { hasAnswer } from "./draft.ts";
import type { Room } from "./room.ts";

/** The briefing of words that became no query: what was not clear, the choices, and what to try. */
export function unread(
  room: Omit<Room, "cite">,
  reading: Exclude<Reading, { kind: "query" }>,
  words: string,
): Briefing {
  const { documents, from, to } = room.dataset.manifest;
  const rest = {
    question: words,
    query: null,
    events: [],
    also: [],
    coverage: { documents: documents.length, from, to, matchingDocuments: 0 },
    nearest: [],
  } as const;
  switch (reading.kind) {
    case "which": {
      const { word, choices } = reading.which;
      return {
        ...rest,
        understood: `Not understood yet: “${word}” could be ${either(choices.map(({ name }) => name))}`,
        answer: { kind: "which", values: choices.map(({ id, name }) => ({ id, name })) },
        notes: [`Which “${word}” is meant?`],
        suggestions: choices.map(({ question }) => question),
      };
    }
    case "unclear":
      return {
        ...rest,
        understood: `Not understood: ${inShort(words)}`,
        answer: { kind: "unclear", values: [] },
        notes: [whyUnclear(reading.unclear)],
        suggestions: [...respelt(room, reading.unclear, words), ...examples(room)].slice(0, 3),
      };
  }
}

const MOST_NAMES = 5;

function either(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  return more > 0
    ? `${shown.join(", ")} or ${more} more`
    : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

function whyUnclear(unclear: Unclear): string {
  switch (unclear.problem) {
    case "empty":
      return "There is no question in it.";
    case "too-long":
      return `A question can have at most ${unclear.limit} characters.`;
    case "not-understood":
      return unclear.words.length > 0
        ? `Not understood: ${unclear.words.join(", ")}.${isForeign(tokenise(unclear.words.join(" ")).map(({ word }) => word)) ? " Questions are read in English only." : ""}`
        : "The words were not understood.";
    case "unknown-name":
      return unclear.near.length > 0
        ? `“${unclear.word}” is not known here. Close to it: ${unclear.near.join(", ")}.`
        : `“${unclear.word}” is not known here.`;
    case "no-such-day":
      return `The calendar has no ${unclear.word}.`;
    case "backwards-period":
      return `The period ends before it starts: ${tellDate(unclear.from)} to ${tellDate(unclear.to)}.`;
  }
}

/** The same words with a known name in the place of the unknown one, where they read. */
function respelt(room: Omit<Room, "cite">, unclear: Unclear, words: string): readonly string[] {
  if (unclear.problem !== "unknown-name" || unclear.word === "") return [];
  const at = words.toLowerCase().indexOf(unclear.word.toLowerCase());
  if (at < 0) return [];
  return unclear.near
    .map((name) => words.slice(0, at) + name + words.slice(at + unclear.word.length))
    .filter((line) => works(room, line));
}

/** Questions that this dataset answers: of the person who stands in most events, else of whoever does. */
function examples(room: Omit<Room, "cite">): readonly string[] {
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

function works(room: Omit<Room, "cite">, line: string): boolean {
  const query = room.reads(line);
  return query !== null && hasAnswer(room, query);
}

const LONGEST = 80;

function inShort(words: string): string {
  const plain = words.replace(/\s+/gu, " ").trim();
  if (plain === "") return "an empty question";
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
