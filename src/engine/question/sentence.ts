import { CAMEO } from "../../model/cameo.ts";
import type { Unclear } from "../../model/engine.ts";
import type { DocumentId } from "../../model/event.ts";
import { PARTS, type Part } from "../../model/kinds.ts";
import type { TimeTerm } from "../../model/query.ts";
import { fold } from "../../model/text.ts";
import type { Day, Instant } from "../../model/when.ts";
import { keyOf, type Link, type Names, type Sense, type Token, tokenise } from "../names/index.ts";
import { lemma, PATTERNS, RESERVED } from "./lexicon/index.ts";
import { HEADS } from "./lexicon/words.ts";
import { timesIn } from "./times.ts";

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
  /** Quoted words and where they begin: they must stand in the events. */
  readonly quotes: readonly { readonly text: string; readonly at: number }[];
  /** The document whose title stands in quotation marks. */
  readonly title?: DocumentId;
  /** Ids of events that stand in the words. */
  readonly events: readonly string[];
  /** What entered the dataset after it, where the words say so. */
  readonly since?: Instant;
  readonly taken: boolean[];
};

/** Reads names, times and quotations of cleaned words; a problem where a day does not exist or a name is unclear. */
export function sentenceOf(words: string, today: Day, names: Names): Sentence | Unclear {
  const quotes: { text: string; at: number }[] = [];
  let title: DocumentId | undefined;
  let plain = words.replace(QUOTED, (whole, text: string, at: number) => {
    if (text === undefined || /\w$/.test(words.slice(0, at))) return whole;
    const document = /\bwords?\s+$/iu.test(words.slice(0, at)) ? undefined : titled(text, names);
    if (document === undefined) quotes.push({ text: text.trim(), at });
    title ??= document;
    return " ".repeat(whole.length);
  });
  const events: string[] = [];
  plain = plain.replace(EVENT_ID, (told, id: string) => {
    events.push(id);
    return " ".repeat(told.length);
  });
  plain = codesAlone(plain);
  const changed = changedSince(plain, today);
  if (changed) plain = plain.replace(changed.text, (text) => " ".repeat(text.length));
  const typed = tokenise(plain);
  const tokens = withShortNames(typed, names);
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
  const nameOfEntity = (sense: Sense) => (sense.kind === "entity" ? [names.nameOf(sense.id)] : []);
  const linked: Named[] = [];
  const lowerCase = !typed.some(({ capital }, at) => capital && at > 0);
  for (let at = 0; at < tokens.length; at++) {
    if (taken[at] || UNNAMED_AFTER.test(tokens[at - 1]?.word ?? "")) continue;
    const whole = names.link(tokens, at);
    const stop = whole ? taken.indexOf(true, at) : -1;
    const link = whole && stop !== -1 && stop < whole.to ? names.link(tokens.slice(0, stop), at) : whole;
    if (!link) continue;
    const named = nameOf(tokens, link, names, plain, lowerCase);
    if (!named) continue;
    const other = bodyOfOther(tokens, named, nameAt[at - 1]);
    if (other !== undefined)
      return { problem: "unknown-name", word: other, near: named.senses.flatMap(nameOfEntity) };
    const label = labelAfter(tokens, named.to);
    const told = label ? { ...named, part: label.part, labelTo: label.to } : named;
    linked.push(told);
    nameAt.fill(told, named.from, named.to);
    if (label) taken.fill(true, named.to, label.to);
    at = (label?.to ?? named.to) - 1;
  }
  return {
    words: plain,
    tokens,
    lemmas,
    names: linked,
    times,
    nameAt,
    quotes,
    events,
    taken,
    ...(title !== undefined && { title }),
    ...(changed && { since: changed.since }),
  };
}

/** The one document that a quotation of three words or more is the title of, or a part of it. */
function titled(text: string, names: Names): DocumentId | undefined {
  if (tokenise(text).length < 3) return undefined;
  const [only, other] = names
    .suggest("document", text, 5)
    .filter(({ label }) => fold(label).includes(fold(text)));
  return other === undefined ? only?.value : undefined;
}

/**
 * "us russia talks", "did the uk meet us": somebody, where a name stands beside it or an event noun behind, and nobody
 * is told or shown anything. Written as the name that it is.
 */
