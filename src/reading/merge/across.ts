import type { Document } from "../../model/dataset.ts";
import { support } from "./coreference.ts";
import { type SameOrigin, sameMouth, uniteOrigins } from "./origins.ts";
import { present, type Told } from "./told.ts";
import { unite } from "./unite.ts";

type Telling = { readonly document: Document; readonly told: readonly Told[] };

/**
 * Event coreference across documents. The tellings come by document in a stable order; a later document joins
 * what earlier ones told or adds to it, so that it never moves the identity of an earlier document's events.
 * What one document told apart stays apart.
 */
export function mergeAcross(tellings: readonly Telling[]): readonly Told[] {
  const documents = tellings.map(({ document }) => document);
  const earlier = openEvents();
  const learnt: SameOrigin[] = [];
  for (const { told } of tellings) {
    const quoted = told.flatMap((next) => {
      const known = earlier.best(next, new Set());
      return known === null ? [] : (sameMouth(earlier.at(known), next).same ?? []);
    });
    learnt.push(...quoted);
    const joined = new Set<number>();
    const met = uniteOrigins(told, quoted, documents).map((next) => {
      const known = earlier.best(next, joined);
      if (known !== null) joined.add(known);
      return { next, known };
    });
    for (const { next, known } of met)
      if (known === null) earlier.add(next);
      else earlier.join(known, sameMouth(earlier.at(known), next).told);
  }
  return uniteOrigins(earlier.all(), learnt, documents);
}

/**
 * The events so far, by whoever is in them: only those with a common side can be one, so that a large collection
 * is not compared pair by pair.
 */
function openEvents() {
  const events: Told[] = [];
  const bySide = new Map<string, Set<number>>();
  const list = (position: number) => {
    for (const side of sides(events[position]!)) {
      const known = bySide.get(side) ?? new Set();
      bySide.set(side, known.add(position));
    }
  };
  return {
    all: (): readonly Told[] => events,
    at: (position: number): Told => events[position]!,
    add(told: Told) {
      list(events.push(told) - 1);
    },
    join(position: number, told: Told) {
      events[position] = unite(events[position]!, told);
      list(position);
    },
    /** Position of the event that is most surely told again; the earliest of equals. */
    best(next: Told, taken: ReadonlySet<number>): number | null {
      const found = new Set(sides(next).flatMap((side) => [...(bySide.get(side) ?? [])]));
      const sure = [...found]
        .filter((position) => !taken.has(position))
        .map((position) => ({ position, points: support(events[position]!, next, "across") }))
        .filter(({ points }) => points >= 0)
        .toSorted((a, b) => b.points - a.points || a.position - b.position);
      return sure[0]?.position ?? null;
    },
  };
}

const sides = (told: Told): readonly string[] =>
  present(told).flatMap(({ id, country }) => (country === undefined ? [id] : [id, `of ${country}`]));
