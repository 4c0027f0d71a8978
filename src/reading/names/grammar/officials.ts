import { type Actor, actor, type Phrase } from "../actors.ts";
import type { Known } from "../memory.ts";
import { at, foldAt, type Scan, textOf } from "../scan.ts";
import { slug } from "../tokens.ts";
import { UNNAMED_HEADS } from "../words.ts";
import { type NameRun, nameAt } from "./persons.ts";
import { type Lead, type Side, spanOf } from "./phrases.ts";
import { several } from "./plurals.ts";
import type { Role } from "./roles.ts";
import { bodyOf, codeOf, inside, ofTheHouse, senseOf } from "./senses.ts";

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
  const counterpart = /(?:counterpart|peer|opposite number)$/i.test(words);
  const name = nameBehind(s, role.to);
  const code = country ?? sense.country ?? null;
  const home = side.principal === null && ofTheHouse(s, sense.office) ? s.home : null;
  if (name) {
    const found = s.memory.identify(
      name.words,
      {
        office: sense.office,
        role: counterpart ? null : words,
        country: code,
        former: lead.former,
        day: s.day,
        home,
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
    (/^representative$/.test(head) && !/^(?:high|special)$/.test(foldAt(s, role.words[1] - 2)));
  const national =
    s.local !== null &&
    (sense.office === null ||
      s.lexicon.holders(sense.office, s.local).length > 0 ||
      !s.lexicon.title(sense.office)?.unique);
  const local = national && side.organisation === null && side.principal === null ? s.local : null;
  const holder =
    code ??
    (lead.determiner === "the" || lead.determiner === null ? (sense.country ?? local) : sense.country);
  const minister = unnamed || sense.office === "minister";
  const guest =
    minister &&
    lead.determiner === "the" &&
    code !== null &&
    GUEST.test(head) &&
    !namelessBefore(s, lead, head)
      ? onlyOf(s, code, head)
      : null;
  if (guest)
    return one(s, lead.from, role.to, {
      ...person(s, lead.from, role.to, guest, textOf(s, lead.from, role.to), {
        role: guest.role,
        office: guest.office,
        country: guest.country,
        former: guest.former,
        counterpart: false,
        principal: null,
        surname: false,
      }),
      resolution: "role-only",
    });
  const titled = !unnamed && lead.determiner === "the" && code === null ? byTitle(s, words) : null;
  if (titled)
    return one(s, lead.from, role.to, {
      ...person(s, lead.from, role.to, titled, textOf(s, lead.from, role.to), {
        role: titled.role,
        office: titled.office,
        country: titled.country,
        former: false,
        counterpart: false,
        principal: null,
        surname: false,
      }),
      resolution: "role-only",
    });
  const whole = textOf(s, lead.determiner ? lead.from + 1 : lead.from, role.to);
  const country = s.lexicon.country(holder ?? "")?.name ?? null;
  const body = side.principal?.kind === "organisation" ? side.principal.name : null;
  const name = unnamed
    ? whole.replace(/^(?:unnamed|anonymous) /i, "")
    : body
      ? `${words.toLowerCase()} of ${body.includes(" ") ? "the " : ""}${body}`
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

/** "the High Representative": the one whom the text has introduced by these very words. */
function byTitle(s: Scan, words: string): Known | null {
  if (words === "Minister") {
    const ministers = s.memory
      .all()
      .filter(
        (k) =>
          k.introduced && !k.former && /\bminister\b/i.test((k.role ?? "").replace(/prime minister/i, "")),
      );
    return ministers.length === 1 ? (ministers[0] ?? null) : null;
  }
  if (
    !/^\p{Lu}\S* \p{Lu}/u.test(words) ||
    /^(?:Prime|Foreign|Defen[cs]e|Vice|Deputy|Interior|Finance)\b/.test(words)
  )
    return null;
  const all = s.memory
    .all()
    .filter((k) => k.introduced && !k.former && (k.role ?? "").toLowerCase().includes(words.toLowerCase()));
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** "the Kuwaiti official", "the Polish diplomat": the one of that country whom the text has introduced. */
const GUEST = /^(?:official|diplomat|minister|statesman|guest|premier|leader)$/;

/** "a senior British diplomat" before: then "the British diplomat" is that one. */
const namelessBefore = (s: Scan, lead: Lead, head: string): boolean => {
  const end = at(s, lead.from)?.start ?? 0;
  return new RegExp(`\\b(?:an?|one|another|unnamed)\\b[^.]{0,40}\\b${head}\\b`, "i").test(
    s.text.slice(Math.max(0, end - 2_500), end),
  );
};

function onlyOf(s: Scan, code: string, head: string): Known | null {
  const all = s.memory
    .all()
    .filter(
      (k) =>
        k.country === code &&
        !k.former &&
        (head === "minister"
          ? (k.introduced || k.entity !== null) && /(?<!prime)-minister$/.test(k.office ?? "")
          : k.introduced && k.role),
    );
  return all.length === 1 ? (all[0] ?? null) : null;
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

export const person = (
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
