import type { Draft } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { realis } from "../sentence/status.ts";
import { type Found, subjectOf } from "../sentence/subject.ts";
import { FINITE, MEETING_NOUNS } from "../sentence/words.ts";
import { draft, type Rule, repeated, separately, together, twoSided } from "./rule.ts";

/** "A led a delegation to talks with B"; "discussed X with B"; "news conference alongside B". */
export const delegations: Rule = {
  name: "led a delegation",
  read: (line) =>
    line.chunks.flatMap((c, k) =>
      c.kind === "word"
        ? [
            ...led(line, k, c.word),
            ...discussed(line, k, c.word),
            ...besideAt(line, k, c.word),
            ...standing(line, k, c.word),
            ...spent(line, k, c.word),
            ...chaired(line, k, c.word),
          ]
        : [],
    ),
};

function led(line: Line, k: number, word: string): readonly Draft[] {
  if (!/^(?:led|leads|leading|lead|headed)$/.test(word) || quoted(line, line.chunks[k]!)) return [];
  const near = line.chunks
    .slice(k + 1, k + 8)
    .map((c) => (c.kind === "word" ? c.word : c.text.toLowerCase()))
    .join(" ");
  if (!/\b(?:delegation|team|mission)\b/.test(near)) return [];
  const subject = subjectOf(line, k);
  if (!subject?.actors.every((a) => a.kind === "person")) return [];
  let talking = -1;
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 45); j++) {
    const w = wordAt(line, j);
    if (MEETING_NOUNS.has(w) || /^(?:meet|discuss|negotiate)$/.test(w)) talking = j;
    if (w === "with" && talking >= 0 && j - talking < 10) {
      const object = governedBy(line, j);
      const takers = object ? (together(subject.actors, object.actors, false)[0] ?? []) : [];
      return object && twoSided(takers)
        ? [
            draft(
              line,
              talking,
              "talks",
              takers,
              realis(line, k, subject.at + 1, false),
              "led a delegation to talks with",
              { doubts: object.doubts },
            ),
          ]
        : [];
    }
  }
  return [];
}

/** "A discussed the war with B": an exchange of two officials, in person unless a call is named. */
function discussed(line: Line, k: number, word: string): readonly Draft[] {
  if (!/^(?:discussed|discuss|discussing|discusses)$/.test(word) || quoted(line, line.chunks[k]!)) return [];
  const subject = subjectOf(line, k);
  if (!subject?.actors.every((a) => a.kind === "person")) return [];
  const object = withWhom(line, k);
  if (object && !object.actors.every((a) => a.kind === "person")) return [];
  const takers = together(subject.actors, object?.actors ?? [], false)[0] ?? [];
  const apart = new Set(takers.map((t) => t.actor.country)).size > 1 && !separately(line, subject.at, k + 12);
  if (!twoSided(takers) || (!object && !apart)) return [];
  const call = line.chunks.some((c) => /^(?:phone|telephone|call|phoned)$/.test(c.word));
  const told = line.chunks
    .slice(Math.max(0, subject.at - 4), k)
    .some((c) => /^(?:will|would|to|met|meeting|spoke|talks|held)$/.test(c.word));
  if (!object && told) return [];
  const doubts = object ? [...object.doubts, ...subject.doubts] : ["discussed, in person or not"];
  const how = realis(line, k, subject.at + 1, false);
  return [draft(line, k, call ? "call" : "talks", takers, how, "discussed with", { doubts })];
}

/** "discussed the war with B": in the same clause. */
function withWhom(line: Line, k: number): Found | null {
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 16); j++) {
    const w = wordAt(line, j);
    const topic = w === "and" || w === "in";
    const goesOn =
      w === "in"
        ? line.chunks[j + 1]?.kind !== "word" || wordAt(line, j + 1) === "the"
        : !FINITE.test(wordAt(line, j + 1)) && line.chunks[j + 1]?.kind === "word";
    if (topic && goesOn) continue;
    if (/^(?:[;:.,]|who|that|which|and|in|at|during|after)$/.test(w)) return null;
    if (w === "with") {
      const first = governedBy(line, j);
      return first ? { ...first, ...repeated(line, first, "with") } : null;
    }
  }
  return null;
}

