import type { Draft } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { realis } from "../sentence/status.ts";
import { subjectOf } from "../sentence/subject.ts";
import { MEETING_NOUNS } from "../sentence/words.ts";
import { draft, type Rule, together, twoSided } from "./rule.ts";

/** "A led a delegation to talks with B"; "discussed X with B"; "news conference alongside B". */
export const delegations: Rule = {
  name: "led a delegation",
  read: (line) =>
    line.chunks.flatMap((c, k) =>
      c.kind === "word"
        ? [...led(line, k, c.word), ...discussed(line, k, c.word), ...besideAt(line, k, c.word)]
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
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 16); j++) {
    const w = wordAt(line, j);
    if (/^(?:[;:.,]|who|that|which|and|in|at|during|after)$/.test(w)) return [];
    if (w !== "with") continue;
    const object = governedBy(line, j);
    if (!object?.actors.every((a) => a.kind === "person")) return [];
    const takers = together(subject.actors, object.actors, false)[0] ?? [];
    const call = line.chunks.some((c) => /^(?:phone|telephone|call|phoned)$/.test(c.word));
    return twoSided(takers)
      ? [
          draft(
            line,
            k,
            call ? "call" : "talks",
            takers,
            realis(line, k, subject.at + 1, false),
            "discussed with",
            { doubts: [...object.doubts, ...subject.doubts] },
          ),
        ]
      : [];
  }
  return [];
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