function withShortNames(tokens: readonly Token[], names: Names): readonly Token[] {
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

/** A newspaper that a document is from is that document, but where somebody speaks to it. */
function asDocument(
  tokens: readonly Token[],
  { from, senses }: Link,
  names: Names,
): readonly Sense[] | undefined {
  const called = senses.flatMap((sense) =>
    sense.kind === "entity" ? (names.link(tokenise(names.nameOf(sense.id)), 0)?.senses ?? []) : [sense],
  );
  const documents = called.filter(({ kind }) => kind === "document");
  const paper = senses.every((sense) => sense.kind === "document" || /^entity:media:/.test(keyOf(sense)));
  if (documents.length === 0 || !paper) return undefined;
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  const spokenTo =
    before.some((word) => /^(?:to|told|tell|with)$/.test(word)) && !before.includes("according");
  return spokenTo ? undefined : documents;
}

/** "the British embassy" where only another country's is known as "the embassy": nobody known here. */
function bodyOfOther(
  tokens: readonly Token[],
  { from, to, senses }: Named,
  before: Named | undefined,
): string | undefined {
  const owner =
    before?.to === from && before.senses.every(({ kind }) => kind === "demonym" || kind === "country");
  const body =
    to === from + 1 && BODY.test(tokens[from]?.word ?? "") && senses.every(({ kind }) => kind === "entity");
  if (!before || !owner || !body) return undefined;
  return tokens
    .slice(before.from, to)
    .map(({ raw }) => raw)
    .join(" ");
}

const BODY = /^(?:embassy|consulate|mission|ministry|delegation|parliament|government)$/;
const SHORT_NAME = /^(?:us|un)$/;
const TELLING = /^(?:tell|told|give|show|get|send|let|help|of|about|for|remind)$/;

/** "conventional military forces": said of a way to fight, not of a body. */
const UNNAMED_AFTER = /^(?:un)?conventional$/;
/** "Reject proposal to meet (CAMEO125)": the code alone, in its place, since its name is full of verbs. */
function codesAlone(words: string): string {
  let plain = words;
  for (const { 0: whole, 1: code = "", index } of words.matchAll(/\(CAMEO(\d{2,4})\)/giu)) {
    const name = CAMEO.get(code) ?? "";
    const from = words.slice(0, index).trimEnd().length - name.length;
    const lead = words.slice(from, from + name.length).toLowerCase() === name.toLowerCase() ? from : index;
    plain = `${plain.slice(0, lead)}${" ".repeat(index - lead)} CAMEO${code} ${plain.slice(index + whole.length)}`;
  }
  return plain;
}

const EVENT_ID =
  /(?:(?<!\p{L})(?:the |this )?event )?(?<![\p{L}\p{N}-])(E-[a-z0-9]{1,20}(?:-[a-z0-9]{1,20})?)(?![\p{L}\p{N}])/gu;
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

/** "what changed since 1 March": when the dataset came to hold it, not when it was. */
function changedSince(
  words: string,
  today: Day,
): { readonly text: string; readonly since: Instant } | undefined {
  const instant = CHANGED_AT.exec(words);
  if (instant) return { text: instant[0], since: instant[1] ?? "" };
  const match = CHANGED.exec(words);
  const found = match && timesIn(match[1] ?? "", today);
  if (!match || !found || "problem" in found) return undefined;
  const [time] = found.times;
  if (time?.term.kind !== "period" || time.term.from === null || time.term.to !== null) return undefined;
  const start = match[0].length - (match[1] ?? "").length;
  return { text: match[0].slice(0, start + time.end), since: `${time.term.from}T00:00:00.000Z` };
}

const CHANGED_AT = /\bchanged since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)/u;
const CHANGED =
  /\b(?:changed|updated|added|new|entered|corrected)(?:,? (?:in|to|the|dataset|data|here|there|anything|something|has|have|been|was)){0,4} (since [^,;?]{3,60})/iu;

/** Lower-case words of everyday English that are also surnames. */
const COMMON =
  /^(?:[a-z]{1,3}|long|young|white|black|brown|green|king|bush|rice|price|wood|stone|field|day|page|love|hope|rose|best|good|power|powers|church|hill|lake|park|rich|strong|wise|sharp|short|little|major|general|marshall|mayor|bishop|pope|baker|cook|carter|mason|fisher|hunter|parker|potter|taylor|turner|walker|grant|mark|frank|chance|grain|summers|winter)$/;
