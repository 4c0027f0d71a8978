import type { Actor } from "../../names/actors.ts";
import type { Chunk } from "./chunks.ts";
import { type Line, quoted, wordAt } from "./line.ts";
import { firstPerson, pronoun } from "./pronouns.ts";
import { AUXILIARY, FINITE, PREPOSITIONS } from "./words.ts";

/** Actors found for a verb, with the chunk they stand in and what makes the finding less sure. */
export type Found = {
  readonly actors: readonly Actor[];
  readonly at: number;
  readonly doubts: readonly string[];
};

const REPORTING =
  /^(?:said|says|say|that|announced|confirmed|reported|added|told|stated|believes?|if|whether|because|while|as|when|after|before|until|since|where|but|and|or|so|then|reports|,|;|:|"|“|for|although|though)$/;

/**
 * The subject of the verb whose first word is chunk `k`: the nearest actors to the left that no preposition
 * governs and no other verb has as its object; through "who" its antecedent, through "and" the first verb's.
 */
export function subjectOf(line: Line, k: number): Found | null {
  const { chunks } = line;
  let coordinated = false;
  let crossed = 0;
  const asides = relatives(chunks, k);
  for (let j = k - 1; j >= 0; j--) {
    const c = chunks[j] as Chunk;
    const aside = asides.find(([from, to]) => j > from && j <= to);
    if (aside) {
      j = aside[0] + 1;
      continue;
    }
    if (c.kind === "word") {
      if (c.word === ";" || (c.word === "." && j < k - 1)) return null;
      if (c.word === ")") {
        j = openingOf(chunks, j);
        continue;
      }
      if (/^[”"]$/.test(c.text) && !quoted(line, chunks[k] as Chunk)) {
        const open = quoteOpening(chunks, j);
        if (open >= 0 && open < j) {
          j = open;
          continue;
        }
      }
      if (c.word === "who") return antecedent(line, j);
      if (c.word === "i" || c.word === "we") return firstPerson(line, j);
      if (/^(?:he|she|they)$/.test(c.word)) return pronoun(line, j, c.word);
      if (/^(?:and|but|or|then|before)$/.test(c.word)) coordinated = true;
      if (/^(?:it|which|there)$/.test(c.word) && crossed < 3) return null;
      if (FINITE.test(c.word) && !AUXILIARY.has(c.word)) crossed++;
      continue;
    }
    if (c.kind !== "actors" || c.possessive) continue;
    if (quoted(line, c) !== quoted(line, chunks[k] as Chunk)) continue;
    if (
      governed(chunks, j) &&
      !(wordAt0(chunks, j - 1) === "by" && /^(?:headed|led)$/.test(wordAt0(chunks, j - 2)))
    )
      continue;
    if (ownVerb(chunks, j, k) === "other" && !coordinated) continue;
    if (objectOfVerb(chunks, j) && (coordinated || !adjacent(chunks, j, k) || purpose(chunks, j, k)))
      continue;
    if (modifier(chunks, j)) continue;
    const doubts = crossed > 1 ? ["subject several verbs away"] : [];
    const beside = wordAt0(chunks, j - 1) === "and" && /^(?:he|she)$/.test(wordAt0(chunks, j - 2));
    const one = beside ? pronoun(line, j - 2, wordAt0(chunks, j - 2)) : null;
    return one
      ? { actors: [...one.actors, ...c.actors], at: j, doubts: [...one.doubts, ...doubts] }
      : { actors: c.actors, at: j, doubts };
  }
  return null;
}

/** ", where …,", ", which …,": what stands between commas before chunk `k` and is closed there. */
function relatives(chunks: readonly Chunk[], k: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let j = 1; j < k; j++) {
    if (!/^(?:where|which|whose)$/.test(chunks[j]?.word ?? "") || chunks[j - 1]?.word !== ",") continue;
    const close = chunks.findIndex((c, n) => n > j && n < k && c.word === ",");
    if (close < 0) break;
    found.push([j - 1, close]);
    j = close;
  }
  return found;
}

/** "the X crisis", "the Y delegation's plane": a country before a noun of its own acts in nothing. */
function modifier(chunks: readonly Chunk[], j: number): boolean {
  const c = chunks[j] as Chunk;
  const next = chunks[j + 1];
  return (
    c.actors.length === 1 &&
    c.actors[0]?.kind === "country" &&
    next?.kind === "word" &&
    /^(?:crisis|war|conflict|issue|question|peace|policy|talks|deal|file|dossier|situation|problem|border|trip|visit|mission|tour|summit|conference|agreement|accord|relations|ties|embassy|strategy)$/.test(
      next.word,
    )
  );
}

/** A preposition stands right before the actors. */
export function governed(chunks: readonly Chunk[], j: number): boolean {
  const before = chunks[j - 1];
  if (before?.kind !== "word") return false;
  if (
    before.word === "after" ||
    before.word === "before" ||
    before.word === "as" ||
    before.word === "since" ||
    before.word === "until"
  )
    return !followedByVerb(chunks, j);
  return PREPOSITIONS.has(before.word) || before.word === "'s" || before.word === "’s";
}

function followedByVerb(chunks: readonly Chunk[], j: number): boolean {
  for (let n = j + 1; n < Math.min(chunks.length, j + 4); n++) {
    const c = chunks[n] as Chunk;
    if (c.kind !== "word") return false;
    if (
      FINITE.test(c.word) ||
      /^(?:hosts|receives|welcomes|joins|urges|warns|signs|greets|arrives|visits|seeks|begins)$/.test(c.word)
    )
      return true;
    if (!AUXILIARY.has(c.word)) return false;
  }
  return false;
}

/** The actors are the subject of another finite verb and a conjunction opens a new clause before ours. */
function ownVerb(chunks: readonly Chunk[], j: number, k: number): "other" | "ours" {
  let depth = 0;
  for (let n = j + 1; n < k; n++) {
    const c = chunks[n] as Chunk;
    if (c.word === "(") depth++;
    if (c.word === ")") depth--;
    if (depth > 0 || c.kind !== "word") continue;
    if (/^(?:which|whose|that|where)$/.test(c.word)) {
      const close = n <= j + 2 ? chunks.findIndex((x, m) => m > n && m < k && x.word === ",") : -1;
      if (close < 0) return "other";
      n = close;
    }
  }
  return "ours";
}

export function objectOfVerb(chunks: readonly Chunk[], j: number): boolean {
  let n = j - 1;
  while (
    n > 0 &&
    /^(?:a|an|the|his|her|their|its|senior|joint|high|level|-|large|small|interagency|visiting|new|top)$/.test(
      chunks[n]?.word ?? "",
    )
  )
    n--;
  const before = chunks[n];
  if (before?.kind !== "word") return false;
  if (wordAt0(chunks, n - 1) === "to" && /^[a-z]{3,}$/.test(before.word) && !PREPOSITIONS.has(before.word))
    return true;
  if (
    /^(?:did|will|would|can|could|may|might|shall|should|must|also|not)$/.test(wordAt0(chunks, n - 1)) &&
    BASE_VERB.test(before.word)
  )
    return true;
  return FINITE.test(before.word) && !REPORTING.test(before.word) && !AUXILIARY.has(before.word);
}

const BASE_VERB =
  /^(?:meet|host|receive|see|welcome|join|greet|telephone|brief|accompany|invite|visit|phone|address|call)$/;

const wordAt0 = (chunks: readonly Chunk[], k: number): string => chunks[k]?.word ?? "";

function adjacent(chunks: readonly Chunk[], j: number, k: number): boolean {
  for (let n = j + 1; n < k; n++) {
    const c = chunks[n] as Chunk;
    if (c.kind === "word" && !AUXILIARY.has(c.word) && c.word !== "," && c.word !== "to") return false;
  }
  return true;
}

/** "led a team to hold talks": behind an object, "to" goes on with the subject unless the verb hands the act over. */
function purpose(chunks: readonly Chunk[], j: number, k: number): boolean {
  const to = chunks.slice(j + 1, k + 1).some((c) => c.word === "to");
  return (
    to &&
    !/^(?:urged|asked|told|invited|persuaded|allowed|expects?|expected|wants?|wanted|ordered|encouraged|pressed|sent|dispatched|forced|helped|instructed|called|let)$/.test(
      chunks[j - 1]?.word ?? "",
    )
  );
}

/** "X, who met": the actors before the comma. */
function antecedent(line: Line, who: number): Found | null {
  for (let j = who - 1; j >= Math.max(0, who - 3); j--) {
    const c = line.chunks[j] as Chunk;
    if (c.kind === "actors") {
      const last = c.actors.at(-1);
      return last
        ? { actors: c.actors.length > 1 && last.kind === "person" ? [last] : c.actors, at: j, doubts: [] }
        : null;
    }
    if (c.word === "those" && wordAt(line, j - 1) === "among") return subjectOf(line, j - 2);
    if (c.kind === "word" && c.word !== ",") return null;
  }
  return null;
}

/** Subject for a participle or preposition at the beginning: "After talks with Y, X said". */
export function subjectAfter(line: Line, from: number): Found | null {
  const { chunks } = line;
  let comma = false;
  for (let j = from; j < chunks.length; j++) {
    const c = chunks[j] as Chunk;
    if (c.kind === "word" && c.word === ",") comma = true;
    if (comma && c.kind === "word" && /^(?:he|she)$/.test(c.word)) return pronoun(line, j, c.word);
    if (
      c.kind === "actors" &&
      comma &&
      !governed(chunks, j) &&
      !c.possessive &&
      followedByVerb(chunks, j) &&
      !quoted(line, c)
    ) {
      return { actors: c.actors, at: j, doubts: [] };
    }
  }
  return null;
}

const openingOf = (chunks: readonly Chunk[], close: number): number => {
  for (let j = close - 1; j >= 0; j--) if ((chunks[j] as Chunk).word === "(") return j;
  return close;
};

const quoteOpening = (chunks: readonly Chunk[], close: number): number => {
  for (let j = close - 1; j >= 0; j--) if (/^[“"]$/.test((chunks[j] as Chunk).text)) return j;
  return close;
};
