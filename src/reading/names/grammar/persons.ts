import { at, foldAt, type Scan } from "../scan.ts";
import { HONORIFICS, NOT_A_NAME, PARTICLES, PORTFOLIO } from "../words.ts";

/** A run of words that may be a person's name. */
export type NameRun = {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly honorific: boolean;
};

/** The name that starts at token `i`, honorifics left out; null when no name does. */
export function nameAt(s: Scan, i: number): NameRun | null {
  let from = i;
  let honorific = false;
  while (HONORIFICS.has(foldAt(s, from)) && at(s, from)?.capital) {
    const elided = /^['’]$/.test(foldAt(s, from + 1)) && at(s, from + 2)?.capital === true;
    if (!elided && !at(s, from + 1)?.capital && !/^[-(.]$/.test(foldAt(s, from + 1))) return null;
    from += elided ? 2 : 1;
    if (foldAt(s, from) === "." && at(s, from)?.glued) from++;
    if (foldAt(s, from) === "-") {
      if (!HONORIFICS.has(foldAt(s, from + 1))) return null;
      from++;
    }
    if (foldAt(s, from) === "(" && /^(?:rtd|retd|ret|retired)$/.test(foldAt(s, from + 1)))
      from += foldAt(s, from + 2) === "." ? 4 : 3;
    honorific = true;
  }
  const known = s.pieces[from];
  if (known && known.people.length > 0) {
    const to = suffix(s, clan(s, from + known.length));
    return { from, to, words: joined(s, from, from + known.length), honorific };
  }
  let to = from;
  let count = 0;
  while (to < s.tokens.length && count < 6) {
    const t = at(s, to);
    if (!t) break;
    if (t.kind === "mark") {
      if (t.text === "-" && t.glued && at(s, to + 1)?.capital && at(s, to + 1)?.glued) to++;
      else if (t.text === "-" && syllable(s, to)) to += 2;
      else break;
      continue;
    }
    if (
      PARTICLES.has(t.fold) &&
      (at(s, to + 1)?.capital || PARTICLES.has(foldAt(s, to + 1)) || foldAt(s, to + 1) === "-") &&
      (count > 0 || t.capital || foldAt(s, to + 1) === "-")
    ) {
      to++;
      count++;
      continue;
    }
    if (!t.capital || t.kind !== "word" || /^['’]s$/.test(t.text)) break;
    const piece = s.pieces[to];
    if (NOT_A_NAME.has(t.fold) && !(count === 1 && foldAt(s, to + 1) === "-" && syllable(s, to + 1))) break;
    if (
      piece &&
      (piece.country || piece.demonym || piece.organisation || piece.occasion) &&
      !(count > 0 && piece.length === 1 && piece.country && honorific)
    )
      break;
    if (piece?.title && (piece.length > 1 || PORTFOLIO.has(t.fold))) break;
    if (piece && piece.people.length > 0 && count > 0) {
      if (count > 1 || piece.length < 2 || s.pieces[from]) break;
      return { from, to: clan(s, to + piece.length), words: joined(s, to, to + piece.length), honorific };
    }
    to++;
    count++;
  }
  while (
    to > from &&
    (PARTICLES.has(foldAt(s, to - 1)) || foldAt(s, to - 1) === "-") &&
    !at(s, to - 1)?.capital
  )
    to--;
  if (to === from) return null;
  const words = joined(s, from, to);
  if (words.every((w) => /^(?:\p{Lu}\.)+$/u.test(w))) return null;
  const behind = at(s, to + 1);
  if (
    foldAt(s, to) === ")" &&
    behind?.capital &&
    opened(s, from) &&
    !NOT_A_NAME.has(behind.fold) &&
    s.pieces[to + 1]?.country == null
  ) {
    return { from, to: to + 2, words: [...words, behind.text], honorific };
  }
  return { from, to: suffix(s, to), words, honorific };
}

/** "Dae-jung", "Ki-moon": the second half of a given name in small letters. */
const syllable = (s: Scan, hyphen: number): boolean => {
  const half = at(s, hyphen + 1);
  return (
    at(s, hyphen)?.glued === true &&
    half?.glued === true &&
    half.kind === "word" &&
    at(s, hyphen - 2)?.capital === true &&
    half.text.length < 8 &&
    !NO_SYLLABLE.test(half.fold)
  );
};
const NO_SYLLABLE =
  /^(?:led|era|elect|in|born|backed|style|based|general|run|only|designate|to|at|held|hit|owned|made|like|free|wide|brokered|hosted|trained|friendly|allied|appointed|chaired|funded|linked|aligned|inspired|friendly|controlled|occupied|speaking|mediated|bound|affairs|minister|chief|president)$/;

/** "Khalifa bin Zayed al-Nahyan": a known name that goes on with its family's. */
function clan(s: Scan, from: number): number {
  let to = from;
  for (;;) {
    if (!/^(?:al|el|bin|ibn|bint)$/.test(foldAt(s, to))) return to;
    const next = foldAt(s, to + 1) === "-" ? to + 2 : to + 1;
    if (!at(s, next)?.capital) return to;
    to = next + 1;
  }
}

/** ", Jr." behind a name. */
function suffix(s: Scan, to: number): number {
  if (/^[js]r\.?$/.test(foldAt(s, to))) return to + 1;
  return foldAt(s, to) === "," && /^[js]r\.?$/.test(foldAt(s, to + 1))
    ? foldAt(s, to + 2) === "."
      ? to + 3
      : to + 2
    : to;
}

/** Words with their hyphens put back: "Anne", "-", "Marie" → "Anne-Marie". */
function joined(s: Scan, from: number, to: number): string[] {
  const words: string[] = [];
  for (let k = from; k < to; k++) {
    const t = at(s, k);
    if (!t) continue;
    if (t.glued && words.length > 0 && (t.text === "-" || words.at(-1)?.endsWith("-")))
      words.push(`${words.pop()}${t.text}`);
    else words.push(t.text);
  }
  return words;
}

/** "(Russian President Vladimir) X": the editor's words stand in brackets before the speaker's. */
function opened(s: Scan, from: number): boolean {
  for (let k = from - 1; k >= Math.max(0, from - 6); k--) {
    if (foldAt(s, k) === "(") return true;
    if (/^[.,;)]$/.test(foldAt(s, k))) return false;
  }
  return false;
}
