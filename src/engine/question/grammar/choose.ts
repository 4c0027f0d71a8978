import type { Part, Status } from "../../../model/kinds.ts";
import type { WhoTerm } from "../../../model/query.ts";
import type { Relation } from "../lexicon/index.ts";
import { STATUS_VERBS } from "../lexicon/words.ts";
import type { Sentence } from "../sentence.ts";
import type { Frame } from "./frame.ts";
import type { Attendance } from "./marks.ts";
import type { Match } from "./match.ts";

export type Chosen = {
  /** The verb of the clause, or its noun where there is no verb. */
  readonly main?: Match;
  /** The event noun beside the verb. */
  readonly noun?: Match;
  readonly attends?: Attendance;
};

/** Which of the relations in a clause it is about. */
export function choose(
  sentence: Sentence,
  matches: readonly Match[],
  attendance: Attendance | undefined,
): Chosen {
  const nouns = matches.filter(
    (match) => match.form === "noun" && !(matches.length > 1 && isAbout(sentence, match)),
  );
  const longer = (match: Match) =>
    attendance !== undefined &&
    match.from <= attendance.at &&
    match.to >= attendance.to &&
    match.said.length > attendance.to - attendance.at;
  if (attendance && !matches.some(longer)) {
    const outside = (match: Match) => match.to <= attendance.at || match.from >= attendance.to;
    const noun = nouns.find(outside);
    const occasion = sentence.names.some(
      ({ from, senses }) => from >= attendance.to && senses.some(({ kind }) => kind === "occasion"),
    );
    const verb = matches.find(
      (match) => match.form !== "noun" && outside(match) && match.to <= attendance.at,
    );
    if (!verb && (noun || occasion || !attendance.moves || attendance.part !== undefined))
      return { attends: attendance, ...(noun && { noun }) };
  }
  const verb = matches.find(({ form }) => form !== "noun");
  const noun = nouns.find((match) => match !== verb);
  const main = verb ?? noun;
  return { ...(main && { main }), ...(noun && noun !== main && { noun }) };
}

/** "say about the ceasefire": the noun is what it was about, not what is asked for. */
function isAbout({ tokens }: Sentence, match: Match): boolean {
  let at = match.from - 1;
  while (/^(?:the|a|an|any|its|their|his|her)$/.test(tokens[at]?.word ?? "")) at--;
  return /^(?:about|regarding|concerning)$/.test(tokens[at]?.word ?? "");
}

/** What the verb of a match makes of the event noun that it has as its object, by all its words or the first. */
export const statusSet = (sentence: Sentence, match: Match): Status | null | undefined => {
  const words = match.said.map((at) => sentence.lemmas[at] ?? "");
  const whole = STATUS_VERBS.get(words.join(" "));
  return whole !== undefined ? whole : STATUS_VERBS.get(words[0] ?? "");
};

/** "hosted the talks": the noun tells the kind, the verb who was host. */
export const heldNoun = (main: Match | undefined, noun: Match | undefined): boolean =>
  main?.form === "inverse" &&
  main.relation.id === "visit" &&
  noun !== undefined &&
  noun.relation.id !== "visit";

/** An event noun that is what a statement or appeal was about, not one more word for the same thing. */
export function textNoun(main: Match | undefined, noun: Match | undefined): boolean {
  if (!main || !noun || main === noun || heldNoun(main, noun)) return false;
  return (
    !(GATHERING.has(main.relation.id) && GATHERING.has(noun.relation.id)) && main.relation !== noun.relation
  );
}

const GATHERING = new Set(["meet", "talk", "negotiate", "speak", "visit", "call"]);

/** The part of those asked for: whichever side of the verb the question word stands on. */
export function askedPart(
  sentence: Sentence,
  frame: Frame,
  shape: Pick<Relation, "doer" | "other"> | undefined,
  verb: Match | undefined,
  passive: boolean,
  who: readonly WhoTerm[],
): Part | undefined {
  if (!shape || !verb || verb.form === "noun") return undefined;
  const [subject, object] = verb.form === "inverse" ? [shape.other, shape.doer] : [shape.doer, shape.other];
  if (passive) return isAgent(sentence, frame) ? subject : object;
  if (subject !== undefined && who.some(({ part }) => part === subject)) return object;
  return subject;
}

/** "by whom was X visited", "X was visited by whom", "who is X threatened by first": a "by" that nothing stands behind. */
function isAgent({ tokens, nameAt, taken }: Sentence, frame: Frame): boolean {
  if (tokens[frame.at - 1]?.word === "by") return true;
  return tokens.some(({ word }, at) => {
    if (word !== "by" || nameAt[at] || at <= frame.at) return false;
    let next = at + 1;
    while (/^(?:the|a|an)$/.test(tokens[next]?.word ?? "")) next++;
    return nameAt[next] === undefined && (tokens[next] === undefined || taken[next] === true);
  });
}
