import type { Briefing } from "../../model/briefing.ts";
import type { Reading, Unclear } from "../../model/engine.ts";
import { tokenise } from "../names/index.ts";
import { isForeign } from "../question/lexicon/foreign.ts";
import { tellDate } from "../question/time/index.ts";
import type { Room } from "./room.ts";
import { triesFor } from "./tries.ts";

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
        suggestions: triesFor(room, reading.unclear, words),
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
      return "There is no question in it. “help” shows what can be asked.";
    case "too-long":
      return `A question can have at most ${unclear.limit} characters.`;
    case "not-understood":
      return unclear.words.length > 0
        ? `Not understood: ${unclear.words.join(", ")}.${isForeign(tokenise(unclear.words.join(" ")).map(({ raw }) => raw)) ? " Questions are read in English only." : ""}`
        : "The words were not understood.";
    case "several":
      return "That is more than one question. Ask each by itself.";
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

const LONGEST = 80;

function inShort(words: string): string {
  const plain = words.replace(/\s+/gu, " ").trim();
  if (plain === "") return "an empty question";
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
