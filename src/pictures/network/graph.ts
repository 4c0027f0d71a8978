import type { EntityKind } from "../../model/entity.ts";
import { isEncounter, present } from "../../model/present.ts";
import { byCodePoint } from "../../model/text.ts";
import { answering, type Drawable } from "../drawable.ts";
import { legible } from "../panel/text.ts";

export type Node = {
  readonly id: string;
  readonly name: string;
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

/**
 * Who met whom in a briefing's events: the strongest pairs, those of whoever was asked about first, as long as their
 * nodes find room, and how many nodes and pairs were left out. Every node drawn stands in a pair.
 */
export function graphOf(briefing: Drawable, mostNodes: number, mostEdges: number): Graph {
  const asked = new Set(briefing.query?.who?.map((who) => who.entity));
  const { people, pairs } = counts(briefing);
  const strength = ({ ids }: Edge) =>
    ids.reduce((sum, id) => sum + people.get(id)!.weight + (asked.has(id) ? FIRST : 0), 0);
  const edges = [...pairs]
    .map(([pair, count]) => ({ ids: pair.split("\n") as [string, string], count }))
    .map((edge) => ({ ...edge, strength: strength(edge) }))
    .sort(
      (a, b) =>
        Number(b.strength >= FIRST) - Number(a.strength >= FIRST) ||
        b.count - a.count ||
        b.strength - a.strength ||
        byCodePoint(a.ids.join("\n"), b.ids.join("\n")),
    );
  const shown = new Set<string>();
  const bringing = edges.filter(({ ids }) => {
    const fresh = ids.filter((id) => !shown.has(id));
    if (fresh.length === 0 || shown.size + fresh.length > mostNodes) return false;
    for (const id of fresh) shown.add(id);
    return true;
  });
  const between = edges.filter((edge) => edge.ids.every((id) => shown.has(id)));
  const drawn = [...new Set([...bringing, ...between])].slice(0, Math.max(mostEdges, bringing.length));
  return {
    nodes: [...shown]
      .map((id) => ({ id, ...people.get(id)!, focus: asked.has(id) }))
      .sort((a, b) => Number(b.focus) - Number(a.focus) || b.weight - a.weight || byCodePoint(a.id, b.id)),
    edges: drawn.map(({ ids, count }) => ({ ids, count })),
    left: people.size - shown.size,
    thin: between.length - drawn.length,
  };
}

/** More than any weight: pairs of whoever was asked about come first. */
const FIRST = 1e9;

/** Whoever met anybody, and how often each pair did. */
function counts(briefing: Drawable) {
  const pairs = new Map<string, number>();
  const people = new Map<string, { readonly name: string; readonly kind: EntityKind; weight: number }>();
  for (const event of answering(briefing).filter(isEncounter)) {
    const there = [...new Map(present(event).map((one) => [one.id, one])).values()].sort((a, b) =>
      byCodePoint(a.id, b.id),
    );
    if (there.length < 2) continue;
    for (const [index, one] of there.entries()) {
      const known = people.get(one.id);
      if (known === undefined) people.set(one.id, { name: legible(one.name), kind: one.kind, weight: 1 });
      else known.weight++;
      for (const other of there.slice(index + 1)) {
        const pair = `${one.id}\n${other.id}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  return { people, pairs };
}
