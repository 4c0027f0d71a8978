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
    (GRAVE.test(doubt) ? grave : SLIGHT.test(doubt) ? slight : weighty).push(doubt);
  const weak = d.takers.filter((t) => t.actor.weak && t.actor.kind === "person").length;
  if (weak > 0) (weak > 1 ? grave : weighty).push("a name without a title or a record");
  if (here.some((p) => p.inferred)) weighty.push("a name from the table of offices");
  if (here.some((p) => p.resolution === "role-only" && !p.inferred && p.id.startsWith("group:")))
    weighty.push("an office whose holder is not known");
  if (here.some((p) => p.resolution === "role-only" && p.country === undefined))
    grave.push("an office without a country");
  if (here.some((p) => p.resolution === "pronoun") && !d.line.speaker) weighty.push("a pronoun");
  if (d.line.speaker?.questioner) grave.push("a questioner's words");
  if (when.precision === "none") weighty.push("no day");
  const reasons = [...grave, ...weighty, ...slight];
  if (grave.length > 0 || weighty.length > 2) return { band: "low", reasons };
  if (weighty.length > 0) return { band: "medium", reasons };
  return {
    band: "high",
    reasons: reasons.length > 0 ? reasons : ["named participants and a plain relation"],
  };
}

const GRAVE = /someone in the sentence before|two possible people|several verbs away|unclear/;
const SLIGHT = /^day |^place /;
