import { type Actor, actor } from "../actors.ts";
import { type Scan, textOf } from "../scan.ts";
import type { Lead } from "./phrases.ts";
import type { Role } from "./roles.ts";

/** On a ministry's or embassy's page a minister without a country is the page's own; an adviser or envoy may be anyone's. */
export function ofTheHouse(s: Scan, office: string | null): boolean {
  const title = office === null ? undefined : s.lexicon.title(office);
  return (
    title !== undefined &&
    (title.level <= 2 || title.office === "deputy-foreign-minister" || title.office === "spokesperson")
  );
}

/** "Downing Street spokesman": an office whose own words name the seat. */
export function inside(s: Scan, role: Role): string | null {
  for (let k = role.words[0]; k < role.words[1]; k++) {
    const token = s.tokens[k];
    const piece = token?.capital ? s.lexicon.at([token], 0) : null;
    const code = (piece?.metonym ?? piece?.country ?? piece?.demonym)?.code;
    if (code) return code;
  }
  return null;
}

/** Which office the words mean in this country, and the country where the word itself tells it. */
export function senseOf(
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
  const sole = new Set(role.senses.map((x) => x.of));
  if (sole.size === 1 && role.senses[0]?.of)
    return { office: role.senses[0].office, country: role.senses[0].of };
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

export const codeOf = (s: Scan, id: string | null): string | null =>
  id === null ? null : /^[A-Z]{2}$/.test(id) ? id : (s.lexicon.body(id)?.country ?? null);

/** The body that an official is of, as the one they speak for. */
export function bodyOf(s: Scan, id: string, lead: Lead): Actor | null {
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
