import type { Draft, Taker } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { firstPerson, pronoun } from "../sentence/pronouns.ts";
import { governedFate, type Realis, realis } from "../sentence/status.ts";
import { type Found, subjectAfter, subjectOf } from "../sentence/subject.ts";
import { VISIT_NOUNS } from "../sentence/words.ts";
import { type Goal, goalAt, towards } from "./goals.ts";
import { phraseStart } from "./noun.ts";
import { draft, type Rule } from "./rule.ts";

/** "A visited P", "A arrived in P", "A will travel to P", "A's trip to P", "a visit by A to P". */
export const visits: Rule = {
  name: "visited",
  read: (line) =>
    line.chunks.flatMap((c, k) =>
      c.kind === "word"
        ? [...verb(line, k, c.word), ...noun(line, k, c.word), ...dueIn(line, k, c.word)]
        : [],
    ),
};

const VISIT = /^(?:visited|visit|visits|visiting|toured|tours)$/;
const TRAVEL =
  /^(?:travel|travels|traveled|travelled|traveling|travelling|fly|flies|flew|flying|arrived|arrives|arrive|arriving|headed|heads|heading|landed|lands|went|goes|go|came|comes|come|returned|departed|left|leaves)$/;

/** Forms that are nouns as well, or bare infinitives: a verb only behind an auxiliary, "to", or its subject. */
const BASE = /^(?:visit|visits|travel|travels|tour|tours|fly|go|come|arrive|head|heads|left|land|lands)$/;
const finite = (line: Line, k: number): boolean =>
  /^(?:to|will|would|may|might|can|could|should|must|shall|not|also|then|and|did|do|does|again|soon|later|personally|who|never|won't|before|,)$/.test(
    wordAt(line, k - 1),
  ) ||
  (line.chunks[k - 1]?.kind === "actors" && line.chunks[k - 1]?.possessive === false);

function verb(line: Line, k: number, word: string): readonly Draft[] {
  const visiting = VISIT.test(word);
  if (!visiting && !TRAVEL.test(word)) return [];
  if (quoted(line, line.chunks[k]!) && !line.speaker) return [];
  if (BASE.test(word) && !finite(line, k)) return [];
  if (
    /ing$/.test(word) &&
    !visiting &&
    !/^(?:is|are|was|were|be|been|after|before|while|by|on|upon|of|soon|when|,)$/.test(wordAt(line, k - 1)) &&
    k > 0
  )
    return [];
  if (
    visiting &&
    (isNoun(line, k) ||
      (word === "visiting" &&
        !/^(?:is|was|were|are|be|been|after|while|by|of|in|before)$/.test(wordAt(line, k - 1))))
  )
    return [];
  const goal = visiting ? goalAt(line, k + 1) : towards(line, k, word);
  if (!goal) return [];
  const subject =
    forSubject(line, k) ?? subjectOf(line, k) ?? (/ing$/.test(word) ? subjectAfter(line, goal.at + 1) : null);
  return subject ? make(line, k, subject, goal, false) : [];
}

/** "plans for A to visit P": the person stands between "for" and "to". */
function forSubject(line: Line, k: number): Found | null {
  const c = line.chunks[k - 2];
  return wordAt(line, k - 1) === "to" && c?.kind === "actors" && wordAt(line, k - 3) === "for"
    ? { actors: c.actors, at: k - 2, doubts: [] }
    : null;
}

function noun(line: Line, k: number, word: string): readonly Draft[] {
  if (!VISIT_NOUNS.has(word) || (quoted(line, line.chunks[k]!) && !line.speaker)) return [];
  if (/^(?:visit|visits|travel|travels|tour|tours)$/.test(word) && !isNoun(line, k)) return [];
  let goal: Goal | null = null;
  let by: Found | null = null;
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 8) && !(goal && by); j++) {
    const w = wordAt(line, j);
    if (w === "to" || (w === "in" && !goal)) goal ??= goalAt(line, j + 1);
    else if (w === "by" || w === "of") by ??= governedBy(line, j);
    else if (/^(?:[,.;:]|and|but|who|which|that|for|after|with|invitation|request)$/.test(w)) break;
  }
  if (!goal) return [];
  const visitor = by ?? owner(line, k) ?? during(line, k, goal.at);
  return visitor ? make(line, k, visitor, goal, true) : [];
}

const isNoun = (line: Line, k: number): boolean =>
  /^(?:a|an|the|his|her|their|my|our|its|'s|’s|’|'|on|first|recent|scheduled|official|state|working|planned|upcoming|surprise|day|last|brief|historic|rare|unannounced|this|that|during|second|two|three|four|five|next|return|latest|possible|previous|private|high-level|recent|for|of|later|earlier|potential|expected|foreign|overseas|forthcoming|weekend|rare|short|two-day)$/.test(
    wordAt(line, k - 1),
  ) ||
  (line.chunks[k - 1]?.kind === "actors" && line.chunks[k - 1]?.possessive === true);

