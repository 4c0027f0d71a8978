import type { MenuEntry, Option } from "../chat/command.ts";
import type { Request } from "../chat/request.ts";
import type { Context, Fields, Which } from "../model/engine.ts";
import type { Query } from "../model/query.ts";
import { dayIn } from "./day.ts";
import type { House } from "./house.ts";
import { clean } from "./words/clean.ts";
import { type Lexicon, linkWord } from "./words/link.ts";

/**
 * Fields with the word that fitted several replaced by the one that was picked: a question by the whole question
 * that fits one, a name by its id. Undefined when no field has such a choice (any more).
 */
export function pick(
  command: MenuEntry,
  fields: Fields,
  id: string,
  request: Request,
  house: House,
  previous: Query | undefined,
): Fields | undefined {
  const context: Context = { today: dayIn(request.asker.zone, request.asker.at) };
  const lexicon: Lexicon = { engine: house.engine, dataset: house.dataset, context };
  for (const option of command.options) {
    const word = fields[option.name];
    if (word === undefined) continue;
    const which = whichOf(option, clean(word), lexicon, previous);
    const choice = which?.choices.find((each) => each.id === id);
    if (choice) return { ...fields, [option.name]: option.name === "question" ? choice.question : choice.id };
  }
  return undefined;
}

function whichOf(option: Option, word: string, lexicon: Lexicon, previous?: Query): Which | undefined {
  if (option.name === "question") {
    const reading = lexicon.engine.read(word, { ...lexicon.context, ...(previous && { previous }) });
    return reading.kind === "which" ? reading.which : undefined;
  }
  const kind = kindOf(option);
  const linked = kind && linkWord(kind, word, lexicon);
  return linked?.kind === "which" ? linked.which : undefined;
}

function kindOf({ suggest }: Option): "actor" | "place" | "document" | undefined {
  switch (suggest) {
    case "person":
    case "actor":
      return "actor";
    case "place":
    case "document":
      return suggest;
    default:
      return undefined;
  }
}
