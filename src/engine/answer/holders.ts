import type { Dataset } from "../../model/dataset.ts";
import type { Entity } from "../../model/entity.ts";
import type { OfficeTerm } from "../../model/query.ts";
import { byCodePoint } from "../../model/text.ts";
import { type Period, within } from "../../model/when.ts";

/**
 * Who held an office in a period, by the table of office holders, in the order in which they came to it. `unsure`
 * where the period reaches past the day up to which the table is known and an office there has no end.
 */
export function holdersOf(
  dataset: Dataset,
  { office, of }: OfficeTerm,
  period: Period,
): { readonly held: readonly Entity[]; readonly unsure: boolean } {
  const { people, knownTo } = dataset.gazetteer;
  const own = [...dataset.entities.values()].filter(({ offices }) => offices.length > 0);
  const known = new Set(own.map(({ id }) => id));
  const tenures = [...own, ...people.filter(({ id }) => !known.has(id))].flatMap((entity) =>
    entity.offices
      .filter((each) => each.office === office && each.of === of)
      .filter(({ from, to }) => within({ start: from, end: to }, period) !== null)
      .map(({ from, to }) => ({ entity, from: from ?? "", open: to === null })),
  );
  tenures.sort((a, b) => byCodePoint(a.from, b.from) || byCodePoint(a.entity.name, b.entity.name));
  const later = knownTo !== undefined && (period.to === null ? period.from !== null : period.to > knownTo);
  return {
    held: [...new Set(tenures.map(({ entity }) => entity))],
    unsure: later && tenures.some(({ open }) => open),
  };
}
