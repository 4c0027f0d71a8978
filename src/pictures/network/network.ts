import type { Drawable } from "../drawable.ts";
import { altOf, TOLD } from "../panel/alt.ts";
import { counted, type Drawn, figure, framed, type Panel } from "../panel/frame.ts";
import { type Line, plate, text } from "../panel/line.ts";
import { COLOURS, SIZES } from "../panel/theme.ts";
import { type Edge, type Graph, graphOf } from "./graph.ts";
import { numberSpots } from "./numbers.ts";
import { type Settled, settle } from "./settle.ts";

/** More nodes than this can't be read: the strongest are drawn, the rest counted. */
export const MOST_NODES = 40;
const MOST_EDGES = 80;

/**
 * Draws who met whom in a briefing: people, bodies and countries as nodes, meetings as edges with their number, the
 * asked one in the middle. The same briefing gives the same panel.
 */
export function network(briefing: Drawable): Drawn {
  const graph = graphOf(briefing, MOST_NODES, MOST_EDGES);
  const { nodes, edges } = graph;
  if (edges.length === 0)
    return { none: "Nobody met anybody in these events, so there is no network to draw." };
  const settled = settle(nodes, edges);
  const panel = framed(briefing.understood, subtitle(briefing, graph), [
    ...lines(edges, settled),
    ...numbers(edges, settled),
    ...settled.map((node) => plate(label(node), COLOURS.ground)),
    ...settled.map(shape),
    ...settled.map(label),
  ]);
  return { picture: { panel, alt: words(briefing, graph) } };
}

function lines(edges: readonly Edge[], nodes: readonly Settled[]): Panel {
  const at = new Map(nodes.map((node) => [node.id, node]));
  return edges.map(({ ids, count }) => {
    const [a, b] = [at.get(ids[0])!, at.get(ids[1])!];
    const width = Math.min(9, 1 + 1.5 * count);
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${COLOURS.edge}" stroke-width="${width}"/>`;
  });
}

function numbers(edges: readonly Edge[], nodes: readonly Settled[]): Panel {
  return numberSpots(edges, nodes).flatMap(({ x, y, count }) => {
    const number = text(x, y + 6, figure(count), {
      size: SIZES.small,
      colour: COLOURS.quiet,
      anchor: "middle",
    });
    return [plate(number, COLOURS.ground), number];
  });
}

/** People are round, countries square, bodies and groups six-sided: told apart without colour. */
function shape({ x, y, radius: r, focus, kind }: Settled): string {
  const style = `fill="${focus ? COLOURS.focus : COLOURS.mark}" stroke="${COLOURS.ground}" stroke-width="2"`;
  switch (kind) {
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

function label({ x, y, radius, label, size, focus }: Settled): Line {
  return text(x, y + radius + size, label, { size, anchor: "middle", weight: focus ? 600 : 400 });
}

function subtitle({ events, more }: Drawable, { nodes, edges, left, thin }: Graph): string {
  return [
    `${nodes.length} who met, ${counted(edges.length, "pair")}; a number is how many meetings`,
    thin > 0 ? `${counted(thin, "weaker pair")} among them not drawn` : "",
    leftOut(left),
    more ? `drawn from ${figure(events.length)} of ${figure(events.length + more)} events` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

const leftOut = (left: number) => (left === 0 ? "" : `${figure(left)} others who met are not drawn`);

function words({ understood }: Drawable, { nodes, edges, left }: Graph): string {
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  const strongest = edges.toSorted((a, b) => b.count - a.count).slice(0, TOLD);
  return altOf(
    { picture: "Network of who met whom", title: understood, noun: "pair" },
    strongest.map(
      ({ ids, count }) => `${names.get(ids[0])} and ${names.get(ids[1])} (${counted(count, "meeting")})`,
    ),
    edges.length,
    left > 0 ? `${leftOut(left)}.` : "",
  );
}
