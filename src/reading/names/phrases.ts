import { countryId } from "../../model/entity.ts";
import { type Actor, actor, type Phrase } from "./actors.ts";
import { bodyAt } from "./bodies.ts";
import { groupAt } from "./groups.ts";
import { officeOn } from "./memory.ts";
import { roleActors } from "./officials.ts";
import { nameAt } from "./persons.ts";
import { type Role, roleAt } from "./roles.ts";
import { at, foldAt, isPossessive, type Scan, textOf } from "./scan.ts";
import { DETERMINERS, GOVERNMENT, NOT_A_NAME, PAST_HOLDER, QUALITIES } from "./words.ts";

/** What stands before an office or a group and says whose it is. */
export type Side = {
  readonly country: string | null;
  /** Several for "the Russian and Ukrainian foreign ministers". */
  readonly countries: readonly string[];
  readonly organisation: string | null;
  readonly principal: Actor | null;
};
export const NO_SIDE: Side = { country: null, countries: [], organisation: null, principal: null };

/** What the words before the head said: tokens, a past holder, the article. */
export type Lead = { readonly from: number; readonly former: boolean; readonly determiner: string | null };

/**
 * Stage 5 and 6. The noun phrase that starts at token `i` and names someone who can act: a person by name or
 * office, a country, a body, a group. Names are read by cue (title, apposition, possessor) and not only by list.
 */
export function phraseAt(s: Scan, i: number): Phrase | null {
  const first = at(s, i);
  if (!first || first.kind === "mark") return null;
  if (
    /^(?:host|lead|leading|visiting|elected|appointed|meeting)$/.test(first.fold) &&
    !first.capital &&
    /^(?:will|to|would|may|is|are|was|were|not|and)$/.test(foldAt(s, i - 1))
  )
    return null;
  let phrase = basePhrase(s, i);
  for (let hops = 0; phrase && isPossessive(s, phrase.to) && hops < 3; hops++) {
    const owned = ownedBy(s, phrase, i);
    if (!owned) break;
    phrase = owned;
  }
  return phrase ? withApposition(s, ofCountry(s, phrase)) : null;
}

function basePhrase(s: Scan, i: number): Phrase | null {
  const { lead, head } = leadAt(s, i);
  const list = demonyms(s, head);
  if (list) {
    const side: Side = { ...NO_SIDE, country: list.codes[0] ?? null, countries: list.codes };
    const inner = qualities(s, list.to);
    return (
      headed(s, { ...lead, former: lead.former || inner.former }, inner.to, side) ??
      (list.codes.length === 1 ? people(s, lead, head, list.to, list.codes[0] as string) : null)
    );
  }
  const known = s.pieces[head];
  const owner = ownerAt(s, head);
  if (owner) {
    const inner = qualities(s, owner.to);
    const longer = known?.title && head + known.length > owner.to;
    if (!longer && !hyphenated(s, owner.to)) {
      const found = headed(s, { ...lead, former: lead.former || inner.former }, inner.to, owner.side);
      if (found) return found;
      if (foldAt(s, owner.to) === "," || owner.word) return ownerAlone(s, lead, owner);
      const name = owner.side.organisation === null && lead.determiner === null ? nameAt(s, owner.to) : null;
      if (!name || name.words.length < 2) return ownerAlone(s, lead, owner);
    }
    if (hyphenated(s, owner.to)) return null;
    return ownerAlone(s, lead, owner);
  }
  return headed(s, lead, head, NO_SIDE) ?? named(s, lead, head);
}

/** Article and qualities before the head: "the newly appointed", "his former". */
function leadAt(s: Scan, i: number): { lead: Lead; head: number } {
  let k = i;
  const determiner = DETERMINERS.has(foldAt(s, k)) ? foldAt(s, k) : null;
  if (determiner) k++;
  const inner = qualities(s, k);
  return { lead: { from: i, former: inner.former, determiner }, head: inner.to };
}

