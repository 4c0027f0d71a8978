import type { Unclear } from "../../model/engine.ts";
import { cut } from "./clean.ts";

/** What could not be understood, as sentences for the person who asked: what it was, and the way out. */
export function explain(unclear: Unclear): readonly string[] {
  switch (unclear.problem) {
    case "empty":
      return ["There was no question. Ask in plain words, such as who met someone, or when, or where."];
    case "too-long":
      return [`That is more than ${unclear.limit} characters. Ask for one thing at a time, in one sentence.`];
    case "not-understood":
      return [
        `Not understood: ${unclear.words.map(quoted).join(", ")}.`,
        "Name a person, a country, a place or a period; “help” shows what can be asked.",
      ];
    case "several":
      return [
        `That is more than one question. Ask each by itself: ${unclear.questions.map(quoted).join(", ")}.`,
      ];
    case "unknown-name":
      return [
        `${quoted(unclear.word)} is not a name that this dataset knows.`,
        unclear.near.length > 0
          ? `Did you mean ${unclear.near.map(quoted).join(" or ")}?`
          : "Try another spelling, or the surname alone.",
      ];
    case "no-such-day":
      return [
        `${quoted(unclear.word)} is not in the calendar. Give a day that exists, or a month or a year.`,
      ];
    case "backwards-period":
      return [
        `The period ends (${unclear.to}) before it starts (${unclear.from}). Put the earlier day first.`,
      ];
  }
}

const quoted = (word: string) => `“${cut(word, 60)}”`;
