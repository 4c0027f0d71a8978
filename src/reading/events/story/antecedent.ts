import { addDays } from "../../../model/when.ts";
import type { Actor } from "../../names/actors.ts";
import type { Draft } from "../draft.ts";
import { whenOf } from "../finish/when.ts";
import type { Remark } from "./remark.ts";

export const MET = new Set(["meeting", "talks", "visit"]);

/** The last event of the item that fits; a title's only when nothing else does. */
export function antecedent(drafts: readonly Draft[], item: number, suits: (d: Draft) => boolean): number {
  const open = (d: Draft) => MET.has(d.kind) && d.line.sentence.paragraph.item === item && suits(d);
  const body = lastOf(drafts, (d) => open(d) && !d.line.heading);
  return body >= 0 ? body : lastOf(drafts, open);
}

/** How many events back a reference may reach: what keeps a long text linear. */
export const REACH = 60;

export function lastOf(drafts: readonly Draft[], suits: (d: Draft) => boolean): number {
  for (let n = drafts.length - 1; n >= Math.max(0, drafts.length - REACH); n--)
    if (suits(drafts[n]!)) return n;
  return -1;
}

/** The news itself, not a meeting of another season told as background. */
export function current(d: Draft): boolean {
  const { when, stated } = whenOf(d);
  const told = d.line.creation.start;
  return !stated || told === null || when.end === null || when.end >= addDays(told, -10);
}

/** Who came to a summit came to no meeting beside it: a gathering's word wants a gathering. */
export function sameSort(d: Draft, r: Remark): boolean {
  const gathering =
    r.gathering ||
    r.line.chunks.some((c) => /^(?:summit|conference|session|forum|event|assembly)$/.test(c.word));
  const trigger = d.line.chunks[d.at]?.word ?? "";
  const many = d.takers.length > 2 || d.takers.some((t) => t.actor.kind === "organisation");
  return !gathering || many || /^(?:summit|conference|session|forum|gathered)$/.test(trigger);
}

/** Every side that the remark names is a side of the event. */
export const fits = (d: Draft, actors: readonly Actor[]) =>
  actors.every((a) => a.country === null || d.takers.some((t) => t.actor.country === a.country));

export const near = (a: Draft, b: Draft, paragraphs: number) =>
  a.line.sentence.paragraph.item === b.line.sentence.paragraph.item &&
  b.line.sentence.paragraph.number - a.line.sentence.paragraph.number <= paragraphs;

export function source(x: { readonly line: Draft["line"] }) {
  const { span, paragraph } = x.line.sentence;
  return { span, paragraph: paragraph.number, item: paragraph.item };
}
