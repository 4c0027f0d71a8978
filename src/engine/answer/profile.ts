import type { EntityValue } from "../../model/briefing.ts";
import type { Entity, EntityId } from "../../model/entity.ts";
import { countryId } from "../../model/entity.ts";
import type { OfficeTerm, Query } from "../../model/query.ts";
import { addDays, type Period, span } from "../../model/when.ts";
import { union } from "../index/lists.ts";
import { tellDate } from "../question/time/index.ts";
import { holdersOf } from "./holders.ts";
import type { Room } from "./room.ts";
import { stands } from "./tally.ts";

export type Profile = {
  readonly values: readonly EntityValue[];
  readonly positions: Uint32Array;
  readonly notes: readonly string[];
};

/**
 * Everything known of one entity, or of whoever held an office in the time asked for: what the gazetteer and the
 * dataset have of them, and every event they stand in. `null` where nobody of the kind is known.
 */
export function profileOf(room: Room, query: Query): Profile | null {
  const [term] = query.who ?? [];
  if (term?.office) return officeHolders(room, query, term.office);
  const entity = term?.entity === undefined ? undefined : entityOf(room, term.entity);
  if (!entity) return null;
  const { ask: _, ...conditions } = query;
  const { value, positions } = entryOf(room, entity, conditions);
  return { values: [value], positions, notes: notesOf(room, entity, positions) };
}

/** True where `profileOf` has something to tell. */
export function hasProfile(room: Room, { who, when }: Query): boolean {
  const [term] = who ?? [];
  if (term?.office) return holdersOf(room.dataset, term.office, periodOf(when)).held.length > 0;
  return term?.entity !== undefined && entityOf(room, term.entity) !== undefined;
}

function officeHolders(room: Room, { when }: Query, office: OfficeTerm): Profile | null {
  const { held, unsure } = holdersOf(room.dataset, office, periodOf(when));
  const found = held.map((entity) => entryOf(room, entity, {}));
  if (found.length === 0) return null;
  return {
    values: found.map(({ value }) => value),
    positions: union(found.map(({ positions }) => positions)),
    notes: [
      "From the table of office holders in the gazetteer, not from a document.",
      ...(unsure
        ? [
            `The table is known to hold up to ${tellDate(room.dataset.gazetteer.knownTo ?? "")}; later holders may differ.`,
          ]
        : []),
    ],
  };
}

function periodOf(when: Query["when"]): Period {
  if (when === undefined) return { from: null, to: null };
  if (when.kind === "period") return when;
  const days = "day" in when.pivot ? span(when.pivot.day) : null;
  if (when.kind === "same") return days ?? { from: null, to: null };
  return when.kind === "before"
    ? { from: null, to: days && addDays(days.from, -1) }
    : { from: days && addDays(days.to, 1), to: null };
}

function entryOf(room: Room, entity: Entity, conditions: Partial<Query>) {
  const { positions } = room.selector.select({
    ...conditions,
    ask: "events",
    who: [{ entity: entity.id, part: "any" }],
  });
  const { id, name, offices, country, aliases } = entity;
  const value: EntityValue = {
    id,
    name,
    offices,
    ...(country !== undefined && { country }),
    aliases,
    ...stands(room, positions, true),
  };
  return { value, positions };
}

function notesOf(room: Room, { id, name, offices }: Entity, positions: Uint32Array): readonly string[] {
  if (positions.length === 0)
    return [
      offices.length > 0
        ? `Nothing recorded of ${name}; offices are from the table of office holders.`
        : `Nothing recorded of ${name}.`,
    ];
  if (offices.length > 0) return ["Offices are from the table of office holders in the gazetteer."];
  const roles = rolesIn(room, id, positions);
  return roles.length > 0 ? [`Called in the documents: ${roles.join(", ")}.`] : [];
}

const MOST_READ = 50;

/** What the texts call somebody whose offices no table has. */
function rolesIn({ dataset, index }: Room, id: EntityId, positions: Uint32Array): readonly string[] {
  const roles = [...positions.subarray(-MOST_READ)].flatMap((position) =>
    (dataset.events.at(index.order[position]!)?.participants ?? []).flatMap((one) =>
      one.id === id && one.role !== undefined ? [one.role] : [],
    ),
  );
  return [...new Set(roles)];
}

function entityOf({ dataset }: Room, id: EntityId): Entity | undefined {
  const { people, organisations, countries } = dataset.gazetteer;
  const known = [...people, ...organisations].find((entity) => entity.id === id);
  const country = countries.find(({ code }) => countryId(code) === id);
  const own = dataset.entities.get(id);
  if (own && known)
    return { ...known, ...own, offices: own.offices.length > 0 ? own.offices : known.offices };
  return (
    own ??
    known ??
    (country && {
      id,
      kind: "country",
      name: country.name,
      aliases: country.aliases,
      country: country.code,
      offices: [],
    })
  );
}
