import type { DateValue } from "../../model/briefing.ts";
import type { Granularity } from "../../model/query.ts";
import { dayFromNumber } from "../../model/when.ts";
import { eventAt } from "../index/events.ts";
import { OPEN_END, OPEN_START } from "../index/types.ts";
import type { Selection } from "../select/index.ts";
import type { Room } from "./room.ts";
import { each, inOrder, tallies } from "./tally.ts";

/**
 * Dates of the events as EDTF, cut to the day, month or year asked for. An event whose date is not that sharp
 * keeps its own.
 */
export function datesOf(
  room: Room,
  by: Granularity | undefined,
  selection: Selection,
  reversed: boolean,
): readonly DateValue[] {
  const { start, end } = room.index;
  const counted = tallies<string>();
  const dateOf = (position: number) =>
    cut(start[position]!, end[position]!, by ?? "day") ??
    eventAt(room.dataset, room.index, position).when.edtf;
  each(selection, (position, match) => void counted.add(dateOf(position), position, match));
  const values = counted.entries().map(([edtf, tally]) => ({ name: edtf, tally, value: { edtf } }));
  return inOrder(room, values, reversed);
}

const LENGTH = { day: 10, month: 7, year: 4 } as const;

function cut(start: number, end: number, by: Granularity): string | null {
  if (start === OPEN_START || end === OPEN_END) return null;
  const first = dayFromNumber(start).slice(0, LENGTH[by]);
  return first === dayFromNumber(end).slice(0, LENGTH[by]) ? first : null;
}