/** "A, speaking in P alongside B, said": both stood there. */
function standing(line: Line, k: number, word: string): readonly Draft[] {
  if (!/^(?:alongside|beside)$/.test(word) || quoted(line, line.chunks[k]!)) return [];
  const verb = line.chunks
    .slice(Math.max(0, k - 5), k)
    .findLastIndex((c) => /^(?:speaking|spoke|standing|appearing|stood|appeared)$/.test(c.word));
  const object = verb < 0 ? null : governedBy(line, k);
  const at = Math.max(0, k - 5) + verb;
  const subject = object ? (subjectOf(line, at) ?? mainSubject(line, object.at + 1)) : null;
  const people = [...(subject?.actors ?? []), ...(object?.actors ?? [])];
  const sides = new Set(people.map((a) => a.country));
  const takers = together(people, [], false)[0] ?? [];
  if (!object || !subject || sides.size < 2 || !people.every((a) => a.kind === "person") || !twoSided(takers))
    return [];
  return [
    draft(line, at, "meeting", takers, realis(line, at, at, false), "spoke beside", {
      doubts: ["beside each other, meeting or not", ...subject.doubts],
    }),
  ];
}

/** "A spent three hours with B". */
function spent(line: Line, k: number, word: string): readonly Draft[] {
  if (word !== "spent" || quoted(line, line.chunks[k]!)) return [];
  const hours = line.chunks.slice(k + 1, k + 11).findIndex((c) => /^(?:hours?|minutes?)$/.test(c.word));
  const object =
    hours >= 0 && wordAt(line, k + 2 + hours) === "with" ? governedBy(line, k + 2 + hours) : null;
  const subject = object ? subjectOf(line, k) : null;
  const people = [...(subject?.actors ?? []), ...(object?.actors ?? [])];
  const takers = together(people, [], false)[0] ?? [];
  return object && subject && people.every((a) => a.kind === "person") && twoSided(takers)
    ? [
        draft(line, k, "talks", takers, realis(line, k, subject.at + 1, false), "spent hours with", {
          doubts: subject.doubts,
        }),
      ]
    : [];
}

/** "A and B co-chaired the commission", "A co-chaired talks with B". */
function chaired(line: Line, k: number, word: string): readonly Draft[] {
  const verb =
    /^(?:co-)?(?:chair|chairs|chaired|chairing|host|hosts|hosted)$/.test(word) &&
    wordAt(line, k - 1) === "-" &&
    wordAt(line, k - 2) === "co";
  if (!verb || quoted(line, line.chunks[k]!)) return [];
  const subject = subjectOf(line, k - 2);
  const behind = line.chunks.findIndex((c, j) => j > k && j < k + 16 && c.word === "with");
  const stop = line.chunks.findIndex((c, j) => j > k && /^(?:[,;.]|and|that|which|who)$/.test(c.word));
  const object = behind > 0 && (stop < 0 || behind < stop) ? governedBy(line, behind) : null;
  const people = [...(subject?.actors ?? []), ...(object?.actors ?? [])];
  const sides = new Set(people.map((a) => a.country));
  const takers = people.map((actor) => ({ actor, part: "co-chair" as const }));
  if (!subject || sides.size < 2 || !people.every((a) => a.kind === "person") || !twoSided(takers)) return [];
  return [
    draft(
      line,
      k,
      "meeting",
      takers,
      realis(line, k - 2, subject.at < k ? subject.at + 1 : k - 2, false),
      "co-chaired",
      { doubts: subject.doubts },
    ),
  ];
}

/** "at a joint news conference with B, A said": they met. */
function besideAt(line: Line, k: number, word: string): readonly Draft[] {
  if (word !== "conference" || !/^(?:news|press)$/.test(wordAt(line, k - 1)) || quoted(line, line.chunks[k]!))
    return [];
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 8); j++) {
    const w = wordAt(line, j);
    if (!/^(?:with|alongside|beside)$/.test(w)) continue;
    const object = governedBy(line, j);
    const subject = subjectOf(line, k) ?? mainSubject(line, (object?.at ?? j) + 1);
    if (!object || !subject) return [];
    const people = [...object.actors, ...subject.actors].filter((a) => a.kind === "person");
    const takers = together(people, [], false)[0] ?? [];
    return twoSided(takers)
      ? [
          draft(
            line,
            k,
            "meeting",
            takers,
            realis(line, k, Math.max(0, k - 4), true),
            "joint news conference",
            { doubts: [...object.doubts, ...subject.doubts] },
          ),
        ]
      : [];
  }
  return [];
}

function mainSubject(line: Line, from: number) {
  for (let j = from; j < line.chunks.length; j++) {
    const c = line.chunks[j]!;
    if (c.kind === "actors" && !c.possessive && wordAt(line, j - 1) === ",")
      return { actors: c.actors, at: j, doubts: [] };
  }
  return null;
}
