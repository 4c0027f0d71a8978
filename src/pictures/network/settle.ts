import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from "d3-force";
import { MARGIN } from "../panel/frame.ts";
import { cut, widthOf } from "../panel/text.ts";
import { WIDTH } from "../panel/theme.ts";
import { BOTTOM, type Body, part, TOP, under } from "./boxes.ts";
import type { Edge, Node } from "./graph.ts";
import { entangled } from "./lines.ts";

/** A node in its place. Its label stands under it, `half` pixels wide to each side. */
export type Settled = Node & {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: string;
  readonly size: number;
  readonly half: number;
};

const MIDDLE = { x: WIDTH / 2, y: (TOP + BOTTOM) / 2 };

/** Pixels that a label takes at most: in a crowd less. */
const LABEL_ROOM = { few: 340, many: 190 };

/**
 * Places nodes by forces from fixed beginnings, with a fixed seed, so that the same graph always lies the same way;
 * then moves apart whose labels would overlap, inside the panel. Of a few beginnings the one counts whose lines cross
 * least. The one asked about stands in the middle.
 */
export function settle(nodes: readonly Node[], edges: readonly Edge[]): readonly Settled[] {
  let best: readonly Settled[] = [];
  let least = Number.POSITIVE_INFINITY;
  const { starts, ticks } = nodes.length <= FEW ? { starts: 12, ticks: 100 } : { starts: 2, ticks: 120 };
  for (let start = 0; start < starts && least > 0; start++) {
    const settled = settledFrom(start, ticks, nodes, edges);
    const knots = entangled(settled, edges);
    if (knots < least) [best, least] = [settled, knots];
  }
  return best;
}

/** So many nodes lie quickly: more beginnings are tried. */
const FEW = 16;

function settledFrom(
  start: number,
  ticks: number,
  nodes: readonly Node[],
  edges: readonly Edge[],
): readonly Settled[] {
  const size = nodes.length <= 10 ? 26 : nodes.length <= 20 ? 22 : 18;
  const room = nodes.length <= FEW ? LABEL_ROOM.few : LABEL_ROOM.many;
  const bodies = nodes.map((node, index): Body => {
    const label = cut(node.name, size, room, node.focus ? 600 : 400);
    const angle = index * 2.4 + start * (0.7 + index);
    return {
      ...node,
      label,
      size,
      half: widthOf(label, size, node.focus ? 600 : 400) / 2,
      radius: Math.round((size / 22) * (9 + Math.min(9, 2 * Math.sqrt(node.weight)))),
      x: MIDDLE.x + 300 * Math.cos(angle),
      y: MIDDLE.y + 180 * Math.sin(angle),
      ...(node.focus && index === 0 ? { fx: MIDDLE.x, fy: MIDDLE.y } : {}),
    };
  });
  const links = edges.map(({ ids: [source, target] }) => ({ source, target }));
  forceSimulation<Body>(bodies)
    .randomSource(seeded(1))
    .force(
      "link",
      forceLink<Body, { readonly source: string; readonly target: string }>(links)
        .id((body) => body.id)
        .distance(190),
    )
    .force("charge", forceManyBody().strength(-900))
    .force(
      "collide",
      forceCollide<Body>((body) => Math.min(90, body.half)),
    )
    .force("center", forceCenter(MIDDLE.x, MIDDLE.y))
    .force("x", forceX(MIDDLE.x).strength(0.04))
    .force("y", forceY(MIDDLE.y).strength(0.12))
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .stop()
    .tick(ticks);
  spread(bodies);
  part(bodies, edges);
  return bodies.map(({ id, name, kind, weight, focus, radius, label, size, half, x, y }) => ({
    ...{ id, name, kind, weight, focus, radius, label, size, half },
    x: Math.round(x),
    y: Math.round(y),
  }));
}

/** True when a point lies on a node or its label, or nearer to them than `gap` pixels. */
export function covers(node: Settled, x: number, y: number, gap: number): boolean {
  const across = Math.abs(x - node.x);
  const onNode = across < node.radius + gap && Math.abs(y - node.y) < node.radius + gap;
  const onLabel =
    across < node.half + gap &&
    y > node.y + node.radius - gap &&
    y < node.y + node.radius + under(node) + gap;
  return onNode || onLabel;
}

/** Widens the layout from its middle towards the panel's edges, at most threefold. */
function spread(bodies: readonly Body[]): void {
  const reach = (along: "x" | "y") =>
    Math.max(1, ...bodies.map((body) => Math.abs(body[along] - MIDDLE[along])));
  const wide = Math.min(3, (WIDTH / 2 - MARGIN - 100) / reach("x"));
  const high = Math.min(3, ((BOTTOM - TOP) / 2 - 40) / reach("y"));
  for (const body of bodies) {
    body.x = MIDDLE.x + (body.x - MIDDLE.x) * wide;
    body.y = MIDDLE.y + (body.y - MIDDLE.y) * high;
  }
}

/** A linear congruential generator (Numerical Recipes): the layout's only randomness. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
