import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import { MARGIN } from "./frame.ts";
import type { Edge, Node } from "./graph.ts";
import { widthOf } from "./text.ts";
import { HEIGHT, SIZES, WIDTH } from "./theme.ts";

export type Settled = Node & { readonly x: number; readonly y: number; readonly radius: number };

const TOP = 120;
const BOTTOM = HEIGHT - 24;
const TICKS = 300;

/**
 * Places nodes by forces from fixed beginnings, with a fixed seed, so that the same graph always lies the same way;
 * then moves apart whose labels would overlap, inside the panel. The one asked about stands in the middle.
 */
export function settle(nodes: readonly Node[], edges: readonly Edge[]): readonly Settled[] {
  const [middleX, middleY] = [WIDTH / 2, (TOP + BOTTOM) / 2];
  const bodies = nodes.map((node, index) => ({
    node,
    id: node.id,
    radius: Math.round(10 + Math.min(10, 3 * Math.sqrt(node.weight))),
    half: widthOf(node.label, SIZES.small) / 2,
    x: middleX + 300 * Math.cos(index * 2.4),
    y: middleY + 180 * Math.sin(index * 2.4),
    ...(node.focus && index === 0 ? { fx: middleX, fy: middleY } : {}),
  })) satisfies (SimulationNodeDatum & { id: string })[];
  const links = edges.map(({ ids: [source, target] }) => ({ source, target }));
  forceSimulation<(typeof bodies)[number]>(bodies)
    .randomSource(seeded(1))
    .force(
      "link",
      forceLink<(typeof bodies)[number], (typeof links)[number] & { source: string; target: string }>(links)
        .id((body) => body.id)
        .distance(190),
    )
    .force("charge", forceManyBody().strength(-900))
    .force("collide", forceCollide<(typeof bodies)[number]>((body) => Math.min(90, body.half)).iterations(2))
    .force("center", forceCenter(middleX, middleY))
    .force("x", forceX(middleX).strength(0.04))
    .force("y", forceY(middleY).strength(0.12))
    .stop()
    .tick(TICKS);
  spread(bodies, middleX, middleY);
  part(bodies);
  return bodies.map(({ node, radius, x, y }) => ({ ...node, radius, x: Math.round(x), y: Math.round(y) }));
}

/** True when a point lies on a node or its label, or nearer to them than `gap` pixels. */
export function covers(node: Settled, x: number, y: number, gap: number): boolean {
  const half = Math.max(node.radius, widthOf(node.label, SIZES.small) / 2);
  return (
    Math.abs(x - node.x) < half + gap &&
    y > node.y - node.radius - gap &&
    y < node.y + node.radius + LABEL + gap
  );
}

/** Pixels under a node that its label takes. */
const LABEL = 26;

/** Widens the layout from its middle towards the panel's edges, at most twofold. */
function spread(bodies: readonly Body[], middleX: number, middleY: number): void {
  const reach = (along: "x" | "y", middle: number) =>
    Math.max(1, ...bodies.map((body) => Math.abs(body[along] - middle)));
  const wide = Math.min(2, (WIDTH / 2 - MARGIN - 100) / reach("x", middleX));
  const high = Math.min(2, ((BOTTOM - TOP) / 2 - 40) / reach("y", middleY));
  for (const body of bodies) {
    body.x = middleX + (body.x - middleX) * wide;
    body.y = middleY + (body.y - middleY) * high;
  }
}

type Body = { x: number; y: number; readonly half: number; readonly radius: number; readonly fx?: number };

/** Pushes overlapping boxes (node and label) apart along the shorter way until none overlaps, or 400 rounds. */
function part(bodies: readonly Body[]): void {
  for (let round = 0; round < 400; round++) {
    let moved = false;
    for (const [index, a] of bodies.entries()) {
      for (const b of bodies.slice(index + 1)) {
        const dx = a.half + b.half + 12 - Math.abs(a.x - b.x);
        const dy = (height(a) + height(b)) / 2 + 6 - Math.abs(a.y - b.y);
        if (dx <= 0 || dy <= 0) continue;
        moved = true;
        const along = dx < dy ? "x" : "y";
        const by = (along === "x" ? dx : dy) / 2 + 0.5;
        const sign = a[along] < b[along] || (a[along] === b[along] && index % 2 === 0) ? -1 : 1;
        if (a.fx === undefined) a[along] += sign * by;
        if (b.fx === undefined) b[along] -= sign * by;
      }
    }
    for (const body of bodies) {
      const reach = Math.max(body.half, body.radius);
      body.x = Math.min(Math.max(body.x, MARGIN + reach), WIDTH - MARGIN - reach);
      body.y = Math.min(Math.max(body.y, TOP + body.radius), BOTTOM - body.radius - LABEL);
    }
    if (!moved) return;
  }
}

/** Node and the line of text under it. */
const height = (body: Body) => 2 * body.radius + LABEL;

/** A linear congruential generator (Numerical Recipes): the layout's only randomness. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
