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
import { MARGIN } from "../panel/frame.ts";
import { cut, widthOf } from "../panel/text.ts";
import { HEIGHT, WIDTH } from "../panel/theme.ts";
import type { Edge, Node } from "./graph.ts";
import { entangled, through } from "./lines.ts";

/** A node in its place. Its label stands under it, `half` pixels wide to each side. */
export type Settled = Node & {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: string;
  readonly size: number;
  readonly half: number;
};

type Body = Node &
  SimulationNodeDatum & {
    x: number;
    y: number;
    readonly radius: number;
    readonly label: string;
    readonly size: number;
    readonly half: number;
  };

const TOP = 122;
const BOTTOM = HEIGHT - 20;
const MIDDLE = { x: WIDTH / 2, y: (TOP + BOTTOM) / 2 };
const LABEL_ROOM = 260;

/**
 * Places nodes by forces from fixed beginnings, with a fixed seed, so that the same graph always lies the same way;
 * then moves apart whose labels would overlap, inside the panel. Of a few beginnings the one counts whose lines cross
 * least. The one asked about stands in the middle.
 */
export function settle(nodes: readonly Node[], edges: readonly Edge[]): readonly Settled[] {
  let best: readonly Settled[] = [];
  let least = Number.POSITIVE_INFINITY;
  const { starts, ticks } = nodes.length <= FEW ? { starts: 24, ticks: 150 } : { starts: 2, ticks: 120 };
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
  const bodies = nodes.map((node, index): Body => {
    const label = cut(node.name, size, LABEL_ROOM, node.focus ? 600 : 400);
    const angle = index * 2.4 + start * (0.7 + index);
    return {
      ...node,
      label,
      size,
      half: widthOf(label, size, node.focus ? 600 : 400) / 2,
      radius: Math.round(10 + Math.min(12, 3 * Math.sqrt(node.weight))),
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

/** Pixels under a node that its label takes. */
const under = ({ size }: { readonly size: number }) => size + 8;

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

const ROUNDS = 200;

/**
 * Pushes overlapping boxes (node and label) apart along the shorter way, and nodes off the lines of others, until
 * nothing overlaps; off lines only in the first half of the rounds, so that boxes have the last word.
 */
function part(bodies: readonly Body[], edges: readonly Edge[]): void {
  const at = new Map(bodies.map((body) => [body.id, body]));
  const lines = edges.map(({ ids }) => [at.get(ids[0])!, at.get(ids[1])!] as const);
  for (let round = 0; round < ROUNDS; round++) {
    const offLines = round < ROUNDS / 2 && pushedOffLines(bodies, lines);
    const apart = pushedApart(bodies);
    for (const body of bodies) {
      const reach = Math.max(body.half, body.radius);
      body.x = Math.min(Math.max(body.x, MARGIN + reach), WIDTH - MARGIN - reach);
      body.y = Math.min(Math.max(body.y, TOP + body.radius), BOTTOM - body.radius - under(body));
    }
    if (!offLines && !apart) return;
  }
}

function pushedOffLines(bodies: readonly Body[], lines: readonly (readonly [Body, Body])[]): boolean {
  let moved = false;
  for (const body of bodies) {
    if (body.fx != null) continue;
    for (const [a, b] of lines) {
      const push = a === body || b === body ? null : through(body, a, b, body.radius + 8);
      if (push === null) continue;
      moved = true;
      body.x += push.x;
      body.y += push.y;
    }
  }
  return moved;
}

function pushedApart(bodies: readonly Body[]): boolean {
  let moved = false;
  for (let index = 0; index < bodies.length; index++)
    for (let next = index + 1; next < bodies.length; next++) {
      const [a, b] = [bodies[index]!, bodies[next]!];
      const dx = a.half + b.half + 14 - Math.abs(a.x - b.x);
      const dy = a.radius + b.radius + under(a) + 6 - Math.abs(a.y - b.y);
      if (dx <= 0 || dy <= 0) continue;
      moved = true;
      const along = dx < dy ? "x" : "y";
      const by = (along === "x" ? dx : dy) / 2 + 0.5;
      const sign = a[along] < b[along] || (a[along] === b[along] && index % 2 === 0) ? -1 : 1;
      if (a.fx == null) a[along] += sign * by;
      if (b.fx == null) b[along] -= sign * by;
    }
  return moved;
}

/** A linear congruential generator (Numerical Recipes): the layout's only randomness. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
