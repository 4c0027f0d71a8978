import type { Part } from "../../../model/kinds.ts";
import type { Actor } from "../../names/actors.ts";
import { slug } from "../../names/tokens.ts";
import type { Draft } from "../draft.ts";
import { type Line, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { type Found, subjectAfter, subjectOf } from "../sentence/subject.ts";
import { holdVerb, possessor } from "./noun.ts";
import { twoSided } from "./rule.ts";

export type Make = (
  takers: readonly { actor: Actor; part: Part }[],
  rule: string,
  doubts: readonly string[],
  from: number,
) => Draft;

/** "a meeting of the foreign ministers of A and B", "the Working Group's meeting on D". */
export function ofBehind(line: Line, k: number, start: number, make: Make): readonly Draft[] {
  const owner = possessor(line, start);
  const body = owner?.actors.filter((a) => a.kind !== "person" && a.kind !== "country") ?? [];
  if (owner && body.length > 0 && owner.actors.length === body.length) {
    return dated(line, k)
      ? [
          make(
            body.map((a) => ({ actor: a, part: "attendee" as const })),
            "meeting of a body",
            [],
            owner.at + 1,
          ),
        ]
      : [];
  }
  const found = wordAt(line, k + 1) === "of" ? (governedBy(line, k + 1) ?? acronym(line, k + 2)) : null;
  const host = hostOf(line, start);
  const both = found || host ? null : bothAt(line, start, k);
  if (both) {
    const people = both.actors.map((actor) => ({ actor, part: "attendee" as const }));
    return [make(people, "said it at their meeting", both.doubts, Math.max(0, start - 3))];
  }
  if (!found)
    return host && namedMeeting(line, k) && (dated(line, k) || placed(line, k))
      ? [make(host, "hosted a meeting", [], Math.max(0, start - 5))]
      : [];
  const joined = wordAt(line, found.at + 1) === "with" ? (governedBy(line, found.at + 1)?.actors ?? []) : [];
  const takers = [
    ...[...found.actors, ...joined].map((a) => ({ actor: a, part: "attendee" as const })),
    ...(host ?? []),
  ];
  if (twoSided(found.actors.map((actor) => ({ actor, part: "attendee" as const }))))
    return [make(takers, "meeting of A and B", [], Math.max(0, start - 5))];
  const one = found.actors[0];
  const named = one && (one.kind === "organisation" || one.kind === "group");
  return named && (host || dated(line, k) || placed(line, k))
    ? [make(takers, "meeting of a body", [], Math.max(0, start - 5))]
    : [];
}

/** "X and Y agreed … during a meeting in P", "at their meeting": those who did it were there. */
function bothAt(line: Line, start: number, k: number): Found | null {
  if (!/^(?:during|at|after|following|in|before|to|of)$/.test(wordAt(line, start - 1))) return null;
  if (wordAt(line, start - 1) === "to" && wordAt(line, start - 2) !== "prior") return null;
  if (wordAt(line, start - 1) === "of" && wordAt(line, start - 2) !== "ahead") return null;
  if (
    !line.chunks.slice(start, k + 1).some((c) => /^(?:a|their|bilateral|talks)$/.test(c.word)) ||
    line.chunks.slice(start, k).some((c) => c.word === "the")
  )
    return null;
  if (line.chunks.slice(k + 1, k + 4).some((c) => /^(?:of|with|between)$/.test(c.word))) return null;
  const subject = subjectOf(line, start - 1) ?? subjectAfter(line, k + 1);
  const sides = new Set(subject?.actors.map((a) => a.country));
  return subject &&
    subject.actors.length > 1 &&
    sides.size > 1 &&
    subject.actors.every((a) => a.kind === "person")
    ? subject
    : null;
}

/** "the Union of Somewhere (ACRONYM)": the body by its short name. */
function acronym(line: Line, from: number): Found | null {
  for (let j = from; j < Math.min(line.chunks.length, from + 9); j++) {
    const c = line.chunks[j]!;
    if (
      c.kind === "actors" &&
      wordAt(line, j - 1) === "(" &&
      c.actors.every((a) => a.kind === "organisation")
    )
      return { actors: c.actors, at: j, doubts: [] };
    if (c.kind === "word" && /^(?:[,.;:]|was|were|will|said|concluded|in|on)$/.test(c.word)) return null;
  }
  return null;
}

/** "C hosted the third summit of …". */
function hostOf(line: Line, start: number): { actor: Actor; part: Part }[] | null {
  const verb = holdVerb(line, start);
  if (
    verb === null ||
    !line.chunks.slice(verb, start).some((c) => /^(?:host|hosts|hosted|hosting)$/.test(c.word))
  )
    return null;
  const subject = subjectOf(line, verb);
  const countries = subject?.actors.filter((a) => a.kind === "country") ?? [];
  return countries.length > 0 ? countries.map((actor) => ({ actor, part: "host" as const })) : null;
}

/** A summit or ministerial meeting, not any meeting. */
const namedMeeting = (line: Line, k: number) => /^(?:summit|summits)$/.test(wordAt(line, k));

/** "A, B and C held a trilateral meeting": several subjects and no "with". */
export function heldTogether(line: Line, k: number, start: number, make: Make): readonly Draft[] {
  const verb = wordAt(line, k) === "conference" ? k - 4 : holdVerb(line, start);
  if (verb === null) return [];
  const subject = subjectOf(line, verb);
  if (!subject) return [];
  const takers = subject.actors.map((a) => ({ actor: a, part: "attendee" as const }));
  const separate = /separate/.test(
    line.chunks
      .slice(verb, k)
      .map((c) => c.word)
      .join(" "),
  );
  return twoSided(takers) && !separate ? [make(takers, "held talks", subject.doubts, subject.at + 1)] : [];
}

const dated = (line: Line, k: number) =>
  line.chunks
    .slice(k, k + 16)
    .some(
      (c) =>
        /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|\d{4})$/.test(
          c.word,
        ) ||
        (c.word === "week" && true),
    );

