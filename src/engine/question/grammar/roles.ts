import type { Part } from "../../../model/kinds.ts";
import { isParticiple } from "../lexicon/lemma.ts";
import { PLACE_PREPOSITIONS, PREPOSITIONS } from "../lexicon/words.ts";
import type { Named, Sentence } from "../sentence.ts";
import type { Match } from "./match.ts";

/** What a name is to the verb or noun of its clause, by its place in the sentence. */
export type Slot =
  | "doer"
  | "other"
  | "any"
  | "place"
  | "at"
  | "about"
  | "from"
  | { readonly part: Part | "any" };

/** True when the verb stands in the passive: "was visited", "be praised". */
export function isPassive({ tokens, lemmas }: Sentence, match: Match): boolean {
  const verb = match.said[0] ?? match.from;
  if (match.form === "noun" || !isParticiple(tokens[verb]?.word ?? "", lemmas[verb] ?? "")) return false;
  for (let at = verb - 1; at >= 0 && at >= verb - 6; at--) {
    const word = tokens[at]?.word ?? "";
    if (lemmas[at] === "be" || word === "get" || word === "got") return !hasSubjectBetween(tokens, at, verb);
    if (lemmas[at] === "have" || word === "to" || word === "did") return false;
  }
  return false;
}

const hasSubjectBetween = (tokens: Sentence["tokens"], at: number, verb: number) =>
  tokens
    .slice(at + 1, verb)
    .some(({ word }) =>
      /^(?:who|whom|which|that|when|country|person|times?|day|date|month|year)$/.test(word),
    );

/** The slot of each name that is still free in a stretch, in order. */
export function slotsOf(
  sentence: Sentence,
  names: readonly Named[],
  main: Match | undefined,
): readonly (readonly [Named, Slot])[] {
  const passive = main !== undefined && isPassive(sentence, main);
  const found: (readonly [Named, Slot])[] = [];
  for (const named of names) {
    const before = leadOf(sentence, named);
    const last = found.findLast(([, slot]) => typeof slot !== "object");
    const slot: Slot = named.part
      ? { part: named.part }
      : before === "and" && last && last[0].to >= named.from - 3
        ? last[1]
        : slotOf(sentence, named, before, main, passive);
    found.push([named, slot]);
  }
  return found;
}

/** The preposition that leads a name, "and" where it continues a list, or "". */
function leadOf(sentence: Sentence, named: Named): string {
  const { tokens, nameAt } = sentence;
  let at = named.from - 1;
  while (at >= 0 && SKIPPED.has(tokens[at]?.word ?? "") && !nameAt[at] && !tokens[at + 1]?.afterStop) at--;
  const word = tokens[at]?.word ?? "";
  const neighbour = nameAt[at];
  if (neighbour) {
    const listed = tokens[at + 1]?.afterStop === true;
    const tied = /[-–—/]$/.test(sentence.words.slice(0, tokens[at + 1]?.start ?? 0).trimEnd());
    return listed || (tied && at === named.from - 1) ? "and" : "";
  }
  if (sentence.taken[at]) return "";
  if (word === "and" || word === "or") return nameAt[at - 1] ? "and" : "";
  if (word === "of" && /^(?:sidelines|margins)$/.test(tokens[at - 1]?.word ?? "")) return "at";
  return PREPOSITIONS.has(word) ? word : "";
}

const SKIPPED = new Set([
  "the",
  "a",
  "an",
  "both",
  "either",
  "officials",
  "representatives",
  "diplomats",
  "leaders",
  "government",
  "delegations",
  "city",
  "country",
  "capital",
  "mr",
  "mrs",
  "ms",
  "dr",
  "sir",
  "lord",
  "senior",
  "former",
  "then",
  "that",
]);

function slotOf(
  sentence: Sentence,
  named: Named,
  lead: string,
  main: Match | undefined,
  passive: boolean,
): Slot {
  const { tokens } = sentence;
  const place = named.senses.some(({ kind }) => kind === "place" || kind === "country");
  if (named.senses.every(({ kind }) => kind === "occasion")) return "at";
  if (PLACE_PREPOSITIONS.has(lead) && place) return "place";
  if (lead === "about" || lead === "regarding" || lead === "concerning" || lead === "over") return "about";
  if (lead === "between" || lead === "among" || lead === "involving") return "any";
  if (!main) return lead === "at" ? "at" : "any";
  if (lead === "on" && TALKING.has(main.relation.id)) return "about";
  const before = named.to <= main.from;
  if (lead === "" && place && sentence.lemmas[main.said[0] ?? -1] === "discuss" && before === passive)
    return "about";
  if (main.gap === named.from) return main.form === "inverse" ? "doer" : "other";
  if (lead === "by") return main.form === "inverse" && passive ? "other" : "doer";
  if (main.form === "noun") {
    if (before) {
      if (tokens[named.to - 1]?.possessive) return "doer";
      return "any";
    }
    if (lead === "of" && isOwned(sentence, main)) return "other";
    if (lead === "of" || lead === "from") return "doer";
    return lead === "to" ||
      lead === "with" ||
      lead === "against" ||
      lead === "for" ||
      lead === "on" ||
      lead === "upon" ||
      lead === "toward" ||
      lead === "towards"
      ? "other"
      : "any";
  }
  const subject = main.form === "inverse" ? "other" : "doer";
  const object = main.form === "inverse" ? "doer" : "other";
  if (lead === "from" && main.form === "verb" && before) return "from";
  if (before) return passive ? object : subject;
  if (passive) return lead === "" ? object : object;
  return object;
}

/** "Japan's criticism of …": whose it is stands before it. */
const isOwned = ({ tokens, nameAt }: Sentence, { from }: Match): boolean => {
  let at = from - 1;
  while (
    at >= 0 &&
    !nameAt[at] &&
    /^(?:first|last|latest|newest|only|own|recent)$/.test(tokens[at]?.word ?? "")
  )
    at--;
  return nameAt[at] !== undefined && tokens[at]?.possessive === true;
};

const TALKING = new Set(["say", "talk", "meet", "speak", "negotiate", "call", "write", "agree", "appeal"]);
