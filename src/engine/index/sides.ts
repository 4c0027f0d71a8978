import { countryId, type EntityId } from "../../model/entity.ts";
import type { Columns } from "./collect.ts";
import { growing, type Lists } from "./lists.ts";
import { partKey } from "./part-key.ts";
import { CODED } from "./types.ts";

/** The code in the id of a country; `null` for any other entity. */
export function codeOf(id: EntityId): string | null {
  return id.startsWith(countryId("")) ? id.slice(countryId("").length) : null;
}

/**
 * The countries that stand in each event, by the part that they or their people have there (see `partKey`). A country stands in an event itself or by whoever is of it: a minister
 * meets for their country. Coded records name the country where it acted as such, so there only itself counts.
 */
export function sideParts({ participants, flags, tables }: Columns): Lists {
  const { offsets, entity, country, part } = participants;
  const known = new Map<number, number>();
  const ownSide = (number: number): number => {
    const code = codeOf(tables.entities.texts[number]!);
    const side = code === null ? 0 : Math.max(0, tables.countries.number(code));
    known.set(number, side);
    return side;
  };
  const lists = growing();
  for (let position = 0; position < flags.length; position++) {
    for (let row = offsets[position]!; row < offsets[position + 1]!; row++) {
      const number = entity[row]!;
      const side = (known.get(number) ?? ownSide(number)) || (flags[position]! & CODED ? 0 : country[row]!);
      if (side > 0) lists.push(partKey(side, part[row]!));
    }
    lists.end();
  }
  return lists.done();
}
