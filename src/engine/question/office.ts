import type { Names } from "../names/index.ts";
import type { Draft } from "./draft.ts";
import type { Sentence } from "./sentence.ts";

/**
 * "Was X foreign minister in 2019?", "which offices did X hold?", "what is X's job?": the profile of X, which tells
 * the offices with their dates. Undefined where any word asks for more than that.
 */
export function officesOf(sentence: Sentence, names: Names): Draft | undefined {
  const { tokens, names: linked, nameAt, times } = sentence;
  const people = linked.filter(({ senses }) =>
    senses.some((sense) => sense.kind === "entity" && names.kindOf(sense.id) === "person"),
  );
  const [person] = people;
  const sense = person?.senses[0];
  if (people.length !== 1 || sense?.kind !== "entity") return undefined;
  const others = linked.filter((named) => named !== person);
  const office = others.some(({ senses }) =>
    senses.some(({ kind }) => kind === "title" || kind === "office"),
  );
  if (!others.every(({ senses }) => senses.some(({ kind }) => OF_OFFICE.has(kind)))) return undefined;
  const timed = (at: number) => times.some(({ from, to }) => at >= from && at < to);
  const words = tokens.flatMap(({ word }, at) => (nameAt[at] || timed(at) ? [] : [word]));
  if (!words.every((word) => PLAIN.test(word) || JOB.test(word))) return undefined;
  const whether = /^(?:is|was|are|were|has|did|whether)$/.test(words[0] ?? "") && office;
  if (!whether && !words.some((word) => JOB.test(word))) return undefined;
  sentence.taken.fill(true);
  return { ask: "entity", who: [{ entity: sense.id }] };
}

const OF_OFFICE = new Set(["title", "office", "country", "demonym", "metonym"]);
const JOB = /^(?:jobs?|offices?|posts?|positions?|roles?|titles?|occupation|career)$/;
const PLAIN =
  /^(?:is|was|are|were|be|been|being|has|have|had|did|does|do|hold|held|holds|serve[ds]?|become|became|what|which|whether|whose|still|currently|ever|already|really|now|today|then|once|the|an?|of|in|at|as|s|his|her|their|and|all|time|that|public|political|current|present|former|when)$/;
