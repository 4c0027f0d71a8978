/** Question words of other languages that English does not have, folded. */
const FOREIGN = new Set(
  `wer wen wem wann wieviele welche welcher welches warum traf trafen qui quand combien pourquoi quel quelle quels
   quelles rencontre quien quienes cuando donde cuantos cuantas reunio quem quando onde quantos encontrou chi dove
   quanti incontrato kto kogo kogda gde skolko vstretil vstrechalsya kim nerede vem vad kuka missa milloin tapasi`.split(
    /\s+/,
  ),
);

/** True for words that ask in another language than English: one of its question words begins them, or they have no Latin letter. */
export const isForeign = (words: readonly string[]): boolean =>
  FOREIGN.has(words[0] ?? "") || (words.length > 0 && words.every((word) => !/[a-z0-9]/.test(word)));
