import { type Actor, actor } from "../actors.ts";
import type { Memory } from "../memory.ts";
import { at, foldAt, type Scan, textOf } from "../scan.ts";
import { slug } from "../tokens.ts";
import { PORTFOLIO } from "../words.ts";

const MINISTRY = /^(?:ministry|department|office|directorate|agency)$/;
const ASSEMBLY = /^(?:council|committee|group|assembly|parliament|embassy|mission|commission)$/;

/**
 * A body of government by its words: "the Ministry of Foreign Affairs of X", "Foreign Office", "Security Council",
 * "Working Group". `owner` is the country that stands before it, if one does.
 */
export function bodyAt(s: Scan, i: number, owner: string | null): { to: number; actor: Actor } | null {
  const piece = s.pieces[i];
  if (piece?.organisation) {
    const o = piece.organisation;
    return {
      to: i + piece.length,
      actor: organisation(s, i, i + piece.length, o.id, o.name, o.country ?? owner),
    };
  }
  if (piece?.occasion && ASSEMBLY.test(foldAt(s, i + piece.length - 1))) {
    const to = i + piece.length;
    return {
      to,
      actor: actor({
        span: [at(s, i)?.start ?? 0, at(s, to - 1)?.end ?? 0],
        kind: "group",
        id: `group:${slug(piece.occasion)}`,
        name: piece.occasion,
        as: textOf(s, i, to),
        resolution: "collective",
      }),
    };
  }
  const first = at(s, i);
  if (!first?.capital) return null;
  let to = i;
  if (MINISTRY.test(first.fold) && foldAt(s, i + 1) === "of") {
    to = i + 2;
    if (foldAt(s, to) === "the") to++;
    const start = to;
    while (
      PORTFOLIO.has(foldAt(s, to)) ||
      ((foldAt(s, to) === "and" || foldAt(s, to) === ",") &&
        PORTFOLIO.has(foldAt(s, to + 1)) &&
        at(s, to + 1)?.capital)
    )
      to++;
    if (to === start) return null;
    return ofCountry(s, i, to, owner);
  }
  while (
    to < i + 6 &&
    at(s, to)?.capital &&
    PORTFOLIO.has(foldAt(s, to)) &&
    !MINISTRY.test(foldAt(s, to)) &&
    !ASSEMBLY.test(foldAt(s, to))
  )
    to++;
  const head = at(s, to);
  const field = to > i || owner !== null;
  if (!head?.capital) return null;
  if (MINISTRY.test(head.fold) && to > i) return ofCountry(s, i, to + 1, owner);
  if (/^(?:embassy|mission)$/.test(head.fold) && to === i) return ofCountry(s, i, to + 1, owner);
  if (ASSEMBLY.test(head.fold) && field && to - i <= 3) return ofCountry(s, i, to + 1, owner);
  if (
    /^[A-Z]\p{L}+$/u.test(first.text) &&
    /^(?:Contact|Working|Support|Quad|Steering)$/.test(first.text) &&
    foldAt(s, i + 1) === "group"
  ) {
    const name = inFull(s, textOf(s, i, i + 2));
    return {
      to: i + 2,
      actor: actor({
        span: [first.start, at(s, i + 1)?.end ?? first.end],
        kind: "group",
        id: `group:${slug(name)}`,
        name,
        as: textOf(s, i, i + 2),
        resolution: name === textOf(s, i, i + 2) ? "collective" : "named",
      }),
    };
  }
  return null;
}

/** Words of many names of bodies, which tell none from another. */
const PLAIN =
  /^(?:Group|Trilateral|Format|Process|Meeting|Contact|Working|Support|International|Summit|Talks)$/;

const full = new WeakMap<Memory, Map<string, string>>();

/**
 * "the Contact Group" is the body whose name ends so, where one alone is told of: in full, or by the words that tell
 * its names from those of the others. Looked for once a document.
 */
function inFull(s: Scan, short: string): string {
  const known = full.get(s.memory) ?? new Map<string, string>();
  full.set(s.memory, known);
  const before = known.get(short);
  if (before !== undefined) return before;
  const { occasions, organisations } = s.lexicon.gazetteer;
  const able = [...occasions, ...organisations].filter((b) =>
    b.name.toLowerCase().endsWith(` ${short.toLowerCase()}`),
  );
  const words = (b: { name: string; aliases: readonly string[] }) =>
    [b.name, ...b.aliases]
      .flatMap((n) => n.split(" "))
      .filter((w) => /^\p{Lu}\p{Ll}{3,}$/u.test(w) && !PLAIN.test(w));
  const told = able.filter((b) => {
    const others = new Set(able.filter((x) => x !== b).flatMap(words));
    return words(b).some(
      (w) => !short.includes(w) && !others.has(w) && new RegExp(`\\b${w}\\b`).test(s.text),
    );
  });
  const exact = able.filter((b) => s.text.includes(b.name));
  const sole = exact.length === 1 ? exact[0] : told.length === 1 ? told[0] : undefined;
  const name = sole?.name ?? short;
  known.set(short, name);
  return name;
}

/** With the country behind it or before it; without either, the document's own. */
function ofCountry(s: Scan, from: number, end: number, owner: string | null): { to: number; actor: Actor } {
  let to = end;
  let code = owner;
  if (foldAt(s, to) === "of") {
    const k = foldAt(s, to + 1) === "the" ? to + 2 : to + 1;
    const piece = s.pieces[k];
    if (piece?.country) {
      code = piece.country.code;
      to = k + piece.length;
    }
  }
  const words = textOf(s, from, end);
  const side = code ?? s.home;
  const adjective = side ? s.lexicon.country(side)?.demonyms[0] : undefined;
  const known = adjective
    ? (s.lexicon.organisation(`${adjective} ${words}`) ??
      s.lexicon.organisation(`${words} of ${s.lexicon.country(side ?? "")?.name}`))
    : s.lexicon.organisation(words);
  if (known) return { to, actor: organisation(s, from, to, known.id, known.name, side) };
  const country = side ? (s.lexicon.country(side)?.name ?? side) : null;
  const name = country ? `${words} of ${country}` : words;
  return {
    to,
    actor: organisation(s, from, to, `org:${slug(side ? `${words} ${side}` : words)}`, name, side),
  };
}

const organisation = (
  s: Scan,
  from: number,
  to: number,
  id: string,
  name: string,
  country: string | null,
): Actor =>
  actor({
    span: [at(s, from)?.start ?? 0, at(s, to - 1)?.end ?? 0],
    kind: "organisation",
    id,
    name,
    as: textOf(s, from, to),
    country,
  });
