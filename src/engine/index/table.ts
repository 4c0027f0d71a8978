/** Texts by number: each column of the index that stands for a text holds its number in a table. */
export type Table = { readonly texts: readonly string[]; readonly number: (text: string) => number };

/** A table that grows while an index is built: `intern` gives the number of a text, new or known. */
export type GrowingTable = Table & { readonly intern: (text: string) => number };

/** A table over texts in the order of their numbers. `number` gives -1 for a text that it does not hold. */
export function table(initial: readonly string[] = []): GrowingTable {
  const texts = [...initial];
  const numbers = new Map(texts.map((text, n) => [text, n]));
  return {
    texts,
    number: (text) => numbers.get(text) ?? -1,
    intern(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}
