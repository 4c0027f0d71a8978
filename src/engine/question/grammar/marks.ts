import { type Flag, type Part, STATUSES, type Status } from "../../../model/kinds.ts";
import type { Query } from "../../../model/query.ts";
import { ABSENT, ATTENDING } from "../lexicon/attendance.ts";
import { lemma, PATTERNS } from "../lexicon/index.ts";
import { FLAG_PHRASES, FLAG_WORDS, ORDER_WORDS, STATUS_PHRASES, STATUS_WORDS } from "../lexicon/words.ts";
import type { Sentence } from "../sentence.ts";

const lemmas = (phrase: string) => phrase.split(" ").map((word) => (word === "~" ? word : lemma(word)));
const PARTICLE = /^(?:off|through|apart|down|nothing)$/;
const STATUS = STATUS_PHRASES.map(([phrase, status]) => [lemmas(phrase), status] as const);
const longestFirst = (phrases: readonly string[]) =>
  phrases.map((phrase) => [lemmas(phrase)] as const).sort(([a], [b]) => b.length - a.length);
const PHRASES = {
  status: byFirstWord(STATUS),
  became: byFirstWord(
    STATUS.filter(
      ([[verb = "", particle]]) => particle !== undefined && PARTICLE.test(particle) && verb !== "come",
    ),
  ),
  flag: byFirstWord(FLAG_PHRASES.map(([phrase, flag]) => [phrase.split(" "), flag] as const)),
  attending: byFirstWord(longestFirst(ATTENDING)),
  absent: byFirstWord(longestFirst(ABSENT)),
};

/** Phrases that can begin at a token, by its base form or the word as it stands; in their own order. */
function byFirstWord<Phrase extends readonly [readonly string[], ...unknown[]]>(phrases: readonly Phrase[]) {
  const begun = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase[0][0] ?? "";
    begun.set(first, [...(begun.get(first) ?? []), phrase]);
  }
  return ({ lemmas, tokens }: Sentence, at: number): readonly Phrase[] => {
    const base = begun.get(lemmas[at] ?? "") ?? [];
    const own = lemmas[at] === tokens[at]?.word ? [] : (begun.get(tokens[at]?.word ?? "") ?? []);
    if (own.length === 0 || base.length === 0) return own.length === 0 ? base : own;
    return phrases.filter((phrase) => base.includes(phrase) || own.includes(phrase));
  };
}

/** Tokens from `at` that say a phrase in base form, light words between them aside; 0 where they do not. */
function says(sentence: Sentence, at: number, to: number, phrase: readonly string[]): number {
  let token = at;
  for (const [index, word] of phrase.entries()) {
    if (index > 0)
      while (
        token < to &&
        /^(?:not|the|a|also|even|yet|personally|actually)$/.test(sentence.tokens[token]?.word ?? "") &&
        sentence.lemmas[token] !== word
      )
        token++;
    if (token >= to || sentence.taken[token] || sentence.nameAt[token]) return 0;
    if (sentence.lemmas[token] !== word && sentence.tokens[token]?.word !== word) return 0;
    token++;
  }
  return token - at;
}

/** Tokens from `at` that say, as a verb with its particle, what became of an event: "fell through", "was called off". */
export function statusPhrase(sentence: Sentence, at: number, to: number): number {
  return PHRASES.became(sentence, at).reduce(
    (most, [phrase]) => Math.max(most, says(sentence, at, to, phrase)),
    0,
  );
}

/** Takes the words that tell how far an event got. */
export function statusIn(sentence: Sentence, from: number, to: number): readonly Status[] {
  const found = new Set<Status>();
  for (let at = from; at < to; at++) {
    if (sentence.taken[at] || sentence.nameAt[at]) continue;
    for (const [phrase, status] of PHRASES.status(sentence, at)) {
      const length = says(sentence, at, to, phrase);
      if (length === 0) continue;
      sentence.taken.fill(true, at, at + length);
      for (const each of status === "any" ? STATUSES : status === "off" ? OFF : [status]) found.add(each);
    }
    const status = STATUS_WORDS.get(sentence.tokens[at]?.word ?? "");
    if (status && !sentence.taken[at]) {
      found.add(status);
      sentence.taken[at] = true;
    }
  }
  // "Which proposals were turned down?" asks for what was declined; it was proposed in any case.
  if (proposals(sentence, from, to) && found.size === 0) found.add("proposed");
  return STATUSES.filter((status) => found.has(status));
}

/** "Who will meet …", "when is X going to visit …": what is still ahead. A "did", a "whether" ask of the past too. */
export function isAhead({ tokens, nameAt }: Sentence, from: number, to: number): boolean {
  return tokens.some(
    ({ word }, at) =>
      at >= from &&
      at < to &&
      !nameAt[at] &&
      (word === "will" ||
        (word === "going" &&
          tokens[at + 1]?.word === "to" &&
          PATTERNS.has(lemma(tokens[at + 2]?.word ?? "")))),
  );
}

