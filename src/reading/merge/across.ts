import type { Document } from "../../model/dataset.ts";
import { coreferent } from "./coreference.ts";
import { type SameOrigin, sameMouth, uniteOrigins } from "./origins.ts";
import { present, type Told } from "./told.ts";
import { unite } from "./unite.ts";

/**
 * Event coreference across documents. The tellings come by document in a stable order; a later document joins
 * what earlier ones told or adds to it, so that it never moves the identity of an earlier document's events.
 * What one document told apart stays apart.
 */
export function mergeAcross(
  tellings: readonly { readonly document: Document; readonly told: readonly Told[] }[],
): readonly Told[] {
  const learnt: SameOrigin[] = [];
  const united: Told[] = [];
  const byActor = new Map<string, Set<number>>();
  for (const document of tellings) {
    const joined = new Set<number>();
    const known = united.length;
    for (const next of document.told) {
      const at = candidates(byActor, next).find(
        (at) => at < known && !joined.has(at) && coreferent(united[at]!, next, "across"),
      );
      const position = at ?? united.length;
      const { told, same } = at === undefined ? { told: next, same: null } : sameMouth(united[at]!, next);
      united[position] = at === undefined ? next : unite(united[at]!, told);
      if (same) learnt.push(same);
      joined.add(position);
      for (const side of sides(united[position]!)) {
        const events = byActor.get(side) ?? new Set();
        byActor.set(side, events.add(position));
      }
    }
  }
  return uniteOrigins(
    united,
    learnt,
    tellings.map(({ document }) => document),
  );
}

/** Only events with someone of a common side can be one: this keeps large collections from being compared pair by pair. */
function candidates(byActor: ReadonlyMap<string, ReadonlySet<number>>, next: Told): readonly number[] {
  const found = sides(next).flatMap((side) => [...(byActor.get(side) ?? [])]);
  return [...new Set(found)].toSorted((a, b) => a - b);
}

const sides = (told: Told): readonly string[] => [
  ...new Set(
    present(told).flatMap(({ id, country }) => (country === undefined ? [id] : [id, `of ${country}`])),
  ),
];
