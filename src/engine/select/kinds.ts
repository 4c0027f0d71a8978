import { KIND_GROUPS, KIND_NAMES, type Kind, type KindGroup, PARTS } from "../../model/kinds.ts";
import type { KindTerm } from "../../model/query.ts";
import { EMPTY, holds, list } from "../index/lists.ts";
import { CODED, type Index, MET } from "../index/types.ts";
import { CERTAIN, type Condition, NO } from "./match.ts";

/** Any of the kinds: a kind, a group, or a CAMEO code with all that lies below it. */
export function ofKinds(index: Index, terms: readonly KindTerm[]): Condition {
  const known = KNOWN.get(index) ?? new Map<string, Condition>();
  KNOWN.set(index, known);
  const key = terms.join(" ");
  const condition = known.get(key) ?? made(index, terms);
  if (known.size < MOST) known.set(key, condition);
  return condition;
}

/** Kinds are few and asked for again and again. */
const KNOWN = new WeakMap<Index, Map<string, Condition>>();
const MOST = 500;

function made(index: Index, terms: readonly KindTerm[]): Condition {
  const whole = new Uint8Array(KIND_NAMES.length);
  const met = new Uint8Array(KIND_NAMES.length);
  const codes = new Uint8Array(index.tables.cameo.texts.length);
  for (const term of terms) {
    if (isGroup(term))
      for (const kind of KIND_GROUPS[term]) (kind === "visit" ? met : whole)[numberOf(kind)] = 1;
    else if (isKind(term)) whole[numberOf(term)] = 1;
    else for (const [n, code] of index.tables.cameo.texts.entries()) if (below(code, term)) codes[n] = 1;
  }
  const visits = (list: Uint32Array) => list.filter((position) => index.flags[position]! & MET);
  const { kind: byKind, cameo: byCode } = index.postings;
  const all = together(index.size, [
    ...KIND_NAMES.flatMap((_, n) => (whole[n] ? [list(byKind, n)] : met[n] ? [visits(list(byKind, n))] : [])),
    ...index.tables.cameo.texts.flatMap((_, n) => (codes[n] ? [list(byCode, n)] : [])),
    ...(whole[numberOf("visit")] ? meetingsOnVisits(index) : []),
  ]);
  return { lists: [all], exact: true, test: (position) => (holds(all, position) ? CERTAIN : NO) };
}

/** Many ascending lists as one, each position once. */
function together(size: number, lists: readonly Uint32Array[]): Uint32Array {
  const filled = lists.filter(({ length }) => length > 0);
  if (filled.length < 2) return filled[0] ?? EMPTY;
  const bits = new Uint32Array((size >>> 5) + 1);
  for (const each of filled) for (const position of each) bits[position >>> 5]! |= 1 << (position & 31);
  const all = new Uint32Array(filled.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (let at = 0; at < bits.length; at++)
    for (let left = bits[at]!; left !== 0; left &= left - 1)
      all[count++] = (at << 5) + 31 - Math.clz32(left & -left);
  return all.subarray(0, count);
}

/** Meetings and talks whose text names a visitor: they were on a visit. Coded records tell a visit as its own event. */
function meetingsOnVisits({ postings, flags, participants }: Index): readonly Uint32Array[] {
  const { offsets, part } = participants;
  const told = [list(postings.kind, numberOf("meeting")), list(postings.kind, numberOf("talks"))];
  const visited = (position: number) =>
    !(flags[position]! & CODED) && part.subarray(offsets[position], offsets[position + 1]).includes(VISITOR);
  return told.map((positions) => positions.filter(visited));
}

const VISITOR = PARTS.indexOf("visitor");

/** True when the kinds speak of people coming together, so that only those present count. */
export function isMeeting(terms: readonly KindTerm[] | undefined): boolean {
  return (
    terms?.some((term) => isGroup(term) || term === "meeting" || term === "talks" || term === "call") ?? false
  );
}

const isGroup = (term: KindTerm): term is KindGroup => term in KIND_GROUPS;
const isKind = (term: KindTerm): term is Kind => (KIND_NAMES as readonly string[]).includes(term);
const numberOf = (kind: Kind) => KIND_NAMES.indexOf(kind);
const below = (code: string, term: KindTerm) =>
  term.startsWith("cameo:") && code.startsWith(term.slice("cameo:".length));
