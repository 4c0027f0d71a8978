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
      if (!other.ids.some((id) => one.ids.includes(id)) && cross(one.a, one.b, other.a, other.b)) knots++;
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
  const [middle, high] = [y + radius + size * 0.65, size * 0.65];
  const corner = (across: number, down: number) => ({ x: x + across * half, y: middle + down * high });
  if (!cross(corner(-1, -1), corner(1, 1), a, b) && !cross(corner(-1, 1), corner(1, -1), a, b)) return null;
  const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
  const right = x - (a.x + (dx * (middle - a.y)) / dy);
  const below = middle - (a.y + (dy * (x - a.x)) / dx);
  const across = half + Math.abs(dx / dy) * high + 4 - Math.abs(right);
  const down = high + Math.abs(dy / dx) * half + 4 - Math.abs(below);
  return across < down ? { x: right < 0 ? -across : across, y: 0 } : { x: 0, y: below < 0 ? -down : down };
}

/** The move that takes a point as far as `gap` off the line from `a` to `b`; `null` where it is as far already. */
export function through(point: Point, a: Point, b: Point, gap: number): Point | null {
  if (
    point.x < Math.min(a.x, b.x) - gap ||
    point.x > Math.max(a.x, b.x) + gap ||
    point.y < Math.min(a.y, b.y) - gap ||
    point.y > Math.max(a.y, b.y) + gap
  )
    return null;
  const near = nearest(point, a, b);
  const [dx, dy] = [point.x - near.x, point.y - near.y];
  const far = Math.hypot(dx, dy);
  if (far >= gap) return null;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const away =
    far > 0.01 ? { x: dx / far, y: dy / far } : { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  return { x: away.x * (gap - far + 1), y: away.y * (gap - far + 1) };
}

/** The point of the line from `a` to `b` that is nearest to a point. */
function nearest(point: Point, a: Point, b: Point): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const on = Math.min(1, Math.max(0, t));
  return { x: a.x + on * dx, y: a.y + on * dy };
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
