import type { Actor } from "../../names/actors.ts";
import type { Draft, Taker } from "../draft.ts";
import { whenOf } from "../finish/when.ts";
import { placesOf } from "../finish/where.ts";
import { lastOf, MET, near, source } from "./antecedent.ts";

const HEADS = new Set([
  "president",
  "prime-minister",
  "monarch",
  "supreme-leader",
  "crown-prince",
  "leader",
  "party-leader",
]);

/** "The two leaders met": one more passage of the event they are of, or, on another day, an event of its own. */
export function reunite(drafts: Draft[], next: Draft) {
  const tour =
    next.takers.length > 0
      ? lastOf(
          drafts,
          (d) =>
            d.kind === "visit" &&
            near(d, next, 8) &&
            d.takers.filter((t) => t.actor.kind === "person").length > 1,
        )
      : -1;
  const last = lastOf(
    drafts,
    (d) =>
      (MET.has(d.kind) || (d.kind === "call" && next.status !== "happened")) &&
      d.status !== "denied" &&
      near(d, next, 6) &&
      d.takers.filter((t) => t.actor.kind === "person").length > 1,
  );
  const at = tour >= 0 ? tour : last;
  const known = drafts[at];
  if (!known) return;
  const two = next.line.chunks.slice(0, next.at).some((c) => c.word === "two" || c.word === "pair");
  const here = known.takers.filter(
    (t) => t.actor.kind === "person" && t.part !== "absent" && t.part !== "declined",
  );
  const word = next.line.chunks
    .slice(0, next.at)
    .findLast((c) => /^(?:leaders|presidents|premiers|ministers)$/.test(c.word))?.word;
  const suits = (office: string) => (word === "ministers" ? /minister/.test(office) : HEADS.has(office));
  const level = word ? here.filter((t) => suits(t.actor.office ?? "")) : here;
  const people = level.length > 1 ? level : here;
  if (two && people.length !== 2) return;
  if (next.takers.length > 0) {
    const others = next.takers.filter((t) => !people.some((p) => p.actor.id === t.actor.id));
    const both = [...people.map((t) => ({ ...t, part: "attendee" as const })), ...others];
    if (others.length > 0) drafts.push({ ...next, takers: both });
    return;
  }
  const own = whenOf({ ...next, takers: people });
  const same = !MET.has(known.kind)
    ? false
    : own.stated
      ? own.when.edtf === whenOf(known).when.edtf
      : next.status === known.status;
  if (same)
    drafts[at] = {
      ...known,
      places: placesOf(known).length > 0 ? placesOf(known) : placesOf(next),
      also: [...(known.also ?? []), source(next)],
      rules: [...known.rules, "told again"],
    };
  else if (own.stated || next.status !== known.status)
    drafts.push({ ...next, takers: people.map((t) => ({ ...t, part: "attendee" as const })) });
}

/** "the diplomat", "the spokesman" after "a senior diplomat", "a representative": the same unnamed person. */
export function sameUnnamed(speaker: Actor, other: Actor | null): boolean {
  if (speaker.resolution !== "unnamed" || !/^the\b/i.test(speaker.as)) return false;
  if (other === null) return true;
  const head = (a: Actor) =>
    (a.role ?? "")
      .toLowerCase()
      .split(" ")
      .at(-1)
      ?.replace(/^(?:spokesman|spokeswoman|representative)$/, "spokesperson");
  return (
    other.resolution === "unnamed" &&
    head(other) === head(speaker) &&
    (speaker.country === null || other.country === null || speaker.country === other.country)
  );
}

/** "the talks were held between A and B" after "US-Russia talks": the same talks, now with who sat there. */
export function specified(drafts: readonly Draft[], next: Draft): number {
  if (!next.rules.includes("talks between")) return -1;
  const k = next.at;
  const definite = next.line.chunks
    .slice(Math.max(0, k - 3), k)
    .some((c) => /^(?:the|these|those)$/.test(c.word));
  const codes = sides(next.takers);
  if (!definite || codes === "") return -1;
  return lastOf(
    drafts,
    (d) =>
      MET.has(d.kind) &&
      near(d, next, 3) &&
      sides(d.takers) === codes &&
      d.takers.every((t) => t.actor.kind === "country"),
  );
}

export const specify = (d: Draft, next: Draft): Draft => ({
  ...d,
  takers: next.takers,
  occasion: d.occasion ?? next.occasion ?? occasionOf(next),
  flags: [...new Set([...d.flags, ...next.flags])],
  also: [...(d.also ?? []), source(next)],
  rules: [...d.rules, ...next.rules],
});

const occasionOf = (d: Draft) => d.line.scan.pieces.find((p) => p?.occasion)?.occasion ?? null;

export const sides = (takers: readonly Taker[]) =>
  [...new Set(takers.map((t) => t.actor.country ?? ""))].sort().join(" ").trim();
