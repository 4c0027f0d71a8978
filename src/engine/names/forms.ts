import type { Entity } from "../../model/entity.ts";
import { fold } from "./fold.ts";
import table from "./roles.json" with { type: "json" };

const SYNONYMS: ReadonlyMap<string, { readonly words: readonly string[]; readonly place: number }> = new Map(
  (table as [string, string[]][]).map(([role, words], at) => [
    fold(role),
    { words: words.map(fold), place: at + 1 },
  ]),
);

/** "Police (India)" as a role and whose: `{ role: "Police", of: "India" }`; null for a name of another form. */
export function roleOf(name: string): { readonly role: string; readonly of: string } | null {
  const match = /^([^()]+?)(?: \(Govt\))? \(([^()]+)\)$/.exec(name);
  return match ? { role: match[1] ?? "", of: match[2] ?? "" } : null;
}

const called = new Map<string, ReadonlyMap<string, number>>();

/**
 * The ways a role is called, folded: its name, parts between slashes, other number, "X Ministry" turned round; each
 * with its rank. By its own name it is called at 0, by another word at its place in the list of roles: of several
 * roles that one word can be, the list has the likelier first.
 */
export function roleWords(role: string): ReadonlyMap<string, number> {
  let found = called.get(role);
  if (!found) {
    found = callsOf(role);
    if (called.size < 5_000) called.set(role, found);
  }
  return found;
}

function callsOf(role: string): ReadonlyMap<string, number> {
  const whole = fold(role);
  const parts = role.split("/").map(fold);
  const synonyms = SYNONYMS.get(whole);
  const forms = new Map([[whole, 0]]);
  const add = (form: string, rank: number) => void (forms.has(form) || forms.set(form, rank));
  const rank = synonyms?.place ?? SYNONYMS.size + 1;
  for (const form of synonyms?.words ?? []) add(form, rank);
  if (parts.length > 1 && parts.every((part) => !part.includes(" ")))
    for (const part of parts) add(part, rank);
  for (const [form, own] of [...forms]) {
    const ministry = /^(.+) (ministry|department)$/.exec(form);
    if (ministry && !form.includes(" of ")) add(`${ministry[2]} of ${ministry[1]}`, own);
    add(otherNumber(form), own);
  }
  return forms;
}

/** Ways to name a person besides the whole name: first and last name without the middle, and the surname. */
export function shortForms(entity: Entity): {
  readonly short: readonly string[];
  readonly surname: string[];
} {
  if (entity.kind !== "person" || /[()]/.test(entity.name)) return { short: [], surname: [] };
  const words = entity.name.split(/\s+/);
  if (words.length < 2) return { short: [], surname: [] };
  let at = words.length - 1;
  if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(words[at] ?? "")) at--;
  const surnames = new Set([words.slice(at).join(" ")]);
  while (at > 1 && PARTICLE.test(words[at - 1] ?? "")) surnames.add(words.slice(--at).join(" "));
  const surname = [...surnames].map(fold).filter((word) => word.length > 2 && !NO_SURNAME.test(word));
  const middle = at > 1 ? [fold(`${words[0]} ${words.slice(at).join(" ")}`)] : [];
  return { short: middle, surname };
}

/** Words that end names of bodies, in records that do not tell bodies from people. */
const NO_SURNAME =
  /^(?:first|last|international|national|global|world|group|party|movement|front|union|bank|news|today|times|post|press|media|limited|company|university|network|alliance|forces?|army|navy|police|office)$/;

/** Someone who has no name by what they are alone: "a senior Kenyan diplomat" is "Kenyan diplomat" too. */
export function withoutRank(name: string): string {
  const plain = name.replace(RANKED, "");
  return plain.includes(" ") ? plain : name;
}

const RANKED =
  /^(?:(?:an?|the) )?(?:(?:senior|top|high-ranking|high-level|leading|veteran|unnamed|anonymous|former) )+/;

/** Small words that belong to the surname after them; also written as they begin one: "al-", "von". */
const PARTICLE = /^(?:al|el|bin|ibn|van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|st\.?)$/i;

function otherNumber(phrase: string): string {
  if (/(?:ss|us|is)$/.test(phrase) || phrase.includes(" of ")) return phrase;
  if (/ies$/.test(phrase)) return phrase.replace(/ies$/, "y");
  if (/s$/.test(phrase)) return phrase.slice(0, -1);
  if (/[^aeiou]y$/.test(phrase)) return phrase.replace(/y$/, "ies");
  return `${phrase}s`;
}
