import { actor, type Phrase } from "../actors.ts";
import { foldAt, isPossessive, type Scan } from "../scan.ts";
import { basePhrase, ownedBy, spanOf } from "./phrases.ts";

/** "President X of Y": the country behind a name, which may tell who a lone name is. */
export function ofCountry(s: Scan, phrase: Phrase): Phrase {
  const person = phrase.actors[0];
  if (
    person?.kind !== "person" ||
    phrase.actors.length > 1 ||
    foldAt(s, phrase.to) !== "of" ||
    person.resolution === "unnamed"
  )
    return phrase;
  const k = foldAt(s, phrase.to + 1) === "the" ? phrase.to + 2 : phrase.to + 1;
  const piece = s.pieces[k];
  if (!piece?.country) return phrase;
  const to = k + piece.length;
  if (person.role === null && person.country !== null && person.country !== piece.country.code) return phrase;
  const country = person.country ?? piece.country.code;
  const cue = { office: person.office, role: person.role, country, former: person.former, day: s.day };
  const again = person.name.includes(" ") ? null : s.memory.identify([person.name], cue, true)?.known;
  const named = again?.entity ? { id: again.id, name: again.name } : {};
  return {
    from: phrase.from,
    to,
    actors: [{ ...person, ...named, country, weak: false, span: spanOf(s, phrase.from, to) }],
  };
}

/** "Anna X, the president's envoy for Y,": an office behind a name belongs to it. */
export function withApposition(s: Scan, phrase: Phrase): Phrase {
  const person = phrase.actors[0];
  if (!person || phrase.actors.length > 1 || person.kind !== "person" || foldAt(s, phrase.to) !== ",")
    return phrase;
  if (person.resolution === "role-only" || person.resolution === "unnamed") return phrase;
  const next = basePhrase(s, phrase.to + 1);
  let office = next;
  for (let hops = 0; office && isPossessive(s, office.to) && hops < 2; hops++)
    office = ownedBy(s, office, phrase.to + 1);
  const also = office && foldAt(s, office.to) === "and" ? basePhrase(s, office.to + 1) : null;
  const twin = also?.actors[0];
  if (
    office &&
    also &&
    also.actors.length === 1 &&
    twin?.kind === "person" &&
    twin.resolution === "role-only" &&
    foldAt(s, also.to) === ","
  )
    office = { ...office, to: also.to };
  const official = office?.actors[0];
  if (!office || !official || office.actors.length > 1) return phrase;
  const nameless =
    official.kind === "person" &&
    (official.resolution === "role-only" || official.resolution === "unnamed") &&
    official.role !== null;
  const closed = [",", ".", "", ")", "who", ";", "said", "told"].includes(foldAt(s, office.to));
  if (!nameless || !closed || official.counterpart) return phrase;
  if (person.country && official.country && person.country !== official.country) return phrase;
  if (/^(?:a|an)$/.test(foldAt(s, phrase.to + 1)) && foldAt(s, office.to) !== ",") return phrase;
  const words = person.name.split(" ");
  const cue = {
    office: official.office,
    role: official.role,
    country: official.country,
    former: official.former,
    day: s.day,
  };
  const again = s.memory.identify(words, cue, true)?.known;
  const merged = actor({
    ...person,
    id: again?.id ?? person.id,
    name: again?.name ?? person.name,
    country: person.country ?? official.country,
    office: person.office ?? official.office,
    role: person.role ?? official.role,
    former: person.former || official.former,
    principal: official.principal,
    weak: false,
    span: spanOf(s, phrase.from, office.to),
  });
  const after = foldAt(s, office.to) === "," ? office.to : office.to;
  return { from: phrase.from, to: after, actors: [merged] };
}
