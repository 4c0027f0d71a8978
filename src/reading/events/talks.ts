import type { EventPlace } from "../../model/event.ts";
import type { Kind, Part } from "../../model/kinds.ts";
import type { Actor } from "../names/actors.ts";
import { slug } from "../names/tokens.ts";
import type { Draft } from "./draft.ts";
import { draft, type Rule, separately, together, twoSided } from "./rule.ts";
import { type Line, quoted, wordAt } from "./sentence.ts";
import { type Realis, realis } from "./status.ts";
import { type Found, firstPerson, governedBy, pronoun, subjectAfter, subjectOf } from "./subject.ts";
import { AUXILIARY, CALL_NOUNS, HOLD, MEETING_ADJECTIVES, MEETING_NOUNS } from "./words.ts";

/** "talks between A and B", "A held talks with B", "A's meeting with B", "A-B summit", "remarks at a meeting with B". */
export const talks: Rule = {
  name: "talks",
  read: (line) =>
    line.chunks.flatMap((c, k) =>
      c.kind === "word" && (MEETING_NOUNS.has(c.word) || CALL_NOUNS.has(c.word)) ? noun(line, k, c.word) : [],
    ),
};

function noun(line: Line, k: number, word: string): readonly Draft[] {
  if (quoted(line, line.chunks[k]!) && !line.speaker) return [];
  if (CALL_NOUNS.has(word) && !isCall(line, k)) return [];
  if (word === "talk" && wordAt(line, k - 1) !== "a") return [];
  if (word === "meeting" && /^(?:is|are|was|were|be|been)$/.test(wordAt(line, k - 1))) return [];
  const kind = kindOf(line, k, word);
  const start = phraseStart(line, k);
  const plural =
    /s$/.test(word) &&
    word !== "talks" &&
    word !== "negotiations" &&
    word !== "discussions" &&
    word !== "consultations" &&
    word !== "contacts"
      ? (["series"] as const)
      : [];
  const make = (
    takers: readonly { actor: Actor; part: Part }[],
    rule: string,
    doubts: readonly string[],
    from: number,
  ): Draft =>
    draft(line, k, kind, takers, reported(line, k, realis(line, k, from, true)), rule, {
      doubts,
      flags: plural,
    });

  const between = betweenBehind(line, k);
  if (between) {
    const takers = together(between.actors, [], false)[0] ?? [];
    return twoSided(takers) ? [make(takers, "talks between", between.doubts, Math.max(0, start - 5))] : [];
  }
  const object = withBehind(line, k);
  const dyad = hyphenPair(line, k);
  if (dyad && dyad.length > 1) {
    const takers = together(dyad, [], false)[0] ?? [];
    return [make(takers, "A–B talks", [], Math.max(0, start - 6))];
  }
  const owner = possessor(line, start);
  if (object) {
    const ahead = !owner && aheadOf(line, start);
    const side = owner ?? holder(line, start, k) ?? circumstance(line, start, object.at);
    if (!side) return [];
    const separate =
      separately(line, side.at, object.at + 1) ||
      (object.actors.length > 1 && plural.length > 0 && side.actors.length === 1);
    if (ahead) {
      const planned = { status: "planned", tense: "future", rule: "status: ahead of it" } as const;
      return together(side.actors, object.actors, separate)
        .filter(twoSided)
        .map((takers) => ({
          ...draft(line, k, kind, takers, planned, "held talks with", { doubts: side.doubts }),
          places: [],
        }));
    }
    return together(side.actors, object.actors, separate)
      .filter(twoSided)
      .map((takers) =>
        make(
          takers,
          owner ? "A's meeting with B" : separate ? "separate talks with" : "held talks with",
          [...side.doubts, ...object.doubts],
          side.at < k ? side.at + 1 : Math.max(0, k - 4),
        ),
      );
  }
  return [
    ...atBodies(line, k, start, make),
    ...ofFormat(line, k, start, make),
    ...ofBehind(line, k, start, make),
    ...heldTogether(line, k, start, make),
  ];
}

/** "the X and Y reported about secret talks": known from the press alone. */
function reported(line: Line, k: number, how: Realis): Realis {
  for (let j = k - 1; j >= Math.max(0, k - 6); j--) {
    if (
      /^(?:about|on|of)$/.test(wordAt(line, j)) &&
      /^(?:reported|reports|wrote|report)$/.test(wordAt(line, j - 1)) &&
      how.status === "happened"
    ) {
      return { status: "alleged", tense: "past", rule: "status: reported by the press" };
    }
  }
  return how;
}

function kindOf(line: Line, k: number, word: string): Kind {
  if (CALL_NOUNS.has(word)) return "call";
  for (let j = Math.max(0, k - 3); j < k; j++)
    if (/^(?:phone|telephone|telephonic|video)$/.test(wordAt(line, j))) return "call";
  for (let j = k + 1; j < Math.min(k + 4, line.chunks.length); j++)
    if (/^(?:phone|telephone)$/.test(wordAt(line, j)) && wordAt(line, j - 1) === "by") return "call";
  return /^(?:meetings?|summits?|audience|encounters?|get-together|mini-summit)$/.test(word)
    ? "meeting"
    : "talks";
}

