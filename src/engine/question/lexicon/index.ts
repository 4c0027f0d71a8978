import { CAMEO } from "../../../model/cameo.ts";
import { KINDS, type Part } from "../../../model/kinds.ts";
import type { KindTerm } from "../../../model/query.ts";
import { ABSENT, ATTENDING } from "./attendance.ts";
import intents from "./intents.json" with { type: "json" };
import { lemmatiser } from "./lemma.ts";
import table from "./relations.json" with { type: "json" };
import * as words from "./words.ts";

/**
 * What a verb or noun of diplomacy stands for: kinds or CAMEO codes, and who is what in it. Without `doer` and
 * `other` it has no direction: all take part alike.
 */
export type Relation = {
  readonly id: string;
  readonly kinds: readonly KindTerm[];
  readonly doer?: Part;
  readonly other?: Part;
  /** Its other side can be a place: a city is visited. */
  readonly place?: boolean;
  /** Base, past and participle as `tell` writes them. */
  readonly say?: readonly [base: string, past: string, participle: string];
  readonly verbs: readonly string[];
  /** What a word of intention makes it: "want to", "express its intention to" before any of these. */
  readonly intends?: readonly string[];
  /** Verbs whose subject is the other side: "receive a visit from". */
  readonly inverse?: readonly string[];
  readonly nouns: readonly string[];
};

export type Form = "verb" | "inverse" | "noun";
export type Pattern = { readonly relation: Relation; readonly form: Form; readonly words: readonly string[] };

const own: readonly Relation[] = (table as readonly Relation[]).map((relation) => ({
  ...relation,
  verbs: [
    ...relation.verbs,
    ...intents.flatMap((lead) => relation.intends?.map((tail) => `${lead} ${tail}`) ?? []),
  ],
  inverse: [...(relation.inverse ?? []), ...received(relation)],
}));

/** "From whom did X receive criticism": what is done to someone, by its noun. */
function received({ doer, other, nouns }: Relation): readonly string[] {
  if (doer !== "actor" || other !== "target") return [];
  return nouns.flatMap((noun) =>
    ["receive", "face", "get", "draw", "attract"].flatMap((verb) => [
      `${verb} ${noun} from`,
      `${verb} ${noun}`,
    ]),
  );
}

/** Every CAMEO code is also understood by its own name, where the lexicon has no entry of its own for it. */
const coded: readonly Relation[] = [...CAMEO].flatMap(([code, name]) => {
  const kind = `cameo:${code}` as const;
  if (own.some(({ kinds }) => kinds.includes(kind)) || code.length < 3) return [];
  if (Object.values(KINDS).some(({ cameo }) => cameo === code)) return [];
  const plain = name
    .toLowerCase()
    .replace(/\(.*?\)/g, " ")
    .replace(/[^a-z]+/g, " ")
    .trim();
  return [
    { id: kind, kinds: [kind], doer: "actor" as const, other: "target" as const, verbs: [plain], nouns: [] },
  ];
});

/** The whole lexicon, in order. */
export const RELATIONS: readonly Relation[] = [...own, ...coded];

const split = (phrase: string) => phrase.split(" ").filter((word) => !SKIPPED.has(word));
const SKIPPED = new Set(["a", "an", "the"]);

const rawPatterns = RELATIONS.flatMap((relation) =>
  (
    [
      ["verb", relation.verbs],
      ["inverse", relation.inverse ?? []],
      ["noun", relation.nouns],
    ] as const
  ).flatMap(([form, phrases]) =>
    phrases.map((phrase): Pattern => ({ relation, form, words: split(phrase) })),
  ),
);

const vocabulary = new Set([
  ...rawPatterns.flatMap(({ relation, words }) => (relation.id.startsWith("cameo:") ? [] : words)),
  ...[...ATTENDING, ...ABSENT, ...words.STATUS_VERBS.keys()].flatMap(split),
  ..."be have do will would can happen take place occur mention report record witness sign know list show name tell start begin end discuss cover concern change update expect plan schedule arrange close door involve include feature appear stay cite suppose due set chair".split(
    " ",
  ),
]);

/** Base form of a folded word, where the lexicon knows it. */
export const lemma = lemmatiser(vocabulary);

/** Patterns by the base form of their first word, longest first; nouns after verbs of the same words. */
export const PATTERNS: ReadonlyMap<string, readonly Pattern[]> = indexed(
  rawPatterns.map((pattern) => ({
    ...pattern,
    words: pattern.words.map((word) => (word === "~" ? word : lemma(word))),
  })),
);

/** Base forms that begin verbs as well as nouns: the words around them tell which. */
export const BOTH: ReadonlySet<string> = new Set(
  [...PATTERNS].flatMap(([word, patterns]) =>
    patterns.some(({ form }) => form === "noun") && patterns.some(({ form }) => form !== "noun")
      ? [word]
      : [],
  ),
);

/** Words that have a meaning in questions: they are no misspelt names. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...vocabulary,
  ...words.IDLE,
  ...words.UNREAD,
  ...words.AUXILIARIES,
  ...words.HEADS.keys(),
  ...words.STATUS_WORDS.keys(),
  ...words.FLAG_WORDS.keys(),
  ...words.ORDER_WORDS.keys(),
  ...words.PREPOSITIONS,
  ..."not before after since until latest newest number count often when status kind topic words according document changed whether profile timeline itinerary others only host visitor actor target speaker addressee attendee mediator signatory witness informant absent mentioned present chair".split(
    " ",
  ),
]);

/** Verbs and question words in all their forms, for words with one letter wrong. */
export const FORMS: readonly string[] = [
  ..."who what when where which whom how many happened people secret planned cancelled postponed between before after latest first".split(
    " ",
  ),
  ...[...new Set(rawPatterns.filter(({ words }) => words.length === 1).flatMap(({ words }) => words))]
    .filter((word) => word.length >= 4)
    .flatMap((word) => [
      word,
      `${word}s`,
      word.endsWith("e") ? `${word}d` : `${word}ed`,
      `${word.replace(/e$/, "")}ing`,
    ]),
  ..."attend attended attends visited talked spoke telephoned hosted received mentioned".split(" "),
].filter((word) => word.length >= 4);

function indexed(patterns: readonly Pattern[]) {
  const index = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const first = pattern.words[0] ?? "";
    const list = index.get(first);
    if (list) list.push(pattern);
    else index.set(first, [pattern]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}
