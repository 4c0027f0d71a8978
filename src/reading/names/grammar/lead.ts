import { at, foldAt, type Scan } from "../scan.ts";
import { DETERMINERS, GROUP_NOUNS, PAST_HOLDER, QUALITIES } from "../words.ts";
import type { Lead } from "./phrases.ts";
import { roleAt } from "./roles.ts";

/** Article and qualities before the head: "the newly appointed", "his former". */
export function leadAt(s: Scan, i: number): { lead: Lead; head: number } {
  let k = i;
  let determiner = DETERMINERS.has(foldAt(s, k)) ? foldAt(s, k) : null;
  if (determiner) k++;
  const style = styled(s, k);
  if (style > k) {
    determiner = null;
    k = style;
  }
  const inner = qualities(s, k);
  return { lead: { from: i, former: inner.former, determiner }, head: inner.to };
}

/** "The Honourable", "His Excellency", "Her Royal Highness" before a name. */
function styled(s: Scan, from: number): number {
  let k = from;
  while (
    at(s, k)?.capital &&
    /^(?:honou?rable|hon\.?|right|rt|excellency|royal|serene|highness|most|hrh)$/.test(foldAt(s, k))
  ) {
    k++;
    if (foldAt(s, k) === "." && at(s, k)?.glued) k++;
  }
  const last = foldAt(s, k - 1);
  return k > from && /^(?:honou?rable|hon\.?|\.|excellency|highness|hrh)$/.test(last) && at(s, k)?.capital
    ? k
    : from;
}

export function qualities(s: Scan, from: number): { to: number; former: boolean } {
  let k = from;
  let former = false;
  for (;;) {
    const word = foldAt(s, k);
    const piece = s.pieces[k];
    if (piece && piece.length > 1 && (piece.title || piece.organisation || piece.country)) break;
    if (word === "government" && piece === null && s.pieces[k + 1]?.title && at(s, k)?.capital) {
      k++;
      continue;
    }
    if (word === "foreign" && /^(?:affairs|policy)$/.test(foldAt(s, k + 1))) break;
    if (
      word === "official" &&
      !QUALITIES.has(foldAt(s, k + 1)) &&
      !GROUP_NOUNS.has(foldAt(s, k + 1)) &&
      roleAt(s, k + 1) === null
    )
      break;
    if (word === "-" && at(s, k)?.glued && k > from) k++;
    else if (
      QUALITIES.has(word) &&
      !(piece?.title && !QUALITIES.has(foldAt(s, k + 1)) && roleAt(s, k + 1) === null)
    ) {
      if (PAST_HOLDER.has(word)) former = true;
      k++;
    } else break;
  }
  return { to: k, former };
}
