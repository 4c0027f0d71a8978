import type { Edge } from "./graph.ts";

type Point = { readonly x: number; readonly y: number };

type Body = Point & {
  readonly id: string;
  readonly radius: number;
  readonly half: number;
  readonly size: number;
};

/**
 * How hard lines are to follow: pairs of them that cross, labels on a foreign line, and, thrice as bad, nodes on a
 * foreign line.
 */
export function entangled(nodes: readonly Body[], edges: readonly Edge[]): number {
  const at = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.map(({ ids }) => ({ ids, a: at.get(ids[0])!, b: at.get(ids[1])! }));
  let knots = 0;
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1))
      if (
        !other.ids.some((id) => one.ids.includes(id)) &&
        crossed(one.a.x, one.a.y, one.b.x, one.b.y, other.a, other.b)
      )
        knots++;
    for (const node of nodes) {
      if (one.ids.includes(node.id)) continue;
      if (through(node, one.a, one.b, node.radius + 2) !== null) knots += 3;
      else if (runsUnder(node, one.a, one.b) !== null) knots++;
    }
  }
  return knots;
}

/** The shorter move, across or down, that takes a node's label off a line; `null` where the line runs elsewhere. */
export function runsUnder({ x, y, radius, half, size }: Omit<Body, "id">, a: Point, b: Point): Point | null {
  const high = size * 0.65;
  const middle = y + radius + high;
  if (isPast(a.x, b.x, x - half, x + half) || isPast(a.y, b.y, middle - high, middle + high)) return null;
  const falling = crossed(x - half, middle - high, x + half, middle + high, a, b);
  if (!falling && !crossed(x - half, middle + high, x + half, middle - high, a, b)) return null;
  const dx = b.x - a.x || 0.01;
  const dy = b.y - a.y || 0.01;
  const right = x - (a.x + (dx * (middle - a.y)) / dy);
  const below = middle - (a.y + (dy * (x - a.x)) / dx);
  const across = half + Math.abs(dx / dy) * high + 4 - Math.abs(right);
  const down = high + Math.abs(dy / dx) * half + 4 - Math.abs(below);
  return across < down ? { x: right < 0 ? -across : across, y: 0 } : { x: 0, y: below < 0 ? -down : down };
}

/** The move that takes a point as far as `gap` off the line from `a` to `b`; `null` where it is as far already. */
export function through(point: Point, a: Point, b: Point, gap: number): Point | null {
  if (isPast(a.x, b.x, point.x - gap, point.x + gap) || isPast(a.y, b.y, point.y - gap, point.y + gap))
    return null;
  const near = nearest(point, a, b);
  const dx = point.x - near.x;
  const dy = point.y - near.y;
  const far = Math.hypot(dx, dy);
  if (far >= gap) return null;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const away =
    far > 0.01 ? { x: dx / far, y: dy / far } : { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  return { x: away.x * (gap - far + 1), y: away.y * (gap - far + 1) };
}

/** The point of the line from `a` to `b` that is nearest to a point. */
function nearest(point: Point, a: Point, b: Point): Point {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const t = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const on = Math.min(1, Math.max(0, t));
  return { x: a.x + on * dx, y: a.y + on * dy };
}

/** True when two ends both lie before or both behind a stretch. */
function isPast(one: number, other: number, from: number, to: number): boolean {
  return (one < from && other < from) || (one > to && other > to);
}

/** True when the line from the first to the second point crosses that from `a` to `b`. */
function crossed(x1: number, y1: number, x2: number, y2: number, a: Point, b: Point): boolean {
  return (
    side(x1, y1, x2, y2, a.x, a.y) !== side(x1, y1, x2, y2, b.x, b.y) &&
    side(a.x, a.y, b.x, b.y, x1, y1) !== side(a.x, a.y, b.x, b.y, x2, y2)
  );
}

/** On which side of the line from the first to the second point the third lies: 1, -1, or 0 on it. */
function side(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
}
