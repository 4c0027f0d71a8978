import type { Actor } from "../../names/actors.ts";
import type { Draft } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { realis } from "../sentence/status.ts";
import type { Found } from "../sentence/subject.ts";
import { AUXILIARY, MEETING_NOUNS } from "../sentence/words.ts";
import { draft, type Rule } from "./rule.ts";

/** "The two leaders met …", "They will meet again in …": those of the event told last; discourse fills them in. */
export const reunions: Rule = { name: "they met", read };

const THEM =
  /^(?:leaders|ministers|presidents|men|sides|officials|pair|diplomats|statesmen|women|chancellors|premiers|negotiators|delegations|parties)$/;

function read(line: Line): readonly Draft[] {
  for (let k = 0; k < line.chunks.length; k++) {
    const w = wordAt(line, k);
    const they = w === "they" && (k === 0 || /^(?:,|and|when|said)$/.test(wordAt(line, k - 1)));
    const noun =
      THEM.test(w) && /^(?:the|both|two|three|four|foreign|defence|defense)$/.test(wordAt(line, k - 1));
    const two =
      /^(?:two|pair|duo)$/.test(w) && wordAt(line, k - 1) === "the" && line.chunks[k + 1]?.kind === "word";
    if ((!they && !noun && !two) || quoted(line, line.chunks[k]!)) continue;
    const verb = verbBehind(line, k + 1);
    if (verb === null) {
      const others = noun || they ? meetingWith(line, k + 1) : null;
      if (!others) continue;
      const takers = others.found.actors.map((actor) => ({ actor, part: "attendee" as const }));
      const how = realis(line, others.at, k + 1, false);
      return [
        draft(line, others.at, "meeting", takers, how, "they met", {
          doubts: ["people named by an earlier sentence"],
        }),
      ];
    }
    const how = realis(line, verb, k + 1, false);
    const here = two ? pairBefore(line, k) : [];
    if (here.length === 2) {
      const takers = here.map((actor) => ({ actor, part: "attendee" as const }));
      return [draft(line, verb, "meeting", takers, how, "the two met")];
    }
    return [
      draft(line, verb, "meeting", [], how, "they met", { doubts: ["people named by an earlier sentence"] }),
    ];
  }
  return [];
}

/** "X urged Y to sign when the two met": the two people of the sentence. */
function pairBefore(line: Line, k: number): readonly Actor[] {
  const people = line.chunks
    .slice(0, k)
    .flatMap((c) => (quoted(line, c) ? [] : c.actors.filter((a) => a.kind === "person")));
  const once = people.filter((a, n) => people.findIndex((b) => b.id === a.id) === n);
  return once.length === 2 ? once : [];
}

/** "the ministers will meet (with) X": the verb and those they meet. */
function meetingWith(line: Line, from: number): { at: number; found: Found } | null {
  for (let j = from; j < Math.min(line.chunks.length, from + 5); j++) {
    const w = wordAt(line, j);
    if (/^(?:met|meet)$/.test(w)) {
      const next = line.chunks[j + 1];
      if (next?.kind === "actors" && !next.possessive)
        return { at: j, found: { actors: next.actors, at: j + 1, doubts: [] } };
      const found = wordAt(line, j + 1) === "with" ? governedBy(line, j + 1) : null;
      return found ? { at: j, found } : null;
    }
    if (!AUXILIARY.has(w)) return null;
  }
  return null;
}

function verbBehind(line: Line, from: number): number | null {
  for (let j = from; j < Math.min(line.chunks.length, from + 6); j++) {
    const w = wordAt(line, j);
    if (/^(?:met|meet)$/.test(w))
      return line.chunks[j + 1]?.kind === "actors" || wordAt(line, j + 1) === "with" ? null : j;
    if (/^(?:held|hold|holding)$/.test(w)) {
      const noun = line.chunks.slice(j + 1, j + 6).findIndex((c) => MEETING_NOUNS.has(c.word));
      const with_ = line.chunks.slice(j + 1, j + 12).some((c) => c.word === "with");
      return noun >= 0 && !with_ ? j + 1 + noun : null;
    }
    if (!AUXILIARY.has(w)) return null;
  }
  return null;
}