function owner(line: Line, k: number): Found | null {
  const start = phraseStart(line, k);
  for (let j = k - 1; j >= Math.max(0, Math.min(start, k - 6)); j--) {
    const w = wordAt(line, j);
    if (w === "my") return firstPerson(line, j);
    if (w === "his" || w === "her") return pronoun(line, j, w === "his" ? "he" : "she");
    if (/^['’]s?$/.test(w)) {
      const c = line.chunks[j - 1];
      return c?.kind === "actors" ? { actors: c.actors, at: j - 1, doubts: [] } : null;
    }
    if (line.chunks[j]?.kind === "actors") return null;
    if (
      !/^(?:recent|first|second|third|scheduled|official|state|working|planned|upcoming|surprise|day|brief|historic|rare|unannounced|two|three|four|five|one|-|last|next|forthcoming|weekend|latest|two-day|possible|potential|private|return|foreign|overseas|[a-z]+day)$/.test(
        w,
      ) &&
      !/^\d/.test(w)
    )
      return null;
  }
  return null;
}

/** "during a visit to P, A said", "A is on a visit to P". */
function during(line: Line, k: number, behind: number): Found | null {
  let j = k - 1;
  while (
    j > 0 &&
    /^(?:a|an|the|official|working|state|one|two|three|four|five|day|-|brief|surprise|first|rare|historic|planned|scheduled|his|her|short|upcoming|long|awaited|\d+)$/.test(
      wordAt(line, j),
    )
  )
    j--;
  const w = wordAt(line, j);
  if (
    /^(?:paid|pays|pay|paying|made|makes|making|make|began|begins|started|concluded|ended|completed|canceled|cancelled|cancels|postponed|postpones|scrapped|delayed|announced|planned|plans|planning|cut|shortened|wrapped|kicked|undertook|undertaking|undertake|undertakes|embarked|embarks|embark|starts|start|concludes|abandoned|off|up)$/.test(
      w,
    )
  )
    return subjectOf(line, j) ?? subjectAfter(line, behind);
  return /^(?:during|on|for|after|following|before)$/.test(w)
    ? (subjectOf(line, j) ?? subjectAfter(line, behind))
    : null;
}

/** First chunk of "X's official visit", "his visit", "a visit". */
function ownerStart(line: Line, k: number): number {
  const start = phraseStart(line, k);
  const owned = /^['’]s?$/.test(wordAt(line, start - 1)) && line.chunks[start - 2]?.kind === "actors";
  return owned ? start - 2 : start;
}

/** "A is due in P on Thursday", "A is expected in P". */
function dueIn(line: Line, k: number, word: string): readonly Draft[] {
  if (
    !/^(?:due|expected|awaited)$/.test(word) ||
    !/^(?:in|at)$/.test(wordAt(line, k + 1)) ||
    quoted(line, line.chunks[k]!)
  )
    return [];
  if (!/^(?:is|are|was|were|be|also|now)$/.test(wordAt(line, k - 1))) return [];
  const goal = goalAt(line, k + 2);
  const subject = goal ? subjectOf(line, k) : null;
  const over = /^(?:had|been)$/.test(wordAt(line, k - 2)) || /^(?:was|were)$/.test(wordAt(line, k - 1));
  return goal && subject && !over ? make(line, k, subject, goal, false, PLANNED) : [];
}

/** "became the first … to visit P": nobody's plan; the journey is told beside it. */
const FIRST_TO = /\b(?:first|second|third|last|only)\b[^,;:]{0,80}\bto $/;

const PLANNED: Realis = { status: "planned", tense: "future", rule: "status: due" };

/** "flies to P on Wednesday": the present tense of a journey with a day is a timetable. */
const timetable = (line: Line, k: number): boolean =>
  !line.heading &&
  /^(?:flies|travels|heads|leaves|departs|goes|arrives|visits)$/.test(wordAt(line, k)) &&
  line.chunks
    .slice(k + 1, k + 14)
    .some(
      (c) =>
        /^(?:[a-z]+day|tomorrow|next|later)$/.test(c.word) && c.word !== "yesterday" && c.word !== "today",
    );

function make(
  line: Line,
  k: number,
  visitor: Found,
  goal: Goal,
  nominal: boolean,
  given: Realis | null = null,
): readonly Draft[] {
  const actors = visitor.actors.filter(
    (a) =>
      (a.kind === "person" && a.resolution !== "unnamed") ||
      (a.kind === "group" && /delegation|team|ministers|leaders|officials|envoys/i.test(a.name)),
  );
  if (actors.length === 0) return [];
  const at = visitor.at < k ? visitor.at + 1 : Math.max(0, k - 6);
  const fate = nominal ? governedFate(line, ownerStart(line, k)) : null;
  if (!nominal && !given && FIRST_TO.test(line.scan.text.slice(line.sentence.span[0], line.chunks[k]!.start)))
    return [];
  const how = given ?? fate ?? (timetable(line, k) ? PLANNED : realis(line, k, at, nominal));
  if (how.rule === "status: denied" && !nominal && !/^(?:denied|denies)$/.test(wordAt(line, at))) return [];
  const abroad = goal.hosts.filter((h) => actors.every((a) => a.country !== h.country));
  if (actors.some((a) => a.country !== null && goal.places.every((p) => p.country === a.country))) return [];
  const takers: Taker[] = [
    ...actors.map((a) => ({ actor: a, part: "visitor" as const })),
    ...abroad.map((a) => ({ actor: a, part: "host" as const })),
  ];
  return [
    draft(line, k, "visit", takers, how, nominal ? "A's visit to P" : "visited", {
      places: goal.places,
      doubts: [...visitor.doubts, ...(goal.doubts ?? [])],
    }),
  ];
}
