import type { EntityId } from "../../../model/entity.ts";
import type { Participant } from "../../../model/event.ts";
import { byCodePoint, fold } from "../../../model/text.ts";
import type { Told } from "../told.ts";

type Person = { readonly id: EntityId; readonly name: string; readonly country: string | undefined };

/**
 * One person in several documents: names of at least two words that differ only as transliterations do (Sergei,
 * Sergey; Dmitri, Dmitry; -sky, -skyy), of one country as far as it is told, become one id. `known` are ids that
 * stand for someone already: one of them gives its name to the others, two of them are two people.
 */
export function unitePeople<T extends { readonly told: readonly Told[] }>(
  tellings: readonly T[],
  known: ReadonlySet<EntityId>,
): readonly T[] {
  const names = sameNames(peopleOf(tellings), known);
  if (names.size === 0) return tellings;
  const renamed = (p: Participant): Participant => {
    const person = names.get(p.id);
    return person === undefined ? p : { ...p, id: person.id, name: person.name };
  };
  return tellings.map((telling) => ({
    ...telling,
    told: telling.told.map((told) => ({ ...told, participants: told.participants.map(renamed) })),
  }));
}

function peopleOf(tellings: readonly { readonly told: readonly Told[] }[]): readonly Person[] {
  const people = new Map<EntityId, Person>();
  for (const { told } of tellings)
    for (const { participants } of told)
      for (const { id, kind, name, country, resolution } of participants)
        if (kind === "person" && resolution !== "unnamed" && (people.get(id)?.country ?? null) === null)
          people.set(id, { id, name, country });
  return [...people.values()];
}

/** Each id that is not its group's own, with the person that it stands for. */
function sameNames(people: readonly Person[], known: ReadonlySet<EntityId>): ReadonlyMap<EntityId, Person> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = transliterated(person.name);
    if (key.includes(" ")) groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const names = new Map<EntityId, Person>();
  for (const group of groups.values()) {
    const countries = new Set(group.flatMap(({ country }) => country ?? []));
    const masters = group.filter(({ id }) => known.has(id));
    if (group.length < 2 || countries.size > 1 || masters.length > 1) continue;
    const person = masters[0] ?? group.toSorted((a, b) => byCodePoint(a.id, b.id))[0]!;
    for (const { id } of group) if (id !== person.id) names.set(id, person);
  }
  return names;
}

/** What the spellings of one name in Latin letters have in common. */
const transliterated = (name: string): string =>
  fold(name)
    .replace(/[yj]/g, "i")
    .replace(/\bie/g, "e")
    .replace(/x/g, "ks")
    .replace(/kh/g, "h")
    .replace(/(.)\1+/g, "$1");
