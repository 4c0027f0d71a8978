import type { Draft } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy, past } from "../sentence/objects.ts";
import { realis } from "../sentence/status.ts";
import { type Found, subjectAfter, subjectOf } from "../sentence/subject.ts";
import { draft, oneByOne, type Rule, repeated, together, twoSided } from "./rule.ts";

/** "A spoke with B", "A telephoned B", "A called B on Monday", "A wrote to B". */
export const calls: Rule = {
  name: "spoke",
  read: (line) => line.chunks.flatMap((c, k) => (c.kind === "word" ? at(line, k, c.word) : [])),
};

const SPEAK = /^(?:spoke|speaks|speak|spoken|speaking|talked|talking|chatted|talk)$/;
const PHONE = /^(?:phoned|telephoned|phones|telephones|phoning|rang)$/;

function at(line: Line, k: number, word: string): readonly Draft[] {
  if (SPEAK.test(word) && quietly(line, k)) return eachOther(line, k);
  const speaks = SPEAK.test(word);
  if (
    word === "call" &&
    wordAt(line, k + 1) === "on" &&
    /^(?:will|would|to|also|and|shall)$/.test(wordAt(line, k - 1))
  )
    return calledOn(line, k);
  if (
    word === "call" &&
    wordAt(line, k + 1) === "on" &&
    /^(?:paid|pays|pay|paying)$/.test(wordAt(line, holdStart(line, k)))
  )
    return calledOn(line, holdStart(line, k), k + 1);
  if (byPhone(line, k, word)) return told(line, k);
  const called = word === "called" || word === "calls";
  const wrote = /^(?:wrote|written|writes)$/.test(word);
  if (!speaks && !called && !wrote && !PHONE.test(word)) return [];
  if (quoted(line, line.chunks[k]!)) return [];
  if (called && wordAt(line, k + 1) === "on") return calledOn(line, k);
  const first = speaks || wrote ? behind(line, k, wrote) : directObject(line, k, called);
  const more =
    first && speaks ? repeated(line, first, wordAt(line, first.at - 1) === "to" ? "to" : "with") : null;
  const object = first && more ? { ...first, ...more } : first;
  if (!object?.actors.every((a) => a.kind === "person")) return [];
  const subject = subjectOf(line, k) ?? (word === "speaking" ? subjectAfter(line, object.at) : null);
  if (!subject?.actors.every((a) => a.kind === "person")) return [];
  const apart = more !== null && first !== null && more.actors.length > first.actors.length;
  const takers = together(subject.actors, object.actors, false)[0] ?? [];
  if (!twoSided(takers)) return [];
  const kind = wrote
    ? "letter"
    : speaks && /^in$/.test(wordAt(line, k + 1)) && /^person$/.test(wordAt(line, k + 2))
      ? "talks"
      : "call";
  const phone =
    line.chunks.slice(k, k + 24).some((c) => /^(?:phone|telephone|call|video|phones?)$/.test(c.word)) ||
    PHONE.test(word) ||
    wrote;
  const sides = new Set(takers.map((t) => t.actor.country));
  const inTalks = /^talk(?:ed|ing)$/.test(word) && wordAt(line, object.at - 1) === "with";
  if (!phone && (sides.size < 2 || inTalks)) return [];
  const countries = new Set(object.actors.map((a) => a.country));
  const joint = line.chunks.some((c) =>
    /^(?:joint|conference|three-way|trilateral|jointly|together)$/.test(c.word),
  );
  const inTurn = kind === "call" && countries.size > 1 && !joint && subject.actors.length === 1;
  return together(
    subject.actors,
    object.actors,
    apart || inTurn || oneByOne(line, k, object.at, subject.actors, object.actors),
  )
    .filter(twoSided)
    .map((each) =>
      draft(
        line,
        k,
        kind,
        each,
        realis(line, k, subject.at < k ? subject.at + 1 : k - 1, false),
        phone ? "spoke by phone" : "spoke with",
        { doubts: [...subject.doubts, ...object.doubts] },
      ),
    );
}

/** "A and B spoke by phone", "A and B have not spoken since Monday": no object behind the verb. */
const quietly = (line: Line, k: number): boolean =>
  !line.chunks
    .slice(k + 1, k + 7)
    .some((c) => c.kind === "actors" || /^(?:to|with|at|out|against|publicly)$/.test(c.word)) &&
  /^(?:by|on|over|via|since|for|twice|several|three|again|yesterday|today|late|early|privately|briefly|directly|\.|,|[a-z]+day)$/.test(
    wordAt(line, k + 1),
  );

