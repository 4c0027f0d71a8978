import type { Sense } from "./types.ts";

/** How directly a phrase names its sense; the lowest number wins where several share a phrase. */
export const RANK = { name: 0, alias: 1, short: 2, surname: 3, weak: 4 } as const;

export type Entry = { readonly sense: Sense; readonly rank: number };

/** Folded phrases and what they mean, with how long they get by their first word, so that a walk can end early. */
export type Phrases = {
  readonly add: (phrase: string, sense: Sense, rank: number) => void;
  readonly get: (phrase: string) => readonly Entry[] | undefined;
  /** How many words the longest phrase has that begins with this one; 0 where none does. */
  readonly reach: (first: string) => number;
  readonly all: () => IterableIterator<[string, readonly Entry[]]>;
};

/** An empty table. The same sense under the same phrase is kept once, at its lowest rank. */
export function phraseTable(): Phrases {
  const table = new Map<string, Entry[]>();
  const reach = new Map<string, number>();
  return {
    add(phrase, sense, rank) {
      if (phrase === "") return;
      const known = table.get(phrase);
      if (known === undefined) {
        table.set(phrase, [{ sense, rank }]);
        const end = phrase.indexOf(" ");
        const first = end === -1 ? phrase : phrase.slice(0, end);
        let words = 1;
        for (let at = end; at !== -1; at = phrase.indexOf(" ", at + 1)) words++;
        if (words > (reach.get(first) ?? 0)) reach.set(first, words);
        return;
      }
      const key = keyOf(sense);
      const same = known.findIndex((entry) => keyOf(entry.sense) === key);
      if (same === -1) known.push({ sense, rank });
      else if (rank < (known[same]?.rank ?? 0)) known[same] = { sense, rank };
    },
    get: (phrase) => table.get(phrase),
    reach: (first) => reach.get(first) ?? 0,
    all: () => table.entries(),
  };
}

/** One text for one sense. */
export function keyOf(sense: Sense): string {
  switch (sense.kind) {
    case "entity":
    case "place":
    case "document":
      return `${sense.kind}:${sense.id}`;
    case "country":
    case "demonym":
    case "metonym":
      return `${sense.kind}:${sense.code}`;
    case "title":
    case "office":
      return `${sense.kind}:${sense.office}@${sense.of ?? ""}`;
    case "role":
      return `role:${sense.key}`;
    case "topic":
    case "occasion":
      return `${sense.kind}:${sense.name}`;
  }
}
