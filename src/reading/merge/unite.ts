import type { Confidence, Conflict, Event, SourceSpan } from "../../model/event.ts";
import type { Kind, Status } from "../../model/kinds.ts";
import { disagree, uniteParticipants } from "./alike/participants.ts";
import { unitePlaces } from "./alike/places.ts";
import { agreement, moreExact, untimed } from "./alike/times.ts";
import { yields } from "./alike/yields.ts";
import { present, type Told } from "./told.ts";

/**
 * Two tellings of one event as one: participants, places, topics and sources of both, the more exact time, the
 * status that came later in the event's course. What contradicts is kept under `conflicts`, with who says so.
 */
export function unite(a: Told, b: Told): Told {
  const conflicts = uniteConflicts([...a.conflicts, ...b.conflicts, ...contradictions(a, b)]);
  const rules = union(a.rules ?? [], b.rules ?? []);
  const cameo = a.cameo ?? b.cameo;
  const corrected = a.corrected ?? b.corrected;
  return {
    keys: [a.keys[0], ...a.keys.slice(1), ...b.keys],
    kind: tellingKind(a, b),
    ...(cameo !== undefined && { cameo }),
    status: furthest(a.status, b.status),
    flags: union(a.flags, b.flags),
    occasion: longer(a.occasion, b.occasion),
    participants: uniteParticipants(a.participants, b.participants),
    places: unitePlaces(a.places, b.places),
    when: contradict(a, b) ? a.when : moreExact(a.when, b.when),
    topics: union(a.topics, b.topics),
    sources: uniteSources(a.sources, b.sources),
    confidence: uniteConfidence(a.confidence, b.confidence, conflicts),
    review: a.review === "none" ? b.review : a.review,
    conflicts,
    ...(rules.length > 0 && { rules }),
    ...(corrected !== undefined && { corrected }),
    quoted: union(a.quoted, b.quoted),
    ...((a.lasts ?? b.lasts) && { lasts: union(a.lasts ?? [], b.lasts ?? []) }),
  };
}

/** A visit on which both sides are told to have met is a meeting with a host and a visitor. */
function tellingKind(a: Told, b: Told): Kind {
  const meeting = [a, b].find(({ kind }) => kind !== "visit");
  return meeting && present(meeting).length > 1 ? meeting.kind : a.kind;
}

const COURSE: readonly Status[] = [
  "alleged",
  "proposed",
  "planned",
  "happened",
  "cancelled",
  "postponed",
  "declined",
  "denied",
];

const furthest = (a: Status, b: Status) => (COURSE.indexOf(a) >= COURSE.indexOf(b) ? a : b);

const longer = (a: string | null, b: string | null) =>
  a === null || (b !== null && b.length > a.length) ? b : a;

const contradict = (a: Told, b: Told) =>
  agreement(a.when, b.when) === "apart" && ![a, b].some(({ when }) => untimed(when)) && !yields(a, b);

function contradictions(a: Told, b: Told): readonly Conflict[] {
  const found: Conflict[] = [];
  const say = (field: string, one: string, other: string) =>
    found.push({
      field,
      values: [
        { value: one, source: a.sources[0]!.document },
        { value: other, source: b.sources[0]!.document },
      ],
    });
  if (contradict(a, b)) say("when", a.when.edtf, b.when.edtf);
  const twoDocuments = a.sources[0]!.document !== b.sources[0]!.document;
  if (twoDocuments && (a.status === "alleged") !== (b.status === "alleged"))
    say("status", a.status, b.status);
  for (const p of a.participants) {
    const other = b.participants.find((q) => disagree(p, q));
    if (other) say(`part of ${p.id}`, p.part, other.part);
  }
  return found;
}

function uniteConflicts(all: readonly Conflict[]): readonly Conflict[] {
  const fields = union(
    all.map(({ field }) => field),
    [],
  );
  return fields.map((field) => {
    const values = all.filter((conflict) => conflict.field === field).flatMap((conflict) => conflict.values);
    const once = new Map(values.map((value) => [`${value.source} ${value.value}`, value]));
    return { field, values: [...once.values()] };
  });
}

/** Sources of both, each passage once. */
export function uniteSources(a: readonly SourceSpan[], b: readonly SourceSpan[]): readonly SourceSpan[] {
  const united = new Map<string, SourceSpan>();
  for (const source of [...a, ...b]) {
    const place = `${source.document} ${source.span[0]}-${source.span[1]}`;
    const known = united.get(place);
    united.set(place, known?.quote === undefined ? { ...known, ...source } : known);
  }
  return [...united.values()];
}

const BANDS: readonly Confidence["band"][] = ["low", "medium", "high"];

/** The surer telling carries the other, but nobody is sure of what is contradicted. */
function uniteConfidence(a: Confidence, b: Confidence, conflicts: Event["conflicts"]): Confidence {
  const band = BANDS.indexOf(a.band) >= BANDS.indexOf(b.band) ? a.band : b.band;
  const reasons = union(a.band === b.band ? a.reasons : band === a.band ? a.reasons : b.reasons, []);
  if (conflicts.length === 0) return { band, reasons };
  return {
    band: band === "high" ? "medium" : band,
    reasons: union(
      reasons,
      conflicts.map(({ field }) => `contradicted: ${field}`),
    ),
  };
}

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])];
