import type { Part } from "../../../model/kinds.ts";
import type { WhoTerm } from "../../../model/query.ts";
import { keyOf, type Names, type Sense } from "../../names/index.ts";
import type { Ambiguity, Draft } from "../draft.ts";
import type { Relation } from "../lexicon/index.ts";
import type { Named, Sentence } from "../sentence.ts";
import type { Frame } from "./frame.ts";
import type { Match } from "./match.ts";
import { type Slot, slotsOf } from "./roles.ts";
import { asPlace, asWho, fitting } from "./senses.ts";

/** A clause while its names find their places: what is known of it, and the draft that they complete. */
export type Placing = {
  readonly sentence: Sentence;
  readonly names: Names;
  readonly frame: Frame;
  readonly draft: Draft;
  readonly main: Match | undefined;
  readonly noun: Match | undefined;
  /** The verb or noun that names stand around. */
  readonly around: Match | undefined;
  /** Who is what in the relation. */
  readonly shape: Pick<Relation, "doer" | "other" | "place"> | undefined;
  /** Asked where someone went: their part is not told. */
  readonly wanders: boolean;
  readonly ambiguities: Ambiguity[];
};

type Slotted = readonly (readonly [Named, Slot])[];

/** Gives each name its place in the draft, its words taken; returns who takes part, and the names that found none. */
export function placeNames(
  clause: Placing,
  named: readonly Named[],
): { readonly who: WhoTerm[]; readonly loose: readonly Named[] } {
  const { sentence, names, main, shape, around } = clause;
  const who = new Map<string, WhoTerm>();
  const free = named.filter((each) => !officerOf(clause, each, named, who));
  const slotted = slotsOf(sentence, free, around);
  const placeless = !names.hasPlaces && shape?.other !== undefined;
  const loose = slotted.flatMap(([each, stated]) => {
    // Where no place is recorded, "violence in Iraq" can only be told by its sides.
    const slot = placeless && stated === "place" ? (main?.form === "inverse" ? "doer" : "other") : stated;
    if (!place(clause, each, slot, slotted, who)) return [each];
    sentence.taken.fill(true, each.from, each.to);
    return [];
  });
  return { who: [...who.values()], loose };
}

/** "X's adviser": nobody known by name; the title must stand in the event, and X somewhere in it. True for both. */
function officerOf(clause: Placing, named: Named, all: readonly Named[], who: Map<string, WhoTerm>): boolean {
  const { sentence, names } = clause;
  const { tokens, taken } = sentence;
  const isTitle = ({ senses }: Named) => senses.some(({ kind }) => kind === "title");
  const next = isTitle(named) ? undefined : all.find(({ from }) => from === named.to);
  const title = isTitle(named) ? named : next && isTitle(next) ? next : undefined;
  const owner = title && all.find(({ to }) => to === title.from);
  const sense = owner?.senses[0];
  if (!title || !owner || !tokens[owner.to - 1]?.possessive || sense?.kind !== "entity") return false;
  if (names.kindOf(sense.id) !== "person") return false;
  if (named === title) {
    addText(clause, title);
    who.set(sense.id, { entity: sense.id, part: "any" });
    taken.fill(true, owner.from, title.to);
  }
  return true;
}

function place(
  clause: Placing,
  named: Named,
  slot: Slot,
  slotted: Slotted,
  who: Map<string, WhoTerm>,
): boolean {
  const { draft, frame } = clause;
  if (slot === "at" || named.senses.every(isUnsided))
    return occasionOr(clause, named, slot) || (slot === "at" && place(clause, named, "any", slotted, who));
  if (slot === "about") {
    addText(clause, named);
    return true;
  }
  if (slot === "from" && frame.ask === "people") {
    const country = named.senses.find(({ kind }) => kind === "country" || kind === "demonym");
    if (country && "code" in country) {
      draft.asked = { ...draft.asked, country: country.code };
      return true;
    }
  }
  return placeOrWho(clause, named, slot, slotted, who);
}

/** Senses that nobody and no place is meant by. */
const isUnsided = (sense: Sense): boolean =>
  sense.kind === "occasion" ||
  sense.kind === "topic" ||
  sense.kind === "document" ||
  (sense.kind === "title" && sense.of === undefined);

