import { KIND_GROUPS, type Kind, type Status } from "../../model/kinds.ts";
import { fold } from "../../model/text.ts";
import { type Overlap, overlap } from "./alike/overlap.ts";
import { nearness } from "./alike/places.ts";
import { echo, shareQuotation } from "./alike/quotations.ts";
import { type Agreement, agreement, daysApart, untimed } from "./alike/times.ts";
import { yields } from "./alike/yields.ts";
import { present, type Told } from "./told.ts";

/** Whether two tellings may be compared as one document's own words, or come from two documents. */
export type Scope = "within" | "across";

/**
 * How surely two tellings are of one event (event coreference): 0 or more for one event, less for two. First the
 * guards: a different kind, a status that cannot be the same event's, another day, place, forum or set of people
 * is another event, however much else is shared. Then the evidence is weighed against what the scope and the times
 * ask for: reading two events as one loses one of them, so that doubt keeps them apart.
 */
export function support(a: Told, b: Told, scope: Scope): number {
  if (guarded(a, b, scope)) return Number.NEGATIVE_INFINITY;
  const people = overlap(actors(a), actors(b), { twoDocuments: scope === "across", spoken: isVerbal(a) });
  if (people.shared === 0 || !people.enough) return Number.NEGATIVE_INFINITY;
  return weight(a, b, people, scope) - needed(a, b, scope);
}

/** True when nothing speaks against one event: no word yet on whether anything speaks for it. */
export function compatible(a: Told, b: Told, scope: Scope): boolean {
  return !guarded(a, b, scope);
}

/** Kinds that tell one thing in different words: a meeting, talks and a visit of the same people on the same day. */
export const kindGroup = (kind: Kind): string =>
  (KIND_GROUPS.met as readonly Kind[]).includes(kind) ? "met" : kind;

/** What someone says: several such things can be said by one person on one day. */
export const isVerbal = ({ kind }: Pick<Told, "kind">): boolean => VERBAL.includes(kind);

const VERBAL: readonly Kind[] = [
  "statement",
  "appeal",
  "intent",
  "support",
  "demand",
  "accusation",
  "rejection",
  "threat",
  "protest",
];

/** Whose deed it is. Whom a statement is addressed to is told in one report and left out in the next. */
const actors = (told: Told) =>
  isVerbal(told)
    ? present(told).filter(({ part }) => part !== "addressee" && part !== "target")
    : present(told);

function guarded(a: Told, b: Told, scope: Scope): boolean {
  return (
    kindGroup(a.kind) !== kindGroup(b.kind) ||
    !statusesFit(a.status, b.status) ||
    timesPart(a, b, scope) ||
    placesPart(a, b) ||
    occasionsPart(a, b) ||
    proposersPart(a, b) ||
    lengthsPart(a, b) ||
    stayPart(a, b) ||
    (scope === "across" && unsure(a) !== unsure(b)) ||
    oneOfSeries(a, b, scope)
  );
}

/** A pause of 30 hours is not one of 30 days. */
function lengthsPart({ lasts: known = [] }: Told, { lasts: said = [] }: Told): boolean {
  return known.length > 0 && said.length > 0 && !known.some((length) => said.includes(length));
}

/** What nobody has looked at yet is no second witness of what is published. */
const unsure = ({ confidence }: Told): boolean => confidence.band === "low";

/** A stay of several days is not one of the meetings in it: the visit names its visitors, the meeting whom they met. */
function stayPart(a: Told, b: Told): boolean {
  if ((a.kind === "visit") === (b.kind === "visit") || a.when.edtf === b.when.edtf) return false;
  const [stay, met] = a.kind === "visit" ? [a, b] : [b, a];
  const people = (told: Told) => present(told).filter(({ kind }) => kind === "person");
  const visitors = people(stay).map(({ id }) => id);
  return (
    stay.when.precision === "range" &&
    visitors.length > 0 &&
    people(stay).every(({ part }) => part === "visitor" || part === "actor") &&
    people(met).some(({ id }) => !visitors.includes(id))
  );
}

/** What one side proposed is not what it rejected of another. */
function proposersPart(a: Told, b: Told): boolean {
  const [declined, other] = a.status === "declined" ? [a, b] : [b, a];
  if (declined.kind !== "ceasefire" || declined.status !== "declined" || other.status === "declined")
    return false;
  const proposers = declined.participants.filter(({ part }) => part === "target");
  const sideOf = ({ id, country }: { readonly id: string; readonly country?: string }) => country ?? id;
  return (
    proposers.length > 0 &&
    !other.participants.some((p) => p.part === "actor" && proposers.some((q) => sideOf(p) === sideOf(q)))
  );
}

