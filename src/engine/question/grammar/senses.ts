import { countryId } from "../../../model/entity.ts";
import type { Part } from "../../../model/kinds.ts";
import type { WhoTerm } from "../../../model/query.ts";
import type { Names, Sense } from "../../names/index.ts";

/** A sense as someone who takes part: an entity, a government by its country or capital, an office; null for none. */
export function asWho(sense: Sense, names: Names, part?: Part | "any"): WhoTerm | null {
  const parted = part === undefined ? {} : { part };
  switch (sense.kind) {
    case "entity":
      return { entity: sense.id, ...parted };
    case "country":
    case "demonym":
    case "metonym":
      return { entity: countryId(sense.code), ...parted };
    case "office":
      return { office: { office: sense.office, of: sense.of }, ...parted };
    case "place": {
      const code = names.capitalOf(sense.id);
      return code === undefined ? null : { entity: countryId(code), ...parted };
    }
    case "title":
      return sense.of === undefined ? null : { office: { office: sense.office, of: sense.of }, ...parted };
    case "role":
    case "topic":
    case "occasion":
    case "document":
      return null;
  }
}

/** A sense as a place where things happen, by its id; null for none. */
export function asPlace(sense: Sense): string | null {
  if (sense.kind === "place") return sense.id;
  return sense.kind === "country" ? countryId(sense.code) : null;
}

/**
 * The senses that fit a slot, the likelier kind alone: people and countries before capitals that would only stand
 * for a government.
 */
export function fitting<Value>(
  senses: readonly Sense[],
  read: (sense: Sense) => Value | null,
): readonly { readonly sense: Sense; readonly value: Value }[] {
  const general = senses.some((sense) => sense.kind === "title" && sense.of === undefined);
  const fit: { readonly sense: Sense; readonly value: Value }[] = [];
  for (const sense of senses) {
    const value = general && sense.kind === "title" ? null : read(sense);
    if (value !== null) fit.push({ sense, value });
  }
  const best = Math.min(...fit.map(({ sense }) => LIKELY.indexOf(sense.kind)));
  const kept = fit.filter(
    ({ sense }) => sense.kind === LIKELY[best] || (best === 0 && sense.kind === "country"),
  );
  return kept.length < 2
    ? kept
    : [...new Map(kept.map((each) => [JSON.stringify(each.value), each])).values()];
}

const LIKELY: readonly Sense["kind"][] = [
  "entity",
  "country",
  "metonym",
  "office",
  "title",
  "demonym",
  "place",
];