function eachOther(line: Line, k: number): readonly Draft[] {
  const subject = subjectOf(line, k);
  const sides = new Set(subject?.actors.map((a) => a.country));
  if (!subject?.actors.every((a) => a.kind === "person") || subject.actors.length < 2) return [];
  const phone = line.chunks
    .slice(k, k + 12)
    .some((c) => /^(?:phone|telephone|call|video|phones?)$/.test(c.word));
  const how = realis(line, k, subject.at + 1, false);
  if (
    how.status === "happened" &&
    !phone &&
    (sides.size < 2 || !/^(?:talked|spoke|spoken)$/.test(wordAt(line, k)))
  )
    return [];
  if (how.status !== "happened" && !phone && how.status !== "denied") return [];
  const takers = together(subject.actors, [], false)[0] ?? [];
  return twoSided(takers)
    ? [
        draft(
          line,
          k,
          phone ? "call" : "talks",
          takers,
          how,
          phone ? "spoke by phone" : "spoke with each other",
          { doubts: subject.doubts },
        ),
      ]
    : [];
}

/** "paid a courtesy call": where the verb stands. */
const holdStart = (line: Line, k: number): number => {
  let j = k - 1;
  while (
    j > 0 &&
    /^(?:a|an|the|courtesy|farewell|introductory|brief|separate|first|formal)$/.test(wordAt(line, j))
  )
    j--;
  return j;
};

/** "A briefed B on it by telephone": any word of telling, with the telephone named. */
const byPhone = (line: Line, k: number, word: string): boolean =>
  /^(?:briefed|informed|congratulated|thanked|assured|consulted|contacted|told|urged|updated)$/.test(word) &&
  line.chunks
    .slice(k, k + 24)
    .some(
      (c, n, all) =>
        /^(?:phone|telephone)$/.test(c.word) && /^(?:by|a|over|the|on)$/.test(all[n - 1]?.word ?? ""),
    );

function told(line: Line, k: number): readonly Draft[] {
  const c = line.chunks[k + 1];
  const subject = subjectOf(line, k);
  if (c?.kind !== "actors" || c.possessive || !subject) return [];
  const people = [...subject.actors, ...c.actors];
  const sides = new Set(people.map((a) => a.country));
  if (!people.every((a) => a.kind === "person") || sides.size < 2) return [];
  return together(subject.actors, c.actors, c.actors.length > 1)
    .filter(twoSided)
    .map((takers) =>
      draft(line, k, "call", takers, realis(line, k, subject.at + 1, false), "told by phone", {
        doubts: subject.doubts,
      }),
    );
}

/** "A called on B at the palace": a visit of courtesy; "called on B to …" is a demand. */
function calledOn(line: Line, k: number, on = k + 1): readonly Draft[] {
  const object = governedBy(line, on);
  if (
    !object?.actors.every((a) => a.kind === "person") ||
    !(
      /^(?:at|in|on|today|yesterday|\.|,|here|this|separately|earlier|later|and|also|[a-z]+day)$/.test(
        wordAt(line, object.at + 1),
      ) ||
      line.chunks[object.at + 1] === undefined ||
      line.chunks[object.at + 1]?.kind === "place"
    )
  )
    return [];
  const subject = subjectOf(line, k);
  if (!subject?.actors.every((a) => a.kind === "person")) return [];
  return together(subject.actors, object.actors, object.actors.length > 1)
    .filter(twoSided)
    .map((takers) =>
      draft(line, on - 1, "meeting", takers, realis(line, k, subject.at + 1, false), "called on", {
        doubts: subject.doubts,
      }),
    );
}

/** "spoke (today, by phone) with B" or "to B". */
function behind(line: Line, k: number, wrote: boolean): Found | null {
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 12); j++) {
    const w = wordAt(line, j);
    if (w === "with" || w === "to") return wrote && w === "with" ? null : governedBy(line, j);
    if (/^(?:about|of|at|out|for|against|[.;:]|who|that|after|before|and|but)$/.test(w) && w !== "at")
      return null;
    if (line.chunks[j]?.kind === "actors") return null;
  }
  return null;
}

/** "called B on Monday" and "phoned B"; "called on B to" and "called B a thief" are something else. */
function directObject(line: Line, k: number, called: boolean): Found | null {
  const n = past(line, k + 1, 1);
  const c = line.chunks[n];
  if (c?.kind !== "actors" || c.possessive) return null;
  if (!called) return { actors: c.actors, at: n, doubts: [] };
  const next = wordAt(line, n + 1);
  const spoken = /^(?:informed|told|briefed|thanked|congratulated|assured|asked|urged|expressed|offered)$/;
  if (next === "and" && spoken.test(wordAt(line, n + 2))) return { actors: c.actors, at: n, doubts: [] };
  return /^(?:on|today|yesterday|by|to|from|late|last|earlier|,|\.|after|before)$/.test(next)
    ? { actors: c.actors, at: n, doubts: next === "," || next === "." ? ["a call that may be a name"] : [] }
    : null;
}
