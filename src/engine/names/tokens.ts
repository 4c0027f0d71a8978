import { fold } from "./fold.ts";

/** A word of a question, where it stands, and what the eye sees beside it. */
export type Token = {
  /** As it was typed. */
  readonly raw: string;
  /** Folded, without the possessive. */
  readonly word: string;
  /** Offsets (UTF-16) into the cleaned words, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** A comma, semicolon, colon or sentence end stands before it. */
  readonly afterStop: boolean;
};

/**
 * Words as tokens: hyphens, dashes and slashes part words, dots of initials do not ("U.K." is one word), and
 * contractions are spelt out ("didn't" is "did" and "not").
 */
export function tokenise(words: string): readonly Token[] {
  const tokens: Token[] = [];
  let stop = false;
  for (const match of words.matchAll(PIECE)) {
    const raw = match[0];
    const start = match.index;
    if (STOP.test(raw)) {
      if (raw !== "." || !SHORTENED.test(words.slice(0, start))) stop = true;
      continue;
    }
    const bare = raw.replace(/^['’‘]+/u, "");
    const lower = bare.toLowerCase().replace(/[’‘ʼ`]/gu, "'");
    const spelt = spellOut(lower);
    if (spelt) {
      for (const word of spelt) tokens.push(token(raw, word, start, false, stop && word === spelt[0]));
    } else {
      const possessive = /'s$|s'$/u.test(lower);
      for (const word of fold(bare).split(" "))
        if (word !== "") tokens.push(token(raw, word, start, possessive, stop));
    }
    stop = false;
  }
  return tokens;
}

/** Initials with dots; words with apostrophes inside; days and codes with digits; and the stops. */
const PIECE =
  /(?:\p{L}\.){2,}(?:['’]s)?|\p{L}+\p{N}[\p{L}\p{N}]*|\p{N}+\p{L}[\p{L}\p{N}]*|[\p{L}\p{M}]+(?:['’ʼ‘`][\p{L}\p{M}]+)*['’]?|\p{N}+(?:[.:]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[,;:?!]|\.(?=\s|$)/gu;
const STOP = /^[,;:?!.]$/;
/** A title or initial, whose dot ends no sentence. */
const SHORTENED =
  /(?<![\p{L}\p{N}])(?:dr|mr|mrs|ms|st|gen|sen|rep|gov|prof|col|lt|maj|sgt|hon|rev|jr|sr|\p{L})$/iu;

const token = (raw: string, word: string, start: number, possessive: boolean, afterStop: boolean): Token => ({
  raw,
  word,
  start,
  end: start + raw.length,
  possessive,
  capital: /^\p{Lu}/u.test(raw),
  afterStop,
});

function spellOut(lower: string): readonly string[] | undefined {
  const whole = WHOLE[lower];
  if (whole) return whole;
  const ending = /^(who|what|when|where|which|how|that|there|it|he|she|let)'(s|d|ll|ve|re)$/.exec(lower);
  if (ending) return [ending[1] ?? "", ENDINGS[ending[2] ?? ""] ?? ""];
  const not = /^(\w+)n't$/.exec(lower);
  return not ? [not[1] ?? "", "not"] : undefined;
}

const ENDINGS: Readonly<Record<string, string>> = { s: "is", d: "did", ll: "will", ve: "have", re: "are" };
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  "can't": ["can", "not"],
  cannot: ["can", "not"],
  "won't": ["will", "not"],
  didnt: ["did", "not"],
  doesnt: ["does", "not"],
  wasnt: ["was", "not"],
  whos: ["who", "is"],
  whats: ["what", "is"],
  wheres: ["where", "is"],
  "i'd": ["i", "would"],
  "i'm": ["i", "am"],
  "let's": ["let", "us"],
};
