import type { Dataset } from "../../model/dataset.ts";
import type { Event } from "../../model/event.ts";
import { collector } from "./collect.ts";
import { packIds } from "./ids.ts";
import { ascending } from "./lists.ts";
import { postingsOf } from "./postings.ts";
import { type Index, OPEN_START, type Tables } from "./types.ts";

/**
 * The index of a dataset, in one pass over its events. Events out of the order of (start, end, id), open sides
 * outermost, cost a second pass. Given the tables of another index, it numbers what it finds as that one does.
 */
export function buildIndex(dataset: Dataset, tables?: Tables): Index {
  return inOrder(dataset, null, tables) ?? inOrder(dataset, orderOf(dataset), tables)!;
}

/** `null` when no order is given and the events are not in order as they stand. */
function inOrder(dataset: Dataset, given: Uint32Array | null, tables?: Tables): Index | null {
  const size = dataset.events.length;
  const order = given ?? ascending(size);
  const { add, done } = collector(size, dataset, tables);
  const ids: string[] = [];
  let last = "";
  for (let position = 0; position < size; position++) {
    const event = eventAt(dataset, order[position]!);
    const key = keyOf(event);
    if (!given && key < last) return null;
    last = key;
    ids.push(event.id);
    add(position, event);
  }
  const all = done();
  const { words: _, ...columns } = all;
  return {
    size,
    order,
    ids: packIds(ids),
    ...columns,
    postings: postingsOf(all, dataset),
    ...spread(columns),
  };
}

function orderOf(dataset: Dataset): Uint32Array {
  const keys = Array.from({ length: dataset.events.length }, (_, i) => keyOf(eventAt(dataset, i)));
  const order = Uint32Array.from(keys.keys());
  return order.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
}

/** Text that compares as (start, end, id) do, with an open start before and an open end after every day. */
function keyOf({ when, id }: Event): string {
  return `${when.start ?? "0000-00-00"} ${when.end ?? "9999-99-99"} ${id}`;
}

function eventAt(dataset: Dataset, place: number): Event {
  const event = dataset.events.at(place);
  if (!event) throw new Error(`The dataset has no event at ${place} of ${dataset.events.length}`);
  return event;
}

function spread({ start, end, status }: Pick<Index, "start" | "end" | "status">) {
  const wide: number[] = [];
  const reach: number[] = [];
  const otherwise: number[] = [];
  for (let position = 0; position < start.length; position++) {
    if (status[position] !== 0) otherwise.push(position);
    if (start[position] === end[position]) continue;
    reach.push(Math.max(reach.at(-1) ?? OPEN_START, end[position]!));
    wide.push(position);
  }
  return {
    wide: Uint32Array.from(wide),
    wideReach: Int32Array.from(reach),
    otherwise: Uint32Array.from(otherwise),
  };
}