/** A plan and its outcome are one event; what was denied is never what happened. */
function statusesFit(a: Status, b: Status): boolean {
  if (a === b) return true;
  const both = (statuses: readonly Status[]) => statuses.includes(a) && statuses.includes(b);
  return (
    both(["proposed", "planned", "happened"]) ||
    both(["proposed", "planned", "cancelled"]) ||
    both(["proposed", "planned", "postponed"]) ||
    both(["proposed", "declined"]) ||
    both(["alleged", "happened"])
  );
}

/**
 * A time that is only the document's own contradicts nothing in that document. Reports of one quotation that date
 * it a day apart disagree on the day, and are not two events.
 */
function timesPart(a: Told, b: Told, scope: Scope): boolean {
  if (agreement(a.when, b.when) !== "apart") return false;
  if (scope === "within" && (untimed(a.when) || untimed(b.when) || yields(a, b))) return false;
  const spoken = scope === "across" && a.quoted.length > 0 && b.quoted.length > 0;
  return !(spoken && daysApart(a.when, b.when) === 1 && shareQuotation(a.quoted, b.quoted));
}

function placesPart(a: Told, b: Told): boolean {
  if (nearness(a.places, b.places) !== "apart") return false;
  const stated = [a, b].every(({ places }) => places.some(({ derivation }) => derivation === "stated"));
  return stated || !isVerbal(a);
}

function occasionsPart(a: Told, b: Told): boolean {
  return a.occasion !== null && b.occasion !== null && !sameOccasion(a, b);
}

function sameOccasion(a: Told, b: Told): boolean {
  if (a.occasion === null || b.occasion === null) return false;
  const [one, other] = [fold(a.occasion), fold(b.occasion)];
  return one.includes(other) || other.includes(one);
}

/** One meeting is not the series that it may belong to; "the meetings", without a time of their own, are. */
function oneOfSeries(a: Told, b: Told, scope: Scope): boolean {
  if (a.flags.includes("series") === b.flags.includes("series")) return false;
  return scope === "across" || !(untimed(a.when) || untimed(b.when) || a.when.edtf === b.when.edtf);
}

const WEIGHTS = {
  same: 2,
  fits: 1,
  place: 2,
  occasion: 2,
  quotation: 3,
  echo: 2,
  origin: 2,
  topic: 1,
  day: 1,
  next: 1,
};

/** Day, origin and dateline are common to all that one document says: they tell something across documents only. */
function weight(a: Told, b: Told, people: Overlap, scope: Scope): number {
  const across = scope === "across";
  const quotation = shareQuotation(a.quoted, b.quoted);
  const evidence: Record<keyof typeof WEIGHTS, boolean> = {
    same: people.same === people.shared,
    fits: people.same < people.shared,
    place: nearness(a.places, b.places) === "shared" && (across || !isVerbal(a)),
    occasion: sameOccasion(a, b),
    quotation,
    echo: !quotation && echo(a.quoted, b.quoted),
    origin: across && a.sources.some(({ origin }) => b.sources.some((source) => source.origin === origin)),
    topic: a.topics.some((topic) => b.topics.includes(topic)),
    day: across && daysApart(a.when, b.when) === 0,
    next: !across && follows(a, b),
  };
  return Object.entries(WEIGHTS).reduce(
    (sum, [what, points]) => sum + (evidence[what as keyof typeof WEIGHTS] ? points : 0),
    0,
  );
}

/** A report has one talk with a source that it does not name, and tells it in pieces. */
const isOneSource = (told: Told) =>
  isVerbal(told) && actors(told).every((p) => p.resolution === "unnamed" || p.kind === "organisation");

/** True when the later telling begins where a passage of the earlier one ends: in the next sentence. */
function follows(earlier: Told, later: Told): boolean {
  const [start] = later.keys[0].span;
  return earlier.sources.some(({ span }) => start >= span[1] && start - span[1] <= BETWEEN_SENTENCES);
}

const BETWEEN_SENTENCES = 2;

const NEEDED: Readonly<Record<Scope, Readonly<Record<Exclude<Agreement, "apart">, number>>>> = {
  within: { agree: 2, overlap: 4, open: 4 },
  across: { agree: 3, overlap: 5, open: 6 },
};

function needed(a: Told, b: Told, scope: Scope): number {
  const times = agreement(a.when, b.when);
  const timeless = scope === "within" && (untimed(a.when) || untimed(b.when));
  const asked = NEEDED[scope][timeless ? "agree" : times === "apart" ? "agree" : times];
  if (scope === "within" && isOneSource(a) && isOneSource(b)) return asked - 1;
  const alone = Math.min(actors(a).length, actors(b).length) === 1;
  return asked + (alone || isVerbal(a) ? 1 : 0);
}
