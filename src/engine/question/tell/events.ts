import { CAMEO } from "../../../model/cameo.ts";
import { STATUSES } from "../../../model/kinds.ts";
import type { KindTerm, Query } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import { RELATIONS, type Relation } from "../lexicon/index.ts";
import { modifiers } from "./modifiers.ts";
import { listOf, withPart } from "./who.ts";

/** The events of a query as a noun with all that limits it: "secret talks of Portugal and Kenya, in Turku". */
export function eventsOf(query: Query, names: Names): string {
  const relation = relationOf(query.kinds);
  const who = query.who ?? [];
  const [only] = who;
  const by = who.length === 1 && only?.part !== undefined && only.part === relation?.doer && nounIn(relation);
  const people =
    who.length === 0
      ? ""
      : by
        ? ` by ${listOf([withPart({ ...only, part: undefined }, names)])}`
        : ` ${relation?.doer !== undefined && who.some(({ part }) => part === undefined) ? "involving" : "of"} ${listOf(who.map((term) => withPart(term, names)))}`;
  return `${adjectives(query)}${nounOf(query)}${people}${modifiers(query, names)}`;
}

/** "first secret planned ". */
function adjectives(query: Query): string {
  const status = query.status ?? [];
  const words = [
    query.order === undefined ? "" : ORDERS[query.order],
    ...(query.flags ?? []).map((flag) => (flag === "series" ? "recurring" : flag)),
    status.length === STATUSES.length || status.includes("happened") ? "" : listOf(status, "or"),
    query.sides === undefined ? "" : SIDED[query.sides],
  ];
  return words
    .filter((word) => word !== "")
    .map((word) => `${word} `)
    .join("");
}

export const SIDED = { 2: "bilateral", 3: "trilateral", 4: "quadrilateral" } as const;
export const ORDERS = { first: "first", last: "last", newest: "newest", oldest: "oldest" } as const;

/** What the events are called: by the lexicon's noun, or by their kinds. */
export function nounOf({ kinds }: Query): string {
  if (kinds === undefined) return "events";
  const noun = nounIn(relationOf(kinds));
  return noun ?? `events of kind ${listOf(kinds.map(kindName), "or")}`;
}

/** "Reject proposal to meet (CAMEO125)": a code is told by its name. */
function kindName(kind: KindTerm): string {
  if (!kind.startsWith("cameo:")) return kind;
  const code = kind.slice("cameo:".length);
  const name = CAMEO.get(code);
  return name === undefined ? `CAMEO${code}` : `${name} (CAMEO${code})`;
}

/** The relation that stands for exactly these kinds. */
export function relationOf(kinds: readonly KindTerm[] | undefined): Relation | undefined {
  return kinds && BY_KINDS.get(kinds.join("|"));
}

const BY_KINDS: ReadonlyMap<string, Relation> = new Map(
  [...RELATIONS].reverse().map((relation) => [relation.kinds.join("|"), relation]),
);

function nounIn(relation: Relation | undefined): string | undefined {
  const noun = relation?.nouns[0];
  if (noun === undefined || OWN.get(noun) !== 1) return undefined;
  return MASS.test(noun)
    ? noun
    : noun
        .replace(/([^aeiou])y$/, "$1ie")
        .replace(/(s|x|ch|sh)$/, "$1e")
        .concat("s");
}

const OWN = new Map<string, number>();
for (const { nouns } of RELATIONS) for (const noun of nouns) OWN.set(noun, (OWN.get(noun) ?? 0) + 1);

const MASS =
  /(?:aid|assistance|praise|violence|force|fighting|cooperation|peacekeeping|recognition|criticism|coercion|repression|torture|asylum|mobilization)$/;
