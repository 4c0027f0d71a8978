import type { Unclear } from "../../model/engine.ts";
import { keyOf, type Names, type Sense } from "../names/index.ts";
import { nearIndex } from "../names/near.ts";
import type { Clause } from "./grammar/clause.ts";
import { FORMS, PATTERNS, RESERVED } from "./lexicon/index.ts";
import { IDLE, LIGHT, PLACE_PREPOSITIONS, PREPOSITIONS } from "./lexicon/words.ts";
import type { Sentence } from "./sentence.ts";

/** A word that is probably misspelt: where it stands, and what it may have meant. */
export type Near = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The name that it was read as, where it is one. */
  readonly name?: string;
  readonly senses: readonly Sense[];
};

export type Left = {
  readonly ignored: readonly string[];
  readonly near?: Near;
  readonly unclear?: Unclear;
};

/** What nothing took: misspelt words, unknown names, and words to be named as not understood. */
export function left(sentence: Sentence, clause: Clause, names: Names): Left {
  const { tokens, taken, nameAt, words } = sentence;
  const ignored: string[] = [];
  for (const named of clause.loose)
    ignored.push(words.slice(tokens[named.from]?.start, tokens[named.to - 1]?.end));
  const unknown: number[] = [];
  tokens.forEach(({ word }, at) => {
    if (
      taken[at] ||
      nameAt[at] ||
      IDLE.has(word) ||
      LIGHT.has(word) ||
      PREPOSITIONS.has(word) ||
      /^(?:s|not)$/.test(word)
    )
      return;
    if (AUXILIARY.test(word) || (clause.frame.ask === "dates" && EDGE.test(word))) return;
    unknown.push(at);
  });
  for (const at of unknown) {
    const token = tokens[at];
    if (!token || RESERVED.has(token.word) || RESERVED.has(sentence.lemmas[at] ?? "")) continue;
    const named = () => nearName(sentence, at, names, !token.capital);
    const misspelt = () => (isKnownNoun(sentence, at, names) ? undefined : nearWord(sentence, at));
    const found = token.capital && at > 0 ? (named() ?? misspelt()) : (misspelt() ?? named());
    if (found) return { ignored, near: found };
  }
  const theirs = unknown.find((at) => isOfSomeone(sentence, at, names));
  if (theirs !== undefined)
    return { ignored, unclear: { problem: "not-understood", words: [theirWords(sentence, theirs)] } };
  const run = unknown.filter((at) => !RESERVED.has(tokens[at]?.word ?? ""));
  const name = nameIn(sentence, run, clause);
  if (name !== undefined)
    return { ignored, unclear: { problem: "unknown-name", word: name, near: names.near(name) } };
  for (const at of unknown) ignored.push(tokens[at]?.raw ?? "");
  return { ignored };
}

/** "What did X's aide say?": somebody else than X, whom the answer must not be about. */
function isOfSomeone({ tokens, nameAt, lemmas }: Sentence, at: number, names: Names): boolean {
  const owner = nameAt[at - 1];
  const sense = owner?.senses[0];
  if (!tokens[at - 1]?.possessive || sense?.kind !== "entity" || names.kindOf(sense.id) !== "person")
    return false;
  const next = tokens[at + 1]?.word ?? "";
  const verb = PATTERNS.get(lemmas[at + 1] ?? "")?.some(({ form }) => form !== "noun");
  return next === "" || verb === true || AUXILIARY.test(next) || PREPOSITIONS.has(next);
}

function theirWords({ tokens, nameAt, words }: Sentence, at: number): string {
  return words.slice(tokens[nameAt[at - 1]?.from ?? at]?.start, tokens[at]?.end);
}

/** "When did the talks start?": their dates say when. */
const EDGE = /^(?:starts?|begins?|ends?|finish(?:ed|es)?|conclude[ds]?|commence[ds]?)$/;
const AUXILIARY =
  /^(?:is|are|was|were|been|being|am|has|had|having|does|did|done|doing|said|met|held|took|taken|happened|occurred|got|gave|given|begun|began|started|ended|place|places|ones?|talking)$/;

