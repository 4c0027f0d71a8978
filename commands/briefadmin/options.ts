import type { Option } from "../../src/chat/command.ts";
import { KIND_NAMES, STATUSES } from "../../src/model/kinds.ts";

/** The options that describe an event; the same words in `add` and `edit`. */
export const FACTS: readonly Option[] = [
  { name: "what", describe: "What happened, in one sentence of your own" },
  { name: "kind", describe: `${KIND_NAMES.slice(0, 4).join(", ")}, …`, suggest: "kind" },
  { name: "status", describe: `${STATUSES.slice(0, 3).join(", ")}, …`, suggest: "status" },
  { name: "when", describe: "The day, month or span: 12 May 2023, May 2023, 2023-05-12/2023-05-14" },
  { name: "where", describe: "The place; a new town with its country: Town, Country; “nothing” for none" },
  { name: "who", describe: "Names with semicolons between, parts in brackets: A (host); B (visitor); C" },
  { name: "source", describe: "A document of the dataset, or title, publisher, date and link (https://…)" },
];

export const REASON: Option = { name: "reason", describe: "Why, in words that readers will see" };

export const EVENT: Option = {
  name: "event",
  describe: "The event's id, as answers show it",
  required: true,
  suggest: "event",
};
