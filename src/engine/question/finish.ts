import { OUTSIDE_PARTS, STATUSES } from "../../model/kinds.ts";
import type { Draft } from "./draft.ts";
import type { Clause } from "./grammar/clause.ts";
import type { Sentence } from "./sentence.ts";

/** Last touches, which need the whole question: what is asked of a name alone, of "mentioned", of "who met in P". */
export function finishing(sentence: Sentence, clause: Clause): Draft {
  const { draft, frame, main } = clause;
  const done: Draft = { ...draft };
  const narrowed = [
    done.kinds,
    done.where,
    done.when,
    done.status,
    done.flags,
    done.topic,
    done.text,
    done.occasion,
    done.order,
    done.source,
    done.since,
    done.event,
  ].some((each) => each !== undefined);
  if (isOfficeHolder(sentence, clause)) {
    const who = done.who?.map(({ part: _part, ...term }) => term) ?? [];
    return { ask: "entity", who, ...(done.when && { when: done.when }) };
  }
  if (
    done.who?.length === 1 &&
    !OUTSIDE_PARTS.some((part) => part === done.who?.[0]?.part) &&
    done.who[0]?.part !== "witness" &&
    !narrowed &&
    (frame.bare ||
      frame.being ||
      frame.open ||
      (done.ask === "people" && !main && sentence.lemmas.includes("be", frame.at + 1)))
  )
    return { ask: "entity", who: done.who };
  if (done.ask === "entity")
    return {
      ask: "entity",
      ...(done.who && { who: done.who.map(({ part: _part, ...who }) => who) }),
      ...(done.when && { when: done.when }),
    };
  if (
    sentence.lemmas.some(
      (word, at) => MENTIONED.test(word) && !sentence.nameAt[at] && sentence.tokens[at - 1]?.word !== "as",
    )
  ) {
    if (done.kinds && done.ask === "events" && done.status === undefined) done.status = STATUSES;
    else if (
      !done.kinds &&
      done.who &&
      /^mention/.test(sentence.lemmas.find((word) => MENTIONED.test(word)) ?? "")
    )
      done.who = done.who.map((who) => ({ ...who, part: "any" }));
  }
  if (done.ask === "people" && main?.form === "verb" && done.who === undefined && done.asked === undefined) {
    if (main.relation.id === "agree") done.asked = { part: "signatory" };
    else if (MUTUAL.has(main.relation.id) && done.status === undefined) done.ask = "pairs";
  }
  if (done.ask === "pairs" && done.kinds === undefined) done.kinds = ["met"];
  if (
    done.status?.join() === "denied" &&
    sentence.lemmas.some((word, at) => word === "deny" && !sentence.nameAt[at])
  )
    return denying(sentence, done);
  return done;
}

/**
 * "Who denied the talks?", "Did X deny anything?": of what was denied an event has the people who would have taken part,
 * and apart from them the one who said so. Of several it is not told here which denied, so there is no yes to that.
 */
function denying({ tokens }: Sentence, draft: Draft): Draft {
  const { ask, asked, who } = draft;
  if (
    ask === "people" &&
    asked?.part === undefined &&
    tokens.some(({ word }, at) => word === "who" && /^den/.test(tokens[at + 1]?.word ?? ""))
  )
    return { ...draft, asked: { ...asked, part: "informant" } };
  if (!who || !tokens.some(({ word }) => word === "deny" || word === "denies")) return draft;
  if (who.length === 1) return { ...draft, who: who.map((term) => ({ ...term, part: "informant" })) };
  return ask === "whether" ? { ...draft, ask: "events" } : draft;
}

/** "Who was the foreign minister of Kenya in 2019?": the table of office holders answers, not the events. */
function isOfficeHolder(sentence: Sentence, { draft, frame, main, attends }: Clause): boolean {
  const { ask, who = [], when, asked, ...rest } = draft;
  const [only] = who;
  if (who.length !== 1 || !only?.office || main || attends) return false;
  if (when !== undefined && when.kind !== "period" && "query" in when.pivot) return false;
  if (Object.values(rest).some((each) => each !== undefined)) return false;
  const named = asked === undefined || (asked.part === undefined && asked.office === undefined);
  const being = sentence.tokens.some(({ word }, at) => BEING.test(word) && !sentence.nameAt[at]);
  return (
    ask === "entity" || (named && ask === "people" && being) || (frame.bare === true && ask === "events")
  );
}

const BEING = /^(?:is|are|was|were|be|been|became|become|served?|serving|held|holds?)$/;

/** Verbs that with nobody named ask who did it with whom. */
const MUTUAL = new Set(["meet", "negotiate", "speak", "call", "talk"]);
const MENTIONED = /^(?:mention|report|record|describe|cite)$/;
