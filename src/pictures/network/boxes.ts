import type { SimulationNodeDatum } from "d3-force";
import { MARGIN } from "../panel/frame.ts";
import { HEIGHT, WIDTH } from "../panel/theme.ts";
import type { Edge, Node } from "./graph.ts";
import { runsUnder, through } from "./lines.ts";

/** A node while it moves. Its box is its shape and its label under it, `half` pixels wide to each side. */
export type Body = Node &
  SimulationNodeDatum & {
    x: number;
    y: number;
    readonly radius: number;
    readonly label: string;
    readonly size: number;
    readonly half: number;
  };

/** The part of the panel that nodes lie in. */
export const TOP = 122;
export const BOTTOM = HEIGHT - 20;

/** Rounds in which bodies give way to lines too; in the rest boxes have the last word. */
const LINE_ROUNDS = 40;
const ROUNDS = 120;

/**
 * Pushes nodes and labels off the lines of others, and overlapping boxes (node and label) apart along the shorter
 * way, until nothing overlaps.
 */
export function part(bodies: readonly Body[], edges: readonly Edge[]): void {
  const at = new Map(bodies.map((body) => [body.id, body]));
  const lines = edges.map(({ ids }) => [at.get(ids[0])!, at.get(ids[1])!] as const);
  for (let round = 0; round < ROUNDS; round++) {
    const offLines = round < LINE_ROUNDS && pushedOffLines(bodies, lines);
    const apart = pushedApart(bodies);
    for (const body of bodies) Object.assign(body, inside(body, body.x, body.y));
    if (!offLines && !apart) return;
  }
  house(bodies);
}

function pushedOffLines(bodies: readonly Body[], lines: readonly (readonly [Body, Body])[]): boolean {
  let moved = false;
  for (const body of bodies) {
    if (body.fx != null) continue;
    for (const [a, b] of lines) {
      if (a === body || b === body) continue;
      const push = through(body, a, b, body.radius + 8) ?? runsUnder(body, a, b);
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
      const { dx, dy } = overlap(a, b, a.x, a.y);
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

/** How deep the box of a body, were it at a point, and that of another lie in each other; with the space between. */
function overlap(body: Body, other: Body, x: number, y: number) {
  return {
    dx: Math.max(body.half, body.radius) + Math.max(other.half, other.radius) + 14 - Math.abs(x - other.x),
    dy: body.radius + other.radius + under(body) + 4 - Math.abs(y - other.y),
  };
}

/** The point nearest to another at which a body's box is inside the panel. */
function inside(body: Body, x: number, y: number): { readonly x: number; readonly y: number } {
  const reach = Math.max(body.half, body.radius);
  return {
    x: Math.min(Math.max(x, MARGIN + reach), WIDTH - MARGIN - reach),
    y: Math.min(Math.max(y, TOP + body.radius), BOTTOM - body.radius - under(body)),
  };
}

/** Whoever still lies on another goes to the nearest point that is free: where forces push from all sides. */
function house(bodies: readonly Body[]): void {
  for (const [index, body] of bodies.entries()) {
    const housed = bodies.slice(0, index);
    const isFree = (x: number, y: number) =>
      housed.every((other) => {
        const { dx, dy } = overlap(body, other, x, y);
        return dx <= 0 || dy <= 0;
      });
    if (isFree(body.x, body.y)) continue;
    const near = RINGS.map(({ x, y }) => inside(body, body.x + x, body.y + y));
    Object.assign(
      body,
      near.find(({ x, y }) => isFree(x, y)),
    );
  }
}

/** Points around a middle, the nearest first. */
const RINGS = Array.from({ length: 140 }, (_, ring) =>
  Array.from({ length: 24 }, (_, step) => ({
    x: (ring + 1) * 10 * Math.cos((step * Math.PI) / 12),
    y: (ring + 1) * 10 * Math.sin((step * Math.PI) / 12),
  })),
).flat();

/** Pixels under a node that its label takes. */
export const under = ({ size }: { readonly size: number }) => size + 8;
