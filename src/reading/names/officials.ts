import { type Actor, actor, type Phrase } from "./actors.ts";
import type { Known } from "./memory.ts";
import { type NameRun, nameAt } from "./persons.ts";
import { type Lead, type Side, spanOf } from "./phrases.ts";
import type { Role } from "./roles.ts";
import { at, foldAt, type Scan, textOf } from "./scan.ts";
import { slug } from "./tokens.ts";
import { UNNAMED_HEADS } from "./words.ts";

/** The people that an office names, with or without their names: one, or one for each country or name of a plural. */
export function roleActors(s: Scan, lead: Lead, role: Role, given: Side): Phrase | null {
  const body = given.organisation ?? role.of.find((id) => s.lexicon.body(id)) ?? null;
  const side =
    body && !given.principal ? { ...given, organisation: body, principal: bodyOf(s, body, lead) } : given;
  const of =
    role.of.length > 0
      ? role.of
      : side.countries.length > 0
        ? side.countries
        : side.country
          ? [side.country]
          : [];
  const words = textOf(s, role.words[0], role.words[1]);
  if (role.plural) return several(s, lead, role, side, of, words);
  const country = codeOf(s, of[0] ?? null) ?? side.country ?? inside(s, role);
  const sense = senseOf(s, role, country, of[0] ?? side.organisation);
  const counterpart = /counterpart$/i.test(words);
  const name = nameBehind(s, role.to);
  const code =
    country ?? sense.country ?? (side.principal === null && ofTheHouse(s, sense.office) ? s.home : null);
  if (name) {
    const found = s.memory.identify(
      name.words,
      {
        office: sense.office,
        role: counterpart ? null : words,
        country: code,
        former: lead.former,
        day: s.day,
      },
      true,
    );
    if (found) {
      const as = textOf(s, name.from, name.to);
      return one(
        s,
        lead.from,
        name.to,
        person(s, lead.from, name.to, found.known, as, {
          role: words,
          office: sense.office ?? found.known.office,
          country: found.known.country ?? code,
          former: lead.former,
          counterpart,
          principal: side.principal,
          surname: found.by === "surname",
        }),
      );
    }
  }
  if (
    role.bare &&
    of.length === 0 &&
    side.principal === null &&
    side.organisation === null &&
    !TITLED_ALONE.has(foldAt(s, role.words[0]))
  )
    return null;
  return nameless(s, lead, role, side, words, sense, code, counterpart);
}

const TITLED_ALONE = new Set(["secretary", "minister"]);

/** An office without a name: unnamed after "a", otherwise whoever holds it. */
function nameless(
  s: Scan,
  lead: Lead,
  role: Role,
  side: Side,
  words: string,
  sense: { office: string | null; country: string | null },
  code: string | null,
  counterpart: boolean,
): Phrase | null {
  const indefinite =
    lead.determiner === "a" ||
    lead.determiner === "an" ||
    lead.determiner === "one" ||
    lead.determiner === "another";
  const head = foldAt(s, role.words[1] - 1);
  const definite =
    lead.determiner !== null ||
    code !== null ||
    side.principal !== null ||
    side.organisation !== null ||
    at(s, role.words[0])?.capital === true;
  if (!definite) return null;
  const unnamed =
    indefinite ||
    (UNNAMED_HEADS.has(head) && sense.office === null) ||
    (side.organisation !== null && UNNAMED_HEADS.has(head)) ||
    head === "spokesman" ||
    head === "spokesperson" ||
    head === "spokeswoman" ||
    /^representative$/.test(head);
  const holder =
    code ??
    (lead.determiner === "the" || lead.determiner === null ? (sense.country ?? s.local) : sense.country);
  const whole = textOf(s, lead.determiner ? lead.from + 1 : lead.from, role.to);
  const country = s.lexicon.country(holder ?? "")?.name ?? null;
  const name = unnamed
    ? whole.replace(/^(?:unnamed|anonymous) /i, "")
    : country
      ? `${words.toLowerCase()} of ${country}`
      : whole;
  const id = `group:${slug(unnamed ? `${holder ?? ""} ${role.words[0] < role.words[1] ? describe(s, lead, role) : name}` : `${words} ${holder ?? ""}`)}`;
  return one(
    s,
    lead.from,
    role.to,
    actor({
      span: spanOf(s, lead.from, role.to),
      kind: "person",
      id,
      name,
      as: textOf(s, lead.from, role.to),
      role: words,
      office: sense.office,
      country: holder,
      resolution: unnamed && !counterpart ? "unnamed" : "role-only",
      former: lead.former,
      counterpart,
      principal: side.principal,
    }),
  );
}

