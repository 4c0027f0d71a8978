/** Something with a left and a right edge, in pixels. */
export type Extent = { readonly left: number; readonly right: number };

export type Packed<T> = {
  readonly placed: readonly { readonly thing: T; readonly row: number }[];
  /** What found no row, in the first of its ways. */
  readonly left: readonly T[];
  /** Rows used. */
  readonly rows: number;
};

/**
 * Puts things into at most `rows` rows, each thing in the first of its ways and rows that keeps `gap` from all that
 * stands there. The order given decides who comes first.
 */
export function pack<T extends Extent>(
  things: readonly (readonly T[])[],
  rows: number,
  gap: number,
): Packed<T> {
  const taken: Extent[][] = [];
  const placed: { thing: T; row: number }[] = [];
  const left: T[] = [];
  for (const ways of things) {
    const spot = firstSpot(ways, taken, rows, gap);
    if (spot === undefined) left.push(ways[0]!);
    else {
      if (spot.row === taken.length) taken.push([]);
      taken[spot.row]?.push(spot.thing);
      placed.push(spot);
    }
  }
  return { placed, left, rows: taken.length };
}

function firstSpot<T extends Extent>(
  ways: readonly T[],
  taken: readonly Extent[][],
  rows: number,
  gap: number,
) {
  for (let row = 0; row < Math.min(taken.length + 1, rows); row++)
    for (const thing of ways)
      if (
        (taken[row] ?? []).every(
          (other) => thing.left >= other.right + gap || thing.right + gap <= other.left,
        )
      )
        return { thing, row };
  return undefined;
}
