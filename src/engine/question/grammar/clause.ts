import type { Status } from "../../../model/kinds.ts";
import type { Query, TimeTerm, WhoTerm } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import type { Ambiguity, Draft } from "../draft.ts";
import type { Named, Sentence } from "../sentence.ts";
import { type PlainTerm, periodOf } from "../time/index.ts";
import { aboutIn, topicNamed, topicTold } from "./about.ts";
import { secondAsk } from "./asides.ts";
import { roleVerb, unnamedIn } from "./asked.ts";
import { askedPart, choose, heldNoun, statusSet, textNoun } from "./choose.ts";
import { type Frame, frameOf } from "./frame.ts";
import { kindsIn } from "./kinds.ts";
import { attendanceIn, flagsIn, isAhead, negationBefore, orderIn, sidesIn, statusIn } from "./marks.ts";
import { type Match, relationsIn } from "./match.ts";
import { pivotTerm } from "./pivot-term.ts";
import { type PivotWords, pivotIn } from "./pivots.ts";
import { placeNames } from "./placing.ts";
import { isPassive } from "./roles.ts";
import { fromSource } from "./source.ts";

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
  const { taken, times, names: linked, tokens, lemmas } = sentence;
  const pivot = pivotIn(sentence, from, to);
  const frame = frameOf(sentence, from, to);
  const draft: Draft = {
    ask: frame.ask,
    ...(frame.of && { of: frame.of }),
    ...(frame.by && { by: frame.by }),
    ...(frame.asked && { asked: frame.asked }),
  };
  const ambiguities: Ambiguity[] = [];

  const peopled = frame.ask === "people" || (frame.ask === "number" && frame.of === "people");
  if (peopled && unnamedIn(sentence, from, to)) draft.asked = { ...draft.asked, unnamed: true };

  const second = secondAsk(sentence, frame.at, to);
  if (second) draft.ask = "events";

  const told = topicTold(sentence, from, to, names) ?? topicNamed(sentence, from, to, names);
  const kinds = kindsIn(sentence, from, to);
  const sides = sidesIn(sentence, from, to);
  if (sides !== undefined) draft.sides = sides;
  const matches = relationsIn(sentence, from, to);
  const attendance = attendanceIn(sentence, from, to);
  const { main, noun, attends } = choose(sentence, matches, attendance);
  const role = roleVerb(sentence, from, to, peopled);
  if (role && peopled) draft.asked = { ...draft.asked, part: role };
  const passive = main !== undefined && isPassive(sentence, main);
  const flags = flagsIn(sentence, from, to);
  const order = nextTo(sentence, pivot, from) ?? orderIn(sentence, from, to);
  const setsStatus = main && noun && noun !== main ? statusSet(sentence, main) : undefined;
  if (main) for (const at of main.said) taken[at] = true;
  if (noun) for (const at of noun.said) taken[at] = true;
  if (attends) taken.fill(true, attends.at, attends.to);
  const statuses: Status[] = [...statusIn(sentence, from, to), ...(setsStatus ? [setsStatus] : [])];

  const held = heldNoun(main, noun);
  const relation = setsStatus === undefined && main ? main.relation : (noun?.relation ?? main?.relation);
  const wanders = frame.ask === "places" && WANDERING.test(lemmas[main?.said[0] ?? -1] ?? "");
  const not = negationBefore(sentence, attends?.at ?? main?.from ?? to - 1, from);
  let negated = false;
  if (not !== -1) {
    taken[not] = true;
    if (attends?.part === undefined && frame.ask !== "whether") {
      if (relation?.id === "visit" && frame.ask === "people")
        draft.asked = { ...draft.asked, part: "declined" };
      else negated = true;
    }
  }
  const nots = tokens.findIndex(
    ({ word }, at) => at >= from && at < to && !taken[at] && /^(?:not|never)$/.test(word),
  );
  if (nots !== -1 && frame.ask !== "whether") negated = true;
  if (kinds) draft.kinds = kinds;
  else if (relation && !wanders) draft.kinds = held && noun ? noun.relation.kinds : relation.kinds;
  if (draft.kinds?.length === 0) delete draft.kinds;
  if (statuses.length === 0 && frame.ask !== "whether" && isAhead(sentence, from, to))
    statuses.push("planned");
  if (statuses.length > 0) draft.status = [...new Set(statuses)];
  if (flags.length > 0) draft.flags = flags;
  if (order.order) draft.order = order.order;
  if (order.limit !== undefined) draft.limit = order.limit;
  if (frame.newest) draft.order ??= "newest";
  if (draft.order === "newest" && ONE.has(draft.ask) && draft.limit === undefined) draft.order = "last";

  for (const { from: at, to: end, term } of times) {
    if (at < from || end > to || (pivot && at >= pivot.from && end <= pivot.to)) continue;
    if (draft.when === undefined) draft.when = term;
    else for (let token = at; token < end; token++) taken[token] = false;
  }

  const free = linked.filter(
    (named) =>
      named.from >= from &&
      named.to <= to &&
      !taken[named.from] &&
      !(pivot && named.from >= pivot.from && named.from < pivot.to),
  );
  const about = aboutIn(sentence, from, to, names, relation?.id, frame);
  if (told !== undefined || about.topic !== undefined) draft.topic = told ?? about.topic;
  if (about.text !== undefined) draft.text = about.text;
  if (about.asks && frame.open) draft.ask = "topics";
  if (
    textNoun(main, noun) &&
    setsStatus === undefined &&
    noun &&
    draft.text === undefined &&
    draft.topic === undefined
  )
    draft.text = sentence.words.slice(tokens[noun.from]?.start, tokens[noun.to - 1]?.end);
  const quoted = sentence.quotes.filter(
    ({ at }) => isIn(sentence, at, from, to) && !(pivot && isIn(sentence, at, pivot.from, pivot.to)),
  );
  if (quoted.length > 0)
    draft.text = [draft.text, ...quoted.map(({ text }) => text)].filter(Boolean).join(" ");

  const shape = setsStatus ? { ...relation, doer: "actor" as const, other: "target" as const } : relation;
  const around = main && setsStatus === undefined ? main : (noun ?? main);
  const { who, loose } = placeNames(
    { sentence, names, frame, draft, main, noun, around, shape, wanders, ambiguities },
    free.filter((named) => !taken[named.from]),
  );

  if (role && !peopled) for (const [at, term] of who.entries()) who[at] = { ...term, part: role };
  // "which talks did X skip", "why did X not come": X stayed away from what is asked for.
  if (attends?.part === "declined" && frame.ask !== "people" && !(frame.ask === "whether" && not !== -1))
    for (const [at, term] of who.entries()) who[at] = { ...term, part: "declined" };
  const there = main !== undefined && comesTo(draft, who, lemmas[main.said[0] ?? -1] ?? "");
  if (there) presentThere(draft, who);
  else if (
    draft.ask === "people" &&
    draft.where !== undefined &&
    draft.status?.join() === "planned" &&
    tokens.some(({ word }) => /^(?:expected|awaited|due|coming)$/.test(word)) &&
    !(main ?? noun ?? attends) &&
    draft.asked?.part === undefined
  )
    draft.asked = { ...draft.asked, guest: true };
  if (sentence.since !== undefined && from === 0) draft.since = sentence.since;
  if (sentence.events[0] !== undefined && from === 0) draft.event = sentence.events[0];
  if (who.length > 0) draft.who = who;
  if (sentence.title !== undefined && from === 0) draft.source ??= sentence.title;
  fromSource(sentence, draft, main);
  if (frame.ask === "people" || (frame.ask === "number" && frame.of === "people")) {
    const part = attends ? attends.part : askedPart(sentence, frame, shape, main, passive, who);
    if (part !== undefined && draft.asked?.part === undefined && !there)
      draft.asked = { ...draft.asked, part };
  }
  if (pivot) {
    const term = pivotTerm(sentence, pivot, draft, names, ambiguities);
    const within = draft.when && isPlain(draft.when) ? periodOf(draft.when) : null;
    if (term) draft.when = within ? { ...term, within } : term;
  }
  return { draft, frame, main: main ?? noun, ambiguities, loose, negated, attends: attends !== undefined };
}

