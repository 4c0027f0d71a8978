import { type Actor, actor, type Phrase } from "../actors.ts";
import { officeOn } from "../memory.ts";
import { at, foldAt, isPossessive, type Scan, textOf } from "../scan.ts";
import { GOVERNMENT, MONTHS, NOT_A_NAME, OFFICE_HEADS } from "../words.ts";
import { ofCountry, withApposition } from "./behind.ts";
import { bodyAt } from "./bodies.ts";
import { groupAt } from "./groups.ts";
import { leadAt, qualities } from "./lead.ts";
import { roleActors } from "./officials.ts";
import { hyphenated, ownerAlone, ownerAt, people } from "./owners.ts";
import { nameAt } from "./persons.ts";
import { type Role, roleAt } from "./roles.ts";

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
    /^(?:will|to|would|may|is|are|was|were|be|been|not|and|after|before|while|by|on|of)$/.test(
      foldAt(s, i - 1),
    )
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

export function basePhrase(s: Scan, i: number): Phrase | null {
  const { lead, head } = leadAt(s, i);
  const list = demonyms(s, head);
  if (list) {
    const side: Side = { ...NO_SIDE, country: list.codes[0] ?? null, countries: list.codes };
    const inner = qualities(s, list.to);
    const found =
      headed(s, { ...lead, former: lead.former || inner.former }, inner.to, side) ??
      (list.codes.length === 1 ? people(s, lead, head, list.to, list.codes[0] as string) : null);
    if (found || !s.pieces[head]?.country) return found;
  }
  const known = s.pieces[head];
  const owner = ownerAt(s, head);
  if (owner) {
    const inner = qualities(s, owner.to);
    const longer = known?.title && head + known.length > owner.to;
    if (!longer && !hyphenated(s, owner.to)) {
      const found =
        headed(s, { ...lead, former: lead.former || inner.former }, inner.to, owner.side) ??
        (/^(?:chief|head)$/.test(foldAt(s, owner.to)) && inner.to > owner.to
          ? headed(s, lead, owner.to, owner.side)
          : null);
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

/** An office or a group with what was said before it. */
function headed(s: Scan, lead: Lead, head: number, side: Side): Phrase | null {
  const sovereign = throned(s, lead, head, side);
  if (sovereign) return sovereign;
  const group = groupAt(s, lead, head, side);
  if (group) return group;
  const role = roleAt(s, head);
  return role ? roleActors(s, lead, role, side) : null;
}

/** "King X", "Pope Y", "Emperor Z": a title that is a part of the known name. */
function throned(s: Scan, lead: Lead, head: number, side: Side): Phrase | null {
  const piece = s.pieces[head];
  if (!piece || piece.people.length === 0 || !OFFICE_HEADS.has(foldAt(s, head))) return null;
  const to = head + piece.length;
  const cue = { office: null, role: null, country: side.country, former: lead.former, day: s.day };
  const known = s.memory.identify(textOf(s, head, to).split(" "), cue, true)?.known;
  if (!known?.entity || (side.country !== null && known.country !== side.country)) return null;
  return {
    from: lead.from,
    to,
    actors: [
      actor({
        span: spanOf(s, lead.from, to),
        kind: "person",
        id: known.id,
        name: known.name,
        as: textOf(s, head, to),
        role: textOf(s, head, head + 1),
        office: known.office,
        country: known.country,
        former: lead.former,
      }),
    ],
  };
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

/** A person by name alone, a body by its words, or a surname that the document has introduced. */
export function named(s: Scan, lead: Lead, head: number): Phrase | null {
  if (lead.determiner && lead.determiner !== "the" && !lead.former) return bodyPhrase(s, lead, head);
  const body = bodyPhrase(s, lead, head);
  if (body) return body;
  const name = nameAt(s, head);
  if (!name || (lead.determiner && !lead.former)) return null;
  const single = name.words.length === 1;
  const town = s.pieces[name.from];
  if (
    town &&
    !single &&
    town.places.length > 0 &&
    town.people.length === 0 &&
    !name.honorific &&
    town.length >= name.to - name.from
  )
    return null;
  if (single && startsSentence(s, name.from) && NOT_A_NAME.has(foldAt(s, name.from))) return null;
  if (single && MONTHS.has(foldAt(s, name.from)) && !name.honorific && dated(s, name.from)) return null;
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
  const there = /^(?:in|at|to|from|near|of|for|outside|into|via)$/.test(foldAt(s, name.from - 1));
  const leads =
    office &&
    !there &&
    foldAt(s, name.to) !== "," &&
    s.lexicon.capitalOf(s.pieces[name.from]?.places[0]?.id ?? "") === undefined;
  if (place > 0 && single && found.by !== "name" && !name.honorific && (there || !(introduced || leads)))
    return null;
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

/** "X's foreign affairs adviser, Anna Y", "India's foreign minister", "Canada's Anna Z". */
export function ownedBy(s: Scan, phrase: Phrase, from: number): Phrase | null {
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

/** "5 May", "in May", "May 5". */
const dated = (s: Scan, i: number): boolean =>
  /^(?:\d.*|in|last|next|since|until|early|late|mid|by|of|this|-)$/.test(foldAt(s, i - 1)) ||
  at(s, i + 1)?.kind === "number";

const startsSentence = (s: Scan, i: number) => i === 0 || /^[“"‘(]$/.test(at(s, i - 1)?.text ?? "");

export const spanOf = (s: Scan, from: number, to: number): readonly [number, number] => [
  s.tokens[from]?.start ?? 0,
  s.tokens[to - 1]?.end ?? 0,
];

export type { Role };
