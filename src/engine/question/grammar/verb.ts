import type { Part, Status } from "../../../model/kinds.ts";
import type { KindTerm, Query } from "../../../model/query.ts";
import type { Relation } from "../lexicon/index.ts";
import type { Sentence } from "../sentence.ts";
import { roleVerb } from "./asked.ts";
import { choose, heldNoun, statusSet } from "./choose.ts";
import { type Frame, isPeopled } from "./frame.ts";
import {
  type Attendance,
  attendanceIn,
  flagsIn,
  isAhead,
  negationBefore,
  orderIn,
  statusIn,
} from "./marks.ts";
import { type Match, relationsIn } from "./match.ts";
import { nextTo, type PivotWords } from "./pivots.ts";
import { isPassive } from "./roles.ts";

/** What a clause says with its verb and event noun, and with the words that stand by them. */
export type Verb = {
  readonly main: Match | undefined;
  readonly noun: Match | undefined;
  readonly attends: Attendance | undefined;
  /** What kind of events it speaks of. */
  readonly relation: Relation | undefined;
  readonly kinds: readonly KindTerm[] | undefined;
  /** Who is what in them: where the verb only tells how far they got, whoever did that. */
  readonly shape: Pick<Relation, "doer" | "other" | "place"> | undefined;
  /** The verb or noun that names stand around. */
  readonly around: Match | undefined;
  readonly passive: boolean;
  /** The verb tells what became of the event that its noun names. */
  readonly tellsStatus: boolean;
  /** Asked where someone went: their part is not told. */
  readonly wanders: boolean;
  /** A verb that only tells somebody's part: "witnessed". */
  readonly role: Part | undefined;
  /** Token of its "not"; -1 for none. */
  readonly not: number;
  /** Some "not" is left that the clause does not answer to. */
  readonly negated: boolean;
  readonly status: readonly Status[];
  readonly flags: NonNullable<Query["flags"]>;
  readonly order: ReturnType<typeof orderIn>;
};

/** Finds the verb of a clause and takes its words. */
export function verbOf(
  sentence: Sentence,
  from: number,
  to: number,
  frame: Frame,
  pivot: PivotWords | undefined,
): Verb {
  const { taken, lemmas } = sentence;
  const matches = relationsIn(sentence, from, to);
  const { main, noun, attends } = choose(sentence, matches, attendanceIn(sentence, from, to));
  const role = roleVerb(sentence, from, to, isPeopled(frame));
  const passive = main !== undefined && isPassive(sentence, main);
  const flags = flagsIn(sentence, from, to);
  const order = nextTo(sentence, pivot, from) ?? orderIn(sentence, from, to);
  const set = main && noun && noun !== main ? statusSet(sentence, main) : undefined;
  for (const at of [...(main?.said ?? []), ...(noun?.said ?? [])]) taken[at] = true;
  if (attends) taken.fill(true, attends.at, attends.to);
  const status = [...new Set([...statusIn(sentence, from, to), ...(set ? [set] : [])])];
  if (status.length === 0 && frame.ask !== "whether" && isAhead(sentence, from, to)) status.push("planned");

  const relation = set === undefined && main ? main.relation : (noun?.relation ?? main?.relation);
  const wanders = frame.ask === "places" && WANDERING.test(lemmas[main?.said[0] ?? -1] ?? "");
  const held = heldNoun(main, noun) && noun ? noun.relation : relation;
  const not = negationBefore(sentence, attends?.at ?? main?.from ?? to - 1, from);
  if (not !== -1) taken[not] = true;
  return {
    main,
    noun,
    attends,
    relation,
    kinds: wanders ? undefined : held?.kinds,
    shape: set ? { ...relation, doer: "actor", other: "target" } : relation,
    around: main && set === undefined ? main : (noun ?? main),
    passive,
    tellsStatus: set !== undefined,
    wanders,
    role,
    not,
    negated: isNegated(sentence, from, to) || (not !== -1 && attends?.part === undefined),
    status,
    flags,
    order,
  };
}

const isNegated = ({ tokens, taken }: Sentence, from: number, to: number): boolean =>
  tokens.some(({ word }, at) => at >= from && at < to && !taken[at] && /^(?:not|never)$/.test(word));

const WANDERING = /^(?:go|travel)$/;
