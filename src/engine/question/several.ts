import type { Named, Sentence } from "./sentence.ts";

/**
 * The questions that stand in one where they cannot be answered as one: two sentences, a second question about
 * somebody of its own, or people told with "or" or "both" or to be compared, who are wanted each by themselves. Empty for one question.
 */
export function severalIn(sentence: Sentence): readonly string[] {
  const second = secondQuestion(sentence);
  if (second !== -1) return cutAt(sentence, second);
  const compared = /^(?:compare|contrast)$/.test(sentence.tokens[0]?.word ?? "");
  if (compared && sentence.names.length > 1) return eachOf(sentence, sentence.names.slice(-2), 1);
  const chosen = chosenFrom(sentence);
  return chosen === undefined ? [] : eachOf(sentence, chosen);
}

/** Token that begins a second question with a name or time of its own; -1 for none. */
function secondQuestion({ tokens, nameAt, times, words }: Sentence): number {
  const told = (from: number, to: number) =>
    nameAt.slice(from, to).some(Boolean) || times.some((time) => time.from >= from && time.to <= to);
  for (let at = 1; at < tokens.length; at++) {
    const word = tokens[at]?.word ?? "";
    const before = tokens[at - 1];
    const joined = before?.word === "and" || before?.word === "also";
    const stopped = /[?!.]["”’)]*\s+$/u.test(words.slice(before?.end ?? 0, tokens[at]?.start));
    if (!joined && !stopped) continue;
    if (nameAt[at] || !(ASKING.test(word) || (DOING.test(word) && told(at + 1, at + 4)))) continue;
    if (told(0, at) && told(at + 1, tokens.length)) return at;
  }
  return -1;
}

const ASKING = /^(?:who|whom|whose|what|when|where|which|how|why)$/;
const DOING = /^(?:did|do|does|was|were|is|are|has|have|had|will)$/;

function cutAt({ tokens, words }: Sentence, at: number): readonly string[] {
  const before = tokens[at - 1];
  const end = /^(?:and|also)$/.test(before?.word ?? "") ? before?.start : tokens[at]?.start;
  return [words.slice(0, end), words.slice(tokens[at]?.start)].map(asQuestion);
}

/** The names of "A or B", or of "both A and B" behind a verb, from the first to the last. */
function chosenFrom({ tokens, names, nameAt }: Sentence): readonly Named[] | undefined {
  for (const [n, named] of names.entries()) {
    const next = names[n + 1];
    if (!next || !isSomeone(named) || !isSomeone(next)) continue;
    const between = tokens.slice(named.to, next.from).map(({ word }) => word);
    const or = between.join(" ").replace(/ the$/, "");
    const both = tokens[named.from - 1]?.word === "both" && n > 0 && nameAt[named.from - 2] === undefined;
    if (or === "or" || (both && or === "and")) return [named, next];
  }
  return undefined;
}

const isSomeone = ({ senses }: Named): boolean =>
  senses.some(({ kind }) => SOMEONE.has(kind)) && senses.every(({ kind }) => kind !== "title");
const SOMEONE = new Set(["entity", "country", "demonym", "metonym", "office", "place"]);

function eachOf({ tokens, words }: Sentence, named: readonly Named[], first = 0): readonly string[] {
  const at = named[0]?.from ?? 0;
  const lead = tokens[at - 1];
  const from = /^(?:both|either)$/.test(lead?.word ?? "") ? lead?.start : tokens[at]?.start;
  const end = tokens[(named.at(-1)?.to ?? 0) - 1]?.end ?? words.length;
  return named.map(({ from: at, to }) =>
    asQuestion(
      words.slice(tokens[first]?.start, from) +
        words.slice(tokens[at]?.start, tokens[to - 1]?.end) +
        words.slice(end),
    ),
  );
}

const firstOf = (words: string): string => /^\p{L}*/u.exec(words.toLowerCase())?.[0] ?? "";

function asQuestion(words: string): string {
  const plain = words.replace(/[\s,;?!.]+$/u, "").trim();
  const asks = ASKING.test(firstOf(plain)) || DOING.test(firstOf(plain));
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${asks ? "?" : ""}`;
}