function qualities(s: Scan, from: number): { to: number; former: boolean } {
  let k = from;
  let former = false;
  for (;;) {
    const word = foldAt(s, k);
    const piece = s.pieces[k];
    if (piece && piece.length > 1 && (piece.title || piece.organisation)) break;
    if (word === "-" && at(s, k)?.glued && k > from) k++;
    else if (
      QUALITIES.has(word) &&
      !(piece?.title && !QUALITIES.has(foldAt(s, k + 1)) && roleAt(s, k + 1) === null)
    ) {
      if (PAST_HOLDER.has(word)) former = true;
      k++;
    } else break;
  }
  return { to: k, former };
}

/** An office or a group with what was said before it. */
function headed(s: Scan, lead: Lead, head: number, side: Side): Phrase | null {
  const group = groupAt(s, lead, head, side);
  if (group) return group;
  const role = roleAt(s, head);
  return role ? roleActors(s, lead, role, side) : null;
}

/** "German and French", "British, French and German" before a plural office; one demonym otherwise. */
function demonyms(s: Scan, i: number): { codes: string[]; to: number } | null {
  const first = s.pieces[i];
  if (!first?.demonym || (first.country && !first.demonym)) return null;
  const compound = s.pieces[i + first.length]?.demonym;
  const codes = [(compound ?? first.demonym).code];
  let to = i + first.length + (compound ? (s.pieces[i + first.length]?.length ?? 0) : 0);
  const single = to;
  if (hyphenated(s, to)) return null;
  for (let k = to; ; ) {
    const joint = foldAt(s, k) === "," || foldAt(s, k) === "and";
    const skip = foldAt(s, k) === "," && foldAt(s, k + 1) === "and" ? 2 : 1;
    const next = joint ? s.pieces[k + skip] : null;
    if (!next?.demonym || !joint) break;
    codes.push(next.demonym.code);
    k += skip + next.length;
    const plural = qualities(s, k).to;
    if (foldAt(s, k) !== "," && foldAt(s, k) !== "and") {
      if (
        roleAt(s, plural)?.plural ||
        groupAt(s, { from: i, former: false, determiner: null }, plural, {
          ...NO_SIDE,
          country: codes[0] ?? null,
          countries: codes,
        })
      )
        to = k;
      else return { codes: codes.slice(0, 1), to };
    }
  }
  return { codes: to === single ? codes.slice(0, 1) : codes, to };
}

type Owner = { readonly to: number; readonly side: Side; readonly word: boolean };

/** A country, its seat, or a body before the office: "US", "the Kremlin", "EU", "India's". */
function ownerAt(s: Scan, i: number): Owner | null {
  const piece = s.pieces[i];
  if (!piece) return null;
  const code = piece.country?.code ?? piece.metonym?.code ?? null;
  if (code)
    return { to: i + piece.length, side: { ...NO_SIDE, country: code, countries: [code] }, word: false };
  if (piece.organisation?.country && /\bgovernment$/i.test(piece.organisation.name)) {
    const of = piece.organisation.country;
    return { to: i + piece.length, side: { ...NO_SIDE, country: of, countries: [of] }, word: true };
  }
  if (piece.organisation) {
    return {
      to: i + piece.length,
      side: { ...NO_SIDE, country: piece.organisation.country ?? null, organisation: piece.organisation.id },
      word: false,
    };
  }
  return null;
}

function ownerAlone(s: Scan, lead: Lead, owner: Owner): Phrase | null {
  const head = owner.to;
  if (owner.side.country && owner.side.organisation === null) {
    const body = bodyAt(s, head, owner.side.country);
    if (body) return { from: lead.from, to: body.to, actors: [body.actor] };
    const to = GOVERNMENT.has(foldAt(s, head)) && at(s, head)?.glued === false ? head + 1 : head;
    return country(s, lead, to, owner.side.country, to > head ? "named" : "named");
  }
  const entity = s.lexicon.body(owner.side.organisation ?? "");
  if (!entity) return null;
  const as = textOf(s, lead.from, head);
  return {
    from: lead.from,
    to: head,
    actors: [
      actor({
        span: spanOf(s, lead.from, head),
        kind: "organisation",
        id: entity.id,
        name: entity.name,
        as,
        country: entity.country ?? null,
      }),
    ],
  };
}

