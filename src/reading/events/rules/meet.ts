import type { Actor } from "../../names/actors.ts";
import type { Draft } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy, headedBy, isTimeWord, past } from "../sentence/objects.ts";
import { realis } from "../sentence/status.ts";
import { type Found, subjectAfter, subjectOf } from "../sentence/subject.ts";
import { AUXILIARY, FINITE } from "../sentence/words.ts";
import { draft, oneByOne, type Rule, repeated, separately, together, twoSided } from "./rule.ts";

/** "A met B", "A and B will meet", "A sat down with B", "A has been negotiating with B", "A, B and C gathered in P". */
export const meet: Rule = {
  name: "met",
  read: (line) => line.chunks.flatMap((c, k) => (c.kind === "word" ? at(line, k, c.word) : [])),
};

/** Where teams meet, nobody talks. */
const SPORT =
  /^(?:quarter-finals?|finals?|semi-finals?|semifinals?|quarterfinals?|quarter-final|qualifiers?|match|fixture|striker|midfielder|tournament|champions|championship|coach|stadium|goalkeeper|kick-off|playoffs?|innings|wicket)$/;
const DIRECT = /^(?:met|meet|meets|meeting)$/;
const WITH =
  /^(?:negotiated|negotiating|negotiate|negotiates|talked|conferred|confer|conferring|consulted|consult|consulting|huddled|dined|lunched|breakfasted|interacted|parleyed|caucused)$/;
const REMOTE = /^(?:phones?|telephone|call|video)$/;
const GATHER = /^(?:gathered|gather|gathers|convened|convene|convenes|assembled|assemble|reconvened)$/;

function at(line: Line, k: number, word: string): readonly Draft[] {
  if (word === "together" && /^(?:brought|brings|bring|bringing)$/.test(wordAt(line, k - 1)))
    return brought(line, k);
  const direct =
    DIRECT.test(word) || (word === "saw" && sawInPerson(line, k)) || (word === "see" && toSee(line, k));
  const sat = /^(?:sat|sit|sits|sitting)$/.test(word) && wordAt(line, k + 1) === "down";
  const views =
    /^(?:exchanged|exchange|exchanging)$/.test(word) &&
    /^(?:views|opinions|ideas)$/.test(wordAt(line, k + 1));
  if (!direct && !sat && !views && !WITH.test(word) && !GATHER.test(word)) return [];
  if (quoted(line, line.chunks[k]!) && !line.speaker) return [];
  if (/^talk/.test(word) && line.chunks.slice(k, k + 24).some((c) => REMOTE.test(c.word))) return [];
  if (word === "meeting" && !participle(line, k)) return [];
  if (
    /^(?:meet|met)$/.test(word) &&
    /^(?:the|a|an|and-greet|needs?|demands?|criteria|deadline|conditions?|challenges?|targets?|goals?|requirements?|obligations?)$/.test(
      wordAt(line, k + 1),
    ) &&
    line.chunks[k + 2]?.kind !== "actors" &&
    line.chunks[k + 1]?.kind !== "actors"
  )
    return [];
  if (line.chunks.some((c) => SPORT.test(c.word))) return [];
  const subject = subjectOf(line, k) ?? (word === "meeting" ? subjectAfter(line, k) : null);
  if (!subject) return [];
  const how = realis(line, k, subject.at < k ? subject.at + 1 : k - 1, false);
  const object = GATHER.test(word) ? null : objectOf(line, sat ? k + 1 : k, direct);
  const plural =
    /^(?:negotiating|been)$/.test(word) && /^been$/.test(wordAt(line, k - 1)) ? (["series"] as const) : [];
  const kind = direct || sat || GATHER.test(word) ? "meeting" : "talks";
  if (object) {
    const list = repeated(line, object, "with");
    const separate =
      word === "see" ||
      separately(line, subject.at, object.at) ||
      (list.actors.length > 1 && separately(line, list.at, list.at + 6)) ||
      (line.heading && new Set(list.actors.map((a) => a.country)).size > 1) ||
      list.actors.length > object.actors.length ||
      oneByOne(line, k, list.at + 1, subject.actors, list.actors);
    const doubts = [...subject.doubts, ...object.doubts];
    const refused = how.status === "declined" && subject.at < k;
    const more = direct && !refused ? apartFrom(line, list.at + 1) : [];
    const rows = [
      ...together(subject.actors, list.actors, separate && !refused, [
        refused ? "declined" : "attendee",
        "attendee",
      ]),
      ...more.flatMap((actor) => together(subject.actors, [actor], true)),
    ];
    const next = direct && !refused ? gapped(line, list.at + 1) : null;
    return [
      ...rows.filter(twoSided).map((takers) =>
        draft(line, k, kind, takers, how, separate || more.length > 0 ? "met separately" : "met", {
          doubts,
          flags: plural,
        }),
      ),
      ...(next ? together(subject.actors, next.actors, false) : []).filter(twoSided).map((takers) =>
        draft(line, next!.at, kind, takers, how, "met, and another", {
          doubts,
          ...dayBehind(line, next!.at),
        }),
      ),
    ];
  }
  if (!direct && !GATHER.test(word) && !/^(?:talked|conferred|huddled|dined|negotiated)$/.test(word))
    return [];
  const takers = together(subject.actors, [], false)[0] ?? [];
  if (takers.length === 1 && asBody(line, k, takers[0]!.actor))
    return [draft(line, k, "meeting", takers, how, "met as a body", { doubts: subject.doubts })];
  if (!twoSided(takers) || !reciprocal(line, k, takers.length)) return [];
  return [
    draft(line, k, kind, takers, how, GATHER.test(word) ? "gathered" : "met each other", {
      doubts: subject.doubts,
    }),
  ];
}

