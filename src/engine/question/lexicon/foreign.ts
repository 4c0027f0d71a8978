import { fold } from "../../../model/text.ts";

/** Question words of other languages that English does not have, folded. */
const FOREIGN = new Set(
  `mit avec que wer wen wem wann wieviele welche welcher welches warum traf trafen qui quand combien pourquoi quel quelle quels
   quelles rencontre quien quienes cuando donde cuantos cuantas reunio quem quando onde quantos encontrou chi dove
   quanti incontrato kto kogo kogda gde skolko vstretil vstrechalsya kim nerede vem vad kuka missa milloin tapasi`.split(
    /\s+/,
  ),
);

/** Those of them that are names or words elsewhere in a sentence. */
const FIRST_ONLY = new Set(["wen", "kim", "chi", "vem", "kuka", "onde"]);

/**
 * True for words that ask in another language than English: one of its question words is among the first three, or
 * most words have no Latin letter. Given are the words that are no names, as they were typed.
 */
export function isForeign(words: readonly string[]): boolean {
  const asking = words.slice(0, 3).map(fold);
  if (asking.some((word, at) => FOREIGN.has(word) && (at === 0 || !FIRST_ONLY.has(word)))) return true;
  const others = words.filter((word) => !/[\p{Script=Latin}\p{N}]/u.test(word));
  return others.length > 0 && 2 * others.length >= words.length;
}
