import { fold } from "../names/fold.ts";

/**
 * The words of a text as the index keeps them: folded, a plural's last "s" left off. `text` of a query goes
 * through the same door, so that both sides always agree.
 */
export function words(text: string): readonly string[] {
  return fold(text).split(" ").filter(Boolean).map(stem);
}

/** True when the words of `part` stand in `whole` one after the other. */
export function holdsPhrase(whole: string, part: string): boolean {
  const wanted = words(part);
  return wanted.length > 0 && ` ${words(whole).join(" ")} `.includes(` ${wanted.join(" ")} `);
}

const stem = (word: string) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** A folded word and itself in the other number: "tariff" and "tariffs". */
export const eitherNumber = (word: string): readonly string[] =>
  word.length > 3 && word.endsWith("s") ? [word, word.slice(0, -1)] : [word, `${word}s`];
