import type { Briefing } from "../model/briefing.ts";
import type { EntityKind } from "../model/entity.ts";
import { isEncounter, present } from "../model/present.ts";
import { byCodePoint } from "../model/text.ts";
import { answering } from "./answering.ts";
import { cut, legible } from "./text.ts";
import { SIZES } from "./theme.ts";

export type Node = {
  readonly id: string;
  readonly label: string;
  readonly kind: EntityKind;
  /** Meetings that it was at. */
  readonly weight: number;
  /** True for the one that was asked about. */
  readonly focus: boolean;
};

export type Edge = { readonly ids: readonly [string, string]; readonly count: number };

export type Graph = {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** Nodes and edges that are too many to draw. */
  readonly left: number;
  readonly thin: number;
};

const LABEL_ROOM = 240;

/**
 * Who met whom in a briefing's events: the strongest nodes, whoever was asked about among them, the strongest edges
 * between them, and how many of each were left out.
 */
export function graphOf(briefing: Briefing, mostNodes: number, mostEdges: number): Graph {
  const asked = new Set(briefing.query?.who?.map((who) => who.entity));
  const counts = new Map<string, number>();
  const people = new Map<string, { name: string; kind: EntityKind; weight: number }>();
  for (const event of answering(briefing).filter(isEncounter)) {
    const there = [...new Map(present(event).map((one) => [one.id, one])).values()].sort((a, b) =>
      byCodePoint(a.id, b.id),
    );
    if (there.length < 2) continue;
    for (const [index, one] of there.entries()) {
      const known = people.get(one.id);
      if (known === undefined) people.set(one.id, { name: one.name, kind: one.kind, weight: 1 });
      else known.weight++;
      for (const other of there.slice(index + 1)) {
        const pair = `${one.id}\n${other.id}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  const nodes = [...people]
    .map(([id, { name, kind, weight }]) => ({
      id,
      label: cut(legible(name), SIZES.small, LABEL_ROOM),
      kind,
      weight,
      focus: asked.has(id),
    }))
    .sort((a, b) => Number(b.focus) - Number(a.focus) || b.weight - a.weight || byCodePoint(a.id, b.id));
  const shown = nodes.slice(0, mostNodes);
  const ids = new Set(shown.map((node) => node.id));
  const edges = [...counts]
    .map(([pair, count]) => ({ ids: pair.split("\n") as [string, string], count }))
    .filter((edge) => edge.ids.every((id) => ids.has(id)))
    .sort((a, b) => b.count - a.count || byCodePoint(a.ids.join("\n"), b.ids.join("\n")));
  return {
    nodes: shown,
    edges: edges.slice(0, mostEdges),
    left: nodes.length - shown.length,
    thin: Math.max(0, edges.length - mostEdges),
  };
}
