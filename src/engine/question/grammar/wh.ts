import type { EntityKind } from "../../../model/entity.ts";
import type { Asked } from "../../../model/query.ts";
import { HEADS, ORDER_WORDS, PREPOSITIONS } from "../lexicon/words.ts";
import type { Named, Sentence } from "../sentence.ts";
import { isUnnamed } from "./asked.ts";
import type { Frame } from "./frame.ts";
import { counted, countryAfter, type FoundHead, headAt, headed, skip } from "./heads.ts";

/** The frame of a question word at a place, with the words around it that ask; all of them taken. */
export function whFrame(sentence: Sentence, at: number, to: number): Frame | undefined {
  const { tokens, lemmas, taken, nameAt } = sentence;
  const word = (index: number) =>
    index < to && !taken[index] && !nameAt[index] ? (tokens[index]?.word ?? "") : "";
  const take = (start: number, end = start + 1) => void taken.fill(true, start, end);
  switch (word(at)) {
    case "who":
    case "whom":
    case "whose": {
      take(at);
      const kind = kindLater(sentence, at, to);
      const second = findWord(sentence, at + 1, to, /^(?:who|whom)$/);
      const other = findWord(sentence, at + 1, to, /^other$/);
      if (second !== -1 && tokens[second - 1]?.word !== "and") {
        take(second);
        return { ask: "pairs", at };
      }
      if (other !== -1 && tokens[other - 1]?.word === "each") return { ask: "pairs", at };
      if (word(at + 1) === "else") take(at + 1);
      const told = /^(?:has|have|had|first|also)$/.test(word(at + 1)) ? at + 2 : at + 1;
      if (/^report(?:s|ed)?$/.test(word(told)) && word(told + 1) !== "to") {
        take(at, told + (/^(?:on|of|about)$/.test(word(told + 1)) ? 2 : 1));
        return { ask: "events", at };
      }
      const noun = lemmas[at + 1] === "be" ? skip(sentence, at + 2, to) : -1;
      const plain = HEADS.get(word(noun))?.ask === "people" && HEADS.get(word(noun))?.kind === undefined;
      if (plain || (isUnnamed(tokens[noun - 1]?.word) && HEADS.has(word(noun)))) take(noun);
      const office = noun === -1 ? undefined : orderedOffice(sentence, at, noun);
      const from = word(at + 1) === "from" ? countryAfter(sentence, at + 1) : {};
      if (lemmas[at + 1] === "be" && nameAt[at + 2] && nameAt[at + 2]?.to === to) {
        take(at + 1);
        return { ask: "entity", at, being: true };
      }
      const asked = { ...(kind && { kind }), ...from, ...office };
      return { ask: "people", at, ...(Object.keys(asked).length > 0 && { asked }) };
    }
    case "when": {
      take(at);
      if (word(at + 1) === "and" && word(at + 2) === "where") {
        take(at + 1, at + 3);
        return { ask: "events", at };
      }
      return { ask: "dates", at, ...lastTime(sentence, at + 1, to) };
    }
    case "where": {
      take(at);
      if (word(at + 1) === "and" && word(at + 2) === "when") {
        take(at + 1, at + 3);
        return { ask: "events", at };
      }
      return { ask: "places", at };
    }
    default: {
      const newest = newsAfter(sentence, at, to);
      if (newest) return newest;
      const head = headAt(sentence, skip(sentence, at + 1, to), to) ?? headAfterBe(sentence, at + 1, to);
      if (
        !head &&
        lemmas[at + 1] === "be" &&
        /^(?:number|count)$/.test(tokens[skip(sentence, at + 2, to)]?.word ?? "")
      ) {
        const number = skip(sentence, at + 2, to);
        take(at, number + (word(number + 1) === "of" ? 2 : 1));
        const of = headAt(sentence, skip(sentence, number + 2, to), to);
        return of ? counted(sentence, of) : { ask: "number", of: "events", at };
      }
      take(at);
      const kind = head ? undefined : kindLater(sentence, at, to);
      if (kind) return { ask: "people", at, asked: { kind } };
      for (const phrase of GOING_ON)
        if (phrase.every((each, index) => tokens[at + 1 + index]?.word === each))
          take(at + 1, at + 1 + phrase.length);
      if (head) return headed(sentence, head, to, at);
      return { ask: "events", at, open: true };
    }
  }
}

