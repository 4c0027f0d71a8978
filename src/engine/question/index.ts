import type { Context, Fields, Reading, Unclear, Which } from "../../model/engine.ts";
import type { Query } from "../../model/query.ts";
import type { Day } from "../../model/when.ts";
import { keyOf, type Names, type Sense } from "../names/index.ts";
import { clean, isSmallTalk, LIMIT, withoutCourtesy, withoutShouting } from "./clean.ts";
import { type Ambiguity, type Draft, finished } from "./draft.ts";
import { commandLine, readCommand } from "./fields.ts";
import { finishing } from "./finish.ts";
import { followUp } from "./follow.ts";
import { type Clause, readClause } from "./grammar/clause.ts";
import { left, type Near } from "./left.ts";
import { isForeign } from "./lexicon/foreign.ts";
import { officesOf } from "./office.ts";
import { unpredicated } from "./predicate.ts";
import { type Sentence, sentenceOf } from "./sentence.ts";
import { severalIn } from "./several.ts";

export { recordedInstead } from "./instead.ts";
export { tell } from "./tell/index.ts";

/**
 * Words to a query: a question, a command line, or a follow-up to `context.previous`. Deterministic and offline.
 * What was not understood comes back by name; a name that fits several comes back as whole questions to choose from.
 */
export function readQuestion(words: string, context: Context, names: Names): Reading {
  if (words.length > LIMIT) return unclear({ problem: "too-long", limit: LIMIT });
  const plain = withoutShouting(clean(words));
  if (!/[\p{L}\p{N}]/u.test(plain)) return unclear({ problem: "empty" });
  const line = commandLine(plain);
  if (line) return readFields(line.command, line.fields, context, names);
  const asked = withoutCourtesy(plain);
  if (isSmallTalk(plain) || isSmallTalk(asked)) return unclear({ problem: "empty" });
  // "what about X?" after a question is "and X?"; without one it asks for X itself.
  return readPlain(asked.replace(ABOUT, context.previous ? "and " : ""), context, names);
}

const ABOUT = /^(?:(?:and|but|so|ok|okay),? )*(?:what|how) about (?=\S)/iu;

/**
 * A command with its fields to the query that its question in words would give: `met`, `events`, `between`,
 * `itinerary`, `profile`, `timeline`, `ask`, `event`, `source`. Fields are as typed.
 */
export function readFields(command: string, fields: Fields, context: Context, names: Names): Reading {
  return readCommand(command, fields, context, names, (words) => readQuestion(words, context, names));
}

function readPlain(words: string, context: Context, names: Names, depth = 0): Reading {
  const sentence = sentenceOf(words, context.today, names);
  if ("problem" in sentence) return unclear(sentence);
  if (isForeign(sentence.tokens.flatMap(({ raw }, at) => (sentence.nameAt[at] ? [] : [raw]))))
    return unclear({ problem: "not-understood", words: sentence.tokens.map(({ raw }) => raw) });
  const questions = severalIn(sentence);
  if (questions.length > 0) return unclear({ problem: "several", questions });
  const office = officesOf(sentence, names);
  if (office) return { kind: "query", query: finished(office), ignored: [] };
  const clause = readClause(sentence, 0, sentence.tokens.length, names);
  const follows = context.previous && followUp(sentence, clause, context.previous, names);
  const which = clause.ambiguities[0] && whichOf(words, clause.ambiguities[0], names);
  if (which) return { kind: "which", which };
  const rest = left(sentence, clause, names);
  if (rest.near && depth < 4) return readNear(words, rest.near, context, names, depth);
  if (rest.unclear) return unclear(rest.unclear);
  const query = finished(current(follows ?? finishing(sentence, clause), sentence, context.today));
  if (clause.negated) return unclear({ problem: "not-understood", words: ["not"] });
  if (isEmpty(query, clause, rest.ignored))
    return unclear({ problem: "not-understood", words: rest.ignored.length > 0 ? rest.ignored : [words] });
  const unknown = follows ? [] : unpredicated(sentence, clause, rest.ignored);
  if (unknown.length > 0) return unclear({ problem: "not-understood", words: unknown });
  const instead = depth < 4 ? insteadOf(words, sentence, context, names) : [];
  return { kind: "query", query, ignored: rest.ignored, ...(instead.length > 0 && { instead }) };
}

