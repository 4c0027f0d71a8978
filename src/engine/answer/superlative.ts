import { EMPTY } from "../index/lists.ts";
import type { Index } from "../index/types.ts";
import type { Selection } from "../select/index.ts";
import { CERTAIN } from "../select/match.ts";

/**
 * The first or the last events of a selection, all that tie, and their rivals: those whose dates are not sharp
 * enough to say that they were not earlier, or later. First is what was over first; last is what began last.
 */
export function superlative(
  index: Index,
  selection: Selection,
  which: "first" | "last",
): { readonly chosen: Selection; readonly rivals: Uint32Array } {
  const { positions, matches } = selection;
  if (positions.length === 0) return { chosen: selection, rivals: EMPTY };
  const certain = matches === null ? positions : positions.filter((_, i) => matches[i] === CERTAIN);
  const pool = certain.length > 0 ? certain : positions;
  const edge = which === "first" ? index.end : index.start;
  const reach = which === "first" ? index.start : index.end;
  const sign = which === "first" ? 1 : -1;
  const best = pool.reduce((most, each) => Math.min(most, sign * edge[each]!), Number.POSITIVE_INFINITY);
  const inPool = new Set(pool);
  const isChosen = (position: number) => inPool.has(position) && sign * edge[position]! === best;
  return {
    chosen: {
      positions: positions.filter(isChosen),
      matches: matches?.filter((_, i) => isChosen(positions[i]!)) ?? null,
    },
    rivals: positions.filter((position) => !isChosen(position) && sign * reach[position]! < best),
  };
}
