import type { Dataset } from "../../model/dataset.ts";
import type { Suggestion, SuggestKind } from "../../model/engine.ts";
import { countryId } from "../../model/entity.ts";
import { KIND_NAMES, KINDS, STATUSES } from "../../model/kinds.ts";
import { byCodePoint } from "../../model/text.ts";
import { fold, skeleton } from "./fold.ts";
import { nearIndex } from "./near.ts";
import type { NameTable } from "./table.ts";

type Entry = {
  readonly value: string;
  readonly label: string;
  readonly own: boolean;
  readonly as: readonly string[];
};

/**
 * Completions for one kind of field: exact alias, then the beginning of any word, then another spelling or script,
 * then one edit; within each, what the dataset uses first, then by name in code-point order.
 */
export function suggester(dataset: Dataset, table: NameTable) {
  const shelves = new Map<SuggestKind, Shelf>();
  return (kind: SuggestKind, typed: string, limit: number): readonly Suggestion[] => {
    if (kind === "event") return eventIds(dataset, typed, limit);
    let shelf = shelves.get(kind);
    if (!shelf) {
      shelf = shelfOf(entriesOf(kind, dataset, table));
      shelves.set(kind, shelf);
    }
    return shelf(fold(typed), limit);
  };
}

type Shelf = (typed: string, limit: number) => readonly Suggestion[];

function shelfOf(entries: readonly Entry[]): Shelf {
  const sorted = [...entries].sort((a, b) => Number(b.own) - Number(a.own) || byCodePoint(a.label, b.label));
  const exact = new Map<string, number[]>();
  const starts: (readonly [text: string, entry: number])[] = [];
  const spelt: (readonly [text: string, entry: number])[] = [];
  const byWord = new Map<string, number[]>();
  const push = (map: Map<string, number[]>, key: string, at: number) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  sorted.forEach((entry, at) => {
    for (const alias of entry.as) {
      push(exact, alias, at);
      const words = alias.split(" ");
      words.forEach((word, from) => {
        starts.push([words.slice(from).join(" "), at]);
        spelt.push([skeleton(word), at]);
        push(byWord, word, at);
      });
    }
  });
  starts.sort(([a], [b]) => byCodePoint(a, b));
  spelt.sort(([a], [b]) => byCodePoint(a, b));
  const near = nearIndex(byWord.keys());

  return (typed, limit) => {
    const picked = new Set<number>();
    const take = (found: Iterable<number>) => {
      for (const at of [...found].sort((a, b) => a - b)) if (picked.size < limit) picked.add(at);
    };
    if (typed === "") take(sorted.slice(0, limit).keys());
    else {
      take(exact.get(typed) ?? []);
      if (picked.size < limit) {
        const found = beginning(starts, typed);
        take(found.filter((at) => sorted[at]?.as.some((as) => as.startsWith(typed))));
        take(found);
      }
      const words = typed.split(" ");
      const last = words.at(-1) ?? "";
      const fits = (at: number) =>
        words.slice(0, -1).every((word) => sorted[at]?.as.some((as) => ` ${as}`.includes(` ${word}`)));
      if (picked.size < limit && last.length >= 3) take(beginning(spelt, skeleton(last)).filter(fits));
      const rest = words.slice(0, -1);
      if (picked.size < limit)
        take(near.words(last).flatMap((word) => exact.get([...rest, word].join(" ")) ?? []));
      if (picked.size < limit)
        take(
          near
            .beginnings(last)
            .flatMap((word) => byWord.get(word) ?? [])
            .filter(fits),
        );
      if (picked.size === 0 && words.length > 1)
        take(words.flatMap((word) => near.words(word)).flatMap((word) => byWord.get(word) ?? []));
    }
    return [...picked].flatMap((at) => {
      const entry = sorted[at];
      return entry ? [{ value: entry.value, label: entry.label }] : [];
    });
  };
}

/** Entries of which a text begins so, from a sorted list; a very common beginning is cut at 2,000. */
function beginning(list: readonly (readonly [string, number])[], prefix: string): number[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.[0] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < list.length && found.length < 2_000; at++) {
    const [text, entry] = list[at] ?? ["", 0];
    if (!text.startsWith(prefix)) break;
    found.push(entry);
  }
  return found;
}

function entriesOf(kind: SuggestKind, dataset: Dataset, table: NameTable): readonly Entry[] {
  const { gazetteer } = dataset;
  const entry = (value: string, label: string, own: boolean, as: readonly string[]): Entry => ({
    value,
    label,
    own,
    as: [...new Set(as.map(fold))].filter((alias) => alias !== ""),
  });
  switch (kind) {
    case "person":
    case "actor": {
      const entities = [...table.entities.values()]
        .filter((entity) => entity.kind !== "country" && (kind === "actor" || entity.kind === "person"))
        .map(({ id, name, aliases }) => entry(name, name, dataset.entities.has(id), [name, ...aliases]));
      if (kind === "person") return entities;
      const countries = gazetteer.countries.map(({ code, name, aliases, demonyms }) =>
        entry(name, name, dataset.entities.has(countryId(code)), [name, ...aliases, ...demonyms]),
      );
      return [...countries, ...entities];
    }
    case "place": {
      const places = new Map(
        [...gazetteer.places, ...dataset.places.values()].map((place) => [place.id, place]),
      );
      const used = new Set(dataset.places.keys());
      return [...places.values()].map(({ id, name, aliases }) =>
        entry(name, name, used.has(id), [name, ...aliases]),
      );
    }
    case "topic":
      return gazetteer.topics.map(({ name, words }) => entry(name, name, true, [name, ...words]));
    case "document":
      return dataset.manifest.documents.map(({ id, file, title }) =>
        entry(id, `${title} (${id})`, true, [id, title, file]),
      );
    case "kind":
      return KIND_NAMES.map((name) =>
        entry(name, KINDS[name].nouns, true, [name, KINDS[name].noun, KINDS[name].nouns]),
      );
    case "status":
      return STATUSES.map((name) => entry(name, name, true, [name]));
    case "event":
      return [];
  }
}

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
