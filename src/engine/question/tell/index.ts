import type { Query } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";
import { eventsOf, nounOf } from "./events.ts";
import { modifiers } from "./modifiers.ts";
import { headOf, peopleOf } from "./people.ts";
import { listOf, nameOf } from "./who.ts";

/**
 * A query in words, with a capital: "People who met Inês Carvalho, 1 January to 31 December 2021". Reading the words
 * again gives the same query; page and limit are not told.
 */
export function tell(query: Query, names: Names): string {
  const words = plainly(query, names).replace(/\s+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function plainly(query: Query, names: Names): string {
  switch (query.ask) {
    case "people":
      return peopleOf(query, names);
    case "pairs":
      return isPlain(query) ? `who met whom${modifiers(query, names)}` : `pairs in ${eventsOf(query, names)}`;
    case "events":
      return eventsOf(query, names);
    case "dates":
      return `${query.by ? `${query.by}s` : "dates"} of ${eventsOf(query, names)}`;
    case "places":
      return `places of ${eventsOf(query, names)}`;
    case "topics":
      return `topics of ${eventsOf(query, names)}`;
    case "number":
      return `number of ${counted(query, names)}${eventsOf(query, names)}`;
    case "whether":
      return `whether there were ${eventsOf(query, names)}`;
    case "entity":
      return `profile of ${listOf((query.who ?? []).map((term) => nameOf(term, names)))}${query.who?.length ? modifiers(query, names) : ` ${nounOf(query)}`}`;
  }
}

/** True for pairs of people who met, with nothing that would have to stand before a noun. */
const isPlain = ({ kinds, who, order, flags, status }: Query) =>
  kinds?.join() === "met" && !who && !order && !flags && !status;

function counted(query: Query, names: Names): string {
  switch (query.of ?? "events") {
    case "events":
      return "";
    case "people": {
      const noun = headOf(query, names);
      const part = query.asked?.part === undefined ? "" : ` as ${query.asked.part}`;
      return `${noun}${part} in `;
    }
    case "places":
      return "places of ";
    case "sources":
      return "sources on ";
    case "days":
      return "days of ";
  }
}
