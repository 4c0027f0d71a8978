import type { Entity } from "../../model/entity.ts";
import type { Day } from "../../model/when.ts";
import type { Lexicon } from "./lexicon.ts";
import { fold, personSlug, surnameKey } from "./tokens.ts";
import { KNOWN_BY_FIRST_WORD } from "./words.ts";

/** A person as the document has introduced them. */
export type Known = {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly office: string | null;
  readonly role: string | null;
  readonly former: boolean;
  /** True when a title, an office or an honorific has stood before the name. */
  readonly introduced: boolean;
  /** Their record in the gazetteer, if they have one. */
  readonly entity: Entity | null;
};

/** What a name run says besides the name. */
export type Cue = {
  readonly office: string | null;
  readonly role: string | null;
  readonly country: string | null;
  readonly former: boolean;
  readonly day: Day | null;
  /** The country of whom nobody knows, where the page's own is meant. */
  readonly home?: string | null;
};

/** The people of one document: a surname means whoever bore it before. */
export type Memory = {
  /** Who a name run is; `null` for a lone word that nobody bears. `titled`: a title or honorific stands before it. */
  readonly identify: (
    words: readonly string[],
    cue: Cue,
    titled: boolean,
  ) => { known: Known; by: "name" | "surname" | "new" } | null;
  /** Whoever the document names as holding this office of this country. */
  readonly holder: (office: string, country: string) => Known | null;
  /** The one person of the document who holds an office, of whatever country; null when there are several. */
  readonly soleHolder: (office: string) => Known | null;
  readonly all: () => readonly Known[];
};

export function memory(lexicon: Lexicon): Memory {
  const bySurname = new Map<string, Known[]>();
  const byId = new Map<string, Known>();

  function remember(known: Known, words: readonly string[]): Known {
    const before = byId.get(known.id);
    const merged: Known = before
      ? {
          ...before,
          country: before.country ?? known.country,
          office: before.office ?? known.office,
          role: before.role ?? known.role,
          former: before.role ? before.former : known.former,
          introduced: before.introduced || known.introduced,
        }
      : known;
    byId.set(merged.id, merged);
    for (const key of surnameKeys(merged, words)) {
      const list = (bySurname.get(key) ?? []).filter((k) => k.id !== merged.id);
      bySurname.set(key, [...list, merged]);
    }
    return merged;
  }

  function identify(words: readonly string[], cue: Cue, titled: boolean) {
    const plain = words.filter((w) => !/^(?:\p{Lu}\.)+$|^[JS]r\.?$/u.test(w));
    const name = plain.join(" ").replace(/ ?- ?/g, "-");
    const entity = choose(
      [...lexicon.person(name), ...lexicon.person(words.join(" ")), ...swapped(lexicon, plain)],
      cue,
    );
    const single = plain.length === 1;
    if (entity && !single)
      return { known: remember(fromEntity(entity, cue, titled), plain), by: "name" as const };
    const throned = single ? crowned(lexicon, plain[0] ?? "", cue) : undefined;
    if (throned)
      return {
        known: remember(fromEntity(throned, cue, titled), [...plain, throned.name]),
        by: "surname" as const,
      };
    const key = surnameKey(plain.at(-1) ?? "");
    const known = pick(bySurname.get(key) ?? [], cue, plain);
    // A lone surname of the headline is completed by the full name in the text, not the other way round.
    const remembered = known && !single && !known.entity && !known.name.includes(" ") ? undefined : known;
    if (remembered)
      return {
        known: remember(
          {
            ...remembered,
            office: remembered.office ?? cue.office,
            role: remembered.role ?? cue.role,
            introduced: remembered.introduced || titled,
          },
          [],
        ),
        by: single ? ("surname" as const) : ("name" as const),
      };
    const bearers = lexicon.surname(plain.at(-1) ?? "").filter((p) => single || spelledAlike(p, plain));
    const bearer =
      byOffice(bearers, cue) ??
      (single && cue.office === null && bearers.length === 1 ? bearers[0] : undefined) ??
      (single && cue.office === null ? leading(bearers, cue) : undefined);
    if (bearer && (!single || titled || bearer.offices.length > 0)) {
      return {
        known: remember(fromEntity(bearer, cue, titled), plain),
        by: single ? ("surname" as const) : ("name" as const),
      };
    }
    if (single && !titled) return null;
    if (name === "") return null;
    return {
      known: remember(
        {
          id: personSlug(name),
          name,
          country: cue.country ?? cue.home ?? null,
          office: cue.office,
          role: cue.role,
          former: cue.former,
          introduced: titled,
          entity: null,
        },
        plain,
      ),
      by: "new" as const,
    };
  }

  return {
    identify,
    holder: (office, country) => {
      for (const known of [...byId.values()].reverse()) {
        if (known.office === office && known.country === country && !known.former) return known;
      }
      return null;
    },
    soleHolder: (office) => {
      const found = [...byId.values()].filter((k) => k.office === office && !k.former && k.introduced);
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    all: () => [...byId.values()],
  };
}

const fromEntity = (entity: Entity, cue: Cue, titled: boolean): Known => ({
  introduced: titled,
  id: entity.id,
  name: entity.name,
  country: entity.country ?? cue.country,
  office: cue.office ?? officeOn(entity, cue.day)?.office ?? null,
  role: cue.role,
  former: cue.former,
  entity,
});

/** The office that a person held on a day: the one begun last. */
export function officeOn(entity: Entity, day: Day | null): Entity["offices"][number] | null {
  if (day === null) return null;
  const held = entity.offices.filter(
    (o) => (o.from === null || o.from <= day) && (o.to === null || day <= o.to),
  );
  return held.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1))[0] ?? null;
}

