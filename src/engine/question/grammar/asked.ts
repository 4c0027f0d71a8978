import type { Part } from "../../../model/kinds.ts";
import type { Sentence } from "../sentence.ts";

/**
 * Takes a verb that only tells a part: of those asked for ("who witnessed the agreement"), or, where nobody is, of the
 * name before it ("what did Kenya witness").
 */
export function roleVerb(sentence: Sentence, from: number, to: number, peopled: boolean): Part | undefined {
  const { lemmas, taken, nameAt, tokens } = sentence;
  for (let at = from; at < to; at++) {
    const part = ROLE_VERBS.get(lemmas[at] ?? "");
    if (!part || taken[at] || nameAt[at] || (!peopled && !isBeside(sentence, at))) continue;
    taken[at] = true;
    if (tokens[at - 1]?.word === "co") taken[at - 1] = true;
    return part;
  }
  return undefined;
}

/** "did Kenya witness", "witnessed by Kenya". */
const isBeside = ({ nameAt, tokens }: Sentence, at: number): boolean =>
  nameAt[at - 1] !== undefined || (tokens[at + 1]?.word === "by" && nameAt[at + 2] !== undefined);

const ROLE_VERBS: ReadonlyMap<string, Part> = new Map([
  ["witness", "witness"],
  ["chair", "co-chair"],
]);

export const isUnnamed = (word = ""): boolean =>
  /^(?:unnamed|anonymous|anonymously|unidentified|nameless)$/.test(word);

/** Takes "unnamed", "anonymous", "not named": those asked for stand in the text without a name. */
export function unnamedIn({ tokens, taken, nameAt }: Sentence, from: number, to: number): boolean {
  let found = false;
  for (let at = from; at < to; at++) {
    if (nameAt[at]) continue;
    const word = tokens[at]?.word ?? "";
    const not = word === "named" && /^(?:not|without)$/.test(tokens[at - 1]?.word ?? "");
    if (!not && !isUnnamed(word)) continue;
    taken[at] = true;
    if (not) taken[at - 1] = true;
    found = true;
  }
  return found;
}
