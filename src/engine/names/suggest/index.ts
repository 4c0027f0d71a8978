import type { Dataset } from "../../../model/dataset.ts";
import type { Suggestion, SuggestKind } from "../../../model/engine.ts";
import { fold } from "../fold.ts";
import { type Complete, completer, inOrder, type Shelves } from "./complete.ts";
import { others } from "./entries.ts";
import { openShelf } from "./shelf.ts";

/** The shelves of everyone and of every place, made or read when first needed. */
export type Stock = { readonly actors: () => Shelves; readonly places: () => Shelves };

/** Completions for one kind of field, best first; see `completer`. */
export function suggester(dataset: Dataset, stock: Stock) {
  const completers = new Map<SuggestKind, Complete>();
  return (kind: SuggestKind, typed: string, limit: number): readonly Suggestion[] => {
    switch (kind) {
      case "event":
        return eventIds(dataset, typed, limit);
      case "person":
        return named(completer(stock.actors())(fold(typed), limit, ({ person }) => person));
      case "actor":
        return named(completer(stock.actors())(fold(typed), limit));
      case "place":
        return named(completer(stock.places())(fold(typed), limit));
      default: {
        const complete =
          completers.get(kind) ?? completer({ base: openShelf([...others(kind, dataset)].sort(inOrder)) });
        completers.set(kind, complete);
        return complete(fold(typed), limit).map(({ id, name }) => ({ value: id, label: name }));
      }
    }
  };
}

const named = (entries: readonly { readonly name: string }[]) =>
  entries.map(({ name }) => ({ value: name, label: name }));

function eventIds(dataset: Dataset, typed: string, limit: number): readonly Suggestion[] {
  const found: Suggestion[] = [];
  const wanted = typed.trim().toLowerCase();
  for (
    let at = dataset.events.length - 1;
    at >= 0 && at > dataset.events.length - 20_000 && found.length < limit;
    at--
  ) {
    const event = dataset.events.at(at);
    if (event && (event.id.toLowerCase().startsWith(wanted) || fold(event.summary).includes(fold(typed))))
      found.push({ value: event.id, label: event.summary });
  }
  return found;
}