function nearName(sentence: Sentence, at: number, names: Names, lowerCase: boolean): Near | undefined {
  const token = sentence.tokens[at];
  if (!token || (lowerCase && token.word.length < 5) || names.knowsWord(token.word)) return undefined;
  const links = names.linkNear(sentence.tokens, at);
  const senses = links
    .flatMap((link) => link.senses)
    .filter(({ kind }) => kind !== "topic" && kind !== "title" && kind !== "role")
    .filter(({ kind }) => !isPlaced(sentence, at) || kind === "place" || kind === "country");
  const unique = [...new Map(senses.map((sense) => [keyOf(sense), sense])).values()];
  const first = links[0];
  if (unique.length === 0 || !first) return undefined;
  const { tokens } = sentence;
  const owner = tokens[first.to - 1]?.possessive ? "'s" : "";
  const [only] = unique;
  return {
    start: tokens[first.from]?.start ?? 0,
    end: tokens[first.to - 1]?.end ?? 0,
    text: only ? `${asTyped(sentence, names.write(only))}${owner}` : "",
    ...(only && { name: `${names.write(only)}${owner}` }),
    senses: unique,
  };
}

/** A name in small letters where the whole question is: a capital would make surnames beside it ordinary words. */
function asTyped({ tokens }: Sentence, name: string): string {
  if (tokens.some(({ capital }, at) => capital && at > 0)) return name;
  return name.replace(/^[^[]*/, (words) => words.toLowerCase());
}

/** "in Atlantis": a place, known or not, and never a misspelt newspaper. */
function isPlaced({ tokens }: Sentence, at: number): boolean {
  const before = tokens[at - 1]?.word === "the" ? at - 2 : at - 1;
  return tokens[at]?.capital === true && PLACE_PREPOSITIONS.has(tokens[before]?.word ?? "");
}

/** "the command of …": a word behind an article that stands in names is no misspelt verb. */
function isKnownNoun({ tokens }: Sentence, at: number, names: Names): boolean {
  const word = tokens[at]?.word ?? "";
  return (
    /^(?:the|an?)$/.test(tokens[at - 1]?.word ?? "") && near.words(word).length > 0 && names.knowsWord(word)
  );
}

const near = nearIndex(FORMS);

/** A verb or question word with one letter wrong. */
function nearWord(sentence: Sentence, at: number): Near | undefined {
  const token = sentence.tokens[at];
  const early = at < 3 ? TYPOS[token?.word ?? ""] : undefined;
  const text = early ?? near.words(token?.word ?? "").filter((word) => word.length > 4 || at < 2)[0];
  return token && text ? { start: token.start, end: token.end, text, senses: [] } : undefined;
}

const TYPOS: Readonly<Record<string, string>> = {
  whoo: "who",
  hwo: "who",
  woh: "who",
  wo: "who",
  ho: "who",
  wh: "who",
  wat: "what",
  waht: "what",
  wht: "what",
  wut: "what",
  wen: "when",
  whn: "when",
  whe: "when",
  wher: "where",
  wich: "which",
  whcih: "which",
  dd: "did",
  ddi: "did",
  dis: "did",
  di: "did",
  hw: "how",
  hwow: "how",
  mny: "many",
};

/** Words that stand where a name belongs: capitals inside the sentence, or the only words that could be the name. */
function nameIn(sentence: Sentence, unknown: readonly number[], clause: Clause): string | undefined {
  const { tokens, words, nameAt } = sentence;
  const capital = unknown.find((at) => tokens[at]?.capital && (at > 0 || tokens.length === 1));
  const { draft } = clause;
  const lacks =
    draft.who === undefined &&
    draft.where === undefined &&
    draft.text === undefined &&
    draft.topic === undefined &&
    draft.occasion === undefined;
  const start =
    capital ??
    (lacks && clause.main !== undefined && clause.main.form !== "noun" ? unknown.at(-1) : undefined);
  if (start === undefined) return undefined;
  let from = start;
  let to = start + 1;
  while (unknown.includes(from - 1)) from--;
  while (
    unknown.includes(to) ||
    (nameAt[to] && tokens[to]?.capital && to === start + 1 && unknown.includes(to + 1))
  )
    to++;
  return words.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/['’]s$/u, "");
}