/** The words of an unnamed person without article and country: "senior diplomat", "fcdo spokesperson". */
const describe = (s: Scan, lead: Lead, role: Role) =>
  s.tokens
    .slice(lead.from, role.words[1])
    .filter(
      (t, k) =>
        t.kind === "word" &&
        !/^(?:a|an|the|unnamed|anonymous|one|another)$/.test(t.fold) &&
        !s.pieces[lead.from + k]?.demonym &&
        !s.pieces[lead.from + k]?.country,
    )
    .map((t) => t.fold)
    .join(" ");

/** "Presidents X and Y"; "the presidents of A, X, and B, Y"; "the foreign ministers of A and B". */
function several(
  s: Scan,
  lead: Lead,
  role: Role,
  side: Side,
  of: readonly string[],
  words: string,
): Phrase | null {
  const paired = pairedNames(s, lead, role, words);
  if (paired) return paired;
  const names = namesBehind(s, role.to);
  if (names.length > 0) {
    const actors = names.map((name, k) => {
      const code = codeOf(s, of[k] ?? (of.length === 1 ? (of[0] as string) : null));
      const sense = senseOf(s, role, code, null);
      const found = s.memory.identify(
        name.words,
        { office: sense.office, role: singular(words), country: code, former: lead.former, day: s.day },
        true,
      );
      return found
        ? person(s, name.from, name.to, found.known, textOf(s, name.from, name.to), {
            role: singular(words),
            office: sense.office,
            country: found.known.country ?? code,
            former: lead.former,
            counterpart: false,
            principal: null,
            surname: found.by === "surname",
          })
        : null;
    });
    const to = names.at(-1)?.to ?? role.to;
    return { from: lead.from, to, actors: actors.filter((a) => a !== null) };
  }
  if (of.length === 0 || side.organisation) return null;
  if (of.length === 1 && role.of.length === 0 && side.countries.length < 2) return null;
  const actors = of.map((id) => {
    const code = codeOf(s, id);
    const sense = senseOf(s, role, code, id);
    const country = s.lexicon.country(code ?? "")?.name ?? id;
    return actor({
      span: spanOf(s, lead.from, role.to),
      kind: "person",
      id: `group:${slug(`${singular(words)} ${id}`)}`,
      name: `${singular(words).toLowerCase()} of ${country}`,
      as: textOf(s, lead.from, role.to),
      role: singular(words),
      office: sense.office,
      country: code,
      resolution: "role-only",
      former: lead.former,
    });
  });
  return { from: lead.from, to: role.to, actors };
}

/** "The presidents of Peru, Ollanta X, and Chile, Sebastián Y": each country is followed by its holder. */
function pairedNames(s: Scan, lead: Lead, role: Role, words: string): Phrase | null {
  if (role.of.length === 0) return null;
  const actors: Actor[] = [];
  let k = role.after[0] as number;
  let code = codeOf(s, role.of[0] as string);
  let to = k;
  for (;;) {
    if (foldAt(s, k) !== ",") break;
    const name = nameAt(s, k + 1);
    if (!name || name.words.length < 2) break;
    const sense = senseOf(s, role, code, null);
    const found = s.memory.identify(
      name.words,
      { office: sense.office, role: singular(words), country: code, former: lead.former, day: s.day },
      true,
    );
    if (!found) break;
    actors.push(
      person(s, name.from, name.to, found.known, textOf(s, name.from, name.to), {
        role: singular(words),
        office: sense.office,
        country: found.known.country ?? code,
        former: lead.former,
        counterpart: false,
        principal: null,
        surname: false,
      }),
    );
    to = name.to;
    let next = to;
    while ([",", ";", "and", "of", "the"].includes(foldAt(s, next))) next++;
    const piece = s.pieces[next];
    if (!piece?.country || next === to) break;
    code = piece.country.code;
    k = next + piece.length;
  }
  return actors.length > 1 ? { from: lead.from, to, actors } : null;
}

function namesBehind(s: Scan, from: number): NameRun[] {
  const names: NameRun[] = [];
  let k = from;
  if (foldAt(s, k) === ",") k++;
  for (;;) {
    const name = nameAt(s, k);
    if (!name) break;
    names.push(name);
    let next = name.to;
    if (foldAt(s, next) === ",") next++;
    if (foldAt(s, next) === "and") next++;
    if (next === name.to) break;
    k = next;
  }
  return names.length > 1 ? names : [];
}