/** "what is the latest on", "what's new about": news of what follows. */
function newsAfter(sentence: Sentence, at: number, to: number): Frame | undefined {
  const { tokens, lemmas, taken } = sentence;
  if (lemmas[at + 1] !== "be") return undefined;
  let end = at + 2;
  while (end < to && NEWS.test(tokens[end]?.word ?? "")) end++;
  const told = tokens.slice(at + 2, end).some(({ word }) => /^(?:latest|news|new|updates?)$/.test(word));
  if (!told || !/^(?:on|about|from|of|regarding|concerning|with)$/.test(tokens[end]?.word ?? ""))
    return undefined;
  taken.fill(true, at, end + 1);
  return { ask: "events", at, newest: true };
}

const NEWS = /^(?:the|latest|newest|news|new|updates?|developments?|events?)$/;

/** "What was the date of …": the noun that asks comes after the verb. */
function headAfterBe(sentence: Sentence, at: number, to: number): FoundHead | undefined {
  if (sentence.lemmas[at] !== "be") return undefined;
  const found = headAt(sentence, skip(sentence, at + 1, to), to);
  const asks =
    found && (found.head.ask === "dates" || found.head.ask === "topics" || found.head.ask === "places");
  return asks && OF_WHICH.test(sentence.tokens[found.at + 1]?.word ?? "") ? found : undefined;
}

const OF_WHICH = /^(?:of|in|on|at|when|that|which)$/;

/** "who was the first country to …", "which was the last person that …": what kind of one, its words taken. */
function kindLater(sentence: Sentence, at: number, to: number): EntityKind | undefined {
  const { tokens, lemmas, taken, nameAt } = sentence;
  if (lemmas[at + 1] !== "be" || nameAt[at + 1]) return undefined;
  const noun = skip(sentence, at + 2, to);
  const head = nameAt[noun] ? undefined : HEADS.get(tokens[noun]?.word ?? "");
  const ordered = tokens.slice(at + 2, noun).some(({ word }) => ORDER_WORDS.has(word));
  if (head?.ask !== "people" || !ordered) return undefined;
  taken[noun] = true;
  if (/^(?:who|that|which|whom)$/.test(tokens[noun + 1]?.word ?? "")) taken[noun + 1] = true;
  if (PREPOSITIONS.has(tokens[noun + 1]?.word ?? "") && /^(?:which|whom)$/.test(tokens[noun + 2]?.word ?? ""))
    taken.fill(true, noun + 1, noun + 3);
  // "Who was the last person to …" asks no more than "who last …".
  return head.kind === "person" && tokens[at]?.word === "who" ? undefined : head.kind;
}

/** "who was the last foreign minister (of Kenya) to …": the office asked for, its words taken. */
function orderedOffice({ tokens, taken, nameAt }: Sentence, at: number, noun: number): Asked | undefined {
  const named = nameAt[noun];
  const ordered = tokens.slice(at + 2, noun).some(({ word }) => ORDER_WORDS.has(word));
  if (!named || !ordered || !/^(?:to|who|that)$/.test(tokens[named.to]?.word ?? "")) return undefined;
  const sense = named.senses.find(({ kind }) => kind === "office" || kind === "title");
  if (sense?.kind !== "office" && sense?.kind !== "title") return undefined;
  taken.fill(true, named.from, named.to + 1);
  const country = sense.of ?? countryBefore(nameAt[named.from - 1]);
  return { office: sense.office, ...(country !== undefined && { country }) };
}

const countryBefore = (named: Named | undefined): string | undefined =>
  named?.senses.flatMap((sense) => ("code" in sense ? [sense.code] : []))[0];

const GOING_ON = [
  ["went", "on"],
  ["goes", "on"],
  ["was", "going", "on"],
  ["is", "going", "on"],
  ["has", "been", "going", "on"],
  ["came", "about"],
  ["was", "up"],
];

/** "When was the last time (that)": these words ask for the day only. */
function lastTime(sentence: Sentence, from: number, to: number): Partial<Frame> {
  const { tokens, taken } = sentence;
  for (let at = from; at < Math.min(to, from + 5); at++)
    if (tokens[at]?.word === "time" && ORDER_WORDS.has(tokens[at - 1]?.word ?? "")) taken[at] = true;
  return {};
}

function findWord({ tokens, taken, nameAt }: Sentence, from: number, to: number, wanted: RegExp): number {
  for (let at = from; at < to; at++)
    if (!taken[at] && !nameAt[at] && wanted.test(tokens[at]?.word ?? "")) return at;
  return -1;
}
