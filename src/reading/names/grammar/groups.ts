import { countryId } from "../../../model/entity.ts";
import { type Actor, actor, type Phrase } from "../actors.ts";
import { at, foldAt, type Scan, textOf } from "../scan.ts";
import { slug } from "../tokens.ts";
import { BYSTANDERS, GROUP_NOUNS, PORTFOLIO, QUALITIES } from "../words.ts";
import { type Lead, NO_SIDE, type Side, spanOf } from "./phrases.ts";

/** "UK officials", "Delegations from Russia and Ukraine", "diplomats and defence chiefs from A, B and C". */
export function groupAt(s: Scan, lead: Lead, head: number, side: Side): Phrase | null {
  let k = head;
  while (
    k < head + 5 &&
    (PORTFOLIO.has(foldAt(s, k)) || QUALITIES.has(foldAt(s, k)) || foldAt(s, k) === "-") &&
    !GROUP_NOUNS.has(foldAt(s, k))
  )
    k++;
  if (!GROUP_NOUNS.has(foldAt(s, k)) || BYSTANDERS.has(foldAt(s, k))) return null;
  const noun = foldAt(s, k);
  if (side.countries.length > 1 && OFFICES.test(noun)) return null;
  let to = k + 1;
  if (foldAt(s, to) === "and" && side.countries.length === 0) {
    let next = to + 1;
    while (PORTFOLIO.has(foldAt(s, next)) && !GROUP_NOUNS.has(foldAt(s, next))) next++;
    if (GROUP_NOUNS.has(foldAt(s, next))) to = next + 1;
  }
  if (s.pieces[head]?.title && (foldAt(s, to) === "of" || at(s, to)?.capital)) return null;
  if (/^(?:counterparts|colleagues)$/.test(noun)) return counterparts(s, lead, to, side);
  const behind = /^(?:from|of|representing)$/.test(foldAt(s, to)) ? sides(s, to + 1) : null;
  if (behind && behind.codes.length + behind.others.length > 0) {
    const span = spanOf(s, lead.from, behind.to);
    const as = textOf(s, lead.from, to);
    const delegation = /^(?:delegation|representative|team|negotiator|envoy)/.test(noun);
    const countries = behind.codes.map((code) =>
      delegation
        ? delegationOf(s, lead, to, code, noun)
        : actor({
            span,
            kind: "country",
            id: countryId(code),
            name: s.lexicon.country(code)?.name ?? code,
            as: `${as} from ${s.lexicon.country(code)?.name ?? code}`,
            country: code,
            resolution: "collective",
          }),
    );
    const others =
      delegation && behind.codes.length === 0
        ? behind.others.map((o) => (o.country ? delegationOf(s, lead, to, o.country, noun) : o))
        : behind.others;
    return {
      from: lead.from,
      to: behind.to,
      actors: [...countries, ...others].filter((a, n, all) => all.findIndex((x) => x.id === a.id) === n),
    };
  }
  const codes = side.countries;
  const sided = codes.length > 0 || side.organisation !== null || side.principal !== null;
  if (!sided) return null;
  if (/^(?:nations|countries|states|powers|groups|factions|parties)$/.test(noun) && codes.length > 0)
    return null;
  if (codes.length > 1)
    return { from: lead.from, to, actors: codes.map((code) => delegationOf(s, lead, to, code, noun)) };
  const code = codes[0] ?? side.country;
  const from = lead.determiner ? lead.from + 1 : lead.from;
  const name = textOf(s, from, to);
  const key =
    code && !side.organisation
      ? `${code} ${noun.replace(/^delegations$/, "delegation")}`
      : `${side.organisation ?? ""} ${noun}`;
  return {
    from: lead.from,
    to,
    actors: [
      actor({
        span: spanOf(s, lead.from, to),
        kind: "group",
        id: `group:${slug(key.replace(/^org:/, ""))}`,
        name,
        as: textOf(s, lead.from, to),
        country: code,
        resolution: "collective",
        former: lead.former,
        principal: side.principal,
      }),
    ],
  };
}

/** "his German and French counterparts", "her counterparts from Latvia and Estonia": one person for each country. */
function counterparts(s: Scan, lead: Lead, end: number, side: Side): Phrase | null {
  const listed = foldAt(s, end) === "from" ? sides(s, end + 1) : null;
  const codes = listed?.codes ?? side.countries;
  const to = listed?.to ?? end;
  if (codes.length === 0) return null;
  const actors = codes.map((code) => {
    const name = `counterpart of ${s.lexicon.country(code)?.name ?? code}`;
    return actor({
      span: spanOf(s, lead.from, to),
      kind: "person",
      id: `group:${slug(`${code} counterpart`)}`,
      name,
      as: textOf(s, lead.from, to),
      role: "counterpart",
      country: code,
      resolution: "role-only",
      counterpart: true,
    });
  });
  return { from: lead.from, to, actors };
}

/** Plural offices: with several countries each of them is one person. */
const OFFICES = /^(?:leaders|ministers|presidents|premiers|chancellors|ambassadors|envoys|monarchs)$/;

function delegationOf(s: Scan, lead: Lead, to: number, code: string, noun: string): Actor {
  const country = s.lexicon.country(code);
  const adjective = country?.demonyms[0] ?? country?.name ?? code;
  const head = noun.replace(/^delegations$/, "delegation").replace(/^teams$/, "team");
  return actor({
    span: spanOf(s, lead.from, to),
    kind: "group",
    id: `group:${slug(`${code} ${head}`)}`,
    name: `${adjective} ${head}`,
    as: textOf(s, lead.from, to),
    country: code,
    resolution: "collective",
  });
}

/** A list of countries, bodies and regions' nations: "Britain, the US, European nations and Ukraine". */
function sides(s: Scan, from: number): { to: number; codes: string[]; others: Actor[] } {
  const codes: string[] = [];
  const others: Actor[] = [];
  let k = from;
  let to = from;
  for (;;) {
    while (foldAt(s, k) === "the" || foldAt(s, k) === "both" || foldAt(s, k) === "several") k++;
    const piece = s.pieces[k];
    if (piece?.country ?? piece?.metonym) {
      codes.push((piece?.country ?? piece?.metonym)?.code ?? "");
      to = k + (piece?.length ?? 1);
    } else if (piece?.organisation) {
      const o = piece.organisation;
      to = k + piece.length;
      others.push(
        actor({
          span: spanOf(s, k, to),
          kind: "organisation",
          id: o.id,
          name: o.name,
          as: textOf(s, k, to),
          country: o.country ?? null,
        }),
      );
    } else if (
      at(s, k)?.capital &&
      /^(?:nations|countries|states|powers|allies|partners)$/.test(foldAt(s, k + 1))
    ) {
      to = k + 2;
      const name = textOf(s, k, to);
      others.push(
        actor({
          span: spanOf(s, k, to),
          kind: "group",
          id: `group:${slug(name)}`,
          name,
          as: name,
          resolution: "collective",
        }),
      );
    } else break;
    let next = to;
    if (foldAt(s, next) === ",") next++;
    if (foldAt(s, next) === "and") next++;
    if (next === to) break;
    k = next;
  }
  return { to, codes, others };
}

export { NO_SIDE };
