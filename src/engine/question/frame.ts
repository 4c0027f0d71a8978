import type { EntityKind } from "../../model/entity.ts";
import type { Part } from "../../model/kinds.ts";
import type { Asked, Granularity, Query } from "../../model/query.ts";
import { HEADS, type Head, ORDER_WORDS } from "./lexicon/words.ts";
import { labelAfter, type Named, type Sentence } from "./sentence.ts";

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

function whFrame(sentence: Sentence, at: number, to: number): Frame | undefined {
  const { tokens, lemmas, taken, nameAt } = sentence;
  const word = (index: number) =>
    index < to && !taken[index] && !nameAt[index] ? (tokens[index]?.word ?? "") : "";
  const take = (start: number, end = start + 1) => void taken.fill(true, start, end);
  switch (word(at)) {
    case "who":
    case "whom":
    case "whose": {
      take(at);
      const second = findWord(sentence, at + 1, to, /^(?:who|whom)$/);
      const other = findWord(sentence, at + 1, to, /^other$/);
      if (second !== -1 && tokens[second - 1]?.word !== "and") {
        take(second);
        return { ask: "pairs", at };
      }
      if (other !== -1 && tokens[other - 1]?.word === "each") return { ask: "pairs", at };
      if (word(at + 1) === "else") take(at + 1);
      if (lemmas[at + 1] === "be" && nameAt[at + 2] && nameAt[at + 2]?.to === to) {
        take(at + 1);
        return { ask: "entity", at, being: true };
      }
      const kind = kindLater(sentence, at, to);
      return { ask: "people", at, ...(kind && { asked: { kind } }) };
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

/** "What was the date of …": the noun that asks comes after the verb. */
function headAfterBe(sentence: Sentence, at: number, to: number): FoundHead | undefined {
  if (sentence.lemmas[at] !== "be") return undefined;
  const found = headAt(sentence, skip(sentence, at + 1, to), to);
  const asks =
    found && (found.head.ask === "dates" || found.head.ask === "topics" || found.head.ask === "places");
  return asks && sentence.tokens[found.at + 1]?.word === "of" ? found : undefined;
}

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
  return head.kind;
}

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

type FoundHead = { readonly head: Head; readonly at: number; readonly noun: boolean; readonly asked: Asked };

/** The noun at a place that tells what is asked for: "foreign ministers", "cities", "Russian officials". */
function headAt(sentence: Sentence, at: number, to: number): FoundHead | undefined {
  const { tokens, taken, nameAt } = sentence;
  if (at >= to || taken[at]) return undefined;
  const named = nameAt[at];
  if (named) {
    const title = named.senses.find((sense) => sense.kind === "title");
    const office = named.senses.find((sense) => sense.kind === "office");
    const officers = { head: HEADS.get("people") as Head, at: named.to - 1, noun: false };
    if (title?.kind === "title" && isPlural(sentence, named))
      return { ...officers, asked: { office: title.office } };
    if (office?.kind === "office" && !named.link.together && isPlural(sentence, named))
      return {
        ...officers,
        asked: {
          ...(named.part && named.part !== "any" && { part: named.part }),
          office: office.office,
          country: office.of,
        },
      };
    const demonym = named.senses.find((sense) => sense.kind === "demonym" || sense.kind === "country");
    const next = tokens[named.to]?.word ?? "";
    const head = HEADS.get(next);
    if (demonym && head?.ask === "people" && "code" in demonym && !tokens[named.to - 1]?.possessive)
      return { head, at: named.to, noun: false, asked: { country: demonym.code } };
    return undefined;
  }
  const head = HEADS.get(tokens[at]?.word ?? "");
  return head && { head, at, noun: true, asked: {} };
}

/** "foreign ministers", "heads of state", "ministers of Kenya": a word before "of", or the last one, in the plural. */
function isPlural({ tokens }: Sentence, named: Named): boolean {
  const words = tokens.slice(named.from, named.to).map(({ word }) => word);
  const of = words.findIndex((word) => /^(?:of|for|from|in|to)$/.test(word));
  return /s$|men$/.test((of > 0 ? words[of - 1] : words.at(-1)) ?? "");
}

function headed(sentence: Sentence, found: FoundHead, to: number, wh = found.at): Frame {
  const { head, at, asked } = found;
  const { taken, tokens, nameAt } = sentence;
  const named = nameAt[at] ?? nameAt[at - 1];
  if (named && Object.keys(asked).length > 0) taken.fill(true, named.from, named.to);
  taken[at] = true;
  const next = tokens[at + 1]?.word ?? "";
  if (/^(?:who|that|which|whom|when|where)$/.test(next) && !tokens[at + 1]?.afterStop) taken[at + 1] = true;
  const from = head.ask === "people" && next === "from" ? countryAfter(sentence, at + 1) : {};
  if (head.ask === "dates" && next === "in" && tokens[at + 2]?.word === "which")
    taken.fill(true, at + 1, at + 3);
  const part = head.ask === "people" ? partAfter(sentence, at + 1) : undefined;
  const full: Asked = {
    ...(part && { part }),
    ...(head.kind && asked.office === undefined && { kind: head.kind }),
    ...from,
    ...asked,
  };
  const pair =
    tokens[at]?.word === "people" &&
    tokens
      .slice(at, to)
      .some(({ word }, index) => word === "other" && tokens[at + index - 1]?.word === "each");
  return {
    ask: pair ? "pairs" : head.ask,
    ...(head.by && { by: head.by }),
    ...(head.ask === "people" && !pair && Object.keys(full).length > 0 && { asked: full }),
    at: wh,
  };
}

/** "people from Russia": the country, its words taken. */
function countryAfter({ tokens, taken, nameAt }: Sentence, at: number): Asked {
  const start = tokens[at + 1]?.word === "the" ? at + 2 : at + 1;
  const from = nameAt[start];
  const sense = from?.senses.find(({ kind }) => kind === "country");
  if (!from || sense?.kind !== "country") return {};
  taken.fill(true, at, from.to);
  if (/^(?:who|that|which|whom)$/.test(tokens[from.to]?.word ?? "")) taken[from.to] = true;
  const { part } = from;
  return { country: sense.code, ...(part && part !== "any" && { part }) };
}

/** "people as visitor": the part that is asked for, its words taken. */
function partAfter({ tokens, taken }: Sentence, from: number): Part | undefined {
  let at = from;
  while (taken[at]) at++;
  const label = labelAfter(tokens, at);
  if (!label || label.part === "any") return undefined;
  taken.fill(true, at, label.to);
  return label.part;
}

function counted(sentence: Sentence, found: FoundHead): Frame {
  const { head, at, asked } = found;
  const named = sentence.nameAt[at] ?? sentence.nameAt[at - 1];
  if (named && Object.keys(asked).length > 0) sentence.taken.fill(true, named.from, named.to);
  sentence.taken[at] = true;
  const next = sentence.tokens[at + 1]?.word ?? "";
  if (/^(?:who|that|which)$/.test(next)) sentence.taken[at + 1] = true;
  const from = head.ask === "people" && next === "from" ? countryAfter(sentence, at + 1) : {};
  const part = head.ask === "people" ? partAfter(sentence, at + 1) : undefined;
  const full: Asked = {
    ...(part && { part }),
    ...(head.kind && asked.office === undefined && { kind: head.kind }),
    ...from,
    ...asked,
  };
  return {
    ask: "number",
    of: head.of ?? (head.ask === "people" ? "people" : "events"),
    ...(head.ask === "people" && Object.keys(full).length > 0 && { asked: full }),
    at,
  };
}

function howMany(sentence: Sentence, start: number, to: number): Frame {
  const { tokens, taken } = sentence;
  const next = tokens[start + 1]?.word ?? "";
  taken[start] = true;
  if (next === "often") {
    taken[start + 1] = true;
    return { ask: "number", of: "events", at: start };
  }
  if (next === "many" || next === "much") {
    taken[start + 1] = true;
    const head = headAt(sentence, skip(sentence, start + 2, to), to);
    return head ? counted(sentence, head) : { ask: "number", of: "events", at: start };
  }
  return { ask: "events", at: start, open: true };
}

/** Past articles, order words and adjectives that other steps read. */
function skip({ tokens, taken, nameAt }: Sentence, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    !nameAt[at] &&
    (taken[at] || ORDER_WORDS.has(tokens[at]?.word ?? "") || SKIPPED.has(tokens[at]?.word ?? ""))
  )
    at++;
  return at;
}

const SKIPPED = new Set([
  "the",
  "a",
  "an",
  "other",
  "exact",
  "precise",
  "specific",
  "different",
  "various",
  "all",
  "any",
  "of",
  "these",
  "those",
  "independent",
  "separate",
  "two",
  "three",
]);

function findWord({ tokens, taken, nameAt }: Sentence, from: number, to: number, wanted: RegExp): number {
  for (let at = from; at < to; at++)
    if (!taken[at] && !nameAt[at] && wanted.test(tokens[at]?.word ?? "")) return at;
  return -1;
}
