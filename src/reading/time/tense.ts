import type { Tense } from "../types.ts";
import type { Term } from "./terms.ts";

const REPORTED =
  /\b(?:said|told|announced|stated|confirmed|reported|added|warned|declared|wrote|tweeted)(?:\s+(?!to\b|that\b|will\b|would\b|plans?\b)\p{L}+){0,4}\s+$/u;
const COMING = /\b(?:forthcoming|upcoming)\b[^.;:?!]{0,60}$/;
const INTENDED =
  /\b(?:due|scheduled|planned|plans|planning|expected|expects|slated|agreed|intends|hopes|invited)\b[^.;:?!]{0,80}$/;
const INFINITIVE =
  /\bto\s+(?:be\s+)?(?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|my\b|this\b|that\b|th[eo]se\b|all\b|both\b)[a-z]{2,}\b[^.;:?!]{0,60}$/;

/**
 * The tense a time expression follows: that of its clause, but a day beside a verb of saying is past, and one behind
 * words of intention ("was due to", "agreed to") in a past clause may lie on either side, so the nearest is meant.
 */
export function tenseOf(term: Term, before: string, tense: Tense): Tense {
  const near = before.slice(-120);
  if (term.kind === "weekday" && REPORTED.test(near)) return "past";
  if (tense !== "past") return tense;
  if (COMING.test(near)) return "future";
  if (INTENDED.test(near)) return "present";
  const calendar = term.kind === "days" || term.kind === "month";
  return calendar && INFINITIVE.test(near) ? "present" : tense;
}
