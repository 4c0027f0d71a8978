import type { Actor } from "../../names/actors.ts";
import type { EventMention } from "../../types.ts";
import { type Draft, taking } from "../draft.ts";
import type { Chunk } from "../sentence/chunks.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { realis } from "../sentence/status.ts";

const CALL = /^(?:phoned|telephoned|call|calls|spoke|speak|speaks|speaking|telephone|phone)$/;
const TALKS =
  /^(?:talks|negotiations|negotiate|negotiated|negotiating|consultations|consulted|discussions|dialogue|conferred)$/;
const MET =
  /^(?:met|meet|meets|meeting|meetings|encounter|summit|visit|visits|visited|visiting|trip|received|receives|receive|hosted|hosts|hosting|welcomed|welcomes|greeted|audience|sat|dined|dinner|lunch|breakfast|reception|hands|together|face|paths|corridor|session|attend|attended|attends|joined|talk|talked|conversation|conversed)$/;
const NOUN =
  /^(?:talks|negotiations|consultations|discussions|dialogue|meeting|meetings|encounter|summit|visit|visits|trip|call|calls|audience|dinner|lunch|breakfast|reception)$/;

/** The doubt that sends an event to the review list, and nowhere else. */
export const POSSIBLE = "a word of meeting beside people of two sides, unclear whether it was theirs";

/** How far from the word someone may stand, in chunks. */
const REACH = 14;

/**
 * What no rule reads but a person should see: a word of meeting, a visit or a call, and named people of two sides around
 * it. Of low confidence always. `null` where the sentence has none.
 */
export function possible(line: Line): Draft | null {
  if (line.heading || line.speaker?.questioner) return null;
  for (let k = 1; k < line.chunks.length; k++) {
    const word = wordAt(line, k);
    const kind = CALL.test(word) ? "call" : TALKS.test(word) ? "talks" : MET.test(word) ? "meeting" : null;
    if (kind === null || quoted(line, line.chunks[k] as Chunk)) continue;
    const found = around(line, k);
    if (!found) continue;
    const { status, tense } = realis(line, k, found.from, NOUN.test(word));
    return {
      kind,
      status: status === "denied" || status === "declined" ? "alleged" : status,
      tense,
      flags: [],
      takers: taking("attendee", found.actors),
      line,
      at: k,
      rules: ["possible meeting"],
      doubts: [POSSIBLE],
    };
  }
  return null;
}

/** Those of the possible events whose people no other event of the document has together. */
export function unread(all: readonly EventMention[]): readonly EventMention[] {
  const told = all.filter((m) => !isPossible(m));
  const byPerson = new Map<string, Set<EventMention>>();
  for (const m of told)
    if (m.kind !== "statement")
      for (const { id } of m.participants) byPerson.set(id, (byPerson.get(id) ?? new Set()).add(m));
  const together = ({ participants: [a, b] }: EventMention) =>
    [...(byPerson.get(a?.id ?? "") ?? [])].some((m) => byPerson.get(b?.id ?? "")?.has(m));
  return all.filter((m) => !isPossible(m) || (m.participants.length > 1 && !together(m)));
}

const isPossible = (m: EventMention) => m.rules?.[0] === "possible meeting";

/** The two named people of two sides who stand nearest to the word, in the order of the text. */
function around(line: Line, k: number): { readonly actors: readonly Actor[]; readonly from: number } | null {
  const near: { actor: Actor; at: number }[] = [];
  for (let j = Math.max(0, k - REACH); j <= Math.min(line.chunks.length - 1, k + REACH); j++) {
    const c = line.chunks[j] as Chunk;
    if (c.word === ";") {
      if (j > k) break;
      near.length = 0;
    }
    if (!quoted(line, c)) for (const actor of c.actors) if (isSomeone(actor)) near.push({ actor, at: j });
  }
  const byDistance = near.toSorted((a, b) => Math.abs(a.at - k) - Math.abs(b.at - k) || a.at - b.at);
  const [own] = byDistance;
  const other = byDistance.find(({ actor }) => actor.country !== own?.actor.country);
  if (!own || !other) return null;
  const two = [own, other].toSorted((a, b) => a.actor.span[0] - b.actor.span[0]);
  return { actors: two.map(({ actor }) => actor), from: Math.min(own.at, other.at, k) };
}

const isSomeone = (a: Actor): boolean =>
  a.kind === "person" &&
  !a.weak &&
  a.country !== null &&
  /^(?:named|surname)$/.test(a.resolution) &&
  !/spokes|press secretary|correspondent|analyst|professor/i.test(a.role ?? "");
