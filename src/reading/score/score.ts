import type { Lexicon } from "../names/lexicon.ts";
import { type AnnotatedEvent, type Annotation, groupOf } from "./annotation.ts";
import { annotatedPairs, matches, type Read, readPairs, sameDays, samePeople, samePlaces } from "./match.ts";

/** What one document gave. Counts, so that documents can be drawn again for the interval. */
export type Tally = {
  readonly file: string;
  readonly pairs: {
    readonly gold: number;
    readonly published: number;
    readonly right: number;
    readonly all: number;
    readonly allRight: number;
  };
  readonly matched: number;
  readonly date: number;
  readonly place: number;
  readonly status: number;
  readonly complete: number;
  readonly invented: number;
  readonly tiers: Readonly<Record<"A" | "B" | "C", { readonly of: number; readonly found: number }>>;
  readonly bands: Readonly<
    Record<"high" | "medium" | "low", { readonly of: number; readonly right: number }>
  >;
  /** Lines for a person: what was missed, invented or read otherwise. */
  readonly findings: readonly string[];
};

/** Scores what was read of one document against its annotation. `passage` gives the text of an event of ours. */
export function tally(
  file: string,
  annotation: Annotation,
  events: readonly Read[],
  lexicon: Lexicon,
  passage: (e: Read) => string,
): Tally {
  const gold = annotation.events.filter((e) => e.source_file === file);
  const published = events.filter((e) => e.confidence.band !== "low");
  const expected = new Set(gold.flatMap((e) => annotatedPairs(e, lexicon)));
  const given = new Set(published.flatMap((e) => readPairs(e, lexicon)));
  const all = new Set(events.flatMap((e) => readPairs(e, lexicon)));
  const findings: string[] = [];
  for (const pair of expected)
    if (!given.has(pair)) findings.push(`missed pair${all.has(pair) ? " (in review)" : ""}: ${pair}`);
  for (const pair of given) {
    if (!expected.has(pair))
      findings.push(
        `invented pair: ${pair}: ${passage(published.find((e) => readPairs(e, lexicon).includes(pair)) as Read)}`,
      );
  }
  const counts = { matched: 0, date: 0, place: 0, status: 0, complete: 0 };
  const tiers = { A: { of: 0, found: 0 }, B: { of: 0, found: 0 }, C: { of: 0, found: 0 } };
  for (const e of gold) {
    tiers[e.tier].of++;
    const ours = best(e, published, lexicon);
    if (!ours) {
      if (e.tier !== "C")
        findings.push(
          `missed ${e.tier} ${e.id} ${e.type} ${e.status}: ${e.quotes[0]?.text.slice(0, 200) ?? ""}`,
        );
      continue;
    }
    tiers[e.tier].found++;
    if (groupOf(e.type) !== "met") continue;
    const right = {
      date: sameDays(e, ours),
      place: samePlaces(e, ours, lexicon),
      status: e.status === ours.status,
    };
    counts.matched++;
    for (const key of ["date", "place", "status"] as const) {
      if (right[key]) counts[key]++;
      else findings.push(`${key} of ${e.id}: ${said(key, e)} read as ${told(key, ours)}`);
    }
    if (right.date && right.place && right.status && samePeople(e, ours, lexicon)) counts.complete++;
  }
  const bands = { high: { of: 0, right: 0 }, medium: { of: 0, right: 0 }, low: { of: 0, right: 0 } };
  let invented = 0;
  for (const ours of events.filter((e) => groupOf(e.kind) === "met")) {
    const right = gold.some((e) => matches(e, ours, lexicon));
    bands[ours.confidence.band].of++;
    if (right) bands[ours.confidence.band].right++;
    else if (ours.confidence.band !== "low") {
      invented++;
      findings.push(
        `invented ${ours.kind} ${ours.status}: ${ours.participants.map((p) => p.name).join(", ")}: ${passage(ours)}`,
      );
    }
  }
  const right = (set: ReadonlySet<string>) => [...set].filter((p) => expected.has(p)).length;
  return {
    file,
    ...counts,
    invented,
    tiers,
    bands,
    findings,
    pairs: {
      gold: expected.size,
      published: given.size,
      right: right(given),
      all: all.size,
      allRight: right(all),
    },
  };
}

/** The best of the events that match: with the same days, status and place before others. */
function best(gold: AnnotatedEvent, events: readonly Read[], lexicon: Lexicon): Read | undefined {
  const fitting = events.filter((e) => matches(gold, e, lexicon));
  const worth = (e: Read) =>
    (sameDays(gold, e) ? 4 : 0) + (gold.status === e.status ? 2 : 0) + (samePlaces(gold, e, lexicon) ? 1 : 0);
  return fitting.toSorted((a, b) => worth(b) - worth(a))[0];
}

const said = (key: "date" | "place" | "status", e: AnnotatedEvent) =>
  key === "date"
    ? e.date.edtf
    : key === "place"
      ? e.places.map((p) => p.city ?? p.country).join(", ") || "none"
      : e.status;
const told = (key: "date" | "place" | "status", e: Read) =>
  key === "date"
    ? e.when.edtf
    : key === "place"
      ? e.places.map((p) => p.name).join(", ") || "none"
      : e.status;

/** A share with its bootstrapped 90 % interval, in percent. */
export type Share = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
};

/** Shares over all documents; documents are drawn again `draws` times with a fixed seed, so that runs agree. */
export function share(
  tallies: readonly Tally[],
  part: (t: Tally) => number,
  whole: (t: Tally) => number,
  draws = 1_000,
): Share {
  const ratio = (list: readonly Tally[]) => {
    const of = list.reduce((n, t) => n + whole(t), 0);
    return of === 0 ? Number.NaN : list.reduce((n, t) => n + part(t), 0) / of;
  };
  const random = seeded(20_050_607);
  const drawn = Array.from({ length: draws }, () =>
    ratio(tallies.map(() => tallies[Math.floor(random() * tallies.length)] as Tally)),
  )
    .filter((r) => !Number.isNaN(r))
    .sort((a, b) => a - b);
  const percent = (r: number) => Math.round(r * 1000) / 10;
  return {
    value: percent(ratio(tallies)),
    low: percent(drawn[Math.floor(drawn.length * 0.05)] ?? 0),
    high: percent(drawn[Math.floor(drawn.length * 0.95)] ?? 0),
    of: tallies.reduce((n, t) => n + whole(t), 0),
  };
}

/** Mulberry32: a small generator, the same numbers on every run. */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
