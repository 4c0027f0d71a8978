import type { Briefing } from "./briefing.ts";
import type { Query } from "./query.ts";
import type { Day } from "./when.ts";

/** What a question is asked in: the asker's day, and what they asked before in the same thread. */
export type Context = { readonly today: Day; readonly previous?: Query | undefined };

/** Words that could not become a query, by meaning: the bot turns them into a sentence with the way out. */
export type Unclear =
  | { readonly problem: "empty" }
  | { readonly problem: "too-long"; readonly limit: number }
  | { readonly problem: "not-understood"; readonly words: readonly string[] }
  /** More than one question, each of them whole. */
  | { readonly problem: "several"; readonly questions: readonly string[] }
  | { readonly problem: "unknown-name"; readonly word: string; readonly near: readonly string[] }
  | { readonly problem: "no-such-day"; readonly word: string }
  | { readonly problem: "backwards-period"; readonly from: Day; readonly to: Day };

/** A word that fits several people or places; each choice is a whole question that fits one. */
export type Which = {
  readonly word: string;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly question: string }[];
};

/** What reading a question gives. `ignored` names words that were not understood; they are never silently dropped. */
export type Reading =
  | {
      readonly kind: "query";
      readonly query: Query;
      readonly ignored: readonly string[];
      /** Misspelt words, and what they were read as. */
      readonly corrected?: readonly { readonly typed: string; readonly read: string }[];
      /** The question over what else a name in it could be, likelier first: for when nothing is recorded of it. */
      readonly instead?: readonly Query[];
    }
  | { readonly kind: "which"; readonly which: Which }
  | { readonly kind: "unclear"; readonly unclear: Unclear };

/** The named parts of a command line or slash command, as typed: `{ person: "Sergey Lavrov", period: "2021" }`. */
export type Fields = Readonly<Record<string, string>>;

export type SuggestKind = "person" | "actor" | "place" | "topic" | "document" | "event" | "kind" | "status";
export type Suggestion = { readonly value: string; readonly label: string };

/** The engine as every other room sees it: no file, no network, no clock. */
export type Engine = {
  /** Words to query. Deterministic: the same words, context and dataset give the same reading. */
  readonly read: (words: string, context: Context) => Reading;
  /** Query to briefing. Throws nothing for any query that fits the type. */
  readonly answer: (query: Query, context: Context, question?: string) => Briefing;
  /** `read` and `answer` in one; what could not be read becomes a briefing of kind `which` or `unclear`. */
  readonly ask: (words: string, context: Context) => Briefing;
  /** A query in words; reading them again gives the same query (page and limit aside). */
  readonly tell: (query: Query) => string;
  /** Completions, best first: exact alias, prefix of any word, other spelling or script, one edit. */
  readonly suggest: (kind: SuggestKind, typed: string, limit: number) => readonly Suggestion[];
};
