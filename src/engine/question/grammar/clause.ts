import type { TimeTerm } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import type { Ambiguity, Draft } from "../draft.ts";
import type { Named, Sentence } from "../sentence.ts";
import { type PlainTerm, periodOf } from "../time/index.ts";
import { topicNamed, topicTold } from "./about.ts";
import { secondAsk } from "./asides.ts";
import { unnamedIn } from "./asked.ts";
import { narrow, type Stretch, themed, timed } from "./conditions.ts";
import { type Frame, frameOf, isPeopled } from "./frame.ts";
import { kindsIn } from "./kinds.ts";
import { sidesIn } from "./marks.ts";
import type { Match } from "./match.ts";
import { pivotTerm } from "./pivot-term.ts";
import { pivotIn } from "./pivots.ts";
import { placeNames } from "./placing.ts";
import { partsBy } from "./present.ts";
import { fromSource } from "./source.ts";
import { type Verb, verbOf } from "./verb.ts";

export type Clause = {
  readonly draft: Draft;
  readonly frame: Frame;
  readonly main: Match | undefined;
  readonly ambiguities: readonly Ambiguity[];
  /** Names that no slot took. */
  readonly loose: readonly Named[];
  /** True where a verb of coming, attending or staying away was understood. */
  readonly attends: boolean;
  /** "not" where its answer would be the opposite of what was asked. */
  readonly negated: boolean;
};

/** Reads one clause of a question, from its words to a query without its last touches. */
export function readClause(sentence: Sentence, from: number, to: number, names: Names): Clause {
  const stretch: Stretch = { from, to, pivot: pivotIn(sentence, from, to) };
  const frame = frameOf(sentence, from, to);
  const draft = draftOf(sentence, stretch, frame);
  const topic = topicTold(sentence, from, to, names) ?? topicNamed(sentence, from, to, names);
  const kinds = kindsIn(sentence, from, to);
  const sides = sidesIn(sentence, from, to);
  if (sides !== undefined) draft.sides = sides;
  const verb = verbOf(sentence, from, to, frame, stretch.pivot);
  if (verb.role && isPeopled(frame)) draft.asked = { ...draft.asked, part: verb.role };
  const negated = verb.negated && frame.ask !== "whether" && !staysAway(draft, frame, verb);
  narrow(draft, frame, verb, kinds);
  timed(draft, sentence, stretch);
  const free = namesIn(sentence, stretch);
  themed(draft, sentence, stretch, names, frame, verb, topic);

  const ambiguities: Ambiguity[] = [];
  const { main, noun, around, shape, wanders, attends } = verb;
  const { who, loose } = placeNames(
    { sentence, names, frame, draft, main, noun, around, shape, wanders, ambiguities },
    free.filter((named) => !sentence.taken[named.from]),
  );
  partsBy(draft, sentence, frame, verb, who);
  if (from === 0) wholeOnly(draft, sentence);
  fromSource(sentence, draft, main);
  if (stretch.pivot) {
    const term = pivotTerm(sentence, stretch.pivot, draft, names, ambiguities);
    const within = draft.when && isPlain(draft.when) ? periodOf(draft.when) : null;
    if (term) draft.when = within ? { ...term, within } : term;
  }
  return { draft, frame, main: main ?? noun, ambiguities, loose, negated, attends: attends !== undefined };
}

/** What the words that ask say; a second question over the same events asks for the events. */
function draftOf(sentence: Sentence, { from, to }: Stretch, frame: Frame): Draft {
  const unnamed = isPeopled(frame) && unnamedIn(sentence, from, to);
  return {
    ask: secondAsk(sentence, frame.at, to) ? "events" : frame.ask,
    ...(frame.of && { of: frame.of }),
    ...(frame.by && { by: frame.by }),
    ...((frame.asked || unnamed) && { asked: { ...frame.asked, ...(unnamed && { unnamed }) } }),
  };
}

/** "Who did not visit P?": those who declined, the one "not" with an answer of its own. */
function staysAway(draft: Draft, frame: Frame, { not, relation, attends }: Verb): boolean {
  if (not === -1 || attends?.part !== undefined) return false;
  if (relation?.id !== "visit" || frame.ask !== "people") return false;
  draft.asked = { ...draft.asked, part: "declined" };
  return true;
}

/** Names of a stretch that are still free, but for those of its pivot. */
const namesIn = ({ names, taken }: Sentence, { from, to, pivot }: Stretch): readonly Named[] =>
  names.filter(
    (named) =>
      named.from >= from &&
      named.to <= to &&
      !taken[named.from] &&
      !(pivot && named.from >= pivot.from && named.from < pivot.to),
  );

/** What the whole question names, outside of any clause. */
function wholeOnly(draft: Draft, { since, events, title }: Sentence): void {
  if (since !== undefined) draft.since = since;
  if (events[0] !== undefined) draft.event = events[0];
  if (title !== undefined) draft.source ??= title;
}

const isPlain = (term: TimeTerm): term is PlainTerm => term.kind === "period" || "day" in term.pivot;
