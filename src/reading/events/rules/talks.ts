import type { Kind, Part } from "../../../model/kinds.ts";
import type { Actor } from "../../names/actors.ts";
import type { Draft } from "../draft.ts";
import { search } from "../finish/where.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { governedFate, type Realis, realis } from "../sentence/status.ts";
import { type Found, subjectOf } from "../sentence/subject.ts";
import { CALL_NOUNS, MEETING_NOUNS } from "../sentence/words.ts";
import { heldTogether, type Make, ofBehind, ofFormat } from "./gatherings.ts";
import { atBodies } from "./institutions.ts";
import { aheadOf, betweenBehind, circumstance, holder, phraseStart, possessor, withBehind } from "./noun.ts";
import { hyphenPair } from "./pairs.ts";
import { draft, oneByOne, type Rule, separately, together, twoSided } from "./rule.ts";

/** "talks between A and B", "A held talks with B", "A's meeting with B", "A-B summit", "remarks at a meeting with B". */
export const talks: Rule = {
  name: "talks",
  read: (line) =>
    line.chunks.flatMap((c, k) =>
      c.kind === "word" &&
      (MEETING_NOUNS.has(c.word) ||
        CALL_NOUNS.has(c.word) ||
        sitDown(line, k) ||
        jointConference(line, k) ||
        (c.word === "session" && wordAt(line, k + 1) === "with"))
        ? noun(line, k, c.word)
        : [],
    ),
};

/** "a rare sit-down": three chunks, of which the last stands for the noun. */
const sitDown = (line: Line, k: number): boolean =>
  wordAt(line, k) === "down" && wordAt(line, k - 1) === "-" && wordAt(line, k - 2) === "sit";

/** "held a joint press conference": those who held it stood side by side. */
const jointConference = (line: Line, k: number): boolean =>
  wordAt(line, k) === "conference" &&
  /^(?:press|news)$/.test(wordAt(line, k - 1)) &&
  wordAt(line, k - 2) === "joint" &&
  /^(?:held|gave|hosted)$/.test(wordAt(line, k - 4));

/** What may stand behind "a bilateral" where it is the noun. */
const NOUN_ENDS = /^(?:with|between|,|\.|on|in|at|of|and|during|;|)$/;

function noun(line: Line, k: number, word: string): readonly Draft[] {
  if (quoted(line, line.chunks[k]!) && !line.speaker) return [];
  if (CALL_NOUNS.has(word) && !isCall(line, k)) return [];
  if (word === "talk" && wordAt(line, k - 1) !== "a") return [];
  if (/^(?:bilateral|trilateral)$/.test(word) && !NOUN_ENDS.test(wordAt(line, k + 1))) return [];
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
  const owner = possessor(line, start);
  const fate = governedFate(line, owner && owner.at < start ? owner.at : start);
  const make = (
    takers: readonly { actor: Actor; part: Part }[],
    rule: string,
    doubts: readonly string[],
    from: number,
  ): Draft =>
    draft(line, k, kind, takers, fate ?? reported(line, k, realis(line, k, from, true)), rule, {
      doubts,
      flags: plural,
    });

  const from = CALL_NOUNS.has(word) ? callFrom(line, k, start, make) : [];
  if (from.length > 0) return from;
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
  if (object) {
    const ahead = !owner && aheadOf(line, start);
    const refused = fate?.status === "declined";
    const side =
      owner ??
      holder(line, start, k) ??
      (refused ? subjectOf(line, start - 1) : circumstance(line, start, object.at));
    if (!side) return [];
    const separate =
      separately(line, side.at, object.at + 1) ||
      line.chunks.slice(k, object.at).filter((c) => c.word === "with").length > 1 ||
      oneByOne(line, start - 1, object.at + 1, side.actors, object.actors) ||
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
    if (word === "contacts" && !separate && side.actors.length === 1 && object.actors.length > 1)
      return inTurn(line, k, side.actors[0]!, object).map(({ actor, places }) => ({
        ...make(
          together(side.actors, [actor], true)[0] ?? [],
          "contacts with each",
          [...side.doubts, ...object.doubts],
          side.at < k ? side.at + 1 : Math.max(0, k - 4),
        ),
        ...(places ? { places } : {}),
      }));
    return together(side.actors, object.actors, separate, [refused ? "declined" : "attendee", "attendee"])
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

/** "A received a phone call from B and another from C": each is a call of its own. */
function callFrom(line: Line, k: number, start: number, make: Make): readonly Draft[] {
  const taken = line.chunks
    .slice(Math.max(0, start - 6), start)
    .findLastIndex((c) => /^(?:received|receives|receiving|got|took|takes)$/.test(c.word));
  const at = Math.max(0, start - 6) + taken;
  const caller = taken >= 0 && wordAt(line, k + 1) === "from" ? governedBy(line, k + 1) : null;
  const called = caller ? subjectOf(line, at) : null;
  if (!caller || !called) return [];
  const next = line.chunks.slice(caller.at + 1, caller.at + 14).findIndex((c) => c.word === "another");
  const second =
    next >= 0 && wordAt(line, caller.at + 2 + next) === "from"
      ? governedBy(line, caller.at + 2 + next)
      : null;
  return [caller, ...(second ? [second] : [])]
    .flatMap((c) => together(called.actors, c.actors, true))
    .filter((takers) => twoSided(takers) && takers.every((t) => t.actor.kind === "person"))
    .map((takers) => make(takers, "a call from", called.doubts, called.at + 1));
}

/** "had contacts with the leaders of A and B in P and Q": with each of them, where the places fit in his own country. */
function inTurn(line: Line, k: number, side: Actor, object: Found) {
  const places = search(line, k + 1, line.chunks.length);
  const others = object.actors.filter((actor) => actor.id !== side.id);
  const respective =
    places.length === others.length &&
    others.every((actor) => places.filter(({ country }) => country === actor.country).length === 1);
  return others.map((actor) => ({
    actor,
    places: respective
      ? places.filter(({ country }) => country === actor.country)
      : places.length > 0
        ? places
        : null,
  }));
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
  return /^(?:meetings?|summits?|audience|encounters?|get-together|mini-summit|conference|bilaterals?|trilateral|dinner|lunch|breakfast|down)$/.test(
    word,
  )
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
    before === "’s" ||
    before === "exchanged" ||
    before === "telephonic"
  ) {
    return !/^(?:for|on|to|upon|of)$/.test(next) || /^(?:phone|telephone|video)$/.test(before);
  }
  return next === "between" || next === "with";
}