/** "the Russians", "Ukrainians", "the British": a people stands for its side. */
function people(s: Scan, lead: Lead, from: number, to: number, code: string): Phrase | null {
  if (GOVERNMENT.has(foldAt(s, to))) return country(s, lead, to + 1, code, "named");
  const body = bodyAt(s, to, code);
  if (body) return { from: lead.from, to: body.to, actors: [body.actor] };
  const word = at(s, to - 1);
  const next = at(s, to);
  const plural = /(?:ns|is|ks|es|ese|ish|ch)$/.test(word?.fold ?? "");
  const alone = !next || next.kind === "mark" || !/^[\p{L}\p{N}]/u.test(next.text) || VERBISH.test(next.fold);
  if (!plural || !alone || to - from > 2) return null;
  if (!/s$/.test(word?.fold ?? "") && lead.determiner !== "the") return null;
  return country(s, lead, to, code, "collective");
}

const VERBISH =
  /^(?:have|has|had|will|would|were|are|said|say|did|do|also|who|mainly|in|on|at|during|about|and|to|that|about)$|ed$/;

function country(s: Scan, lead: Lead, to: number, code: string, resolution: "named" | "collective"): Phrase {
  const name = s.lexicon.country(code)?.name ?? code;
  const as = textOf(s, lead.from, to);
  return {
    from: lead.from,
    to,
    actors: [
      actor({
        span: spanOf(s, lead.from, to),
        kind: "country",
        id: countryId(code),
        name,
        as,
        country: code,
        resolution,
      }),
    ],
  };
}

/** A person by name alone, a body by its words, or a surname that the document has introduced. */
function named(s: Scan, lead: Lead, head: number): Phrase | null {
  if (lead.determiner && lead.determiner !== "the" && !lead.former) return bodyPhrase(s, lead, head);
  const body = bodyPhrase(s, lead, head);
  if (body) return body;
  const name = nameAt(s, head);
  if (!name || (lead.determiner && !lead.former)) return null;
  const single = name.words.length === 1;
  if (single && startsSentence(s, name.from) && NOT_A_NAME.has(foldAt(s, name.from))) return null;
  const found = s.memory.identify(
    name.words,
    { office: null, role: null, country: null, former: lead.former, day: s.day },
    name.honorific,
  );
  if (!found) return null;
  const { known, by } = found;
  const office = known.entity ? officeOn(known.entity, s.day) !== null : false;
  const introduced = known.introduced || known.role !== null || name.honorific;
  const listed = introduced || (known.entity !== null && (by === "name" || office));
  const place = s.pieces[name.from]?.places.length ?? 0;
  if (place > 0 && single && found.by !== "name" && !name.honorific) return null;
  return {
    from: lead.from,
    to: name.to,
    actors: [
      actor({
        span: spanOf(s, lead.from, name.to),
        kind: "person",
        id: found.known.id,
        name: found.known.name,
        as: textOf(s, name.from, name.to),
        role: found.known.role,
        office: found.known.office,
        country: found.known.country,
        former: lead.former || found.known.former,
        resolution: found.by === "surname" ? "surname" : "named",
        weak: !listed,
      }),
    ],
  };
}

function bodyPhrase(s: Scan, lead: Lead, head: number): Phrase | null {
  const body = bodyAt(s, head, null);
  if (!body) return null;
  const role = roleAt(s, body.to);
  const side: Side = { ...NO_SIDE, country: body.actor.country, organisation: body.actor.id };
  const official = role ? roleActors(s, lead, role, side) : null;
  return official ?? { from: lead.from, to: body.to, actors: [body.actor] };
}

