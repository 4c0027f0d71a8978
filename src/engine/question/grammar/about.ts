import type { Names } from "../../names/index.ts";
import { IDLE, PREPOSITIONS } from "../lexicon/words.ts";
import type { Sentence } from "../sentence.ts";
import type { Frame } from "./frame.ts";
import { relationsIn } from "./match.ts";

export type About = { readonly topic?: string; readonly text?: string; readonly asks?: boolean };

/**
 * What the events are about: a topic of the list where the words are one, else words that must stand in them.
 * `asks` when that is the question itself ("what were the talks about").
 */
export function aboutIn(
  sentence: Sentence,
  from: number,
  to: number,
  names: Names,
  relation: string | undefined,
  frame: Frame,
): About {
  const { tokens, taken, nameAt, lemmas } = sentence;
  for (let at = from; at < to; at++) {
    if (nameAt[at]) continue;
    const word = tokens[at]?.word ?? "";
    const concerns = /^(?:concern|cover)$/.test(lemmas[at] ?? "");
    const deals =
      concerns ||
      (DEALING.has(lemmas[at] ?? "") &&
        (relation === undefined || relation === "talk" || relation === "speak"));
    if (!ABOUT.has(word) && !(word === "on" && !taken[at]) && !deals) continue;
    if (taken[at] && !deals) continue;
    let start = at + 1;
    while (start < to && LEADING.has(tokens[start]?.word ?? "") && !nameAt[start]) start++;
    if (word === "on" && frame.open && tokens[start]?.word === "agenda") {
      taken.fill(true, at, start + 1);
      return { asks: true };
    }
    if (start >= to || taken[start] || tokens[start]?.afterStop || STOPS.has(tokens[start]?.word ?? "")) {
      if (word === "on" || (deals && !frame.open)) continue;
      taken[at] = true;
      return { asks: true };
    }
    if (word === "on" && /^(?:sidelines|margins)$/.test(tokens[start]?.word ?? "")) continue;
    if (word === "on" && IDLE.has(tokens[start]?.word ?? "")) continue;
    // "on an official visit": how they came, not what they spoke of.
    if (word === "on" && tokens.slice(start, start + 4).some((token) => VISIT.test(token.word))) continue;
    if (word === "on" && nameAt[start] && !topicAt(sentence, start, to, names)) continue;
    if (deals && nameAt[start] && !concerns) continue;
    const topic = topicAt(sentence, start, to, names);
    if (topic) {
      taken.fill(true, at, topic.to);
      return { topic: topic.name };
    }
    let end = start;
    while (
      end < to &&
      !taken[end] &&
      !(end > start && (tokens[end]?.afterStop || STOPS.has(tokens[end]?.word ?? "")))
    )
      end++;
    const text = sentence.words.slice(tokens[start]?.start, tokens[end - 1]?.end).replace(/['’]s$/u, "");
    taken.fill(true, at, end);
    return { text };
  }
  return topicLeft(sentence, from, to, names);
}

/**
 * "on the topic of trade", "about the ceasefire": a topic that no other reading of its words competes with. Its words
 * are taken before verbs and nouns are looked for among them.
 */
export function topicTold(sentence: Sentence, from: number, to: number, names: Names): string | undefined {
  const { tokens, taken, nameAt } = sentence;
  for (let at = from; at < to; at++) {
    if (taken[at] || nameAt[at] || !ABOUT.has(tokens[at]?.word ?? "")) continue;
    let start = at + 1;
    while (start < to && LEADING.has(tokens[start]?.word ?? "") && !nameAt[start]) start++;
    if (nameAt[start] && tokens[at]?.word !== "topic") continue;
    const topic = topicAt(sentence, start, to, names);
    if (!topic) continue;
    let lead = at;
    while (lead > from && /^(?:on|the)$/.test(tokens[lead - 1]?.word ?? "") && !nameAt[lead - 1]) lead--;
    taken.fill(true, lead, topic.to);
    return topic.name;
  }
  return undefined;
}

const ABOUT = new Set(["about", "regarding", "concerning", "re", "over", "topic"]);
const VISIT = /^(?:visits?|trips?|tours?|missions?|journeys?)$/;
const DEALING = new Set(["discuss", "cover", "concern"]);
const LEADING = new Set([
  "the",
  "a",
  "an",
  "of",
  "its",
  "their",
  "his",
  "her",
  "topic",
  "subject",
  "issue",
  "question",
  "matter",
]);
const STOPS = new Set([
  "with",
  "between",
  "by",
  "at",
  "in",
  "from",
  "after",
  "before",
  "during",
  "to",
  "and",
  "as",
]);

function topicAt(sentence: Sentence, at: number, to: number, names: Names) {
  const link = names.link(sentence.tokens, at);
  const topic = link?.senses.find(({ kind }) => kind === "topic");
  if (!link || topic?.kind !== "topic" || link.to > to || sentence.taken.slice(at, link.to).some(Boolean))
    return undefined;
  return { name: topic.name, to: link.to };
}

/** "the lake accords", "fisheries policy talks": a topic of several words, before its words are read one by one. */
export function topicNamed(sentence: Sentence, from: number, to: number, names: Names): string | undefined {
  for (let at = from; at < to; at++) {
    const word = sentence.tokens[at]?.word ?? "";
    if (sentence.taken[at] || sentence.nameAt[at] || IDLE.has(word) || PREPOSITIONS.has(word)) continue;
    const topic = topicAt(sentence, at, to, names);
    if (!topic || topic.to - at < 2 || isVerbs(sentence, at, topic.to)) continue;
    sentence.taken.fill(true, at, topic.to);
    return topic.name;
  }
  return undefined;
}

/** "provide humanitarian aid": words that a verb, or a noun of more than one of them, needs. */
const isVerbs = (sentence: Sentence, from: number, to: number): boolean =>
  relationsIn(sentence, 0, sentence.tokens.length).some(
    (match) => match.from < to && match.to > from && (match.form !== "noun" || match.said.length > 1),
  );

/** "grain talks", "negotiate peace": a topic among the words that nothing else took. */
function topicLeft(sentence: Sentence, from: number, to: number, names: Names): About {
  const { tokens, taken, nameAt } = sentence;
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.word ?? "";
    if (taken[at] || nameAt[at] || IDLE.has(word) || PREPOSITIONS.has(word)) continue;
    const topic = topicAt(sentence, at, to, names);
    if (!topic) {
      if (!names.isTopicWord(word)) continue;
      taken[at] = true;
      return { text: tokens[at]?.raw ?? word };
    }
    taken.fill(true, at, topic.to);
    return { topic: topic.name };
  }
  return {};
}
