import { countryId } from "../../../model/entity.ts";
import type { WhoTerm } from "../../../model/query.ts";
import type { Names } from "../../names/index.ts";

/** A term's name as reading links it back, without its part. */
export function nameOf({ entity, office }: WhoTerm, names: Names): string {
  if (office) return names.write({ kind: "office", office: office.office, of: office.of });
  const id = entity ?? "";
  const known = WRITTEN.get(names) ?? new Map<string, string>();
  WRITTEN.set(names, known);
  const name = known.get(id) ?? writtenOf(id, names);
  if (known.size < MOST) known.set(id, name);
  return name;
}

/** To find how a name reads back costs more than all else that is told, and the same few are told again and again. */
const WRITTEN = new WeakMap<Names, Map<string, string>>();
const MOST = 5_000;

function writtenOf(id: string, names: Names): string {
  const country = id.startsWith(countryId("")) ? names.byKey(`country:${id.slice(8)}`)[0] : undefined;
  return names.write(country ?? { kind: "entity", id });
}

/** A term with its part in words: "Aino Rautala as host". */
export function withPart(term: WhoTerm, names: Names): string {
  const name = nameOf(term, names);
  if (term.part === undefined) return name;
  return term.part === "any" ? `${name} in any part` : `${name} as ${term.part}`;
}

export const listOf = (texts: readonly string[], and = "and"): string =>
  texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} ${and} ${texts.at(-1)}`;
