import type { Part, Status } from "../../../model/kinds.ts";
import type { Query, WhoTerm } from "../../../model/query.ts";
import { keyOf, type Names, type Sense } from "../../names/index.ts";
import type { Ambiguity, Draft } from "../draft.ts";
import type { Named, Sentence } from "../sentence.ts";
import { aboutIn, topicTold } from "./about.ts";
import { secondAsk } from "./asides.ts";
import { askedPart, choose, heldNoun, statusSet, textNoun } from "./choose.ts";
import { type Frame, frameOf } from "./frame.ts";
import { kindsIn } from "./kinds.ts";
import { attendanceIn, flagsIn, negationBefore, orderIn, sidesIn, statusIn } from "./marks.ts";
import { type Match, relationsIn } from "./match.ts";
import { pivotTerm } from "./pivot-term.ts";
import { pivotIn } from "./pivots.ts";
import { isPassive, type Slot, slotsOf } from "./roles.ts";
import { asPlace, asWho, fitting } from "./senses.ts";

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
  const loose: Named[] = [];

  const peopled = frame.ask === "people" || (frame.ask === "number" && frame.of === "people");
  if (peopled && unnamedIn(sentence, from, to)) draft.asked = { ...draft.asked, unnamed: true };

  const second = secondAsk(sentence, frame.at, to);
  if (second) draft.ask = "events";

  const told = topicTold(sentence, from, to, names);
  const kinds = kindsIn(sentence, from, to);
  const sides = sidesIn(sentence, from, to);
  if (sides !== undefined) draft.sides = sides;
  const matches = relationsIn(sentence, from, to);
  const attendance = attendanceIn(sentence, from, to);
  const { main, noun, attends } = choose(sentence, matches, attendance);
  const role = frame.ask === "people" ? roleVerb(sentence, from, to) : undefined;
  if (role) draft.asked = { ...draft.asked, part: role };
  const passive = main !== undefined && isPassive(sentence, main);
  const flags = flagsIn(sentence, from, to);
  const order = orderIn(sentence, from, to);
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
    ({ at }) => isIn(at, from, to) && !(pivot && isIn(at, pivot.from, pivot.to)),
  );
  if (quoted.length > 0)
    draft.text = [draft.text, ...quoted.map(({ text }) => text)].filter(Boolean).join(" ");

  const slotted = slotsOf(
    sentence,
    free.filter((named) => !taken[named.from]),
    main && setsStatus === undefined ? main : (noun ?? main),
  );
  const who: WhoTerm[] = [];
  const seen = new Set<string>();
  const shape = setsStatus ? { ...relation, doer: "actor" as const, other: "target" as const } : relation;
  const placeless = !names.hasPlaces && shape?.other !== undefined;
  for (const [named, stated] of slotted) {
    // Where no place is recorded, "violence in Iraq" can only be told by its sides.
    const slot = placeless && stated === "place" ? (main?.form === "inverse" ? "doer" : "other") : stated;
    const put = place(named, slot);
    if (!put) loose.push(named);
    else taken.fill(true, named.from, named.to);
  }

  function place(named: Named, slot: Slot): boolean {
    if (
      slot === "at" ||
      named.senses.every(
        (sense) => UNSIDED.has(sense.kind) || (sense.kind === "title" && sense.of === undefined),
      )
    ) {
      const occasion = named.senses.find(({ kind }) => kind === "occasion");
      const document = named.senses.find(({ kind }) => kind === "document");
      const topic = named.senses.find(({ kind }) => kind === "topic");
      if (occasion?.kind === "occasion" && draft.occasion === undefined) draft.occasion = occasion.name;
      else if (document?.kind === "document" && slot !== "at" && draft.source === undefined)
        draft.source = document.id;
      else if (topic?.kind === "topic" && draft.topic === undefined) draft.topic = topic.name;
      else if (slot === "at") return place(named, "any");
      else if (named.senses.some(({ kind }) => kind === "title") && (main ?? noun)) calledSo(named);
      else return false;
      return true;
    }
    if (slot === "about") {
      draft.text = [
        draft.text,
        sentence.words.slice(tokens[named.from]?.start, tokens[named.to - 1]?.end).replace(/['’]s$/u, ""),
      ]
        .filter(Boolean)
        .join(" ");
      return true;
    }
    if (slot === "from" && frame.ask === "people") {
      const country = named.senses.find(({ kind }) => kind === "country" || kind === "demonym");
      if (country && "code" in country) {
        draft.asked = { ...draft.asked, country: country.code };
        return true;
      }
    }
    const part = partOf(slot);
    const visited = shape?.place === true && slot === "other";
    const placed = fitting(named.senses, asPlace);
    const wants =
      slot === "place" ||
      (visited &&
        placed.some(({ sense }) => sense.kind === "place" || names.hasPlacesIn(placed[0]?.value ?? ""))) ||
      (slot === "any" && isPlaceBefore(named, slotted)) ||
      (!main &&
        !noun &&
        slot === "any" &&
        placed.length > 0 &&
        placed.every(({ sense }) => sense.kind === "place"));
    const people = fitting(named.senses, (sense) => asWho(sense, names, part));
    const onlyPlace = people.length === 0 || (people.every(({ sense }) => sense.kind === "place") && wants);
    if (
      placed.length > 0 &&
      (slot === "place" ||
        (wants && (onlyPlace || people.every(({ sense }) => sense.kind !== "entity"))) ||
        people.length === 0)
    ) {
      if (placed.length > 1)
        ambiguities.push(
          ambiguityOf(
            named,
            placed.map(({ sense }) => sense),
          ),
        );
      const where = placed[0]?.value;
      if (draft.where === undefined) draft.where = where;
      else if (draft.where !== where) return false;
      return true;
    }
    if (people.length === 0) return false;
    if (people.length > 1)
      ambiguities.push(
        ambiguityOf(
          named,
          people.map(({ sense }) => sense),
        ),
      );
    for (const term of [people[0]?.value, ...named.together.map((sense) => asWho(sense, names, part))]) {
      if (!term) continue;
      const key = JSON.stringify([term.entity, term.office]);
      if (seen.has(key)) continue;
      seen.add(key);
      who.push(term);
    }
    return true;
  }

  function partOf(slot: Slot): Part | "any" | undefined {
    if (typeof slot === "object") return slot.part;
    if (wanders) return undefined;
    if (slot === "doer") return shape?.doer;
    return slot === "other" ? shape?.other : undefined;
  }

  /** "the police commissioner": whose is not said, so the words must stand in the event. */
  function calledSo(named: Named): void {
    const words = sentence.words.slice(tokens[named.from]?.start, tokens[named.to - 1]?.end);
    draft.text = [draft.text, words.replace(/['’]s$/u, "")].filter(Boolean).join(" ");
  }

  function comesTo(verb: Match): boolean {
    if (draft.where === undefined || !MOVING.test(lemmas[verb.said[0] ?? -1] ?? "")) return false;
    return STAYS.has(draft.ask) && who.every(({ part }) => part === undefined || part === "visitor");
  }

  /** "Who came to P", "did X go to P": whoever was there from elsewhere, whatever brought them. */
  function presentThere(): void {
    delete draft.kinds;
    for (const [at, { part: _part, ...term }] of who.entries()) who[at] = term;
    if (draft.ask === "people") draft.asked = { ...draft.asked, guest: true };
  }

  /** "the Nairobi talks": a city straight before the noun, alone there, is where. */
  function isPlaceBefore(named: Named, all: readonly (readonly [Named, Slot])[]): boolean {
    const target = noun ?? (main?.form === "noun" ? main : undefined);
    if (!target || named.to > target.from || tokens[named.to - 1]?.possessive) return false;
    if (!named.senses.some(({ kind }) => kind === "place")) return false;
    return !all.some(
      ([other]) =>
        other !== named &&
        other.to <= target.from &&
        other.senses.some(({ kind }) => kind === "place" || kind === "country") &&
        Math.abs(other.to - named.from) <= 2,
    );
  }

  /** True where a character lies within a stretch of tokens, what follows its last one included. */
  function isIn(at: number, first: number, end: number): boolean {
    return (
      (first === 0 || at >= (tokens[first]?.start ?? 0)) &&
      (end >= tokens.length || at < (tokens[end]?.start ?? 0))
    );
  }

  function ambiguityOf(named: Named, senses: readonly Sense[]): Ambiguity {
    const unique = [...new Map(senses.map((sense) => [keyOf(sense), sense])).values()];
    return { start: tokens[named.from]?.start ?? 0, end: tokens[named.to - 1]?.end ?? 0, senses: unique };
  }

  // "which talks did X skip", "why did X not come": X stayed away from what is asked for.
  if (attends?.part === "declined" && frame.ask !== "people" && !(frame.ask === "whether" && not !== -1))
    for (const [at, term] of who.entries()) who[at] = { ...term, part: "declined" };
  const there = main !== undefined && comesTo(main);
  if (there) presentThere();
  else if (
    draft.ask === "people" &&
    draft.where !== undefined &&
    draft.status?.join() === "planned" &&
    !(main ?? noun ?? attends) &&
    draft.asked?.part === undefined
  )
    draft.asked = { ...draft.asked, guest: true };
  if (sentence.since !== undefined && from === 0) draft.since = sentence.since;
  if (sentence.events[0] !== undefined && from === 0) draft.event = sentence.events[0];
  if (who.length > 0) draft.who = who;
  if (frame.ask === "people" || (frame.ask === "number" && frame.of === "people")) {
    const part = attends ? attends.part : askedPart(sentence, frame, shape, main, passive, who);
    if (part !== undefined && draft.asked?.part === undefined && !there)
      draft.asked = { ...draft.asked, part };
  }
  if (pivot) {
    const term = pivotTerm(sentence, pivot, draft, names, ambiguities);
    if (term) draft.when = term;
  }
  return { draft, frame, main: main ?? noun, ambiguities, loose, negated, attends: attends !== undefined };
}

/** "who witnessed the agreement": a verb that only tells the part of those asked for. */
function roleVerb({ lemmas, taken, nameAt, tokens }: Sentence, from: number, to: number): Part | undefined {
  for (let at = from; at < to; at++) {
    const part = ROLE_VERBS.get(lemmas[at] ?? "");
    if (!part || taken[at] || nameAt[at]) continue;
    taken[at] = true;
    if (tokens[at - 1]?.word === "co") taken[at - 1] = true;
    return part;
  }
  return undefined;
}

const ROLE_VERBS: ReadonlyMap<string, Part> = new Map([
  ["witness", "witness"],
  ["chair", "co-chair"],
]);

const ONE = new Set<Query["ask"]>(["people", "dates", "places", "whether", "pairs"]);
/** Senses that nobody and no place is meant by. */
const UNSIDED = new Set<Sense["kind"]>(["occasion", "topic", "document"]);
const WANDERING = /^(?:go|travel)$/;
const MOVING = /^(?:go|travel|come|fly|arrive|journey)$/;
const STAYS = new Set<Query["ask"]>(["people", "whether", "dates", "events"]);

/** Takes "unnamed", "anonymous", "not named": those asked for stand in the text without a name. */
function unnamedIn({ tokens, taken, nameAt }: Sentence, from: number, to: number): boolean {
  let found = false;
  for (let at = from; at < to; at++) {
    if (nameAt[at]) continue;
    const word = tokens[at]?.word ?? "";
    const not = word === "named" && /^(?:not|without)$/.test(tokens[at - 1]?.word ?? "");
    if (!not && !/^(?:unnamed|anonymous|anonymously|unidentified|nameless)$/.test(word)) continue;
    taken[at] = true;
    if (not) taken[at - 1] = true;
    found = true;
  }
  return found;
}