/** "phone call", "X's call with Y", "call between": not "call for" or "calls on". */
function isCall(line: Line, k: number): boolean {
  const next = wordAt(line, k + 1);
  const before = wordAt(line, k - 1);
  if (
    /^(?:phone|telephone|video|conference|teleconference|first|introductory|a|the|joint|congratulatory|farewell|this|latest)$/.test(
      before,
    ) ||
    before === "'s" ||
    before === "’s"
  ) {
    return !/^(?:for|on|to|upon|of)$/.test(next) || /^(?:phone|telephone|video)$/.test(before);
  }
  return next === "between" || next === "with";
}

/** First chunk of the noun phrase that the noun at `k` heads. */
export function phraseStart(line: Line, k: number): number {
  let j = k;
  while (j > 0) {
    const c = line.chunks[j - 1]!;
    if (
      c.kind === "word" &&
      (MEETING_ADJECTIVES.has(c.word) ||
        c.word === "-" ||
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

/** "talks (in Geneva on Monday) between A and B". */
function betweenBehind(line: Line, k: number): Found | null {
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 12); j++) {
    const c = line.chunks[j]!;
    if (c.word === "between") return governedBy(line, j);
    if (c.kind === "word" && /^(?:[;:.]|with|who|which|that|to|said|and|after|of)$/.test(c.word)) return null;
  }
  return null;
}

function withBehind(line: Line, k: number): Found | null {
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 12); j++) {
    const c = line.chunks[j]!;
    if (c.word === "with" || (c.word === "alongside" && j < k + 4)) {
      const first = governedBy(line, j);
      return first ? withMore(line, first) : null;
    }
    if (c.word === "of" && c.kind === "word" && line.chunks[j + 1]?.kind === "actors") return null;
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
    } else if (!/^(?:and|,|then|later|separately|also)$/.test(w)) break;
  }
  return { ...found, actors, at };
}

