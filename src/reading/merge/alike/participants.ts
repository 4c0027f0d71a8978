import type { Participant } from "../../../model/event.ts";
import { OUTSIDE_PARTS } from "../../../model/kinds.ts";
import { fold } from "../../../model/text.ts";

/** `same`: one entity. `fits`: one of them is told so loosely (by country, office or group) that it may be the other. */
export type Likeness = "same" | "fits" | null;

/** Compares two participants of two tellings. */
export function likeness(a: Participant, b: Participant): Likeness {
  if (a.id === b.id) return "same";
  if (isUnnamed(a) || isUnnamed(b)) return describeOne(a, b) ? "fits" : null;
  if (a.country === undefined || a.country !== b.country) return null;
  if (isNamedPerson(a) && isNamedPerson(b)) return null;
  if (isLoosePerson(a) || isLoosePerson(b)) return a.kind === b.kind && sameRole(a, b) ? "fits" : null;
  if (a.role !== undefined && b.role !== undefined && !sameRole(a, b)) return null;
  if (a.kind === "organisation" && b.kind === "organisation") return shortFor(a, b) ? "fits" : null;
  return "fits";
}

/** A person whom the text, or the table of office holders, gives a name. */
export const isNamedPerson = (p: Participant): boolean => p.kind === "person" && !isLoosePerson(p);

/**
 * Participants of both, each once: the named absorbs the same person told by office, the first a looser side, and
 * where there are two sides, people the side that they stand for.
 */
export function uniteParticipants(
  a: readonly Participant[],
  b: readonly Participant[],
): readonly Participant[] {
  const pairs = [a, b].every((all) => isOfTwoSides(all.filter((p) => !isOutside(p))));
  const united = [...a];
  for (const next of b) {
    const known = united.findIndex((p) => p.id === next.id);
    const absorbed = known >= 0 ? known : united.findIndex((p) => absorbs(p, next, pairs));
    if (absorbed < 0) united.push(next);
    else united[absorbed] = one(united[absorbed]!, next);
  }
  return united;
}

const isOfTwoSides = (present: readonly Participant[]) =>
  present.every(({ country }) => country !== undefined) &&
  new Set(present.map(({ country }) => country)).size === 2;

/** True when two tellings contradict each other on whether someone took part. */
export const disagree = (a: Participant, b: Participant): boolean =>
  a.id === b.id && a.part !== "mentioned" && b.part !== "mentioned" && isOutside(a) !== isOutside(b);

/** A person who is told by a description or an office that nobody's name was found for. */
export const isLoosePerson = (p: Participant): boolean =>
  p.kind === "person" && (p.resolution === "unnamed" || (p.resolution === "role-only" && !p.inferred));

const isUnnamed = (p: Participant) => p.kind === "person" && p.resolution === "unnamed";

/** "The diplomat" may be the senior British diplomat, and "the spokesman" speaks for a body of that country. */
function describeOne(a: Participant, b: Participant): boolean {
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return false;
  const speaksFor = (p: Participant) => isUnnamed(p) && words(p).includes("spokesperson");
  if (a.kind === "organisation" || b.kind === "organisation") return [a, b].some(speaksFor);
  if (!isUnnamed(a) || !isUnnamed(b)) return false;
  return shortFor(a, b) || (a.country !== undefined && a.country === b.country && [a, b].every(speaksFor));
}

/** One name is the other in fewer words. */
function shortFor(a: Participant, b: Participant): boolean {
  const [few, many] = words(a).length <= words(b).length ? [words(a), words(b)] : [words(b), words(a)];
  return few.every((word) => many.includes(word));
}

const words = ({ name }: Participant): readonly string[] =>
  fold(name)
    .replace(/\b(?:spokesman|spokeswoman|representative)\b/g, "spokesperson")
    .split(" ")
    .filter((word) => !["a", "an", "the", "unnamed"].includes(word));

const sameRole = (a: Participant, b: Participant) =>
  a.role !== undefined && b.role !== undefined && a.role.toLowerCase() === b.role.toLowerCase();

function absorbs(known: Participant, next: Participant, pairs: boolean): boolean {
  if (likeness(known, next) !== "fits") return false;
  const sides = isSide(known) && isSide(next) && (known.kind === "country" || next.kind === "country");
  const standsFor = pairs && [known, next].some(isNamedPerson) && [known, next].some(isSide);
  const alike = known.kind === next.kind && (known.kind === "person" || known.kind === "organisation");
  return alike || ((sides || standsFor) && isOutside(known) === isOutside(next));
}

const isSide = (p: Participant) => p.kind === "country" || p.kind === "group";

function one(known: Participant, next: Participant): Participant {
  const firm = isFirmer(next, known) ? next : known;
  const role = firm.role ?? (firm === known ? next.role : known.role);
  return {
    ...firm,
    ...(role !== undefined && { role }),
    part: tellingPart(known, next),
    inferred: known.id === next.id ? known.inferred && next.inferred : firm.inferred,
  };
}

function isFirmer(next: Participant, known: Participant): boolean {
  if (known.kind === "organisation" || (isUnnamed(known) && isUnnamed(next)))
    return next.kind === known.kind && words(next).length > words(known).length;
  if (known.kind === "group" && next.kind === "country") return true;
  if (known.kind !== "person") return next.kind === "person";
  return FIRMNESS.indexOf(next.resolution) < FIRMNESS.indexOf(known.resolution);
}

const FIRMNESS: readonly Participant["resolution"][] = [
  "named",
  "surname",
  "role-only",
  "pronoun",
  "collective",
  "metonym",
  "unnamed",
];

/** What tells more: anything over "mentioned", staying away over coming, a certain part over mere attendance. */
function tellingPart(known: Participant, next: Participant): Participant["part"] {
  if (known.part === "mentioned") return next.part;
  if (next.part === "mentioned") return known.part;
  if (isOutside(known) !== isOutside(next)) return isOutside(next) ? next.part : known.part;
  return known.part === "attendee" ? next.part : known.part;
}

const isOutside = ({ part }: Participant) => OUTSIDE_PARTS.includes(part);
