import { countryId, type EntityId } from "../../model/entity.ts";
import { PARTS } from "../../model/kinds.ts";
import type { Query } from "../../model/query.ts";
import { codeOf } from "../index/sides.ts";
import { BY_ROLE, CODED, type Tables, UNNAMED } from "../index/types.ts";
import { isMeeting } from "../select/kinds.ts";
import { CERTAIN, type Match, NO } from "../select/match.ts";
import { inSet, PRESENT, partsFor, TAKING_PART } from "../select/parts.ts";
import type { Matcher } from "../select/who.ts";
import type { Room } from "./room.ts";

const HOST = PARTS.indexOf("host");

/** Someone who answers in one event: the participant's row, who it is, how surely. */
export type Answerer = { readonly row: number; readonly who: WhoKey; readonly match: Match };

/** An entity's number in its table; below zero, minus the number of a country whose side is the answer. */
export type WhoKey = number;

/** The id behind a key. */
export function idOf({ entities, countries }: Tables, who: WhoKey): EntityId {
  return who < 0 ? countryId(countries.texts[-who]!) : entities.texts[who]!;
}

/**
 * Who answers a question for people, event by event:
 *
 * - in the part asked for; else, where people come together, whoever was present; else whoever took part;
 * - never the one asked about, in whatever part they stand there again;
 * - with someone asked about, never a country beside its own people: where anyone of a country takes part, the
 *   country is only their side. Nor, where another side takes part, bodies and delegations of the side of the
 *   one asked about, or anyone of it when a body is what is asked about. Asked for countries, the sides are the answer, but for the side of the one asked about;
 * - in coded records, whose actors are exact, everyone but the very participant asked about; asked for
 *   countries, whoever the record names, since there bodies and officials act for theirs under their own names.
 */
export function answerers(
  room: Room,
  query: Query,
  matchers: readonly Matcher[],
): (position: number) => readonly Answerer[] {
  const { index, selector } = room;
  const { offsets, entity, part, country, office, marks } = index.participants;
  const { asked = {} } = query;
  const parts = asked.part ? partsFor(asked.part) : isMeeting(query.kinds) ? PRESENT : TAKING_PART;
  const officeNumber = asked.office === undefined ? -1 : index.tables.offices.number(asked.office);
  const countryNumber = asked.country === undefined ? -1 : index.tables.countries.number(asked.country);
  const isCountry = (number: number) => codeOf(index.tables.entities.texts[number]!) !== null;
  const kinds = new Map<number, string | undefined>();
  const kindOf = (number: number) => {
    if (!kinds.has(number)) kinds.set(number, room.names.kindOf(index.tables.entities.texts[number]!));
    return kinds.get(number);
  };

  function holds(position: number, row: number): Match {
    if (asked.office === undefined) return CERTAIN;
    if (officeNumber > 0 && office[row] === officeNumber) return CERTAIN;
    const held = selector.offices.held(
      entity[row]!,
      asked.office,
      undefined,
      index.start[position]!,
      index.end[position]!,
    );
    return held !== NO && marks[row]! & BY_ROLE ? CERTAIN : held;
  }

  /** Actors of coded records are exact: nobody stands there for another. */
  function inRecord(position: number): readonly Answerer[] {
    const found: Answerer[] = [];
    for (let row = offsets[position]!; row < offsets[position + 1]!; row++) {
      if (!inSet(parts, part[row]!) || matchers.some((each) => each.row(position, row) !== NO)) continue;
      const who = entity[row]!;
      if (asked.unnamed && !(marks[row]! & UNNAMED)) continue;
      if (asked.guest && !isGuest(position, row)) continue;
      if (asked.kind !== undefined && asked.kind !== "country" && kindOf(who) !== asked.kind) continue;
      if (asked.country !== undefined && country[row] !== countryNumber) continue;
      const match = holds(position, row);
      if (match !== NO) found.push({ row, who, match });
    }
    return found;
  }

  return (position) => {
    if (index.flags[position]! & CODED) return inRecord(position);
    const rows: number[] = [];
    const own = new Set<number>();
    const meant = new Set<number>();
    let someone = false;
    for (let row = offsets[position]!; row < offsets[position + 1]!; row++) {
      if (matchers.some((each) => each.meant(position, row) !== NO)) {
        meant.add(country[row]!);
        if (kindOf(entity[row]!) === "person") someone = true;
        own.add(entity[row]!);
      } else rows.push(row);
    }
    const answering = rows.filter(
      (row) =>
        inSet(parts, part[row]!) &&
        !own.has(entity[row]!) &&
        (!asked.unnamed || (marks[row]! & UNNAMED) !== 0) &&
        (!asked.guest || isGuest(position, row)),
    );
    if (asked.kind === "country") return countriesOf(position, answering, meant);
    const staffed = new Set<number>();
    let foreign = false;
    if (matchers.length > 0)
      for (let row = offsets[position]!; row < offsets[position + 1]!; row++) {
        if (!inSet(asked.part ? parts : TAKING_PART, part[row]!)) continue;
        if (!isCountry(entity[row]!)) staffed.add(country[row]!);
        if (!meant.has(country[row]!)) foreign = true;
      }
    const ownSide = (row: number) =>
      foreign &&
      country[row]! > 0 &&
      meant.has(country[row]!) &&
      !(someone && kindOf(entity[row]!) === "person");
    return answering.flatMap((row): readonly Answerer[] => {
      const number = entity[row]!;
      if ((staffed.has(country[row]!) && isCountry(number)) || ownSide(row)) return [];
      if (asked.kind !== undefined && kindOf(number) !== asked.kind) return [];
      if (asked.country !== undefined && country[row] !== countryNumber) return [];
      const match = holds(position, row);
      return match === NO ? [] : [{ row, who: number, match }];
    });
  };

  function countriesOf(
    position: number,
    rows: readonly number[],
    meant: ReadonlySet<number>,
  ): readonly Answerer[] {
    const hosts = asked.part === "host" && rows.length === 0 ? countriesAt(position) : [];
    const sides = [
      ...rows.map((row) => ({ row, side: country[row]! })),
      ...hosts.map((side) => ({ row: offsets[position]!, side })),
    ];
    const seen = new Set<number>([0, ...meant]);
    return sides.flatMap(({ row, side }): readonly Answerer[] => {
      if (seen.has(side)) return [];
      seen.add(side);
      return [{ row, who: -side, match: CERTAIN }];
    });
  }

  function isGuest(position: number, row: number): boolean {
    if (part[row] === HOST) return false;
    return country[row] === 0 || !countriesAt(position).includes(country[row]!);
  }

  /** Where no host is named, a visit was to the country that it was in. */
  function countriesAt(position: number): readonly number[] {
    const { places, tables } = index;
    return Array.from(
      places.values.subarray(places.offsets[position], places.offsets[position + 1]),
      (place) => {
        const code = room.dataset.places.get(tables.places.texts[place]!)?.country;
        return code ? Math.max(0, tables.countries.number(code)) : 0;
      },
    );
  }
}
