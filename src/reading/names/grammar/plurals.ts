import { type Actor, actor, type Phrase } from "../actors.ts";
import { foldAt, type Scan, textOf } from "../scan.ts";
import { slug } from "../tokens.ts";
import { person } from "./officials.ts";
import { type NameRun, nameAt } from "./persons.ts";
import { type Lead, type Side, spanOf } from "./phrases.ts";
import type { Role } from "./roles.ts";
import { codeOf, senseOf } from "./senses.ts";

/** "Presidents X and Y"; "the presidents of A, X, and B, Y"; "the foreign ministers of A and B". */
export function several(
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

/** "The presidents of A, Anna X, and B, Bela Y": each country is followed by its holder. */
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
    if (foldAt(s, next) === "(") {
      const close = [2, 3, 4].find((n) => foldAt(s, next + n) === ")");
      if (close !== undefined) next += close + 1;
    }
    const after = next;
    if (foldAt(s, next) === ",") next++;
    if (foldAt(s, next) === "and") next++;
    if (next === after) break;
    k = next;
  }
  return names.length > 1 ? names : [];
}

const singular = (words: string) =>
  words.replace(/^(.*?)(ies|s)\b(?=$| (?:of|for|to|on) )/i, (_m, stem: string, end: string) =>
    end === "ies" ? `${stem}y` : stem,
  );
