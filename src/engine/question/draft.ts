import type { Asked, Query } from "../../model/query.ts";
import type { Sense } from "../names/index.ts";

/** A query while it is being read. */
export type Draft = { -readonly [Key in keyof Query]: Query[Key] };

/** A name that fits several: where it stands in the words, and what it can mean. */
export type Ambiguity = { readonly start: number; readonly end: number; readonly senses: readonly Sense[] };

/** A query without empty parts, its keys in one order: equal queries are equal texts. */
export function finished(draft: Draft): Query {
  const query: Record<string, unknown> = {};
  for (const key of ORDER) {
    const value = draft[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (key !== "asked") query[key] = value;
    else if (Object.values(value).some((each) => each !== undefined)) query[key] = inOrder(value as Asked);
  }
  return query as Query;
}

const inOrder = ({ part, kind, office, country, unnamed, guest }: Asked): Asked => ({
  ...(part !== undefined && { part }),
  ...(kind !== undefined && { kind }),
  ...(office !== undefined && { office }),
  ...(country !== undefined && { country }),
  ...(unnamed && { unnamed }),
  ...(guest && { guest }),
});

const ORDER = [
  "ask",
  "of",
  "by",
  "asked",
  "who",
  "kinds",
  "status",
  "flags",
  "sides",
  "occasion",
  "topic",
  "text",
  "source",
  "event",
  "where",
  "when",
  "since",
  "order",
  "limit",
  "page",
] as const satisfies readonly (keyof Query)[];
