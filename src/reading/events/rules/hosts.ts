import type { Draft, Taker } from "../draft.ts";
import { placesAt } from "../finish/where.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy, past } from "../sentence/objects.ts";
import { pronoun } from "../sentence/pronouns.ts";
import { realis } from "../sentence/status.ts";
import { type Found, subjectOf } from "../sentence/subject.ts";
import { AUXILIARY, FINITE, PREPOSITIONS } from "../sentence/words.ts";
import { draft, type Rule, repeated, twoSided } from "./rule.ts";

/** "A hosted B", "A received B in P", "B was welcomed by A", "A was joined by B", "A joined B for talks". */
export const hosts: Rule = {
  name: "received",
  read: (line) => line.chunks.flatMap((c, k) => (c.kind === "word" ? at(line, k, c.word) : [])),
};

const GATHERING = /\b(?:summit|conference|meeting|forum|council|assembly)\b/i;
const RECEIVE =
  /^(?:hosted|hosts|hosting|host|received|receives|receive|receiving|welcomed|welcomes|welcome|welcoming|greeted|greets|greet|greeting|entertained)$/;
const JOIN = /^(?:joined|joins|join|joining|accompanied|accompanies|flanked)$/;

function at(line: Line, k: number, word: string): readonly Draft[] {
  const receive = RECEIVE.test(word);
  const join = JOIN.test(word);
  if ((!receive && !join) || (quoted(line, line.chunks[k]!) && !line.speaker)) return [];
  const passive = passiveAgent(line, k);
  const subject = subjectOf(line, k);
  if (!subject) return [];
  const object = passive ?? directObject(line, k) ?? (receive ? himself(line, k, subject) : null);
  if (!object) return [];
  if (
    /^host/.test(word) &&
    !passive &&
    object.actors.every((a) => a.kind === "organisation" && GATHERING.test(a.as))
  ) {
    const parties: Taker[] = [
      ...subject.actors.map((actor) => ({ actor, part: "host" as const })),
      ...object.actors.map((actor) => ({ actor, part: "attendee" as const })),
    ];
    return [
      draft(
        line,
        k,
        "meeting",
        parties,
        realis(line, k, subject.at < k ? subject.at + 1 : k - 1, false),
        "hosted a meeting",
        { doubts: subject.doubts },
      ),
    ];
  }
  const [host, guest] = passive && receive ? [object, subject] : [subject, object];
  const people = (f: Found) => f.actors.every((a) => a.kind === "person");
  if (!people(guest) || !host.actors.every((a) => a.kind === "person" || a.kind === "country")) return [];
  if (join && !people(host)) return [];
  const around = line.chunks
    .slice(k, k + 26)
    .map((c) => c.word)
    .join(" ");
  const meeting =
    /\b(?:talks|meeting|summit|at the|in|dinner|lunch|visit|negotiations|bilateral|discussions|palace|residence|house|office|conference|consultations)\b/.test(
      around,
    );
  if ((join || /^(?:welcom|greet)/.test(word)) && !meeting && !toTheSeat(line, object.at)) return [];
  if (/^host/.test(word) && host.actors.some((a) => a.kind === "country") && guest.actors.length === 0)
    return [];
  if (passive && receive && host.actors.length > 1 && countBy(line, k) > 1)
    return host.actors.flatMap((one) => {
      const pair: Taker[] = [
        { actor: one, part: "host" },
        ...guest.actors.map((actor) => ({ actor, part: "visitor" as const })),
      ];
      return twoSided(pair)
        ? [
            draft(
              line,
              k,
              "meeting",
              pair,
              realis(line, k, subject.at < k ? subject.at + 1 : k - 1, false),
              "was received by",
              { doubts: [...subject.doubts, ...object.doubts] },
            ),
          ]
        : [];
    });
  const takers: Taker[] = [
    ...host.actors.map((actor) => ({
      actor,
      part:
        receive && actor.kind === "person"
          ? ("host" as const)
          : receive
            ? ("host" as const)
            : ("attendee" as const),
    })),
    ...guest.actors.map((actor) => ({ actor, part: receive ? ("visitor" as const) : ("attendee" as const) })),
  ];
  const sides = new Set(takers.map((t) => t.actor.country));
  if (!twoSided(takers) || (sides.size < 2 && !takers.some((t) => t.actor.country === null))) return [];
  if (/^(?:accompan|flank)/.test(word) && (sides.size < 2 || sides.has(null))) return [];
  const how = realis(line, k, subject.at < k ? subject.at + 1 : k - 1, false);
  return [
    draft(
      line,
      k,
      "meeting",
      takers,
      how,
      join ? "joined for talks" : passive ? "was received by" : "received",
      { doubts: [...subject.doubts, ...object.doubts], ...(invitedTo(line, object.at) ?? {}) },
    ),
  ];
}

