import type { TopicValue } from "../../model/briefing.ts";
import type { Selection } from "../select/index.ts";
import type { Room } from "./room.ts";
import { each, inOrder, tallies } from "./tally.ts";

/** What the events were about. */
export function topicsOf(room: Room, selection: Selection, reversed: boolean): readonly TopicValue[] {
  const { topics, tables } = room.index;
  const counted = tallies<number>();
  each(selection, (position, match) => {
    for (let i = topics.offsets[position]!; i < topics.offsets[position + 1]!; i++)
      counted.add(topics.values[i]!, position, match);
  });
  const values = counted.entries().map(([topic, tally]) => {
    const name = tables.topics.texts[topic]!;
    return { name, tally, value: { name } };
  });
  return inOrder(room, values, reversed);
}
