import type { Tense } from "../types.ts";
import type { Term } from "./terms.ts";

const REPORTED =
  /\b(?:said|told|announced|stated|confirmed|reported|added|warned|declared|wrote|tweeted)(?:\s+(?!to\b|that\b|will\b|would\b|plans?\b)\p{L}+){0,4}\s+$/u;
const COMING = /\b(?:forthcoming|upcoming)\b[^.;:?!]{0,60}$/;
const INTENDED =
  /\b(?:due|set\s+(?:for|to)|scheduled|planned|plans|planning|expected|expects|slated|agreed|intends|hopes|invited)\b[^.;:?!]{0,80}$/;
const INFINITIVE =
  /\bto\s+(?:be\s+)?(?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|my\b|this\b|that\b|th[eo]se\b|all\b|both\b)[a-z]{2,}\b[^.;:?!]{0,60}$/;

/** The clause that opens a sentence has a time of its own: "After meeting X on Tuesday, Y will …", "Ahead of X's talks on Friday, …". */
const OPENING = /^\s*(After|Following|Having|Before|Ahead\s+of)\s[^,;:]*$/;

/**
 * The tense a time expression follows: that of its clause, but a day beside a verb of saying is past, and one behind
 * words of intention ("was due to", "agreed to") in a past clause may lie on either side, so the nearest is meant.
 */
export function tenseOf(term: Term, before: string, tense: Tense): Tense {
  const near = before.slice(-120);
  const opening = OPENING.exec(before.slice(-200))?.[1]?.toLowerCase();
  if (opening !== undefined) return /before|ahead/.test(opening) ? "future" : "past";
  if (term.kind === "weekday" && REPORTED.test(near)) return "past";
  if (tense !== "past") return tense;
  if (COMING.test(near)) return "future";
  if (INTENDED.test(near)) return "present";
  const calendar = term.kind === "days" || term.kind === "month";
  return calendar && INFINITIVE.test(near) ? "present" : tense;
}
