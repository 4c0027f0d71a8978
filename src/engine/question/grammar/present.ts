import type { Query, WhoTerm } from "../../../model/query.ts";
import type { Draft } from "../draft.ts";
import type { Sentence } from "../sentence.ts";
import { askedPart } from "./choose.ts";
import { type Frame, isPeopled } from "./frame.ts";
import type { Verb } from "./verb.ts";

/** Tells the parts of a clause's people by its verb: of those named, in place, and of those asked for. */
export function partsBy(draft: Draft, sentence: Sentence, frame: Frame, verb: Verb, who: WhoTerm[]): void {
  const { main, noun, attends, role, not, shape, passive } = verb;
  const all = (part: WhoTerm["part"]) => {
    for (const [at, term] of who.entries()) who[at] = { ...term, ...(part && { part }) };
  };
  if (role && !isPeopled(frame)) all(role);
  // "which talks did X skip", "why did X not come": X stayed away from what is asked for.
  if (attends?.part === "declined" && frame.ask !== "people" && !(frame.ask === "whether" && not !== -1))
    all("declined");
  const there = main !== undefined && comesTo(draft, who, sentence.lemmas[main.said[0] ?? -1] ?? "");
  if (there) presentThere(draft, who);
  else if (isAwaited(draft, sentence) && !(main ?? noun ?? attends))
    draft.asked = { ...draft.asked, guest: true };
  if (who.length > 0) draft.who = who;
  if (!isPeopled(frame) || there) return;
  const part = attends ? attends.part : askedPart(sentence, frame, shape, main, passive, who);
  if (part !== undefined && draft.asked?.part === undefined) draft.asked = { ...draft.asked, part };
}

/** "Who came to P", "did X go to P": whoever was there from elsewhere, whatever brought them. */
function comesTo(draft: Draft, who: readonly WhoTerm[], verb: string): boolean {
  if (draft.where === undefined || !MOVING.test(verb)) return false;
  return STAYS.has(draft.ask) && who.every(({ part }) => part === undefined || part === "visitor");
}

function presentThere(draft: Draft, who: WhoTerm[]): void {
  delete draft.kinds;
  for (const [at, { part: _part, ...term }] of who.entries()) who[at] = term;
  if (draft.ask === "people") draft.asked = { ...draft.asked, guest: true };
}

/** "Who is expected in P?": guests, where no verb or noun says more. */
const isAwaited = ({ ask, where, status, asked }: Draft, { tokens }: Sentence): boolean =>
  ask === "people" &&
  where !== undefined &&
  status?.join() === "planned" &&
  asked?.part === undefined &&
  tokens.some(({ word }) => /^(?:expected|awaited|due|coming)$/.test(word));

const MOVING = /^(?:go|travel|come|fly|arrive|journey)$/;
const STAYS = new Set<Query["ask"]>(["people", "whether", "dates", "events"]);
