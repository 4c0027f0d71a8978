import type { Entity } from "../../model/entity.ts";
import { fold } from "./fold.ts";
import table from "./roles.json" with { type: "json" };

const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  (table as [string, string[]][]).map(([role, words]) => [fold(role), words.map(fold)]),
);

/** "Police (India)" as a role and whose: `{ role: "Police", of: "India" }`; null for a name of another form. */
export function roleOf(name: string): { readonly role: string; readonly of: string } | null {
  const match = /^([^()]+?)(?: \(Govt\))? \(([^()]+)\)$/.exec(name);
  return match ? { role: match[1] ?? "", of: match[2] ?? "" } : null;
}

/** The ways a role is called, folded: its name, parts between slashes, other number, "X Ministry" turned round. */
export function roleWords(role: string): readonly string[] {
  const whole = fold(role);
  const parts = role.split("/").map(fold);
  const forms = new Set([whole, ...(SYNONYMS.get(whole) ?? [])]);
  if (parts.length > 1 && parts.every((part) => !part.includes(" ")))
    for (const part of parts) forms.add(part);
  for (const form of [...forms]) {
    const ministry = /^(.+) (ministry|department)$/.exec(form);
    if (ministry && !form.includes(" of ")) forms.add(`${ministry[2]} of ${ministry[1]}`);
    forms.add(otherNumber(form));
  }
  return [...forms];
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
  const surname = [...surnames].map(fold).filter((word) => word.length > 2);
  const middle = at > 1 ? [fold(`${words[0]} ${words.slice(at).join(" ")}`)] : [];
  return { short: middle, surname };
}

/** Small words that belong to the surname after them; also written as they begin one: "al-", "von". */
const PARTICLE = /^(?:al|el|bin|ibn|van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|st\.?)$/i;

function otherNumber(phrase: string): string {
  if (/(?:ss|us|is)$/.test(phrase) || phrase.includes(" of ")) return phrase;
  if (/ies$/.test(phrase)) return phrase.replace(/ies$/, "y");
  if (/s$/.test(phrase)) return phrase.slice(0, -1);
  if (/[^aeiou]y$/.test(phrase)) return phrase.replace(/y$/, "ies");
  return `${phrase}s`;
}