/** "A's", "my", "his", "their" before the noun phrase that starts at `start`. */
function possessor(line: Line, start: number): Found | null {
  for (let j = start; j < Math.min(start + 6, line.chunks.length); j++) {
    const w = wordAt(line, j);
    if (MEETING_NOUNS.has(w) || CALL_NOUNS.has(w)) break;
    if (w === "my" || w === "our") return firstPerson(line, j);
    if (w === "his" || w === "her") return pronoun(line, j, w === "his" ? "he" : "she");
    if (w === "their") return pronoun(line, j, "they");
  }
  const mark = line.chunks[start - 1];
  const owner = line.chunks[start - 2];
  if (mark?.kind === "word" && /^['’]s?$/.test(mark.word) && owner?.kind === "actors")
    return { actors: owner.actors, at: start - 2, doubts: [] };
  return null;
}

/** The subject of the verb that holds the talks: "A has held", "A had", "A led a delegation to continue". */
function holder(line: Line, start: number, k: number): Found | null {
  const at = holdVerb(line, start);
  if (at === null) return null;
  const subject = subjectOf(line, at) ?? subjectAfter(line, k);
  return subject;
}

export function holdVerb(line: Line, start: number): number | null {
  for (let j = start - 1; j >= Math.max(0, start - 5); j--) {
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
      !/^(?:in|into|up|off|out|a|the|day|days|hours|of|round|rounds|series|on|his|her|their|its|one|two|to|for|further|more|his)$/.test(
        w,
      )
    )
      return null;
  }
  return null;
}

/** "a day before talks with B", "ahead of his meeting with B". */
function aheadOf(line: Line, start: number): boolean {
  let j = start - 1;
  while (j >= 0 && /^(?:a|the|of|his|her|their)$/.test(wordAt(line, j))) j--;
  return /^(?:before|ahead)$/.test(wordAt(line, j));
}

/** "after a day of talks in Moscow with B", "at a meeting with B": the subject of the clause around it. */
function circumstance(line: Line, start: number, behind: number): Found | null {
  let j = start - 1;
  while (
    j >= 0 &&
    /^(?:a|the|of|day|days|hours|round|series|lengthy|his|her|their|two|three|several|\d+)$/.test(
      wordAt(line, j),
    )
  )
    j--;
  const w = wordAt(line, j);
  if (!/^(?:after|during|following|before|at|in|for|ahead|from|on|over|amid|of)$/.test(w)) return null;
  const remarks = remarksOwner(line, j);
  if (remarks) return remarks;
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

/** "US-Russia talks", "Russian-Turkish summit", "India–Canada". */
export function hyphenPair(line: Line, k: number): Actor[] | null {
  const s = line.scan;
  const head = line.chunks[k];
  if (!head) return null;
  let i = head.from - 1;
  while (i > 0 && MEETING_ADJECTIVES.has(s.tokens[i]?.fold ?? "") && !s.pieces[i]?.country) i--;
  const codes: { code: string; from: number; to: number }[] = [];
  for (let end = i; end >= 0 && codes.length < 4; ) {
    const from = [end, end - 1, end - 2].find((n) => n >= 0 && pieceEnds(line, n, end));
    if (from === undefined) break;
    const piece = s.pieces[from]!;
    const code = (piece.country ?? piece.demonym ?? piece.metonym)?.code;
    if (!code) break;
    codes.unshift({ code, from, to: end + 1 });
    const mark = s.tokens[from - 1];
    if (!mark || !/^[-–—/]$/.test(mark.text)) break;
    end = from - 2;
  }
  if (codes.length < 2) return null;
  return codes.map(({ code, from, to }) => ({
    span: [s.tokens[from]?.start ?? 0, s.tokens[to - 1]?.end ?? 0],
    kind: "country",
    id: `country:${code}`,
    name: s.lexicon.country(code)?.name ?? code,
    as: s.tokens
      .slice(from, to)
      .map((t) => t.text)
      .join(" "),
    role: null,
    office: null,
    country: code,
    resolution: "named",
    inferred: false,
    former: false,
    counterpart: false,
    weak: false,
    principal: null,
  }));
}

const pieceEnds = (line: Line, from: number, end: number): boolean => {
  const piece = line.scan.pieces[from];
  return Boolean(
    piece && from + piece.length === end + 1 && (piece.country || piece.demonym || piece.metonym),
  );
};

type Make = (
  takers: readonly { actor: Actor; part: Part }[],
  rule: string,
  doubts: readonly string[],
  from: number,
) => Draft;

/** "a meeting of the foreign ministers of A and B", "the Contact Group's meeting on June 5". */
function ofBehind(line: Line, k: number, start: number, make: Make): readonly Draft[] {
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
  const takers = [...found.actors.map((a) => ({ actor: a, part: "attendee" as const })), ...(host ?? [])];
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
  if (!/^(?:during|at|after|following|in)$/.test(wordAt(line, start - 1))) return null;
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
function heldTogether(line: Line, k: number, start: number, make: Make): readonly Draft[] {
  const verb = holdVerb(line, start);
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

/** "had talks at the ministry and at the council": bodies as hosts; "here" is the speaker's capital. */
function atBodies(line: Line, k: number, start: number, make: Make): readonly Draft[] {
  const verb = holdVerb(line, start);
  const subject = verb === null ? null : subjectOf(line, verb);
  if (!subject?.actors.every((a) => a.kind === "person")) return [];
  const hosts: Actor[] = [];
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 12); j++) {
    const c = line.chunks[j]!;
    if (
      (c.kind === "actors" && wordAt(line, j - 1) === "at") ||
      (c.kind === "actors" && hosts.length > 0 && wordAt(line, j - 2) === "at")
    )
      hosts.push(...c.actors.filter((a) => a.kind === "organisation"));
    else if (c.kind !== "word" || !/^(?:at|and|the|,|both|with)$/.test(c.word)) break;
  }
  if (hosts.length === 0) return [];
  const here =
    line.speaker && line.chunks.some((c) => c.word === "here")
      ? homeCapital(line, line.speaker.actor.country)
      : null;
  const side = line.speaker?.actor.country ?? null;
  const takers = [
    ...subject.actors.map((actor) => ({ actor, part: "visitor" as const })),
    ...hosts.map((a) => ({ actor: national(line, a, side), part: "host" as const })),
  ];
  const made = make(takers, "talks at a body", subject.doubts, subject.at + 1);
  const meetings = line.chunks
    .slice(Math.max(0, subject.at - 6), subject.at)
    .some((c) => /^(?:meetings|talks)$/.test(c.word));
  return [
    {
      ...made,
      ...(here ? { places: [here] } : {}),
      flags: meetings ? [...new Set([...made.flags, "series" as const])] : made.flags,
    },
  ];
}

/** A council that has no country of its own is the speaker's country's. */
function national(line: Line, body: Actor, code: string | null): Actor {
  const country = code ? line.scan.lexicon.country(code) : undefined;
  const elsewhere = body.country !== null && body.country !== code;
  if (
    !country ||
    elsewhere ||
    !/\b(?:council|ministry|office|parliament|assembly|government)\b/i.test(body.as) ||
    /^(?:un|u\.n\.|united nations)/i.test(body.as)
  )
    return body;
  if (body.country === code) return body;
  const known = line.scan.lexicon.organisation(`${country.demonyms[0]} ${body.as.replace(/^the /i, "")}`);
  const words = body.as.replace(/^the /i, "");
  return {
    ...body,
    id: known?.id ?? `org:${words.toLowerCase().replace(/ /g, "-")}-${country.code.toLowerCase()}`,
    name: known?.name ?? `${words} of ${country.name}`,
    country: country.code,
  };
}

function homeCapital(line: Line, code: string | null): EventPlace | null {
  const capital = code ? line.scan.lexicon.country(code)?.capital : null;
  const place = capital ? line.scan.lexicon.place(capital) : undefined;
  return place ? { id: place.id, name: place.name, country: place.country, derivation: "inferred" } : null;
}

/** "the summit in the X format in Berlin in 2016", "the X summit": a format meets as itself. */
function ofFormat(line: Line, k: number, start: number, make: Make): readonly Draft[] {
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
