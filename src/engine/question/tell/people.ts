import type { Asked, Query } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import { eventsOf, ORDERS, relationOf } from "./events.ts";
import { modifiers, placeOf } from "./modifiers.ts";
import { listOf, nameOf } from "./who.ts";

/** Who a query asks for: with the lexicon's verb where that says it all, otherwise as people in events. */
export function peopleOf(query: Query, names: Names): string {
  const { order, asked = {} } = query;
  const head = `${order ? `${ORDERS[order]} ` : ""}${headOf(query, names)}`;
  const without = { ...query, order: undefined };
  if (asked.part === "declined") return `${head} who did not come to the ${eventsOf(without, names)}`;
  const clause = asked.guest || asked.unnamed ? undefined : verbClause(query, names);
  if (clause !== undefined) return `${head} ${clause}`;
  const part = asked.part === undefined ? "" : ` as ${asked.part}`;
  return `${head}${part} in ${eventsOf(without, names)}`;
}

/** "foreign ministers from Kenya", "unnamed guests": who is asked for, before what is asked of them. */
export function headOf({ asked = {} }: Query, names: Names): string {
  const from =
    asked.country === undefined ? "" : ` from ${names.write({ kind: "country", code: asked.country })}`;
  if (asked.office === undefined) return `${kindWords(asked)}${from}`;
  const title = names.write({ kind: "title", office: asked.office });
  const [first = "", ...rest] = title.split(/ (?=of |for |to )/);
  return `${[/man$/.test(first) ? first.replace(/man$/, "men") : `${first}s`, ...rest].join(" ")}${from}`;
}

/** "people", "visiting persons", "unnamed guests". */
function kindWords({ kind, unnamed, guest }: Asked): string {
  const noun = kind === undefined ? (guest ? "guests" : "people") : NOUNS[kind];
  return `${unnamed ? "unnamed " : ""}${guest && kind !== undefined ? "visiting " : ""}${noun}`;
}

const NOUNS = {
  person: "persons",
  country: "countries",
  organisation: "organisations",
  group: "groups",
} as const;

/** "who met A", "who visited Mombasa", "whom A visited", "expected to visit A"; undefined where no verb says it. */
function verbClause(query: Query, names: Names): string | undefined {
  const relation = relationOf(query.kinds);
  const [base, past] = relation?.say ?? [];
  if (!relation || base === undefined || past === undefined) return undefined;
  const { asked = {}, who = [], where } = query;
  const objects = listOf(who.map((term) => nameOf(term, names)));
  const city =
    relation.place === true &&
    who.length === 0 &&
    where !== undefined &&
    (!where.startsWith("country:") || names.hasPlacesIn(where));
  const planned = query.status?.length === 1 && query.status[0] === "planned";
  const rest = planned ? { ...query, status: undefined } : query;
  const more = modifiers(city ? { ...rest, where: undefined } : rest, names, true);
  const object = city && where !== undefined ? placeOf(names, where) : objects;
  if (object === "") return undefined;
  const says = planned ? `expected to ${base}` : `who ${past}`;
  const preposition = PREPOSITION.exec(past)?.[0] ?? "";
  if (relation.doer === undefined)
    return asked.part === undefined && who.every(({ part }) => part === undefined)
      ? `${planned ? `expected to ${base}${preposition}` : says} ${object}${more}`
      : undefined;
  if (asked.part === relation.doer && who.every(({ part }) => part === relation.other))
    return `${planned && preposition !== "" && !base.endsWith(preposition) ? `${says}${preposition}` : says} ${object}${more}`;
  if (
    !planned &&
    who.length > 0 &&
    asked.part === relation.other &&
    who.every(({ part }) => part === relation.doer)
  )
    return `whom ${objects} ${past}${more}`;
  return undefined;
}

const PREPOSITION = / (?:with|to|on|against|about|of|between|by)$/;
