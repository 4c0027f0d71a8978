import type { Part } from "../../../model/kinds.ts";
import type { Asked } from "../../../model/query.ts";
import { HEADS, type Head, ORDER_WORDS } from "../lexicon/words.ts";
import { labelAfter } from "../sentence/named.ts";
import type { Named, Sentence } from "../sentence.ts";
import { isUnnamed } from "./asked.ts";
import type { Frame } from "./frame.ts";

export type FoundHead = {
  readonly head: Head;
  readonly at: number;
  readonly noun: boolean;
  readonly asked: Asked;
};

/** The noun at a place that tells what is asked for: "foreign ministers", "cities", "Kenyan officials". */
export function headAt(sentence: Sentence, at: number, to: number): FoundHead | undefined {
  const { tokens, taken, nameAt } = sentence;
  if (at >= to || taken[at]) return undefined;
  const named = nameAt[at];
  if (named) {
    const title = named.senses.find((sense) => sense.kind === "title");
    const office = named.senses.find((sense) => sense.kind === "office");
    const officers = { head: HEADS.get("people") as Head, at: named.to - 1, noun: false };
    const before = tokens[named.from - 1]?.word ?? "";
    if (title?.kind === "title" && (isPlural(sentence, named) || /^(?:which|what)$/.test(before)))
      return { ...officers, asked: { office: title.office } };
    if (office?.kind === "office" && !named.link.together && isPlural(sentence, named))
      return {
        ...officers,
        asked: {
          ...(named.part && named.part !== "any" && { part: named.part }),
          office: office.office,
          country: office.of,
        },
      };
    const demonym = named.senses.find((sense) => sense.kind === "demonym" || sense.kind === "country");
    const next = tokens[named.to]?.word ?? "";
    const head = HEADS.get(next);
    if (demonym && head?.ask === "people" && "code" in demonym && !tokens[named.to - 1]?.possessive)
      return { head, at: named.to, noun: false, asked: { country: demonym.code } };
    if (demonym?.kind === "demonym" && isPeople(sentence, named))
      return { ...officers, asked: { country: demonym.code } };
    return undefined;
  }
  const word = tokens[at]?.word ?? "";
  const head = HEADS.get(/^sources?$/.test(word) && isUnnamed(tokens[at - 1]?.word) ? "people" : word);
  return head && { head, at, noun: true, asked: {} };
}

/** "which Kenyans", "the Finns who": a people in the plural, where the words ask for some of them. */
function isPeople({ tokens }: Sentence, named: Named): boolean {
  if (!/s$|men$/.test(tokens[named.to - 1]?.word ?? "") || tokens[named.to - 1]?.possessive) return false;
  return (
    /^(?:which|what|many|of|any|all)$/.test(tokens[named.from - 1]?.word ?? "") ||
    /^(?:who|that)$/.test(tokens[named.to]?.word ?? "")
  );
}

/** "foreign ministers", "heads of state", "ministers of Kenya": a word before "of", or the last one, in the plural. */
export function isPlural({ tokens }: Sentence, named: Named): boolean {
  const words = tokens.slice(named.from, named.to).map(({ word }) => word);
  const of = words.findIndex((word) => /^(?:of|for|from|in|to)$/.test(word));
  return /s$|men$/.test((of > 0 ? words[of - 1] : words.at(-1)) ?? "");
}

/** The frame of a noun that asks, its words and a "from Kenya" or "as host" after it taken. */
export function headed(sentence: Sentence, found: FoundHead, to: number, wh = found.at): Frame {
  const { head, at, asked } = found;
  const { taken, tokens, nameAt } = sentence;
  const named = nameAt[at] ?? nameAt[at - 1];
  if (named && Object.keys(asked).length > 0) taken.fill(true, named.from, named.to);
  taken[at] = true;
  const next = tokens[at + 1]?.word ?? "";
  if (/^(?:who|that|which|whom|when|where)$/.test(next) && !tokens[at + 1]?.afterStop) taken[at + 1] = true;
  if (head.ask === "dates" && next === "in" && tokens[at + 2]?.word === "which")
    taken.fill(true, at + 1, at + 3);
  const full = askedOf(sentence, found);
  const pair =
    tokens[at]?.word === "people" &&
    tokens
      .slice(at, to)
      .some(({ word }, index) => word === "other" && tokens[at + index - 1]?.word === "each");
  return {
    ask: pair ? "pairs" : head.ask,
    ...(head.by && { by: head.by }),
    ...(!pair && Object.keys(full).length > 0 && { asked: full }),
    at: wh,
  };
}