/** Takes "proposals" where it stands for events. */
function proposals({ tokens, taken, nameAt }: Sentence, from: number, to: number): boolean {
  const at = tokens.findIndex(
    ({ word }, index) =>
      index >= from && index < to && !taken[index] && !nameAt[index] && /^proposals?$/.test(word),
  );
  if (at === -1) return false;
  taken[at] = true;
  return true;
}

/** What "did not take place" stands for. */
const OFF: readonly Status[] = ["cancelled", "postponed"];

/** Takes the words for secret events and for series. */
export function flagsIn(sentence: Sentence, from: number, to: number): readonly Flag[] {
  const found = new Set<Flag>();
  for (let at = from; at < to; at++) {
    if (sentence.taken[at] || sentence.nameAt[at]) continue;
    const flag = FLAG_WORDS.get(sentence.tokens[at]?.word ?? "");
    if (flag) {
      found.add(flag);
      sentence.taken[at] = true;
    }
    for (const [phrase, each] of PHRASES.flag(sentence, at)) {
      const length = says(sentence, at, to, phrase);
      if (length === 0) continue;
      found.add(each);
      sentence.taken.fill(true, at, at + length);
    }
  }
  return (["secret", "series"] as const).filter((flag) => found.has(flag));
}

/** Takes "bilateral", "trilateral", "three-way" before what they say it of; "the trilateral" itself stays a noun. */
export function sidesIn(
  { tokens, lemmas, taken, nameAt }: Sentence,
  from: number,
  to: number,
): Query["sides"] {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.word ?? "";
    const sides = SIDES[word] ?? (tokens[at + 1]?.word === "way" ? WAYS[word] : undefined);
    if (sides === undefined || taken[at] || nameAt[at]) continue;
    const end = SIDES[word] === undefined ? at + 2 : at + 1;
    const isNoun = PATTERNS.get(lemmas[at] ?? "")?.some(({ form }) => form === "noun") === true;
    const before =
      !nameAt[end] && PATTERNS.get(lemmas[end] ?? "")?.some(({ form }) => form === "noun") === true;
    if (!isNoun || before) taken.fill(true, at, end);
    return sides;
  }
  return undefined;
}

const SIDES: Readonly<Record<string, Query["sides"]>> = {
  bilateral: 2,
  bilaterals: 2,
  trilateral: 3,
  trilaterals: 3,
  tripartite: 3,
  quadrilateral: 4,
};
const WAYS: Readonly<Record<string, Query["sides"]>> = { two: 2, three: 3, four: 4 };

/** Takes "first", "latest", "the last three": the order, and how many where a number stands by it. */
export function orderIn(
  sentence: Sentence,
  from: number,
  to: number,
): { readonly order?: Query["order"]; readonly limit?: number } {
  let order: Query["order"];
  let limit: number | undefined;
  for (let at = from; at < to; at++) {
    const word = sentence.tokens[at]?.word ?? "";
    const found = ORDER_WORDS.get(word);
    if (!found || sentence.taken[at] || sentence.nameAt[at]) continue;
    sentence.taken[at] = true;
    if (/^(?:the|most|very)$/.test(sentence.tokens[at - 1]?.word ?? "")) sentence.taken[at - 1] = true;
    const next = sentence.tokens[at + 1]?.word ?? "";
    if (next === "first" && (found === "newest" || found === "oldest")) sentence.taken[at + 1] = true;
    const count = COUNTS[next] ?? (/^\d{1,3}$/.test(next) ? Number(next) : undefined);
    if (count !== undefined && count > 0) {
      limit = count;
      sentence.taken[at + 1] = true;
      order = found === "last" ? "newest" : found === "first" ? "oldest" : found;
    } else order ??= found;
  }
  return { ...(order && { order }), ...(limit !== undefined && { limit }) };
}

const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

export type Attendance = {
  readonly at: number;
  readonly to: number;
  readonly part?: Part;
  readonly moves: boolean;
};

/** Finds a verb of coming or staying away, with its negation. Nothing is taken: the object decides. */
export function attendanceIn(sentence: Sentence, from: number, to: number): Attendance | undefined {
  for (let at = from; at < to; at++) {
    if (sentence.taken[at] || sentence.nameAt[at] || statusPhrase(sentence, at, to) > 0) continue;
    for (const [phrase] of PHRASES.absent(sentence, at)) {
      const length = says(sentence, at, to, phrase);
      if (length > 0) return { at, to: at + length, part: "declined", moves: false };
    }
    for (const [phrase] of PHRASES.attending(sentence, at)) {
      const length = says(sentence, at, to, phrase);
      if (length === 0) continue;
      const not = negationBefore(sentence, at, from);
      const moves = /^(?:come|go|travel)$/.test(phrase[0] ?? "") || (phrase[0] === "be" && phrase.length < 3);
      return { at, to: at + length, ...(not !== -1 && { part: "declined" as const }), moves };
    }
  }
  return undefined;
}

/** Token of "not" (or "never", "unable") shortly before a verb; -1 for none. */
export function negationBefore({ tokens, taken }: Sentence, at: number, from: number): number {
  for (let before = at; before >= Math.max(from, at - 4); before--)
    if (!taken[before] && /^(?:not|never|unable)$/.test(tokens[before]?.word ?? "")) return before;
  return -1;
}