/** The name behind an office, also after a comma: "the president of Colombia, Juan Manuel X, said". */
function nameBehind(s: Scan, to: number): NameRun | null {
  const direct = nameAt(s, to);
  if (direct) return direct;
  if (foldAt(s, to) === "retired" || foldAt(s, to) === "and") return null;
  if (foldAt(s, to) !== ",") return null;
  const name = nameAt(s, to + 1);
  if (!name || (name.words.length < 2 && !name.honorific)) return null;
  const after = at(s, name.to);
  return !after ||
    [",", ".", ";", ")"].includes(after.text) ||
    /^(?:said|told|has|had|will|met|was|is|warned|and)$/.test(after.fold)
    ? name
    : null;
}

type Extra = Pick<Actor, "role" | "office" | "country" | "former" | "counterpart" | "principal"> & {
  surname: boolean;
};

const person = (
  s: Scan,
  from: number,
  to: number,
  known: Known,
  as: string,
  { surname, ...extra }: Extra,
): Actor =>
  actor({
    span: spanOf(s, from, to),
    kind: "person",
    id: known.id,
    name: known.name,
    as,
    resolution: surname ? "surname" : "named",
    ...extra,
  });

const one = (_s: Scan, from: number, to: number, only: Actor): Phrase => ({ from, to, actors: [only] });

/** On a ministry's or embassy's page a minister without a country is the page's own; an adviser or envoy may be anyone's. */
function ofTheHouse(s: Scan, office: string | null): boolean {
  const title = office === null ? undefined : s.lexicon.title(office);
  return (
    title !== undefined &&
    (title.level <= 2 || title.office === "deputy-foreign-minister" || title.office === "spokesperson")
  );
}

/** "Kremlin spokesman": an office whose own words name the seat. */
function inside(s: Scan, role: Role): string | null {
  for (let k = role.words[0]; k < role.words[1]; k++) {
    const token = s.tokens[k];
    const piece = token?.capital ? s.lexicon.at([token], 0) : null;
    const code = (piece?.metonym ?? piece?.country ?? piece?.demonym)?.code;
    if (code) return code;
  }
  return null;
}

/** Which office the words mean in this country, and the country where the word itself tells it. */
function senseOf(
  s: Scan,
  role: Role,
  code: string | null,
  of: string | null,
): { office: string | null; country: string | null } {
  const own = role.senses.find((x) => x.of === code && code !== null);
  if (own) return { office: own.office, country: code };
  const general = role.senses.find((x) => x.general);
  if (code !== null || (of !== null && !/^[A-Z]{2}$/.test(of)))
    return { office: general?.office ?? null, country: code };
  const words = textOf(s, role.words[0], role.words[1]);
  if (/minister|president|premier|speaker|leader|king|chief/i.test(words))
    return { office: general?.office ?? role.senses[0]?.office ?? null, country: null };
  const local = role.senses.filter((x) => x.of !== null);
  const implied =
    local.length === 1
      ? local[0]
      : local.toSorted((a, b) => rank(s, a.of) - rank(s, b.of)).find((x) => rank(s, x.of) < 99);
  return { office: (implied ?? general)?.office ?? null, country: implied?.of ?? null };
}

const rank = (s: Scan, code: string | null) => {
  const at = s.named.indexOf(code ?? "");
  return at < 0 ? 99 : at;
};

const codeOf = (s: Scan, id: string | null): string | null =>
  id === null ? null : /^[A-Z]{2}$/.test(id) ? id : (s.lexicon.body(id)?.country ?? null);

const singular = (words: string) =>
  words.replace(/^(.*?)(ies|s)\b(?=$| (?:of|for|to|on) )/i, (_m, stem: string, end: string) =>
    end === "ies" ? `${stem}y` : stem,
  );

/** The body that an official is of, as the one they speak for. */
function bodyOf(s: Scan, id: string, lead: Lead): Actor | null {
  const entity = s.lexicon.body(id);
  const at = s.tokens[lead.from];
  return entity && at
    ? actor({
        span: [at.start, at.end],
        kind: "organisation",
        id,
        name: entity.name,
        as: entity.name,
        country: entity.country ?? null,
      })
    : null;
}
