import type { Chunk } from "./chunks.ts";
import type { Line } from "./line.ts";
import { pronounObject } from "./pronouns.ts";
import type { Found } from "./subject.ts";
import { AUXILIARY } from "./words.ts";

/** Position of the first chunk at or after `k` that is not an adverb, auxiliary or time word. */
export function past(line: Line, k: number, most = 8): number {
  let n = k;
  for (let steps = 0; n < line.chunks.length && steps < most; n++, steps++) {
    const c = line.chunks[n] as Chunk;
    if (c.kind === "word" && (AUXILIARY.has(c.word) || isTimeWord(c.word))) continue;
    break;
  }
  return n;
}

export const isTimeWord = (word: string): boolean =>
  /^(?:on|at|in|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|\d{1,4}(?:st|nd|rd|th)?|today|yesterday|tomorrow|morning|afternoon|evening|night|weekend|week|month|year|last|next|this|late|early|earlier|later|over|the|past|for|hours?|minutes?|days?|several|than|more|about|nearly|almost|an?|half|behind|closed|doors|virtually|via|video|link|privately|one|two|three|first|time|,)$/.test(
    word,
  );

/** The actors that a preposition at chunk `k` governs: "with X and Y". Skips "both", "the likes of". */
export function governedBy(line: Line, k: number): Found | null {
  let n = k + 1;
  while (n < line.chunks.length && n < k + 4) {
    const c = line.chunks[n] as Chunk;
    if (c.kind === "actors") return c.possessive ? null : headedBy(line, n);
    if (
      c.kind === "word" &&
      /^(?:both|all|a|an|the|visiting|his|her|their|separately|among|others|,|top|senior|majesty|excellency|royal|highness|group|of|key|representatives?|members?|first|second|third|annual|\d+(?:st|nd|rd|th)|[a-z]+th)$/.test(
        c.word,
      )
    ) {
      n++;
      continue;
    }
    if (c.kind === "word" && /^(?:him|her|them)$/.test(c.word)) return pronounObject(line, n);
    return null;
  }
  return null;
}

/** "officials led by B": the one at their head sat there. */
export function headedBy(line: Line, n: number): Found {
  const c = line.chunks[n] as Chunk;
  const head = line.chunks[n + 3];
  const group = c.actors.length === 1 ? c.actors[0] : undefined;
  const led =
    group?.kind === "group" &&
    /^(?:led|headed)$/.test(line.chunks[n + 1]?.word ?? "") &&
    line.chunks[n + 2]?.word === "by" &&
    head?.kind === "actors" &&
    !head.possessive &&
    head.actors.every((a) => a.kind === "person");
  return led
    ? {
        actors: head.actors.map((a) => ({ ...a, country: a.country ?? group.country })),
        at: n + 3,
        doubts: [],
      }
    : { actors: c.actors, at: n, doubts: [] };
}
