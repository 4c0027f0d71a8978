import type { Unclear } from "../../model/engine.ts";
import type { TimeTerm } from "../../model/query.ts";
import type { Day } from "../../model/when.ts";
import { keyOf, type Link, type Names, type Sense, type Token, tokenise } from "../names/index.ts";
import { lemma, RESERVED } from "./lexicon/index.ts";
import { timesIn } from "./times.ts";

/** A name in a question: what it can mean, where it stands, and the preposition that leads it. */
export type Named = {
  readonly from: number;
  readonly to: number;
  readonly link: Link;
  readonly senses: readonly Sense[];
  readonly together: readonly Sense[];
};

export type Timed = { readonly from: number; readonly to: number; readonly term: TimeTerm };

/**
 * A question on the way to a query: its tokens, what each is covered by, and which were understood. Steps take
 * what they understand; what is left at the end is named to the asker.
 */
export type Sentence = {
  readonly words: string;
  readonly tokens: readonly Token[];
  readonly lemmas: readonly string[];
  readonly names: readonly Named[];
  readonly times: readonly Timed[];
  /** By token: the name that covers it. */
  readonly nameAt: readonly (Named | undefined)[];
  readonly quotes: readonly string[];
  /** Ids of events that stand in the words. */
  readonly events: readonly string[];
  readonly taken: boolean[];
};

/** Reads names, times and quotations of cleaned words; a problem where a day does not exist or a name is unclear. */
export function sentenceOf(words: string, today: Day, names: Names): Sentence | Unclear {
  const quotes: string[] = [];
  let plain = words.replace(QUOTED, (whole, text: string, at: number) => {
    if (text === undefined || /\w$/.test(words.slice(0, at))) return whole;
    quotes.push(text.trim());
    return " ".repeat(whole.length);
  });
  const events: string[] = [];
  plain = plain.replace(EVENT_ID, (id) => {
    events.push(id);
    return " ".repeat(id.length);
  });
  const tokens = tokenise(plain);
  const lemmas = tokens.map(({ word }) => lemma(word));
  const taken = tokens.map(() => false);
  const found = timesIn(plain, today);
  if ("problem" in found) return found;
  const times: Timed[] = [];
  for (const { start, end, term } of found.times) {
    const from = tokens.findIndex((token) => token.end > start);
    const to = tokens.findLastIndex((token) => token.start < end) + 1;
    if (from === -1 || to <= from) continue;
    times.push({ from, to, term });
    taken.fill(true, from, to);
  }
  const nameAt: (Named | undefined)[] = tokens.map(() => undefined);
  const linked: Named[] = [];
  const lowerCase = !tokens.some(({ capital }, at) => capital && at > 0);
  for (let at = 0; at < tokens.length; at++) {
    if (taken[at]) continue;
    const link = names.link(tokens, at);
    if (!link || taken.slice(at, link.to).some(Boolean)) continue;
    const named = nameOf(tokens, link, names, plain, lowerCase);
    if (!named) continue;
    linked.push(named);
    nameAt.fill(named, named.from, named.to);
    at = named.to - 1;
  }
  return { words: plain, tokens, lemmas, names: linked, times, nameAt, quotes, events, taken };
}

const EVENT_ID = /(?<![\p{L}\p{N}-])E-[a-z0-9]{1,20}(?:-[a-z0-9]{1,20})?(?![\p{L}\p{N}])/gu;
const QUOTED = /["“„«]([^"“”„«»]{1,200})["”“»]/gu;

function nameOf(
  tokens: readonly Token[],
  link: Link,
  names: Names,
  words: string,
  lowerCase: boolean,
): Named | undefined {
  const first = tokens[link.from];
  const last = tokens[link.to - 1];
  if (!first || !last) return undefined;
  const sides = link.senses.filter(({ kind }) => kind !== "topic" && kind !== "document" && kind !== "title");
  if (sides.length === 0 && link.senses.every(({ kind }) => kind === "topic")) return undefined;
  const reserved = RESERVED.has(first.word) || RESERVED.has(lemma(first.word));
  if (link.to === link.from + 1 && reserved && !(first.capital && link.from > 0)) return undefined;
  if (link.how === "surname" && !first.capital && !lowerCase && COMMON.test(first.word)) return undefined;
  const marked = /^\s*\[([^\]]{1,200})\]/u.exec(words.slice(last.end));
  if (!marked)
    return { from: link.from, to: link.to, link, senses: link.senses, together: link.together ?? [] };
  const wanted = link.senses.filter((sense) => keyOf(sense) === marked[1]);
  const end = last.end + marked[0].length;
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  const senses = wanted.length > 0 ? wanted : names.byKey(marked[1] ?? "");
  return { from: link.from, to, link, senses: senses.length > 0 ? senses : link.senses, together: [] };
}

/** Lower-case words of everyday English that are also surnames. */
const COMMON =
  /^(?:[a-z]{1,3}|long|young|white|black|brown|green|king|bush|rice|price|wood|stone|field|day|page|love|hope|rose|best|good|power|powers|church|hill|lake|park|rich|strong|wise|sharp|short|little|major|general|marshall|mayor|bishop|pope|baker|cook|carter|mason|fisher|hunter|parker|potter|taylor|turner|walker|grant|mark|frank|chance|grain|summers|winter)$/;