/** "Who was the next to visit X after Y", "who visited X right before Y": the first or the last. */
function nextTo({ tokens, taken }: Sentence, pivot: PivotWords | undefined, from: number) {
  if (!pivot || pivot.kind === "same") return undefined;
  const next = tokens.findIndex(
    ({ word }, at) => at >= from && word === "next" && !taken[at] && (at < pivot.from || at >= pivot.to),
  );
  if (pivot.kind === "after" && next !== -1) taken[next] = true;
  else if (!pivot.straight) return undefined;
  return { order: pivot.kind === "after" ? ("first" as const) : ("last" as const), limit: undefined };
}

/** True where a character lies within a stretch of tokens, what follows its last one included. */
function isIn({ tokens }: Sentence, at: number, first: number, end: number): boolean {
  return (
    (first === 0 || at >= (tokens[first]?.start ?? 0)) &&
    (end >= tokens.length || at < (tokens[end]?.start ?? 0))
  );
}

/** "Who came to P", "did X go to P": whoever was there from elsewhere, whatever brought them. */
function comesTo(draft: Draft, who: readonly WhoTerm[], verb: string): boolean {
  if (draft.where === undefined || !MOVING.test(verb)) return false;
  return STAYS.has(draft.ask) && who.every(({ part }) => part === undefined || part === "visitor");
}

function presentThere(draft: Draft, who: WhoTerm[]): void {
  delete draft.kinds;
  for (const [at, { part: _part, ...term }] of who.entries()) who[at] = term;
  if (draft.ask === "people") draft.asked = { ...draft.asked, guest: true };
}

const ONE = new Set<Query["ask"]>(["people", "dates", "places", "whether", "pairs"]);
const isPlain = (term: TimeTerm): term is PlainTerm => term.kind === "period" || "day" in term.pivot;
const WANDERING = /^(?:go|travel)$/;
const MOVING = /^(?:go|travel|come|fly|arrive|journey)$/;
const STAYS = new Set<Query["ask"]>(["people", "whether", "dates", "events"]);