/** What is said of the people asked for beside their noun, its words taken. */
function askedOf(sentence: Sentence, { head, at, asked }: FoundHead): Asked {
  if (head.ask !== "people") return {};
  const from = sentence.tokens[at + 1]?.word === "from" ? countryAfter(sentence, at + 1) : {};
  const part = partAfter(sentence, at + 1);
  const word = sentence.tokens[at]?.word ?? "";
  const lead = takeBefore(sentence, at, VISITING);
  return {
    ...((lead || GUESTS.test(word)) && { guest: true }),
    ...(part && { part }),
    ...(head.kind && asked.office === undefined && { kind: head.kind }),
    ...from,
    ...asked,
  };
}

const GUESTS = /^guests?$/;
const VISITING = /^visiting$/;

/** Takes a word among the adjectives before a noun; true where it stands there. */
function takeBefore({ tokens, taken, nameAt }: Sentence, at: number, wanted: RegExp): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 3) && !nameAt[before]; before--)
    if (wanted.test(tokens[before]?.word ?? "")) {
      taken[before] = true;
      return true;
    }
  return false;
}

/** "people from Kenya": the country, its words taken. */
export function countryAfter({ tokens, taken, nameAt }: Sentence, at: number): Asked {
  const start = tokens[at + 1]?.word === "the" ? at + 2 : at + 1;
  const from = nameAt[start];
  const sense = from?.senses.find(({ kind }) => kind === "country");
  if (!from || sense?.kind !== "country") return {};
  taken.fill(true, at, from.to);
  if (/^(?:who|that|which|whom)$/.test(tokens[from.to]?.word ?? "")) taken[from.to] = true;
  const { part } = from;
  return { country: sense.code, ...(part && part !== "any" && { part }) };
}

/** "people as visitor": the part that is asked for, its words taken. */
function partAfter({ tokens, taken }: Sentence, from: number): Part | undefined {
  let at = from;
  while (taken[at]) at++;
  const label = labelAfter(tokens, at);
  if (!label || label.part === "any") return undefined;
  taken.fill(true, at, label.to);
  return label.part;
}

/** The frame of "how many" or "number of" before such a noun. */
export function counted(sentence: Sentence, found: FoundHead): Frame {
  const { head, at, asked } = found;
  const named = sentence.nameAt[at] ?? sentence.nameAt[at - 1];
  if (named && Object.keys(asked).length > 0) sentence.taken.fill(true, named.from, named.to);
  sentence.taken[at] = true;
  const next = sentence.tokens[at + 1]?.word ?? "";
  if (/^(?:who|that|which)$/.test(next) && !sentence.tokens[at + 1]?.afterStop) sentence.taken[at + 1] = true;
  const full = askedOf(sentence, found);
  return {
    ask: "number",
    of: head.of ?? (head.ask === "people" ? "people" : "events"),
    ...(Object.keys(full).length > 0 && { asked: full }),
    at,
  };
}

/** Past articles, order words and adjectives that other steps read. */
export function skip({ tokens, taken, nameAt }: Sentence, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    !nameAt[at] &&
    (taken[at] || ORDER_WORDS.has(tokens[at]?.word ?? "") || SKIPPED.has(tokens[at]?.word ?? ""))
  )
    at++;
  return at;
}

const SKIPPED = new Set([
  "the",
  "a",
  "an",
  "other",
  "exact",
  "precise",
  "specific",
  "different",
  "various",
  "all",
  "any",
  "of",
  "these",
  "those",
  "independent",
  "separate",
  "visiting",
  "unnamed",
  "anonymous",
  "unidentified",
  "nameless",
  "two",
  "three",
]);
