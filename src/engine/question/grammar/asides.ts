import type { Sentence } from "../sentence.ts";

/** "… and who witnessed it": a second question over the same events. Its words are taken; both are answered by them. */
export function secondAsk(sentence: Sentence, first: number, to: number): boolean {
  const { tokens, taken, nameAt, times } = sentence;
  for (let at = Math.max(1, first + 1); at + 1 < to; at++) {
    if (taken[at] || nameAt[at] || tokens[at]?.word !== "and") continue;
    if (!/^(?:who|whom|what|when|where|which|how|why)$/.test(tokens[at + 1]?.word ?? "") || nameAt[at + 1])
      continue;
    const plain = !nameAt.slice(at, to).some(Boolean) && !times.some(({ from }) => from > at);
    taken.fill(true, at, plain ? to : at + 2);
    return true;
  }
  return false;
}
