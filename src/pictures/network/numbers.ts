import type { Edge } from "./graph.ts";
import { through } from "./lines.ts";
import { covers, type Settled } from "./settle.ts";

export type Spot = { readonly x: number; readonly y: number; readonly count: number };

/** Shares of a line at which its number may stand: its middle, else more and more to a side. */
const SHARES = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) =>
  n === 0 ? [0.5] : [0.5 - n * 0.04, 0.5 + n * 0.04],
);

/** Pixels to each side of a number's middle that are kept free, and how far beside its line it stands, best first. */
const TRIES = [
  { reach: 13, beside: 0 },
  { reach: 9, beside: 0 },
  { reach: 10, beside: 14 },
  { reach: 10, beside: -14 },
] as const;

/**
 * The points on the lines where their numbers stand, or beside them where a line is too short: off nodes, labels and
 * other numbers, and off foreign lines where that can be had. A number that finds no such point is left out, so that
 * none is read as another line's.
 */
export function numberSpots(edges: readonly Edge[], nodes: readonly Settled[]): readonly Spot[] {
  const at = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.map(({ ids, count }) => ({ a: at.get(ids[0])!, b: at.get(ids[1])!, count }));
  const spots: Spot[] = [];
  for (const line of lines) {
    const free = TRIES.flatMap(({ reach, beside }) =>
      SHARES.map((share) => pointOf(line, share, beside)).filter((spot) => isFree(spot, reach, nodes, spots)),
    );
    const alone = free.find((spot) =>
      lines.every((other) => other === line || through(spot, other.a, other.b, 10) === null),
    );
    const chosen = alone ?? free[0];
    if (chosen !== undefined) spots.push({ ...chosen, count: line.count });
  }
  return spots;
}

function pointOf({ a, b }: { readonly a: Settled; readonly b: Settled }, share: number, beside: number) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: Math.round(a.x + dx * share - (dy / length) * beside),
    y: Math.round(a.y + dy * share + (dx / length) * beside),
  };
}

function isFree(
  { x, y }: { readonly x: number; readonly y: number },
  reach: number,
  nodes: readonly Settled[],
  spots: readonly Spot[],
): boolean {
  return (
    nodes.every((node) => !covers(node, x, y, reach)) &&
    spots.every((other) => Math.abs(other.x - x) > 24 || Math.abs(other.y - y) > 22)
  );
}
