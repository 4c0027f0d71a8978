import type { Dataset } from "../../model/dataset.ts";
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

/** The table of office holders over an index, from the dataset's entities and the gazetteer's people. */
export function openOffices(dataset: Dataset, index: Index): Offices {
  const byOffice = new Map<string, Tenure[]>();
  const seen = new Set<string>();
  const { knownTo } = dataset.gazetteer;
  const horizon = knownTo === undefined ? OPEN_END : dayNumber(knownTo);
  for (const person of [...dataset.gazetteer.people, ...dataset.entities.values()]) {
    const entity = index.tables.entities.number(person.id);
    if (entity < 0 || seen.has(person.id)) continue;
    if (person.offices.length > 0) seen.add(person.id);
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
  const holders = (office: string, of?: string) =>
    (byOffice.get(office) ?? []).filter((tenure) => of === undefined || tenure.of === of);
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
