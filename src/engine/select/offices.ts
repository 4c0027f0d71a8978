import type { Dataset } from "../../model/dataset.ts";
import type { Entity } from "../../model/entity.ts";
import { layersOf } from "../../model/laid-map.ts";
import { dayNumber } from "../../model/when.ts";
import type { Index } from "../index/types.ts";
import { OPEN_END, OPEN_START } from "../index/types.ts";
import { CERTAIN, type Match, NO, POSSIBLE } from "./match.ts";

/** A time in office, in day numbers. */
export type Tenure = {
  readonly entity: number;
  readonly of: string;
  readonly from: number;
  readonly to: number;
  /** The day up to which it is known to last: an office with an open end is only likely held later. */
  readonly knownTo: number;
};

export type Offices = {
  /** Everyone of the index who ever held the office, of one country or organisation or of any. */
  readonly holders: (office: string, of?: string) => readonly Tenure[];
  /** How surely an entity held the office over an event's time. */
  readonly held: (
    entity: number,
    office: string,
    of: string | undefined,
    start: number,
    end: number,
  ) => Match;
};

/** The table of office holders over an index, from the dataset's entities and the gazetteer's people; read when first asked. */
export function openOffices(dataset: Dataset, index: Index): Offices {
  let byOffice: ReadonlyMap<string, readonly Tenure[]> | undefined;
  const holders = (office: string, of?: string) => {
    byOffice ??= tenuresOf(dataset, index);
    return (byOffice.get(office) ?? []).filter((tenure) => of === undefined || tenure.of === of);
  };
  return {
    holders,
    held: (entity, office, of, start, end) =>
      holders(office, of)
        .filter((tenure) => tenure.entity === entity && tenure.from <= end && tenure.to >= start)
        .reduce<Match>(
          (best, { from, knownTo }) => (from <= start && knownTo >= end ? CERTAIN : best || POSSIBLE),
          NO,
        ),
  };
}

function tenuresOf(dataset: Dataset, index: Index): ReadonlyMap<string, readonly Tenure[]> {
  const byOffice = new Map<string, Tenure[]>();
  const seen = new Set<string>();
  const { knownTo } = dataset.gazetteer;
  const horizon = knownTo === undefined ? OPEN_END : dayNumber(knownTo);
  for (const person of [...inOffice(dataset.gazetteer.people), ...entitiesInOffice(dataset)]) {
    const entity = index.tables.entities.number(person.id);
    if (entity < 0 || seen.has(person.id)) continue;
    seen.add(person.id);
    for (const { office, of, from, to } of person.offices) {
      const tenures = byOffice.get(office) ?? [];
      tenures.push({
        entity,
        of,
        from: from === null ? OPEN_START : dayNumber(from),
        to: to === null ? OPEN_END : dayNumber(to),
        knownTo: to === null ? horizon : dayNumber(to),
      });
      byOffice.set(office, tenures);
    }
  }
  // Whoever is foreign minister is a minister too.
  byOffice.set(
    "minister",
    [...byOffice].flatMap(([office, tenures]) => (office.endsWith("minister") ? tenures : [])),
  );
  return byOffice;
}

/** The dataset's own, with what people changed of them; those beneath are looked through once. */
function entitiesInOffice({ entities }: Dataset): readonly Entity[] {
  const { over, own } = layersOf(entities);
  const known = IN_OFFICE.get(over) ?? inOffice(over.values());
  IN_OFFICE.set(over, known);
  return [...known.filter(({ id }) => !own.has(id)), ...inOffice(own.values())];
}

const IN_OFFICE = new WeakMap<Dataset["entities"], readonly Entity[]>();

const inOffice = (entities: Iterable<Entity>) => [...entities].filter(({ offices }) => offices.length > 0);
