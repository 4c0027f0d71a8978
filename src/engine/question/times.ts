import type { Unclear } from "../../model/engine.ts";
import type { TimeTerm } from "../../model/query.ts";
import type { Day } from "../../model/when.ts";
import { periodsIn } from "./time/index.ts";

type Found = { readonly start: number; readonly end: number; readonly term: TimeTerm };

/** Time expressions of a question with their places in the words, or the problem that one of them has. */
export function timesIn(words: string, today: Day): { readonly times: readonly Found[] } | Unclear {
  const read = periodsIn(words, today);
  if ("problem" in read) return read;
  return { times: read.map(({ span: [start, end], term }) => ({ start, end, term })) };
}
