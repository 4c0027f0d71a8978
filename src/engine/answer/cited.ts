import type { EventId } from "../../model/event.ts";
import { idOf } from "../index/events.ts";
import type { Index } from "../index/types.ts";

/** What a briefing points to: each event once, in the order of being cited. */
export type Cited = {
  readonly cite: (position: number) => EventId;
  readonly has: (position: number) => boolean;
  readonly positions: readonly number[];
};

/** A page has the bits of 4,096 positions. */
const PAGE = 12;
const WORDS = (1 << (PAGE - 5)) - 1;

export function citations(index: Index): Cited {
  // Most answers cite a few events and some nearly all: bits in pages, made when first written to.
  const pages: (Uint32Array | undefined)[] = [];
  const positions: number[] = [];
  const has = (position: number) =>
    ((pages[position >>> PAGE]?.[(position >>> 5) & WORDS] ?? 0) & (1 << (position & 31))) !== 0;
  return {
    cite(position) {
      if (!has(position)) {
        let page = pages[position >>> PAGE];
        if (page === undefined) {
          page = new Uint32Array(WORDS + 1);
          pages[position >>> PAGE] = page;
        }
        page[(position >>> 5) & WORDS]! |= 1 << (position & 31);
        positions.push(position);
      }
      return idOf(index, position);
    },
    has,
    positions,
  };
}