function occasionOr(clause: Placing, named: Named, slot: Slot): boolean {
  const { draft, main, noun } = clause;
  const occasion = named.senses.find(({ kind }) => kind === "occasion");
  const document = named.senses.find(({ kind }) => kind === "document");
  const topic = named.senses.find(({ kind }) => kind === "topic");
  if (occasion?.kind === "occasion" && draft.occasion === undefined) draft.occasion = occasion.name;
  else if (document?.kind === "document" && slot !== "at" && draft.source === undefined)
    draft.source = document.id;
  else if (topic?.kind === "topic" && draft.topic === undefined) draft.topic = topic.name;
  else if (slot === "at") return false;
  // "the police commissioner": whose is not said, so the words must stand in the event.
  else if (named.senses.some(({ kind }) => kind === "title") && (main ?? noun)) addText(clause, named);
  else return false;
  return true;
}

function addText({ draft, sentence: { tokens, words } }: Placing, { from, to }: Named): void {
  const text = words.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/['’]s$/u, "");
  draft.text = [draft.text, text].filter(Boolean).join(" ");
}

function placeOrWho(
  clause: Placing,
  named: Named,
  slot: Slot,
  slotted: Slotted,
  who: Map<string, WhoTerm>,
): boolean {
  const { names, draft, ambiguities } = clause;
  const part = partOf(clause, slot);
  const placed = fitting(named.senses, asPlace);
  const people = fitting(named.senses, (sense) => asWho(sense, names, part));
  const wants = wantsPlace(clause, named, slot, slotted, placed);
  const noEntity = people.every(({ sense }) => sense.kind !== "entity");
  if (placed.length > 0 && (slot === "place" || (wants && noEntity) || people.length === 0)) {
    ambiguities.push(...ambiguous(clause, named, placed));
    const where = placed[0]?.value;
    if (draft.where !== undefined && draft.where !== where) return false;
    draft.where = where;
    return true;
  }
  if (people.length === 0) return false;
  ambiguities.push(...ambiguous(clause, named, people));
  for (const term of [people[0]?.value, ...named.together.map((sense) => asWho(sense, names, part))]) {
    if (!term) continue;
    const key = JSON.stringify([term.entity, term.office]);
    if (!who.has(key)) who.set(key, term);
  }
  return true;
}

function wantsPlace(
  { names, main, noun, shape, sentence }: Placing,
  named: Named,
  slot: Slot,
  slotted: Slotted,
  placed: readonly { readonly sense: Sense; readonly value: string }[],
): boolean {
  const cities = placed.length > 0 && placed.every(({ sense }) => sense.kind === "place");
  const visited = shape?.place === true && slot === "other";
  return (
    slot === "place" ||
    (visited &&
      placed.some(({ sense }) => sense.kind === "place" || names.hasPlacesIn(placed[0]?.value ?? ""))) ||
    (slot === "any" &&
      (isPlaceBefore(sentence, named, slotted, noun ?? (main?.form === "noun" ? main : undefined)) ||
        (!main && !noun && cities)))
  );
}

function partOf({ shape, wanders }: Placing, slot: Slot): Part | "any" | undefined {
  if (typeof slot === "object") return slot.part;
  if (wanders) return undefined;
  if (slot === "doer") return shape?.doer;
  return slot === "other" ? shape?.other : undefined;
}

/** "the Nairobi talks": a city straight before the noun, alone there, is where. */
function isPlaceBefore(
  { tokens }: Sentence,
  named: Named,
  slotted: Slotted,
  target: Match | undefined,
): boolean {
  if (!target || named.to > target.from || tokens[named.to - 1]?.possessive) return false;
  if (!named.senses.some(({ kind }) => kind === "place")) return false;
  return !slotted.some(
    ([other]) =>
      other !== named &&
      other.to <= target.from &&
      other.senses.some(({ kind }) => kind === "place" || kind === "country") &&
      Math.abs(other.to - named.from) <= 2,
  );
}

function ambiguous(
  { sentence: { tokens } }: Placing,
  { from, to }: Named,
  fit: readonly { readonly sense: Sense }[],
): readonly Ambiguity[] {
  if (fit.length < 2) return [];
  const senses = [...new Map(fit.map(({ sense }) => [keyOf(sense), sense])).values()];
  return [{ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, senses }];
}
