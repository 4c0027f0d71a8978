import { countryId } from "../../../model/entity.ts";
import { actor, type Phrase } from "../actors.ts";
import { at, foldAt, isPossessive, type Scan, textOf } from "../scan.ts";
import { GOVERNMENT } from "../words.ts";
import { bodyAt } from "./bodies.ts";
import { type Lead, NO_SIDE, type Side, spanOf } from "./phrases.ts";
import { roleAt } from "./roles.ts";

type Owner = { readonly to: number; readonly side: Side; readonly word: boolean };

/** A country, its seat, or a body before the office: "US", "the Elysee", "EU", "India's". */
export function ownerAt(s: Scan, i: number): Owner | null {
  const piece = s.pieces[i];
  if (!piece) return null;
  const code = piece.country?.code ?? piece.metonym?.code ?? null;
  if (code)
    return { to: i + piece.length, side: { ...NO_SIDE, country: code, countries: [code] }, word: false };
  const city = piece.places.find((p) => p.country !== null);
  const office = i + piece.length + (isPossessive(s, i + piece.length) ? 1 : 0);
  if (city?.country && roleAt(s, office) && !s.pieces[office]?.country)
    return {
      to: office,
      side: { ...NO_SIDE, country: city.country, countries: [city.country] },
      word: false,
    };
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

export function ownerAlone(s: Scan, lead: Lead, owner: Owner): Phrase | null {
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
export function people(s: Scan, lead: Lead, from: number, to: number, code: string): Phrase | null {
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

export function country(
  s: Scan,
  lead: Lead,
  to: number,
  code: string,
  resolution: "named" | "collective",
): Phrase {
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

/** "US-Russia": the hyphen makes it an adjective of two, which the event rules read. */
export const hyphenated = (s: Scan, i: number) =>
  foldAt(s, i) === "-" && at(s, i)?.glued === true && at(s, i + 1)?.glued === true;
