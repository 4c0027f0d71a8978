import { type Line, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { firstPerson, pronoun } from "../sentence/pronouns.ts";
import { type Found, subjectAfter, subjectOf } from "../sentence/subject.ts";
import { AUXILIARY, CALL_NOUNS, FINITE, HOLD, MEETING_ADJECTIVES, MEETING_NOUNS } from "../sentence/words.ts";

/** First chunk of the noun phrase that the noun at `k` heads. */
export function phraseStart(line: Line, k: number): number {
  let j = k;
  while (j > 0) {
    const c = line.chunks[j - 1]!;
    if (
      c.kind === "word" &&
      (MEETING_ADJECTIVES.has(c.word) ||
        c.word === "-" ||
        (/^(?:on|to|in|sit|face|depth)$/.test(c.word) && wordAt(line, j) === "-") ||
        /^\d+(?:st|nd|rd|th)?$/.test(c.word) ||
        /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
          c.word,
        ))
    )
      j--;
    else break;
  }
  return j;
}

/** "talks (in P on Monday) between A and B". */
export function betweenBehind(line: Line, k: number): Found | null {
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 12); j++) {
    const c = line.chunks[j]!;
    if (c.word === "between") return governedBy(line, j);
    if (c.kind === "word" && /^(?:[;:.]|with|who|which|that|to|said|and|after|of)$/.test(c.word)) return null;
  }
  return null;
}

export function withBehind(line: Line, k: number): Found | null {
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 12); j++) {
    const c = line.chunks[j]!;
    if (c.word === "with" && wordAt(line, j - 1) === "along") return null;
    if (c.word === "with" || (c.word === "alongside" && j < k + 4)) {
      const first = governedBy(line, j);
      return first ? withMore(line, first) : null;
    }
    if (c.word === "of" && c.kind === "word" && line.chunks[j + 1]?.kind === "actors") return null;
    if (c.kind === "word" && FINITE.test(c.word) && line.chunks[j - 1]?.kind === "actors") return null;
    if (
      /^(?:is|are|was|were|been)$/.test(wordAt(line, j)) &&
      /^(?:scheduled|planned|due|expected|set|slated)$/.test(wordAt(line, j + 1))
    ) {
      j++;
      continue;
    }
    if (
      c.kind === "word" &&
      /^(?:[;:.”]|who|which|that|said|says|were|was|will|would|have|has|is|are|to|mainly|between)$/.test(
        c.word,
      )
    )
      return null;
  }
  return null;
}

/** "with A and with B", "with A, and later with B". */
function withMore(line: Line, found: Found): Found {
  let actors = found.actors;
  let at = found.at;
  for (let j = at + 1; j < Math.min(line.chunks.length, at + 6); j++) {
    const w = wordAt(line, j);
    if (w === "with" && /^(?:and|,|then|later|separately)$/.test(wordAt(line, j - 1))) {
      const more = governedBy(line, j);
      if (!more) break;
      actors = [...actors, ...more.actors];
      at = more.at;
      j = at;
    } else if (!/^(?:and|,|then|later|separately|also)$/.test(w)) break;
  }
  return { ...found, actors, at };
}

/** "A's", "my", "his", "their" before the noun phrase that starts at `start`. */
export function possessor(line: Line, start: number): Found | null {
  for (let j = start; j < Math.min(start + 6, line.chunks.length); j++) {
    const w = wordAt(line, j);
    if (MEETING_NOUNS.has(w) || CALL_NOUNS.has(w)) break;
    if (w === "my" || w === "our") return firstPerson(line, j);
    if (w === "his" || w === "her") return pronoun(line, j, w === "his" ? "he" : "she");
    if (w === "their") return pronoun(line, j, "they");
  }
  const mark = line.chunks[start - 1];
  const owner = line.chunks[start - 2];
  if (
    mark?.kind === "word" &&
    /^['’]s?$/.test(mark.word) &&
    owner?.kind === "actors" &&
    wordAt(line, start - 3) !== "-"
  )
    return { actors: owner.actors, at: start - 2, doubts: [] };
  return null;
}

/** The subject of the verb that holds the talks: "A has held", "A had", "A led a delegation to continue". */
export function holder(line: Line, start: number, k: number): Found | null {
  const at = holdVerb(line, start);
  if (at === null) return null;
  const subject = subjectOf(line, at) ?? subjectAfter(line, k);
  return subject;
}

export function holdVerb(line: Line, start: number): number | null {
  for (let j = start - 1; j >= Math.max(0, start - 8); j--) {
    const w = wordAt(line, j);
    if (HOLD.has(w)) {
      let first = j;
      while (
        first > 0 &&
        (AUXILIARY.has(wordAt(line, first - 1)) || /^(?:to|for)$/.test(wordAt(line, first - 1)))
      )
        first--;
      return first;
    }
    if (
      !/^(?:in|into|up|off|out|a|the|day|days|hours?|minutes?|of|rounds?|series|on|his|her|their|its|one|two|three|four|to|for|further|more|than|nearly|almost|about|around|some|over|several|least|at|half|and|an|lengthy|no|any|-|[a-z]+-hour|\d+)$/.test(
        w,
      )
    )
      return null;
  }
  return null;
}

/** "a day before talks with B", "ahead of his meeting with B". */
export function aheadOf(line: Line, start: number): boolean {
  if (line.chunks.slice(start, start + 3).some((c) => c.word === "the")) return false;
  let j = start - 1;
  while (j >= 0 && /^(?:a|of|his|her|their)$/.test(wordAt(line, j))) j--;
  return /^(?:before|ahead)$/.test(wordAt(line, j));
}

/** "after a day of talks in P with B", "at a meeting with B": the subject of the clause around it. */
export function circumstance(line: Line, start: number, behind: number): Found | null {
  let j = start - 1;
  while (
    j >= 0 &&
    /^(?:a|the|of|day|days|hours|round|series|lengthy|his|her|their|two|three|several|\d+)$/.test(
      wordAt(line, j),
    )
  )
    j--;
  const w = wordAt(line, j);
  if (w === "where") return subjectOf(line, j);
  if (!/^(?:after|during|following|before|at|in|for|ahead|from|on|over|amid|of)$/.test(w)) return null;
  const remarks = remarksOwner(line, j);
  if (remarks) return remarks;
  if (w === "in" && j === 0) return subjectAfter(line, behind + 1);
  if (w === "of" || (w === "in" && wordAt(line, j - 1) !== ",")) {
    const s = subjectOf(line, j);
    return s && s.at < j ? s : null;
  }
  return subjectOf(line, j) ?? subjectAfter(line, behind + 1);
}

/** "X's opening remarks at a meeting with Y": who speaks there takes part. */
function remarksOwner(line: Line, at: number): Found | null {
  for (let j = at - 1; j >= Math.max(0, at - 9); j--) {
    const c = line.chunks[j]!;
    if (c.kind === "actors" && (c.possessive || wordAt(line, j - 1) === "by" || wordAt(line, j - 1) === "of"))
      return { actors: c.actors, at: j, doubts: [] };
    if (
      c.kind === "word" &&
      !/^(?:opening|closing|introductory|welcoming|remarks?|statements?|speech|comments?|address|and|answers?|to|questions?|'s|’s|media|the|joint|press|briefing|conference|following|concluding|a|an|reply|toast|summing|up)$/.test(
        c.word,
      )
    )
      return null;
  }
  return null;
}
