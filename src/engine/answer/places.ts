import type { PlaceValue } from "../../model/briefing.ts";
import type { Selection } from "../select/index.ts";
import type { Room } from "./room.ts";
import { each, inOrder, tallies } from "./tally.ts";

/** Places of the events, as the events have them. */
export function placesOf(room: Room, selection: Selection, reversed: boolean): readonly PlaceValue[] {
  const { places, tables } = room.index;
  const counted = tallies<number>();
  each(selection, (position, match) => {
    for (let i = places.offsets[position]!; i < places.offsets[position + 1]!; i++)
      counted.add(places.values[i]!, position, match);
  });
  const values = counted.entries().map(([place, tally]) => {
    const id = tables.places.texts[place]!;
    const name = room.names.nameOf(id);
    return { name, tally, value: { id, name, country: room.dataset.places.get(id)?.country ?? null } };
  });
  return inOrder(room, values, reversed);
}