/** "met B in P on Monday and C in Q on Tuesday": the second with a place or day of his own. */
function gapped(line: Line, from: number): Found | null {
  let moved = false;
  for (let j = from; j < Math.min(line.chunks.length, from + 12); j++) {
    const c = line.chunks[j]!;
    if (c.kind === "place" || (c.kind === "word" && isTimeWord(c.word) && c.word !== ",")) {
      moved = true;
      continue;
    }
    const next = line.chunks[j + 1];
    if (
      moved &&
      c.word === "and" &&
      next?.kind === "actors" &&
      !next.possessive &&
      next.actors.every((a) => a.kind === "person")
    )
      return /^(?:in|at|on|the|[a-z]+day)$/.test(wordAt(line, j + 2))
        ? { actors: next.actors, at: j + 1, doubts: [] }
        : null;
    return null;
  }
  return null;
}

/** The day that stands right behind a second guest. */
function dayBehind(line: Line, at: number): Pick<Draft, "when"> {
  const end = line.chunks[at]?.end ?? 0;
  const time = line
    .times()
    .find((t) => t.span[0] >= end && t.span[0] - end < 40 && t.when.precision === "day");
  return time ? { when: time.when } : {};
}

/** "met B and, separately, C": those of a meeting of their own. */
function apartFrom(line: Line, from: number): readonly Actor[] {
  let apart = false;
  for (let j = from; j < Math.min(line.chunks.length, from + 6); j++) {
    const c = line.chunks[j]!;
    if (c.kind === "actors") return apart && !c.possessive ? c.actors : [];
    if (/^(?:separately|individually|later|then|afterwards|subsequently)$/.test(c.word)) apart = true;
    else if (!/^(?:and|,|then|later|with|also)$/.test(c.word)) return [];
  }
  return [];
}

/** "Foreign ministers of the bloc met in P": a body or its ministers, with a day or a place. */
function asBody(line: Line, k: number, actor: Actor): boolean {
  const body = actor.kind === "organisation" || (actor.kind === "group" && actor.country === null);
  return (
    body &&
    reciprocal(line, k, 2) &&
    line.chunks
      .slice(k, k + 8)
      .some((c) => c.kind === "place" || (isTimeWord(c.word) && /day$|^\d{4}$/.test(c.word)))
  );
}

