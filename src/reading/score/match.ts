import type { Participant } from "../../model/event.ts";
import type { Lexicon } from "../names/lexicon.ts";
import { fold, personSlug, slug } from "../names/tokens.ts";
import type { EventMention } from "../types.ts";
import { type AnnotatedEvent, daysOf, groupOf, isPresent, partOf } from "./annotation.ts";

/** The event as scoring sees it. */
export type Read = Pick<
  EventMention,
  "kind" | "status" | "participants" | "places" | "when" | "confidence" | "sources"
>;

/** One key for a participant of an annotation and of ours, so that spellings compare. */
export function keyOf(
  p: { kind: string; name: string; country?: string | null; id?: string; resolution?: string },
  lexicon: Lexicon,
): string {
  const listed = p.id ? !p.id.startsWith("group:") : lexicon.person(p.name).length > 0;
  const nameless = p.resolution === "unnamed" || (p.resolution === "role-only" && !listed);
  if (p.kind === "country" || p.kind === "group" || nameless) {
    return p.country ? `side:${p.country}` : slug(p.name.replace(/^the /i, ""));
  }
  if (p.kind === "person") return p.id ?? lexicon.person(p.name)[0]?.id ?? personSlug(p.name);
  return lexicon.organisation(p.name)?.id ?? slug(p.name.replace(/^the /i, ""));
}

/** Who of an annotated event takes part, by key. */
export const annotatedKeys = (e: AnnotatedEvent, lexicon: Lexicon): readonly string[] =>
  e.participants.filter((p) => isPresent(partOf(p.part))).map((p) => keyOf(p, lexicon));

export const readKeys = (e: Read, lexicon: Lexicon): readonly string[] =>
  e.participants.filter((p) => isPresent(p.part)).map((p) => keyOf(p, lexicon));

/** The pairs of persons who were there together, each as one text; events that were denied have none. */
export function pairsOf(people: readonly string[]): readonly string[] {
  const sorted = [...new Set(people)].sort();
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} + ${b}`));
}

export const annotatedPairs = (e: AnnotatedEvent, lexicon: Lexicon): readonly string[] =>
  groupOf(e.type) === "met" && e.status !== "denied" && e.status !== "declined"
    ? pairsOf(
        e.participants
          .filter((p) => p.kind === "person" && isPresent(partOf(p.part)))
          .map((p) => keyOf(p, lexicon)),
      )
    : [];

export const readPairs = (e: Read, lexicon: Lexicon): readonly string[] =>
  groupOf(e.kind) === "met" && e.status !== "denied" && e.status !== "declined"
    ? pairsOf(
        e.participants.filter((p) => p.kind === "person" && isPresent(p.part)).map((p) => keyOf(p, lexicon)),
      )
    : [];

/** Same kind group, a pair (or the single one) in common, and days that overlap. */
export function matches(gold: AnnotatedEvent, ours: Read, lexicon: Lexicon): boolean {
  if (groupOf(gold.type) !== groupOf(ours.kind)) return false;
  const [a, b] = [annotatedKeys(gold, lexicon), readKeys(ours, lexicon)];
  const shared = [...new Set(a)].filter((k) => b.some((x) => alike(x, k))).length;
  const needed = groupOf(gold.type) === "met" && Math.min(new Set(a).size, new Set(b).size) > 1 ? 2 : 1;
  if (shared < needed) return false;
  const days = daysOf(gold.date);
  return !(
    (days.end && ours.when.start && days.end < ours.when.start) ||
    (days.start && ours.when.end && ours.when.end < days.start)
  );
}

/** "mike-pompeo" and "pompeo", "contact-group" and "trilateral-contact-group". */
const alike = (a: string, b: string) =>
  a === b || a.endsWith(`-${b}`) || b.endsWith(`-${a}`) || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);

export const sameDays = (gold: AnnotatedEvent, ours: Read): boolean => {
  const days = daysOf(gold.date);
  return days.start === ours.when.start && days.end === ours.when.end;
};

/** Every city or country of the annotation is there; none where it has none. */
export function samePlaces(gold: AnnotatedEvent, ours: Read, lexicon: Lexicon): boolean {
  const cities = gold.places.filter((p) => p.city).map((p) => fold(p.city as string));
  const countries = gold.places.filter((p) => !p.city && p.country).map((p) => p.country);
  if (cities.length + countries.length === 0) return ours.places.length === 0;
  const names = ours.places.flatMap((p) => [fold(p.name), ...(lexicon.place(p.id)?.aliases ?? []).map(fold)]);
  return (
    cities.every((c) => names.includes(c)) && countries.every((c) => ours.places.some((p) => p.country === c))
  );
}

export const samePeople = (gold: AnnotatedEvent, ours: Read, lexicon: Lexicon): boolean => {
  const [a, b] = [new Set(annotatedKeys(gold, lexicon)), new Set(readKeys(ours, lexicon))];
  return (
    [...a].every((k) => [...b].some((x) => alike(x, k))) &&
    [...b].every((k) => [...a].some((x) => alike(x, k)) || k.startsWith("side:"))
  );
};

export type { Participant };
