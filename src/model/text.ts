/**
 * A name without case, diacritics and punctuation, words parted by one space: what two spellings of a name in one
 * script have in common. Empty for text without letters and digits.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** An id of letters, digits and hyphens from a name; one that folds to nothing keeps its code points in hexadecimal. */
export function slug(name: string): string {
  const folded = fold(name).replace(/ /g, "-");
  return folded !== "" ? folded : [...name].map((letter) => letter.codePointAt(0)?.toString(16)).join("-");
}

/** Code-point order, for sorting the same way on every machine. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
