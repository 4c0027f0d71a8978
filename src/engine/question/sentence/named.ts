import type { Unclear } from "../../../model/engine.ts";
import { PARTS, type Part } from "../../../model/kinds.ts";
import { keyOf, type Link, type Names, type Sense, type Token, tokenise } from "../../names/index.ts";
import { lemma, PATTERNS, RESERVED } from "../lexicon/index.ts";
import { HEADS } from "../lexicon/words.ts";

/** A name in a question: what it can mean, where it stands, and the preposition that leads it. */
export type Named = {
  readonly from: number;
  readonly to: number;
  readonly link: Link;
  readonly senses: readonly Sense[];
  readonly together: readonly Sense[];
  /** "Aino Rautala as host", "in any part": a part told in so many words. */
  readonly part?: Part | "any";
  /** Where those words end. */
  readonly labelTo?: number;
};

/** What a run of words that is known names in its question; undefined where it is an ordinary word there. */
export function nameOf(
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
  const reserved =
    (RESERVED.has(first.word) || RESERVED.has(lemma(first.word))) &&
    !isOfficer(tokens, link) &&
    !(SHORT_NAME.test(first.word) && (first.capital || tokens[link.from - 1]?.word === "the"));
  if (link.to === link.from + 1 && reserved && !(first.capital && link.from > 0)) return undefined;
  if (link.to === link.from + 1 && reserved && isVerbOf(tokens, link.from)) return undefined;
  const ordinary = link.how === "surname" && !first.capital && (!lowerCase || COMMON.test(first.word));
  const titles = link.senses.filter(({ kind }) => kind === "title" || kind === "office");
  if (ordinary && titles.length === 0) return undefined;
  const told =
    ordinary || tokens[link.from - 1]?.possessive ? titlesOf(titles) : asDocument(tokens, link, names);
  const marked = /^\s*\[([^\]]{1,200})\]/u.exec(words.slice(last.end));
  if (!marked)
    return { from: link.from, to: link.to, link, senses: told ?? link.senses, together: link.together ?? [] };
  const wanted = link.senses.filter((sense) => keyOf(sense) === marked[1]);
  const end = last.end + marked[0].length;
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  const senses = wanted.length > 0 ? wanted : names.byKey(marked[1] ?? "");
  return { from: link.from, to, link, senses: senses.length > 0 ? senses : link.senses, together: [] };
}

/** "X's spokesman": the title, though somebody is called by it. */
const titlesOf = (titles: readonly Sense[]): readonly Sense[] | undefined =>
  titles.length > 0 ? titles : undefined;

/** "The ambassador" is somebody, but in "recalled the ambassador" a part of the verb. */
function isOfficer(tokens: readonly Token[], { from, senses }: Link): boolean {
  const word = tokens[from]?.word ?? "";
  if (HEADS.has(word) || !/^(?:the|an?)$/.test(tokens[from - 1]?.word ?? "")) return false;
  const verb = PATTERNS.get(lemma(tokens[from - 2]?.word ?? ""));
  return senses.some(({ kind }) => kind === "title") && !verb?.some(({ words }) => words.includes(word));
}

/** "Who Met X?": a verb in spite of its capital, where the words have no other and no article stands before it. */
function isVerbOf(tokens: readonly Token[], at: number): boolean {
  if (!PATTERNS.has(lemma(tokens[at]?.word ?? "")) || tokens[at - 1]?.word === "the") return false;
  return !tokens.some(({ word }, other) => other !== at && PATTERNS.has(lemma(word)));
}

/** A newspaper that a document is from is that document, but where somebody speaks to it. */
function asDocument(
  tokens: readonly Token[],
  { from, senses }: Link,
  names: Names,
): readonly Sense[] | undefined {
  const paper = senses.every(
    (sense) => sense.kind === "document" || (sense.kind === "entity" && sense.id.startsWith("media:")),
  );
  if (!paper) return undefined;
  const called = senses.flatMap((sense) =>
    sense.kind === "entity" ? (names.link(tokenise(names.nameOf(sense.id)), 0)?.senses ?? []) : [sense],
  );
  const documents = called.filter(({ kind }) => kind === "document");
  if (documents.length === 0) return undefined;
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  const spokenTo =
    before.some((word) => /^(?:to|told|tell|with)$/.test(word)) && !before.includes("according");
  return spokenTo ? undefined : documents;
}

/** Lower-case words of everyday English that are also surnames. */
const COMMON =
  /^(?:[a-z]{1,3}|long|young|white|black|brown|green|king|bush|rice|price|wood|stone|field|day|page|love|hope|rose|best|good|power|powers|church|hill|lake|park|rich|strong|wise|sharp|short|little|major|general|marshall|mayor|bishop|pope|baker|cook|carter|mason|fisher|hunter|parker|potter|taylor|turner|walker|grant|mark|frank|chance|grain|summers|winter)$/;

/** "as host", "in any part" after a name or after "people". */
export function labelAfter(
  tokens: readonly Token[],
  at: number,
): { readonly part: Part | "any"; readonly to: number } | undefined {
  const [first = "", second = "", third = ""] = tokens.slice(at, at + 3).map(({ word }) => word);
  if (first === "in" && second === "any" && third === "part") return { part: "any", to: at + 3 };
  if (first !== "as") return undefined;
  const part = PARTS.find((each) => each === second || each === `${second}-${third}`);
  return part && { part, to: at + (part.includes("-") ? 3 : 2) };
}

/**
 * "us chile talks", "did kenya meet us": somebody, where a name stands beside it or an event noun behind, and nobody
 * is told or shown anything. Written as the name that it is.
 */
export function withShortNames(tokens: readonly Token[], names: Names): readonly Token[] {
  return tokens.map((token, at) => {
    if (!SHORT_NAME.test(token.word) || token.capital || TELLING.test(tokens[at - 1]?.word ?? ""))
      return token;
    const next = tokens[at + 1];
    const isSide = (from: number, to: number) =>
      names
        .link(tokens.slice(0, to), from)
        ?.senses.some(({ kind }) => kind === "country" || kind === "demonym" || kind === "entity") === true;
    const noun = PATTERNS.get(lemma(next?.word ?? ""))?.some(
      ({ form, words }) => form === "noun" && words.length === 1,
    );
    const beside =
      (at > 0 && isSide(at - 1, at)) || (next !== undefined && (noun || isSide(at + 1, tokens.length)));
    return beside ? { ...token, raw: token.raw.toUpperCase(), capital: true } : token;
  });
}

const SHORT_NAME = /^(?:us|un)$/;
const TELLING = /^(?:tell|told|give|show|get|send|let|help|of|about|for|remind)$/;

/** "the Chilean embassy" where only another country's is known as "the embassy": nobody known here. */
export function bodyOfOther(
  tokens: readonly Token[],
  { from, to, senses }: Named,
  before: Named | undefined,
  names: Names,
): Unclear | undefined {
  const owner =
    before?.to === from && before.senses.every(({ kind }) => kind === "demonym" || kind === "country");
  const body =
    to === from + 1 && BODY.test(tokens[from]?.word ?? "") && senses.every(({ kind }) => kind === "entity");
  if (!before || !owner || !body) return undefined;
  const word = tokens.slice(before.from, to).map(({ raw }) => raw);
  const near = senses.flatMap((sense) => (sense.kind === "entity" ? [names.nameOf(sense.id)] : []));
  return { problem: "unknown-name", word: word.join(" "), near };
}

const BODY = /^(?:embassy|consulate|mission|ministry|delegation|parliament|government)$/;
