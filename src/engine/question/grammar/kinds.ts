import { KIND_GROUPS, KIND_NAMES } from "../../../model/kinds.ts";
import type { KindTerm } from "../../../model/query.ts";
import type { Sentence } from "../sentence.ts";

/** "of kind meeting, visit or CAMEO 051": kinds by their own names. Takes the words. */
export function kindsIn(
  { tokens, taken }: Sentence,
  from: number,
  to: number,
): readonly KindTerm[] | undefined {
  for (let at = from; at < to; at++) {
    if (taken[at] || !/^kinds?$/.test(tokens[at]?.word ?? "")) continue;
    const found: KindTerm[] = [];
    let next = at + 1;
    for (; next < to; next++) {
      const word = tokens[next]?.word ?? "";
      const joined = /^cameo(\d{2,4})$/.exec(word)?.[1];
      const code = word === "cameo" ? (tokens[next + 1]?.word ?? "") : "";
      if (joined !== undefined) found.push(`cameo:${joined}`);
      else if (/^\d{2,4}$/.test(code)) {
        found.push(`cameo:${code}`);
        next++;
      } else if (isKind(word)) found.push(word);
      else if (word !== "or" && word !== "and") break;
    }
    if (found.length === 0) continue;
    taken.fill(true, at, next);
    if (tokens[at - 1]?.word === "of") taken[at - 1] = true;
    return found;
  }
  return undefined;
}

const isKind = (word: string): word is KindTerm =>
  (KIND_NAMES as readonly string[]).includes(word) || Object.hasOwn(KIND_GROUPS, word);
