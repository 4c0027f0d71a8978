/** A word, number or mark of a sentence, with its offsets in the original. */
export type Token = {
  readonly text: string;
  /** Lower case, without diacritics, with a straight apostrophe. */
  readonly fold: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "mark";
  readonly capital: boolean;
  /** True when nothing stands between it and the token before. */
  readonly glued: boolean;
};

const TOKEN =
  /(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Amb|Prof|Rev|Hon|Jr|Sr|St)\.(?=\s)|\p{Lu}\.(?=\s?\p{Lu})|['’]s(?![\p{L}\p{N}])|\p{L}+n['’]t(?!\p{L})|\p{L}+(?:['’]\p{L}{2,})*|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\s\p{L}\p{N}]/gu;

/** Tokens of a text that starts at `base` of the original. A hyphen and a possessive 's are tokens of their own. */
export function tokenize(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (const m of text.matchAll(TOKEN)) {
    const word = m[0];
    const kind = /^\p{L}|^['’]s$/u.test(word) ? "word" : /^\d/.test(word) ? "number" : "mark";
    tokens.push({
      text: word,
      fold: fold(word),
      start: base + m.index,
      end: base + m.index + word.length,
      kind,
      capital: /^\p{Lu}/u.test(word),
      glued: m.index === last,
    });
    last = m.index + word.length;
  }
  return tokens;
}

/** Lower case, diacritics off, curly apostrophe straight: how names are compared. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
    .replace(/ı/g, "i")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/ß/g, "ss")
    .replace(/[đĐðÐ]/g, "d")
    .replace(/[þÞ]/g, "th")
    .toLowerCase();
}

const ASCII = /^[\u0000-\u007f]*$/;

/** How surnames compare: "al-Abadi" is "Abadi" in the next sentence. */
export const surnameKey = (word: string): string =>
  fold(word).replace(/^(?:al|el|ul|as|ash|an|ar|ad|at|az)-(?=..)/, "");

/** An id from a name: lower case letters and digits, hyphens between. */
export const slug = (text: string): string =>
  fold(text)
    .replace(/'s?\b/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");

/**
 * An id for a person whom no list has. Given names that are written in several ways from another script (Andrei and
 * Andrey, Yuri and Yuriy) and surnames in -ski, -skiy, -skyy give one id.
 */
export function personSlug(name: string): string {
  const words = slug(name).split("-");
  return words
    .map((word, i) =>
      word.length < 4
        ? word
        : i === words.length - 1
          ? word.replace(/sk(?:i|ii|iy|yy)$/, "sky")
          : word.replace(/ei$/, "ey").replace(/(?<=[bcdfghklmnprstvz])(?:iy|ii|ij|i)$/, "y"),
    )
    .join("-");
}