/** "welcomed B to the Foreign Office", "to the ministry": B stood before the host. */
function toTheSeat(line: Line, at: number): boolean {
  const to = wordAt(line, at + 1) === "," ? at + 2 : at + 1;
  const seat = line.chunks[to + 1];
  return (
    wordAt(line, to) === "to" &&
    seat?.kind === "actors" &&
    !seat.possessive &&
    /\b(?:office|ministry|department|house|palace|chancellery|kremlin|street)$/i.test(seat.text)
  );
}

/** How often "by" stands behind the passive. */
const countBy = (line: Line, k: number): number =>
  line.chunks.slice(k, k + 14).filter((c) => c.word === "by").length;

/** "welcomed B to P". */
function invitedTo(line: Line, at: number) {
  const to = wordAt(line, at + 1) === "," ? at + 2 : at + 1;
  const seat = line.chunks[to + 1];
  if (seat && toTheSeat(line, at)) {
    const places = placesAt(line, seat);
    if (places.length > 0) return { places };
  }
  const place = wordAt(line, at + 1) === "to" ? line.chunks[at + 2]?.place : null;
  return place
    ? { places: [{ id: place.id, name: place.name, country: place.country, derivation: "stated" as const }] }
    : null;
}

/** "was received (in P) by A": the agent. */
function passiveAgent(line: Line, k: number): Found | null {
  let be = false;
  for (let j = k - 1; j >= Math.max(0, k - 4); j--) {
    const w = wordAt(line, j);
    if (/^(?:was|were|been|being|be|is|are)$/.test(w)) be = true;
    if (!AUXILIARY.has(w)) break;
  }
  if (!be && !/^(?:,)$/.test(wordAt(line, k - 1))) return null;
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 10); j++) {
    const w = wordAt(line, j);
    if (w === "by") {
      const agent = governedBy(line, j);
      return agent ? { ...agent, ...repeated(line, agent, "by") } : null;
    }
    if (/^(?:[;:.]|who|and|that|to)$/.test(w)) return null;
  }
  return null;
}

/** "received on Tuesday at the ministry in P the visiting minister": days and places stand before the guest. */
function pastAdjunct(line: Line, from: number): Found | null {
  if (!/^(?:on|at|in|yesterday|today|[a-z]+day|this)$/.test(wordAt(line, from))) return null;
  for (let j = from; j < Math.min(line.chunks.length, from + 14); j++) {
    const c = line.chunks[j]!;
    if (
      c.kind === "actors" &&
      !c.possessive &&
      c.actors.every((a) => a.kind === "person") &&
      !PREPOSITIONS.has(wordAt(line, j - 1))
    )
      return { actors: c.actors, at: j, doubts: [] };
    if (
      c.kind === "word" &&
      (FINITE.test(c.word) || /^(?:[.;]|and|who|which|that|by|from|with|to)$/.test(c.word))
    )
      return null;
  }
  return null;
}

/** "A flies to P, where B will receive him": the one on the way. */
function himself(line: Line, k: number, subject: Found): Found | null {
  const word = wordAt(line, k + 1);
  if ((word !== "him" && word !== "her") || wordAt(line, subject.at - 1) !== "where") return null;
  const guest = pronoun(line, subject.at, word === "him" ? "he" : "she");
  return guest?.actors.every((a) => subject.actors.every((b) => a.id !== b.id)) ? guest : null;
}

function directObject(line: Line, k: number): Found | null {
  const n = past(line, k + 1, 2);
  const c = line.chunks[n];
  if (c?.kind === "actors" && !c.possessive) return { actors: c.actors, at: n, doubts: [] };
  const behind = pastAdjunct(line, k + 1);
  if (behind) return behind;
  return /^(?:visiting|his|her|their|the|both|first|second|third|fourth|annual|[a-z]+th)$/.test(
    wordAt(line, n),
  )
    ? governedBy(line, n - 1)
    : null;
}
