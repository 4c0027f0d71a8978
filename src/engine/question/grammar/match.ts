import { BOTH, type Form, PATTERNS, type Pattern, type Relation } from "../lexicon/index.ts";
import { isParticiple } from "../lexicon/lemma.ts";
import { AUXILIARIES, HEADS, LIGHT, STATUS_WORDS } from "../lexicon/words.ts";
import type { Named, Sentence } from "../sentence.ts";
import { statusPhrase } from "./marks.ts";

/** A relation in the words: which tokens, in which form, and the name that stood inside ("made X suffer from"). */
export type Match = {
  readonly relation: Relation;
  readonly form: Form;
  readonly from: number;
  readonly to: number;
  readonly gap?: number;
  /** The tokens that said it; words between them that mean something of their own are not among them. */
  readonly said: readonly number[];
};

/** All relations of a stretch of tokens, from left to right, the longest at each place. */
export function relationsIn(sentence: Sentence, from: number, to: number): readonly Match[] {
  const found: Match[] = [];
  for (let at = from; at < to; at++) {
    if (sentence.taken[at] || sentence.nameAt[at] || isStatus(sentence, at)) continue;
    if (sentence.lemmas[at] === "go" && sentence.tokens[at + 1]?.word === "ahead") continue;
    const told = statusPhrase(sentence, at, to);
    if (told > 0) {
      at += told - 1;
      continue;
    }
    const match = matchAt(sentence, at, to);
    if (!match) continue;
    found.push(match);
    at = match.to - 1;
  }
  return found;
}

/** "declined or denied talks", "…, rejected": told of the events, not done to someone. */
function isStatus({ tokens, lemmas, nameAt }: Sentence, at: number): boolean {
  if (!STATUS_WORDS.has(tokens[at]?.word ?? "")) return false;
  let first = at;
  while (first > 0 && !tokens[first]?.afterStop && LISTED.test(tokens[first - 1]?.word ?? "")) first--;
  if (tokens[first]?.afterStop) return true;
  if (first > 0 && (nameAt[first - 1] || !BEFORE_STATUS.test(tokens[first - 1]?.word ?? ""))) return false;
  let next = at + 1;
  while (LISTED.test(tokens[next]?.word ?? "")) next++;
  const noun = PATTERNS.get(lemmas[next] ?? "")?.some(({ form }) => form === "noun");
  return noun === true || /^events?$/.test(tokens[next]?.word ?? "");
}

const LISTED = new RegExp(
  `^(?:and|or|that|happened|secret|recurring|first|last|newest|oldest|${[...STATUS_WORDS.keys()].join("|")})$`,
);
const BEFORE_STATUS =
  /^(?:of|in|on|to|from|the|were|there|which|what|all|many|any|no|list|show|and|between|before|after|as)$/;

function matchAt(sentence: Sentence, at: number, end: number): Match | undefined {
  const patterns = PATTERNS.get(sentence.lemmas[at] ?? "");
  if (!patterns) return undefined;
  const wanted = BOTH.has(sentence.lemmas[at] ?? "") ? isNoun(sentence, at) : undefined;
  return (
    longest(sentence, patterns, at, end, (form) => wanted === undefined || (form === "noun") === wanted) ??
    longest(sentence, patterns, at, end, () => wanted !== undefined)
  );
}

function longest(
  sentence: Sentence,
  patterns: readonly Pattern[],
  at: number,
  end: number,
  wanted: (form: Form) => boolean,
): Match | undefined {
  for (const pattern of patterns) {
    const match = wanted(pattern.form) && follow(sentence, pattern, at, end);
    if (match) return match;
  }
  return undefined;
}

