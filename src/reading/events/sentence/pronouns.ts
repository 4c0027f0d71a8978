import type { Actor } from "../../names/actors.ts";
import type { Chunk } from "./chunks.ts";
import { type Line, quoted, wordAt } from "./line.ts";
import { type Found, governed, objectOfVerb } from "./subject.ts";

export function firstPerson(line: Line, at: number): Found | null {
  if (!line.speaker) return null;
  if (line.speaker.questioner) return null;
  const c = line.chunks[at] as Chunk;
  const self = {
    ...line.speaker.actor,
    as: c.text,
    span: [c.start, c.end] as const,
    resolution: "pronoun" as const,
  };
  return { actors: [self], at, doubts: [] };
}

/** Who "he", "she" or "they" is: the nearest fitting subject before it, in this sentence or the one before. */
export function pronoun(line: Line, at: number, word: string): Found | null {
  const c = line.chunks[at] as Chunk;
  const take = (list: readonly Actor[], doubts: readonly string[]): Found => ({
    actors: list.map(self).map((a) => ({
      ...a,
      as: c.text,
      span: [c.start, c.end] as const,
      resolution: a.resolution === "role-only" ? ("role-only" as const) : ("pronoun" as const),
    })),
    at,
    doubts,
  });
  const beside = line.chunks[at - 2];
  const only = beside?.kind === "actors" && beside.actors.length === 1 ? beside.actors[0] : undefined;
  if (
    word !== "they" &&
    only?.kind === "person" &&
    /^(?:when|where|while|as|after|before|whom)$/.test(wordAt(line, at - 1))
  ) {
    return take([only], []);
  }
  const inside = quoted(line, c);
  const subjects = inside
    ? []
    : line.chunks.slice(0, at).filter((x, j) => x.kind === "actors" && !x.possessive && isSubject(line, j));
  if (word === "they") {
    const plural = subjects.findLast((x) => x.actors.length > 1);
    return plural ? take(plural.actors, ["pronoun"]) : null;
  }
  const people = subjects.filter((x) => x.actors.length === 1 && x.actors[0]?.kind === "person");
  const earlier = line.chunks.findIndex(
    (x, j) => j < at && x.kind === "word" && x.word === word && !quoted(line, x),
  );
  const first = people[0];
  if (first && (earlier < 0 || first.start < (line.chunks[earlier] as Chunk).start)) {
    return take(first.actors, people.length > 1 ? ["pronoun with two possible people"] : []);
  }
  const owners =
    inside || at < 2
      ? []
      : line.chunks
          .slice(0, at)
          .filter((x) => x.possessive && x.actors.length === 1 && x.actors[0]?.kind === "person");
  if (people.length === 0 && owners.length === 1 && earlier < 0) return take((owners[0] as Chunk).actors, []);
  const before = line.recent.at(-1);
  if (!before || inside) return null;
  const plain = at === 0 || earlier === 0 || (at === 1 && wordAt(line, 0) !== "");
  return take([before], plain ? [] : ["pronoun for someone in the sentence before"]);
}

function isSubject(line: Line, j: number): boolean {
  const c = line.chunks[j] as Chunk;
  const named = c.actors.some((a) => a.resolution !== "role-only");
  if (!named && /^(?:became|become|becomes|is|was|remains|as)$/.test(wordAt(line, j - 1))) return false;
  return !quoted(line, c) && !(governed(line.chunks, j) && j > 1) && !objectOfVerb(line.chunks, j);
}

/** A spokesman's "he" is whom he speaks for. */
const self = (a: Actor): Actor =>
  a.resolution === "unnamed" && a.principal?.kind === "person" ? a.principal : a;

/** "with him", "with her": whoever of the sentence before is not the subject here. */
export function pronounObject(line: Line, n: number): Found | null {
  const c = line.chunks[n] as Chunk;
  const here = new Set(line.chunks.flatMap((x) => x.actors.map((a) => a.id)));
  const before = line.recent.filter((a) => !here.has(a.id)).at(-1);
  if (!before || c.word === "them" || quoted(line, c)) return null;
  return {
    actors: [{ ...before, as: c.text, span: [c.start, c.end], resolution: "pronoun" }],
    at: n,
    doubts: ["pronoun for someone in the sentence before"],
  };
}

export { wordAt };
