import type { EntityValue } from "../../model/briefing.ts";
import type { Entity, EntityId } from "../../model/entity.ts";
import { countryId } from "../../model/entity.ts";
import type { Query } from "../../model/query.ts";
import type { Room } from "./room.ts";
import { stands } from "./tally.ts";

/** Everything known of one entity: what the gazetteer and the dataset have of it, and every event it stands in. */
export function profileOf(room: Room, query: Query): { value: EntityValue; positions: Uint32Array } | null {
  const [term] = query.who ?? [];
  const entity = term?.entity === undefined ? undefined : entityOf(room, term.entity);
  if (!entity) return null;
  const { ask: _, ...conditions } = query;
  const found = room.selector.select({
    ask: "events",
    ...conditions,
    who: [{ entity: entity.id, part: "any" }],
  });
  const { id, name, offices, country, aliases } = entity;
  return {
    value: {
      id,
      name,
      offices,
      ...(country !== undefined && { country }),
      aliases,
      ...stands(room, found.positions, true),
    },
    positions: found.positions,
  };
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
