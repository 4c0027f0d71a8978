import type { Flag, Kind, Part } from "../../../model/kinds.ts";
import type { Actor } from "../../names/actors.ts";
import type { Draft, Taker } from "../draft.ts";
import { type Line, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import type { Realis } from "../sentence/status.ts";
import type { Found } from "../sentence/subject.ts";
import { SECRET } from "../sentence/words.ts";

/** A family of rules: reads the events of its kind in one sentence. Its name stands on each event that it reads. */
export type Rule = { readonly name: string; readonly read: (line: Line) => readonly Draft[] };

/** A draft of the event whose trigger is chunk `at`. */
export function draft(
  line: Line,
  at: number,
  kind: Kind,
  takers: readonly Taker[],
  how: Realis,
  rule: string,
  extra: Partial<Draft> = {},
): Draft {
  const flags = new Set<Flag>(extra.flags ?? []);
  for (let k = Math.max(0, at - 7); k < Math.min(line.chunks.length, at + 3); k++)
    if (SECRET.test(wordAt(line, k))) flags.add("secret");
  const doubt = supposed(line, at) ? ["a condition or a doubt, unclear whether it was"] : [];
  if (times(line, at)) flags.add("series");
  return {
    kind,
    status: how.status,
    tense: how.tense,
    line,
    at,
    ...extra,
    doubts: [...(extra.doubts ?? []), ...doubt],
    takers: once(takers),
    flags: [...flags],
    rules: [rule, ...(how.rule ? [how.rule] : []), ...(extra.rules ?? [])],
  };
}

/** "if X meets Y", "whether X would meet Y", "a meeting is unlikely": not told as a fact or a plan. */
function supposed(line: Line, at: number): boolean {
  if (
    !line.heading &&
    /\?["”’]?$/.test(line.scan.text.slice(line.sentence.span[1] - 2, line.sentence.span[1]))
  )
    return true;
  for (let k = at - 1; k >= Math.max(0, at - 12); k--) {
    const w = wordAt(line, k);
    if (/^(?:if|whether|unless)$/.test(w)) return true;
    if (/^(?:[,;:.]|that|said|and|but)$/.test(w)) break;
  }
  return line.chunks
    .slice(at, at + 14)
    .some(
      (c, n, all) =>
        /^(?:unlikely|unclear|impossible|premature|hypothetical)$/.test(c.word) &&
        !all.slice(0, n).some((x) => /^[,;.]$/.test(x.word)),
    );
}

/** "met him 18 times", "has visited it five times". */
const times = (line: Line, at: number): boolean =>
  line.chunks
    .slice(at + 1, at + 9)
    .some((c, n, all) => c.word === "times" && !/^(?:the|new|york|financial)$/.test(all[n - 1]?.word ?? ""));

/** One event with all, or one for each pair where the text says "separately". */
export function together(
  subject: readonly Actor[],
  object: readonly Actor[],
  separate: boolean,
  parts: readonly [Part, Part] = ["attendee", "attendee"],
): readonly (readonly Taker[])[] {
  if (!separate)
    return [
      [
        ...subject.map((a) => ({ actor: a, part: parts[0] })),
        ...object.map((a) => ({ actor: a, part: parts[1] })),
      ],
    ];
  return subject.flatMap((a) =>
    object.map((b) => [
      { actor: a, part: parts[0] },
      { actor: b, part: parts[1] },
    ]),
  );
}

/** "separately", "in turn", "each": what the words between chunks `from` and `to` say. */
export function separately(line: Line, from: number, to: number): boolean {
  for (let k = Math.max(0, from); k < Math.min(to, line.chunks.length); k++) {
    const w = wordAt(line, k);
    if (/^(?:separately|separate|individually|respectively|one-on-one)$/.test(w)) return true;
    if (w === "in" && wordAt(line, k + 1) === "turn") return true;
    if (w === "each" && wordAt(line, k + 1) !== "other") return true;
  }
  return false;
}

/**
 * One who meets several of other countries beside a summit, or three and more of three countries, meets each alone:
 * unless the text says that they sat together.
 */
export function oneByOne(
  line: Line,
  from: number,
  to: number,
  subject: readonly Actor[],
  object: readonly Actor[],
): boolean {
  if (subject.length !== 1 || object.length < 2 || !object.every((a) => a.kind === "person")) return false;
  const spans = new Set(object.map((a) => a.span[0]));
  const sides = new Set(object.map((a) => a.country));
  const words = line.chunks.map((c) => c.word);
  if (spans.size < 2 || words.some((w) => TOGETHER.test(w))) return false;
  if (
    words.slice(Math.max(0, from), to).includes("bilateral") ||
    words.slice(Math.max(0, from), to).includes("bilaterals")
  )
    return true;
  const beside = words.some((w) => /^(?:sidelines|margins|fringes|margin|sideline)$/.test(w));
  return (beside && sides.size > 1) || sides.size > 2;
}

const TOGETHER =
  /^(?:trilateral|tripartite|quadrilateral|four-way|three-way|four|jointly|together|joint|multilateral|collectively)$/;

/** "with A, with B and with C", "to A and to B": each has his own. */
export function repeated(
  line: Line,
  found: Found,
  preposition: string,
): { actors: readonly Actor[]; at: number } {
  let { actors, at } = found;
  for (let j = at + 1; j < Math.min(line.chunks.length, at + 5); j++) {
    const w = wordAt(line, j);
    if (w === preposition && /^(?:and|,|then|later|separately)$/.test(wordAt(line, j - 1))) {
      const more = governedBy(line, j);
      if (!more?.actors.every((a) => a.kind === "person")) break;
      actors = [...actors, ...more.actors];
      at = more.at;
      j = at;
    } else if (!/^(?:and|,|then|later|separately|also)$/.test(w)) break;
  }
  return { actors, at };
}

const once = (takers: readonly Taker[]): Taker[] =>
  takers.filter((t, k) => takers.findIndex((x) => x.actor.id === t.actor.id) === k);

/** Two sides that are not the same one: what any event between people needs. */
export const twoSided = (takers: readonly Taker[]): boolean =>
  new Set(takers.map((t) => t.actor.id)).size > 1;
