import type { Briefing } from "../model/briefing.ts";
import { counted, type Drawn, framed, text } from "./frame.ts";
import { type Edge, graphOf, type Node } from "./graph.ts";
import { covers, type Settled, settle } from "./settle.ts";
import { COLOURS, SIZES } from "./theme.ts";

/** More nodes than this can't be read: the strongest are drawn, the rest counted. */
export const MOST_NODES = 40;
const MOST_EDGES = 80;

/**
 * Draws who met whom in a briefing: people, bodies and countries as nodes, meetings as edges with their number, the
 * asked one in the middle. The same briefing gives the same SVG.
 */
export function network(briefing: Briefing): Drawn {
  const { nodes, edges, left, thin } = graphOf(briefing, MOST_NODES, MOST_EDGES);
  if (edges.length === 0)
    return { none: "Nobody met anybody in these events, so there is no network to draw." };
  const settled = settle(nodes, edges);
  const at = new Map(settled.map((node) => [node.id, node]));
  const lines = edges.flatMap((edge) => {
    const [a, b] = [at.get(edge.ids[0])!, at.get(edge.ids[1])!];
    return [
      `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${COLOURS.frame}" stroke-width="${Math.min(8, 1.5 + edge.count)}" stroke-opacity="0.55"/>`,
    ];
  });
  const numbers = edges.flatMap((edge) => {
    const spot = numberSpot(at.get(edge.ids[0])!, at.get(edge.ids[1])!, settled);
    return [
      text(spot.x, spot.y + 6, String(edge.count), {
        size: SIZES.small,
        colour: COLOURS.quiet,
        anchor: "middle",
      }),
    ];
  });
  const subtitle = [
    `${nodes.length} who met, ${counted(edges.length, "pair")}; a number is how many meetings`,
    thin > 0 ? `${counted(thin, "weaker pair")} not drawn` : "",
    left > 0 ? `${left} with fewer meetings left out` : "",
    briefing.more
      ? `drawn from ${briefing.events.length} of ${briefing.events.length + briefing.more} events`
      : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
  const svg = framed(briefing.understood, subtitle, [
    ...lines,
    ...numbers,
    ...settled.flatMap((node) => [
      shape(node),
      text(node.x, node.y + node.radius + 20, node.label, {
        size: SIZES.small,
        anchor: "middle",
        weight: node.focus ? 600 : 400,
      }),
    ]),
  ]);
  return { picture: { svg, alt: altOf(briefing, nodes, edges, left) } };
}

/** A point of the line where the number stands on no node and no label: its middle, else a little to a side. */
function numberSpot(
  a: Settled,
  b: Settled,
  nodes: readonly Settled[],
): { readonly x: number; readonly y: number } {
  const spots = [0.5, 0.42, 0.58, 0.34, 0.66].map((t) => ({
    x: Math.round(a.x + (b.x - a.x) * t),
    y: Math.round(a.y + (b.y - a.y) * t),
  }));
  const free = spots.find((spot) => nodes.every((node) => !covers(node, spot.x, spot.y, 10)));
  return free ?? spots[0]!;
}

/** People are round, countries square, bodies and groups six-sided: told apart without colour. */
function shape(node: Settled): string {
  const { x, y, radius: r } = node;
  const style = `fill="${node.focus ? COLOURS.focus : COLOURS.mark}" stroke="${COLOURS.ground}" stroke-width="2"`;
  switch (node.kind) {
    case "person":
      return `<circle cx="${x}" cy="${y}" r="${r}" ${style}/>`;
    case "country":
      return `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" rx="3" ${style}/>`;
    case "organisation":
    case "group": {
      const h = Math.round(r * 0.87);
      return `<path d="M${x - r} ${y} L${x - r / 2} ${y - h} L${x + r / 2} ${y - h} L${x + r} ${y} L${x + r / 2} ${y + h} L${x - r / 2} ${y + h} Z" ${style}/>`;
    }
  }
}

/** At most so many pairs are told one by one. */
const TOLD = 8;

function altOf(briefing: Briefing, nodes: readonly Node[], edges: readonly Edge[], left: number): string {
  const names = new Map(nodes.map((node) => [node.id, node.label]));
  const told = edges
    .slice(0, TOLD)
    .map(({ ids, count }) => `${names.get(ids[0])} and ${names.get(ids[1])} (${count})`);
  const rest = edges.length - told.length;
  return [
    `Network of who met whom: ${briefing.understood.replace(/[.?!]$/, "")}.`,
    `${told.join("; ")}${rest > 0 ? `; and ${counted(rest, "more pair")}` : ""}.`,
    left > 0 ? `${left} with fewer meetings left out.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