/** True where the word at a place is used as a noun, as far as its neighbours tell. */
export function isNoun(sentence: Sentence, at: number): boolean {
  const word = sentence.tokens[at]?.word ?? "";
  if (isParticiple(word, sentence.lemmas[at] ?? "")) return false;
  let before = at - 1;
  while (before >= 0 && BESIDE.has(sentence.tokens[before]?.word ?? "")) before--;
  const name = sentence.nameAt[before];
  if (name)
    return (
      sentence.tokens[before]?.possessive === true ||
      isEventOf(sentence, name, at) ||
      !verbFollows(sentence, name.from, at)
    );
  const prior = sentence.tokens[before];
  if (!prior) return sentence.nameAt[at + 1] === undefined;
  if (sentence.lemmas[before] === "be" && sentence.tokens[before - 1]?.word === "there") return true;
  if (
    /s$/.test(word) &&
    word !== sentence.lemmas[at] &&
    (/^(?:to|not)$/.test(prior.word) || sentence.lemmas[before] === "be")
  )
    return true;
  if (VERB_LEAD.has(prior.word) || HEADS.has(prior.word) || AUXILIARIES.has(sentence.lemmas[before] ?? ""))
    return false;
  return true;
}

/** "the Lisbon talks", "did Lisbon talks …": a city takes no article of its own, and "did" no verb with an -s. */
function isEventOf({ tokens, lemmas }: Sentence, name: Named, at: number): boolean {
  const city = name.senses.some(({ kind }) => kind === "place");
  if (city && tokens[name.from - 1]?.word === "the") return true;
  const word = tokens[at]?.word ?? "";
  return (
    /s$/.test(word) &&
    word !== lemmas[at] &&
    /^(?:do|will|can|could|would|should)$/.test(lemmas[name.from - 1] ?? "")
  );
}

/** After a name: a verb where "did" or "will" came before it, or an object comes after. */
function verbFollows(sentence: Sentence, name: number, at: number): boolean {
  for (let before = name - 1; before >= 0; before--) {
    const lemma = sentence.lemmas[before] ?? "";
    if (lemma === "do" || lemma === "will" || lemma === "have" || lemma === "would") return true;
    if (sentence.tokens[before + 1]?.afterStop || !(sentence.nameAt[before] || BESIDE_NAMES.has(lemma)))
      break;
  }
  return sentence.nameAt[at + 1] !== undefined;
}

const BESIDE = new Set([
  "first",
  "last",
  "ever",
  "also",
  "jointly",
  "once",
  "twice",
  "recently",
  "reportedly",
]);
const BESIDE_NAMES = new Set(["the", "a", "and", "or", "not", "both"]);
const VERB_LEAD = new Set(["to", "not", "who", "whom", "they", "he", "she", "it", "we"]);

function follow(sentence: Sentence, pattern: Pattern, at: number, end: number): Match | undefined {
  const said: number[] = [];
  let gap: number | undefined;
  let token = at;
  for (const [index, word] of pattern.words.entries()) {
    if (index > 0)
      while (token < end && word !== sentence.lemmas[token] && LIGHT.has(sentence.tokens[token]?.word ?? ""))
        token++;
    if (token >= end || (index > 0 && sentence.tokens[token]?.afterStop)) return undefined;
    if (word === "~") {
      while (token < end && GAP_LEAD.has(sentence.tokens[token]?.word ?? "")) token++;
      const name = sentence.nameAt[token];
      if (!name || name.to > end) return undefined;
      gap = name.from;
      token = name.to;
      continue;
    }
    if (sentence.lemmas[token] !== word || sentence.taken[token] || (index > 0 && sentence.nameAt[token]))
      return undefined;
    // "has visited" is the verb in its perfect tense, not to have a visit.
    if (index === 1 && pattern.words[0] === "have" && isPastOf(sentence, token)) return undefined;
    said.push(token);
    token++;
  }
  return {
    relation: pattern.relation,
    form: pattern.form,
    from: at,
    to: token,
    said,
    ...(gap !== undefined && { gap }),
  };
}

const isPastOf = ({ tokens, lemmas }: Sentence, at: number): boolean =>
  isParticiple(tokens[at]?.word ?? "", lemmas[at] ?? "");

const GAP_LEAD = new Set(["the", "a", "an", "that", "of"]);
