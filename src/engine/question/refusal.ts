import type { Part } from "../../model/kinds.ts";
import type { Query } from "../../model/query.ts";
import { finished } from "./draft.ts";

/**
 * Coded records have a refusal to meet as an event of its own; documents tell of the meeting that someone declined.
 * The question for the one as the question for the other; undefined for all others.
 */
export function declinedInstead(query: Query): Query | undefined {
  if (query.kinds?.join() !== REFUSAL) return undefined;
  const { asked, who, ...rest } = query;
  return finished({
    ...rest,
    kinds: ["met"],
    ...(asked && { asked: { ...asked, part: declined(asked.part) } }),
    ...(who && {
      who: who.map(({ part, ...term }) => {
        const other = declined(part);
        return { ...term, ...(other && { part: other }) };
      }),
    }),
  });
}

const REFUSAL = "cameo:125";
const declined = (part: Part | "any" | undefined): Part | undefined =>
  part === "actor" ? "declined" : undefined;
