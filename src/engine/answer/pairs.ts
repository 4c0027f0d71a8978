import type { PairValue } from "../../model/briefing.ts";
import { codeOf } from "../index/sides.ts";
import { CODED } from "../index/types.ts";
import type { Selection } from "../select/index.ts";
import { NO } from "../select/match.ts";
import { inSet, PRESENT } from "../select/parts.ts";
import type { Matcher } from "../select/who.ts";
import type { Room } from "./room.ts";
import { each, inOrder, tallies } from "./tally.ts";

/**
 * Who met whom: everyone present in one event, two by two. A country beside its own people is only their side
 * and makes no pair, nor does a body with its own side. Where the question names someone, they are one of each pair.
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
        if ((a.about || b.about || matchers.length === 0) && !oneSide(a, b, present))
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
type Present = {
  readonly entity: number;
  readonly country: number;
  readonly person: boolean;
  readonly about: boolean;
};

/** Those present in an event, each once. */
function presentIn(room: Room, matchers: readonly Matcher[]): (position: number) => readonly Present[] {
  const { flags, participants, tables } = room.index;
  const { offsets, entity, part, country } = participants;
  const isCountry = (number: number) => codeOf(tables.entities.texts[number]!) !== null;
  return (position) => {
    const byEntity = new Map<number, Present>();
    const staffed = new Set<number>();
    for (let row = offsets[position]!; row < offsets[position + 1]!; row++) {
      if (!inSet(PRESENT, part[row]!)) continue;
      const number = entity[row]!;
      const about = matchers.some((matcher) => matcher.row(position, row) !== NO);
      byEntity.set(number, {
        entity: number,
        country: country[row]!,
        person: room.names.kindOf(tables.entities.texts[number]!) === "person",
        about: about || (byEntity.get(number)?.about ?? false),
      });
      if (!isCountry(number)) staffed.add(country[row]!);
    }
    const present = [...byEntity.values()];
    if (flags[position]! & CODED) return present;
    return present.filter((each) => !isCountry(each.entity) || !staffed.has(each.country));
  };
}

/** A body or delegation and whoever else is of its country are one side, where another takes part. */
function oneSide(a: Present, b: Present, present: readonly Present[]): boolean {
  return (
    !(a.person && b.person) &&
    a.country > 0 &&
    a.country === b.country &&
    present.some(({ country }) => country !== a.country)
  );
}