/** "The summit brought together A, B and C." */
function brought(line: Line, k: number): readonly Draft[] {
  const object = governedBy(line, k);
  const takers = object ? (together(object.actors, [], false)[0] ?? []) : [];
  return object && twoSided(takers)
    ? [draft(line, k, "meeting", takers, realis(line, k - 1, Math.max(0, k - 6), false), "brought together")]
    : [];
}

/** "saw B in P", "saw B on Monday": a visit to him, not a sight. */
const sawInPerson = (line: Line, k: number): boolean => {
  const c = line.chunks[k + 1];
  return (
    c?.kind === "actors" &&
    !c.possessive &&
    c.actors.every((a) => a.kind === "person" && !a.weak) &&
    /^(?:in|on|at|earlier|later|again|today|yesterday|[a-z]+day)$/.test(wordAt(line, k + 2))
  );
};

/** "is to see B", "will see B in P": an appointment, where nothing goes on that he would be seen doing. */
const toSee = (line: Line, k: number): boolean => {
  const c = line.chunks[k + 1];
  return (
    /\b(?:(?:is|are|was|were|due|expected|scheduled|set) to|will|would)(?: (?:also|then|later))?$/.test(
      [3, 2, 1].map((n) => wordAt(line, k - n)).join(" "),
    ) &&
    c?.kind === "actors" &&
    !c.possessive &&
    c.actors.every((a) => a.kind === "person" && !a.weak && a.role !== null) &&
    /^(?:[.,;]?|in|on|at|later|again|today|tomorrow|before|after|during|next|this|[a-z]+day)$/.test(
      wordAt(line, k + 2),
    )
  );
};

/** "is meeting", "after meeting X": a verb; "the meeting": a noun. */
function participle(line: Line, k: number): boolean {
  const before = wordAt(line, k - 1);
  const next = line.chunks[k + 1];
  if (/^(?:is|are|was|were|be|been|am)$/.test(before)) return true;
  return (
    /^(?:after|before|by|for|of|while|when|and|,|without|on)$/.test(before) &&
    (next?.kind === "actors" || next?.word === "with")
  );
}

/** What follows: the object itself, or what "with" governs behind days, places and adverbs. */
function objectOf(line: Line, k: number, direct: boolean): Found | null {
  const n = past(line, k + 1, 6);
  const c = line.chunks[n];
  if (direct && c?.kind === "actors" && !c.possessive && !/^(?:in|at|on|from)$/.test(wordAt(line, n - 1)))
    return headedBy(line, n);
  if (
    direct &&
    n === k + 1 &&
    /^(?:a|an|his|her|their|the|top|senior|visiting|former|fellow)$/.test(wordAt(line, n))
  ) {
    const found = governedBy(line, k);
    if (found) return found;
  }
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 18); j++) {
    const w = wordAt(line, j);
    if (w === "with") return governedBy(line, j);
    if (w === "" || AUXILIARY.has(w)) continue;
    if (
      FINITE.test(w) ||
      /^[;:.”“"]$/.test(w) ||
      /^(?:to|who|which|that|after|before|but|because|where|while|as)$/.test(w)
    )
      return null;
  }
  return null;
}

/** Without an object the verb must end there, or go on with a day, place, purpose or occasion. */
function reciprocal(line: Line, k: number, count: number): boolean {
  const next = line.chunks[k + 1];
  if (!next || next.kind === "place") return true;
  if (next.kind === "actors") return false;
  return (
    count > 1 &&
    (/^[,.;”"]$|^(?:alone|by|about|on)$/.test(next.word) ||
      /^(?:in|on|at|for|to|during|again|today|yesterday|last|this|next|face|behind|privately|briefly|late|early|and|after|before|over|amid|as|separately|virtually|here|there|earlier|later|via|twice|several|three|monday|tuesday|wednesday|thursday|friday|saturday|sunday|with|each|together|tomorrow|outside|near|secretly|one|inside|under|within|from|around)$/.test(
        next.word,
      ))
  );
}
