import { common, EMPTY } from "../index/lists.ts";
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
  const edge = which === "first" ? index.end : index.start;
  const reach = which === "first" ? index.start : index.end;
  const sign = which === "first" ? 1 : -1;
  const someSure = matches === null || matches.includes(CERTAIN);
  const counts = (i: number) => !someSure || matches === null || matches[i] === CERTAIN;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < positions.length; i++)
    if (counts(i)) best = Math.min(best, sign * edge[positions[i]!]!);
  const isChosen = (position: number, i: number) => counts(i) && sign * edge[position]! === best;
  return {
    chosen: {
      positions: positions.filter(isChosen),
      matches: matches?.filter((_, i) => isChosen(positions[i]!, i)) ?? null,
    },
    rivals: positions.filter((position, i) => !isChosen(position, i) && sign * reach[position]! < best),
  };
}

/**
 * The same for events of one sharp day each, of which only those count that `answers`: found from the edge inward,
 * without looking at the rest. `null` where some are not so sharp.
 */
export function outermost(
  { start, wide, late }: Index,
  { positions, matches }: Selection,
  which: "first" | "last",
  answers: (position: number) => boolean,
): Selection | null {
  const blurred = common(positions, wide).length > 0 || (late !== undefined && late.index.wide.length > 0);
  if (matches !== null || blurred) return null;
  const step = which === "first" ? 1 : -1;
  const found: number[] = [];
  for (let i = which === "first" ? 0 : positions.length - 1; i >= 0 && i < positions.length; i += step) {
    const position = positions[i]!;
    if (found.length > 0 && start[position] !== start[found[0]!]) break;
    if (answers(position)) found.push(position);
  }
  return { positions: Uint32Array.from(which === "first" ? found : found.reverse()), matches: null };
}
