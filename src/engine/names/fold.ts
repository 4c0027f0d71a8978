/**
 * A text in the one form that names are compared in: lower case, no diacritics, Latin script, no punctuation,
 * single spaces, no possessive 's. "Айно Раутала" and "Aïno RAUTALA’s" come out alike but for spelling.
 */
export function fold(text: string): string {
  if (SIMPLE.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const plain = PLAIN.test(text) ? text.toLowerCase() : romanise(text);
  return plain
    .replace(/['’ʼ‘`]s(?![\p{L}\p{N}])/gu, "")
    .replace(/(?<=^|[^\p{L}.])((?:\p{L}\.){2,})/gu, (dotted) => `${dotted.replaceAll(".", "")} `)
    .replace(/['’ʼ‘`"]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** ASCII without dots and quotation marks: most names, and little to do. */
const SIMPLE = /^[\x20\x21\x23-\x26\x28-\x2d\x2f-\x5f\x61-\x7e]*$/;
const PLAIN = /^[\x20-\x7e]*$/;

/** Lower case Latin letters without marks; what has no Latin form stays. */
function romanise(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0438\u0418]\u0306/gu, "y")
    .replace(/\u0451|\u0435\u0308/gu, "e")
    .replace(/\u0456\u0308/gu, "yi")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\x20-\x7e]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** Letters that Unicode does not take apart, and Cyrillic as passports and news agencies write it. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŋ: "n",
  ə: "a",
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "yi",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  қ: "k",
  ң: "n",
  ө: "o",
  ү: "u",
  ұ: "u",
  ғ: "g",
  ә: "a",
  һ: "h",
  "’": "'",
  ʼ: "'",
  "‘": "'",
};

/**
 * A folded word in a form that other spellings of one name share: Andrei and Andrey, Kovalsky and Kovalskyy,
 * Petrovich and Petrovych. Two words of one skeleton are spellings of one name; never shown.
 */
export function skeleton(word: string): string {
  return word
    .replace(/shch|sch/g, "sh")
    .replace(/tch/g, "ch")
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/ck|q/g, "k")
    .replace(/ks/g, "x")
    .replace(/ou/g, "u")
    .replace(/w/g, "v")
    .replace(/ff$/, "v")
    .replace(/[yj]e|io|yo/g, "e")
    .replace(/[ijy]+/g, "i")
    .replace(/(.)\1+/g, "$1");
}