/** "Putin's foreign affairs adviser, Yuri X", "India's foreign minister", "Canada's Anita Y". */
function ownedBy(s: Scan, phrase: Phrase, from: number): Phrase | null {
  const owner = phrase.actors[0];
  if (!owner || phrase.actors.length > 1) return null;
  const start = phrase.to + 1;
  const inner = qualities(s, start);
  const lead: Lead = { from, former: inner.former, determiner: null };
  const side: Side =
    owner.kind === "country"
      ? { ...NO_SIDE, country: owner.country, countries: owner.country ? [owner.country] : [] }
      : owner.kind === "organisation"
        ? { ...NO_SIDE, country: owner.country, organisation: owner.id }
        : {
            ...NO_SIDE,
            country: owner.country,
            countries: owner.country ? [owner.country] : [],
            principal: owner,
          };
  const found = headed(s, lead, inner.to, side);
  if (found) return found;
  if (owner.kind !== "country") return null;
  const body = bodyAt(s, start, owner.country);
  if (body) return { from, to: body.to, actors: [body.actor] };
  if (GOVERNMENT.has(foldAt(s, inner.to))) return { from, to: inner.to + 1, actors: [owner] };
  const name = nameAt(s, inner.to);
  if (!name) return null;
  const known = s.memory.identify(
    name.words,
    { office: null, role: null, country: owner.country, former: false, day: s.day },
    false,
  );
  if (!known) return null;
  const k = known.known;
  return {
    from,
    to: name.to,
    actors: [
      actor({
        span: spanOf(s, from, name.to),
        kind: "person",
        id: k.id,
        name: k.name,
        as: textOf(s, from, name.to),
        role: k.role,
        office: k.office,
        country: k.country ?? owner.country,
        resolution: known.by === "surname" ? "surname" : "named",
      }),
    ],
  };
}

/** "President X of Y": the country behind a name, which may tell who a lone name is. */
function ofCountry(s: Scan, phrase: Phrase): Phrase {
  const person = phrase.actors[0];
  if (
    person?.kind !== "person" ||
    phrase.actors.length > 1 ||
    foldAt(s, phrase.to) !== "of" ||
    person.role === null
  )
    return phrase;
  const k = foldAt(s, phrase.to + 1) === "the" ? phrase.to + 2 : phrase.to + 1;
  const piece = s.pieces[k];
  if (!piece?.country) return phrase;
  const to = k + piece.length;
  const country = person.country ?? piece.country.code;
  const cue = { office: person.office, role: person.role, country, former: person.former, day: s.day };
  const again = person.name.includes(" ") ? null : s.memory.identify([person.name], cue, true)?.known;
  const named = again?.entity ? { id: again.id, name: again.name } : {};
  return {
    from: phrase.from,
    to,
    actors: [{ ...person, ...named, country, span: spanOf(s, phrase.from, to) }],
  };
}

/** "Keith X, the president's envoy for Y,": an office behind a name belongs to it. */
function withApposition(s: Scan, phrase: Phrase): Phrase {
  const person = phrase.actors[0];
  if (!person || phrase.actors.length > 1 || person.kind !== "person" || foldAt(s, phrase.to) !== ",")
    return phrase;
  if (person.resolution === "role-only" || person.resolution === "unnamed") return phrase;
  const next = basePhrase(s, phrase.to + 1);
  let office = next;
  for (let hops = 0; office && isPossessive(s, office.to) && hops < 2; hops++)
    office = ownedBy(s, office, phrase.to + 1);
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

/** "US-Russia": the hyphen makes it an adjective of two, which the event rules read. */
const hyphenated = (s: Scan, i: number) =>
  foldAt(s, i) === "-" && at(s, i)?.glued === true && at(s, i + 1)?.glued === true;

const startsSentence = (s: Scan, i: number) => i === 0 || /^[“"‘(]$/.test(at(s, i - 1)?.text ?? "");

export const spanOf = (s: Scan, from: number, to: number): readonly [number, number] => [
  s.tokens[from]?.start ?? 0,
  s.tokens[to - 1]?.end ?? 0,
];

export type { Role };