function surnameKeys(known: Known, words: readonly string[]): string[] {
  const parts = known.name.split(" ");
  const keys = new Set<string>();
  for (const list of [parts, words]) {
    const last = list.at(-1);
    if (last) keys.add(surnameKey(last));
    const first = list[0];
    if (first && KNOWN_BY_FIRST_WORD.has((known.country ?? "").toLowerCase())) keys.add(fold(first));
  }
  return [...keys];
}

function choose(people: readonly Entity[], cue: Cue): Entity | undefined {
  const unique = [...new Set(people)];
  return unique.length <= 1
    ? unique[0]
    : (byOffice(unique, cue) ?? unique.find((p) => p.country === cue.country) ?? unique[0]);
}

function byOffice(people: readonly Entity[], cue: Cue): Entity | undefined {
  const fitting = people.filter(
    (p) =>
      (cue.country === null || p.country === undefined || p.country === cue.country) &&
      (cue.office === null || p.offices.some((o) => o.office === cue.office && held(o, cue))),
  );
  return cue.office !== null || cue.country !== null
    ? fitting.length === 1
      ? fitting[0]
      : undefined
    : undefined;
}

const held = (o: Entity["offices"][number], cue: Cue) =>
  cue.day === null ||
  ((o.from === null || o.from <= cue.day) && (cue.former || o.to === null || cue.day <= o.to));

/** Of several who bear a surname the one who leads a country on the day. */
function leading(bearers: readonly Entity[], cue: Cue): Entity | undefined {
  if (cue.day === null) return undefined;
  const heads = bearers.filter((p) => p.offices.some((o) => HEADS.test(o.office) && held(o, cue)));
  return heads.length === 1 ? heads[0] : undefined;
}

/** "King X of Y", "Emperor X": the one of that throne and day whose name has the word. */
function crowned(lexicon: Lexicon, word: string, cue: Cue): Entity | undefined {
  if (cue.office !== "monarch" && cue.office !== "crown-prince") return undefined;
  const able = cue.country === null ? lexicon.everHeld(cue.office) : lexicon.holders(cue.office, cue.country);
  const named = able.filter(
    (p) =>
      p.offices.some((o) => o.office === cue.office && held(o, cue)) &&
      p.name.split(" ").some((w) => fold(w) === fold(word)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Family name first or last. */
const swapped = (lexicon: Lexicon, words: readonly string[]) =>
  words.length === 2 ? lexicon.person(`${words[1]} ${words[0]}`) : [];

/** Same surname and a given name that is spelled alike: Andrei and Andrey, Mohamed and Mohammad. */
function spelledAlike(person: Entity, words: readonly string[]): boolean {
  const given = fold(words[0] ?? "").slice(0, 4);
  return [person.name, ...person.aliases].some((n) => n.includes(" ") && fold(n).slice(0, 4) === given);
}

function pick(list: readonly Known[], cue: Cue, words: readonly string[]): Known | undefined {
  const given = words.length > 1 ? fold(words[0] as string) : null;
  const loose = (name: string) => fold(name).replace(/-/g, " ");
  const whole = loose(words.join(" "));
  const alike = list.filter(
    (k) =>
      given === null ||
      k.name === words.join(" ") ||
      sameGiven(k, given) ||
      loose(k.name).endsWith(` ${whole}`),
  );
  const fitting = alike
    .filter((k) => cue.country === null || k.country === null || k.country === cue.country)
    .toSorted((a, b) => Number(a.name.includes(" ")) - Number(b.name.includes(" ")));
  const able = fitting.filter((k) => cue.office === null || k.office === null || k.office === cue.office);
  if (given === null && cue.office === null && able.length > 1) {
    const heads = able.filter((k) => !k.former && HEADS.test(k.office ?? ""));
    if (heads.length === 1) return heads[0];
  }
  return able.at(-1) ?? fitting.at(-1);
}

/** Of two of one surname the bare name means the one who leads. */
const HEADS = /^(?:president|prime-minister|monarch|supreme-leader)$/;

const sameGiven = (k: Known, given: string) => {
  const first = fold(k.name.split(" ")[0] as string);
  return first === given || (first.length === 2 && first[0] === given[0]) || k.name.split(" ").length === 1;
};
