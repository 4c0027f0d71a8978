import type { Asked, Granularity, Query } from "../../../model/query.ts";
import { HEADS } from "../lexicon/words.ts";
import type { Named, Sentence } from "../sentence.ts";
import { counted, headAt, headed, isPlural, skip } from "./heads.ts";
import { whFrame } from "./wh.ts";

/** What a question asks for, and where its question word stands. */
export type Frame = {
  readonly ask: Query["ask"];
  readonly of?: Query["of"];
  readonly by?: Granularity;
  readonly asked?: Asked;
  /** Token of "who", "which …", "when"; -1 where there is none. */
  readonly at: number;
  /** Whether the question word is "what" alone, which may ask for events or topics. */
  readonly open?: boolean;
  /** No question word and no verb of asking: a line of keywords, or a follow-up. */
  readonly bare?: boolean;
  /** "who is X": no more than the one. */
  readonly being?: boolean;
  readonly newest?: boolean;
};

/** True where people are asked for, or their number. */
export const isPeopled = ({ ask, of }: Frame): boolean =>
  ask === "people" || (ask === "number" && of === "people");

/** Finds and takes the words that ask, from `from` on. */
export function frameOf(sentence: Sentence, from: number, to: number): Frame {
  const { tokens, lemmas, taken, nameAt } = sentence;
  const word = (at: number) => (at < to && !taken[at] && !nameAt[at] ? (tokens[at]?.word ?? "") : "");
  const take = (start: number, end = start + 1) => void taken.fill(true, start, end);
  let start = from;
  while (start < to && (taken[start] || OPENERS.has(word(start)))) {
    taken[start] = true;
    start++;
  }
  if (IN.has(word(start)) && word(start + 1) === "how") start++;
  const at = word(start);

  if (at === "number" || at === "count") {
    take(start, start + (word(start + 1) === "of" ? 2 : 1));
    const head = headAt(sentence, skip(sentence, start + 2, to), to);
    if (head) return counted(sentence, head);
    return { ask: "number", of: "events", at: start };
  }
  if (at === "how") return howMany(sentence, start, to);
  if (at === "whether" || at === "if") {
    take(start, start + (/^there$/.test(word(start + 1)) ? 3 : 1));
    return { ask: "whether", at: -1 };
  }
  if (/^(?:profile|biography|bio)$/.test(at)) {
    take(start, start + (word(start + 1) === "of" ? 2 : 1));
    return { ask: "entity", at: start };
  }
  if (/^(?:timeline|chronology)$/.test(at)) {
    take(start, start + (word(start + 1) === "of" ? 2 : 1));
    return { ask: "events", at: start };
  }
  if (/^(?:itinerary|whereabouts|travels)$/.test(at)) {
    take(start, start + (word(start + 1) === "of" ? 2 : 1));
    return { ask: "places", at: start };
  }
  if (/^(?:latest|news|updates?|headlines)$/.test(at) && !headAt(sentence, start + 1, to)?.noun) {
    let end = start;
    while (
      /^(?:latest|news|updates?|headlines|events?|on|about|from|of|regarding|concerning)$/.test(word(end))
    )
      end++;
    take(start, end);
    return { ask: "events", at: start, newest: true };
  }

  const wh = whAt(sentence, start, to);
  if (wh !== -1 && (wh <= start + 2 || !AUX.has(lemmas[start] ?? ""))) {
    const framed = whFrame(sentence, wh, to);
    if (framed) return framed;
  }
  if (AUX.has(lemmas[start] ?? "") && word(start) !== "") {
    take(start);
    if (word(start + 1) === "not") take(start + 1);
    if (word(start + 1) === "there") take(start + 1);
    return { ask: "whether", at: -1 };
  }
  const head = headAt(sentence, skip(sentence, start, to), to);
  if (head && (head.head.ask !== "events" || head.head.of !== "sources")) return headed(sentence, head, to);
  return { ask: "events", at: -1, bare: true };
}

const OPENERS = new Set([
  "and",
  "a",
  "of",
  "complete",
  "full",
  "short",
  "any",
  "so",
  "then",
  "but",
  "list",
  "show",
  "name",
  "give",
  "find",
  "enumerate",
  "display",
  "me",
  "us",
  "all",
  "tell",
  "know",
  "about",
]);
const IN = new Set(["in", "on", "at", "by", "with", "to", "of", "from"]);
const AUX = new Set(["do", "have", "be", "will", "would", "can", "could", "should", "may", "might"]);
const WH = new Set(["who", "whom", "whose", "which", "what", "when", "where"]);

/** The question word that asks, not one that leads a relative clause ("the people who met …"). */
function whAt(sentence: Sentence, from: number, to: number): number {
  const { tokens, taken, nameAt } = sentence;
  for (let at = from; at < to; at++) {
    if (taken[at] || nameAt[at] || !WH.has(tokens[at]?.word ?? "")) continue;
    const before = tokens[at - 1]?.word ?? "";
    const named = nameAt[at - 1];
    if (named && isHead(sentence, named)) return -1;
    if (at > from + 1 && before === "in" && HEADS.has(tokens[at - 2]?.word ?? "")) return -1;
    if (
      at > from &&
      (HEADS.has(before) || /s$/.test(before)) &&
      !/^(?:is|was|does|has)$/.test(before) &&
      !nameAt[at - 1]
    )
      return -1;
    return at;
  }
  return -1;
}

/** "foreign ministers (of Kenya) who …". */
const isHead = (sentence: Sentence, named: Named): boolean =>
  named.senses.some(({ kind }) => kind === "title" || kind === "office") && isPlural(sentence, named);

const LASTING = /^(?:last|lasts|lasted|take|took|taken|go|gone|going|on|continued?|ago)$/;

function howMany(sentence: Sentence, start: number, to: number): Frame {
  const { tokens, taken, nameAt } = sentence;
  const next = tokens[start + 1]?.word ?? "";
  taken[start] = true;
  if (next === "often") {
    taken[start + 1] = true;
    return { ask: "number", of: "events", at: start };
  }
  if (next === "long") {
    taken[start + 1] = true;
    for (let at = start + 2; at < to; at++)
      if (!nameAt[at] && LASTING.test(tokens[at]?.word ?? "")) taken[at] = true;
    return { ask: "dates", at: start };
  }
  if (next === "many" || next === "much") {
    taken[start + 1] = true;
    const head = headAt(sentence, skip(sentence, start + 2, to), to);
    return head ? counted(sentence, head) : { ask: "number", of: "events", at: start };
  }
  return { ask: "events", at: start, open: true };
}
