import type { Confidence, Participant } from "../../../model/event.ts";
import type { When } from "../../../model/when.ts";
import type { Draft } from "../draft.ts";

/**
 * How sure the reading is, with its reasons: high is published, medium published and marked, low goes to the review
 * list. A reason of weight lowers by one band, a grave one to low at once.
 */
export function confidenceOf(d: Draft, participants: readonly Participant[], when: When): Confidence {
  const grave: string[] = [];
  const weighty: string[] = [];
  const slight: string[] = [];
  const here = participants.filter((p) => !["mentioned", "declined", "absent", "informant"].includes(p.part));
  for (const doubt of d.doubts)
    (isGrave(d, doubt) ? grave : SLIGHT.test(doubt) ? slight : weighty).push(doubt);
  const weak = d.takers.filter((t) => t.actor.weak && t.actor.kind === "person").length;
  if (weak > 0) (weak > 1 ? grave : weighty).push("a name without a title or a record");
  if (here.some((p) => p.inferred)) weighty.push("a name from the table of offices");
  if (here.some((p) => p.resolution === "role-only" && !p.inferred && p.id.startsWith("group:")))
    weighty.push("an office whose holder is not known");
  if (here.some((p) => p.resolution === "role-only" && p.country === undefined))
    grave.push("an office without a country");
  const known = d.line.speaker !== null || d.doubts.some((doubt) => doubt.startsWith("pronoun"));
  if (here.some((p) => p.resolution === "pronoun") && !known) weighty.push("a pronoun");
  if (d.line.speaker?.questioner) grave.push("a questioner's words");
  if (supposed(d)) grave.push("a supposition");
  if (when.precision === "none") weighty.push("no day");
  if (d.line.heading && d.kind !== "statement" && !RECORD.test(d.rules[0] ?? "") && !(d.also ?? []).length)
    weighty.push("told by a headline alone");
  const reasons = [...grave, ...weighty, ...slight];
  if (grave.length > 0 || weighty.length > 2) return { band: "low", reasons };
  if (weighty.length > 0) return { band: "medium", reasons };
  return {
    band: "high",
    reasons: reasons.length > 0 ? reasons : ["named participants and a plain relation"],
  };
}

const GRAVE = /two possible people|several verbs away|unclear/;

/**
 * A pronoun that goes on with the subject of the sentence before is no riddle unless that names several others; that a
 * matter was not discussed denies no talks.
 */
function isGrave(d: Draft, doubt: string): boolean {
  if (/someone in the sentence before/.test(doubt)) return others(d) > 1;
  if (/in person or not|meeting or not/.test(doubt)) return d.status === "denied";
  return GRAVE.test(doubt);
}

/** How many of the sentence before a pronoun passes over. */
const others = (d: Draft): number =>
  d.line.recent.filter((a) => !d.takers.some(({ actor }) => actor.id === a.id)).length;

/** "might have met", "could have spoken": nobody says that they did. */
const supposed = (d: Draft): boolean =>
  /\b(?:might|may|could) have (?:\w+ )?$/.test(
    d.line.scan.text.slice(
      Math.max(0, (d.line.chunks[d.at]?.start ?? 0) - 40),
      d.line.chunks[d.at]?.start ?? 0,
    ),
  );

/** The title of a record is its first sentence. */
const RECORD = /title of a record|joint statement|spoke at a gathering/;
const SLIGHT = /^day |^place /;
