import type { PairValue } from "../../model/briefing.ts";
import { codeOf } from "../index/sides.ts";
import type { Selection } from "../select/index.ts";
import { NO } from "../select/match.ts";
import { inSet, PRESENT } from "../select/parts.ts";
import type { Matcher } from "../select/who.ts";
import type { Room } from "./room.ts";
import { each, inOrder, tallies } from "./tally.ts";

/**
 * Who met whom: everyone present in one event, two by two. A country beside its own people is only their side
 * and makes no pair. Where the question names someone, they are one of each pair.
 */
export function pairsOf(
  room: Room,
  matchers: readonly Matcher[],
  selection: Selection,
  reversed: boolean,
): readonly PairValue[] {
  const { entities } = room.index.tables;
  const size = entities.texts.length;
  const together = presentIn(room, matchers);
  const counted = tallies<number>();
  each(selection, (position, match) => {
    const present = together(position);
    for (const [i, a] of present.entries())
      for (const b of present.slice(i + 1))
        if (a.about || b.about || matchers.length === 0)
          counted.add(Math.min(a.entity, b.entity) * size + Math.max(a.entity, b.entity), position, match);
  });
  const values = counted.entries().map(([key, tally]) => {
    const [a, b] = [Math.floor(key / size), key % size].map((entity) => {
      const id = entities.texts[entity]!;
      return { id, name: room.names.nameOf(id) };
    }) as [Named, Named];
    const [first, second] = a.name < b.name || (a.name === b.name && a.id < b.id) ? [a, b] : [b, a];
    const value = { ids: [first.id, second.id] as const, names: [first.name, second.name] as const };
    return { name: `${first.name}\n${second.name}`, tally, value };
  });
  return inOrder(room, values, reversed);
}

type Named = { readonly id: string; readonly name: string };
type Present = { readonly entity: number; readonly about: boolean };

/** Those present in an event, each once. */
function presentIn(room: Room, matchers: readonly Matcher[]): (position: number) => readonly Present[] {
  const { offsets, entity, part, country } = room.index.participants;
  const isCountry = (number: number) => codeOf(room.index.tables.entities.texts[number]!) !== null;
  return (position) => {
    const byEntity = new Map<number, Present & { country: number }>();
    const staffed = new Set<number>();
    for (let row = offsets[position]!; row < offsets[position + 1]!; row++) {
      if (!inSet(PRESENT, part[row]!)) continue;
      const about = matchers.some((matcher) => matcher.row(position, row) !== NO);
      const before = byEntity.get(entity[row]!);
      byEntity.set(entity[row]!, {
        entity: entity[row]!,
        about: about || (before?.about ?? false),
        country: country[row]!,
      });
      if (!isCountry(entity[row]!)) staffed.add(country[row]!);
    }
    return [...byEntity.values()].filter((each) => !isCountry(each.entity) || !staffed.has(each.country));
  };
}