const placed = (line: Line, k: number) =>
  line.chunks.slice(k, k + 14).some((c) => c.kind === "place" || c.word === "capital");

/** "the summit in the X format in P in Y", "the X summit": a format meets as itself. */
export function ofFormat(line: Line, k: number, start: number, make: Make): readonly Draft[] {
  const s = line.scan;
  const trigger = line.chunks[k]!;
  if (!/^(?:summit|meeting|talks|session)$/.test(trigger.word)) return [];
  for (let i = Math.max(0, trigger.from - 4); i < Math.min(s.tokens.length, trigger.from + 4); i++) {
    const name = s.pieces[i]?.occasion;
    if (
      !name ||
      !/\b(?:format|group|quartet|process|troika|quad)\b/i.test(name) ||
      !(dated(line, k) || placed(line, k))
    )
      continue;
    const end = i + (s.pieces[i]?.length ?? 1);
    const own =
      i < trigger.from ? end >= trigger.from - 1 : /^(?:in|of)$/.test(s.tokens[trigger.to]?.fold ?? "");
    if (!own) continue;
    const group: Actor = {
      span: [s.tokens[i]!.start, s.tokens[end - 1]!.end],
      kind: "group",
      id: `group:${slug(name)}`,
      name,
      as: s.tokens
        .slice(i, end)
        .map((t) => t.text)
        .join(" "),
      role: null,
      office: null,
      country: null,
      resolution: "collective",
      inferred: false,
      former: false,
      counterpart: false,
      weak: false,
      principal: null,
    };
    return [
      {
        ...make([{ actor: group, part: "attendee" }], "meeting of a format", [], Math.max(0, start - 5)),
        occasion: name,
      },
    ];
  }
  return [];
}
