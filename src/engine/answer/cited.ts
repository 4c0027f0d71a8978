import type { EventId } from "../../model/event.ts";
import { idOf } from "../index/events.ts";
import type { Index } from "../index/types.ts";

/** What a briefing points to: each event once, in the order of being cited. */
export type Cited = {
  readonly cite: (position: number) => EventId;
  readonly has: (position: number) => boolean;
  readonly positions: readonly number[];
};

export function citations(index: Index): Cited {
  const bits = new Uint32Array((index.start.length >>> 5) + 1);
  const positions: number[] = [];
  const has = (position: number) => (bits[position >>> 5]! & (1 << (position & 31))) !== 0;
  return {
    cite(position) {
      if (!has(position)) {
        bits[position >>> 5]! |= 1 << (position & 31);
        positions.push(position);
      }
      return idOf(index, position);
    },
    has,
    positions,
  };
}