/** The same question with another meaning of a name, for each that has one. */
function insteadOf(words: string, sentence: Sentence, context: Context, names: Names): readonly Query[] {
  const others = sentence.names.flatMap(({ from, to, link }) =>
    (link.instead ?? []).map((sense) => ({ from, to, sense })),
  );
  return others.slice(0, MOST_OTHERS).flatMap(({ from, to, sense }) => {
    const start = sentence.tokens[from]?.start ?? 0;
    const end = sentence.tokens[to - 1]?.end ?? 0;
    const owner = /['’]s$/u.exec(words.slice(start, end))?.[0] ?? "";
    const other = `${words.slice(0, start)}${names.write(sense)}${owner}${words.slice(end)}`;
    const read = readPlain(other, context, names, 4);
    return read.kind === "query" ? [read.query] : [];
  });
}

const MOST_OTHERS = 4;

/** "Who is the president of Kenya?" asks for today's. */
function current(draft: Draft, { tokens }: Sentence, today: Day): Draft {
  const asksNow =
    draft.ask === "entity" &&
    draft.who?.[0]?.office !== undefined &&
    draft.when === undefined &&
    tokens.some(({ word }) => /^(?:is|are|current|currently|now|today)$/.test(word));
  return asksNow ? { ...draft, when: { kind: "period", from: today, to: today } } : draft;
}

/** Reads the words again with a misspelt one put right; several that it could be are offered. */
function readNear(words: string, near: Near, context: Context, names: Names, depth: number): Reading {
  const put = (text: string) => words.slice(0, near.start) + text + words.slice(near.end);
  if (near.senses.length <= 1) {
    const reading = readPlain(put(near.text), context, names, depth + 1);
    const typed = words.slice(near.start, near.end);
    if (reading.kind !== "query") return asTyped(reading, near.text, typed);
    const own = { typed, read: (near.name ?? near.text).replace(/ \[.*\]/, "") };
    return { ...reading, corrected: [own, ...(reading.corrected ?? [])] };
  }
  return { kind: "which", which: choicesOf(words, near, names) };
}

/** What was put right, and not understood all the same, is named as it was typed. */
function asTyped(reading: Exclude<Reading, { kind: "query" }>, put: string, typed: string): Reading {
  if (reading.kind !== "unclear" || reading.unclear.problem !== "not-understood") return reading;
  const words = reading.unclear.words.map((word) => (word === put ? typed : word));
  return unclear({ problem: "not-understood", words });
}

const whichOf = (words: string, ambiguity: Ambiguity, names: Names): Which | undefined =>
  ambiguity.senses.length > 1 ? choicesOf(words, ambiguity, names) : undefined;

function choicesOf(words: string, { start, end, senses }: Ambiguity, names: Names): Which {
  const typed = words.slice(start, end);
  const owner = /['’]s$/u.exec(typed)?.[0] ?? "";
  return {
    word: typed.slice(0, typed.length - owner.length),
    choices: senses.map((sense) => ({
      id: idOf(sense),
      name: names.write(sense).replace(/ \[.*\]$/, ""),
      question: `${words.slice(0, start)}${names.write(sense)}${owner}${words.slice(end)}`,
    })),
  };
}

const idOf = (sense: Sense): string => ("id" in sense ? sense.id : keyOf(sense));

/** True for a query that asks for nothing in particular. */
function isEmpty(query: Query, clause: Clause, ignored: readonly string[]): boolean {
  const { ask: _ask, of: _of, by: _by, limit: _limit, page: _page, order, ...rest } = query;
  if (Object.values(rest).some((value) => value !== undefined)) return false;
  if (query.ask === "number") return ignored.length > 0 || clause.frame.bare === true;
  return query.ask !== "events" || ignored.length > 0 || (clause.frame.bare === true && order === undefined);
}

const unclear = (problem: Unclear): Reading => ({ kind: "unclear", unclear: problem });
