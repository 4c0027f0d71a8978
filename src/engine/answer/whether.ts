import type { WhetherValue } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import { EMPTY } from "../index/lists.ts";
import type { Found, Selection } from "../select/index.ts";
import { CERTAIN, NO } from "../select/match.ts";
import { inSet, STAYED_AWAY } from "../select/parts.ts";
import type { Room } from "./room.ts";
import { separate } from "./separate.ts";
import { stands } from "./tally.ts";

/** Yes or no, the events that say so, and of a "no" what it stands on. */
export type Whether = {
  readonly value: WhetherValue;
  readonly positions: Uint32Array;
  readonly because: "denied" | "declined" | "separate" | null;
  /** Events that tell of them as separate, where that says nothing of all that was asked. */
  readonly apart: Uint32Array;
};

/**
 * Whether something happened. Yes on an event that certainly fits. No only on evidence: it was denied, someone
 * asked about declined or stayed away, or, of the occasion that the question names, they are told as having met
 * others separately. Else not recorded.
 */
export function whetherOf(room: Room, query: Query, found: Found, answer: Selection): Whether {
  const yes = certain(answer);
  if (yes.length > 0) return whether(room, "yes", yes, null);
  // What was declined had been proposed.
  const proposed =
    query.status?.join() === "proposed" ? certain(room.selector.ofStatus(found, ["declined"])) : yes;
  if (proposed.length > 0) return whether(room, "yes", proposed, null);
  if (query.status && !query.status.includes("happened")) return whether(room, "not recorded", yes, null);
  const denied = certain(room.selector.ofStatus(found, ["denied"]));
  if (denied.length > 0) return whether(room, "no", denied, "denied");
  const declined = stayedAway(room, query);
  if (declined.length > 0) return whether(room, "no", declined, "declined");
  const apart = separate(room, query);
  if (apart.length > 0 && isOfOneOccasion(query)) return whether(room, "no", apart, "separate");
  return { ...whether(room, "not recorded", yes, null), apart };
}

function whether(
  room: Room,
  value: WhetherValue["value"],
  positions: Uint32Array,
  because: Whether["because"],
): Whether {
  return { value: { value, ...stands(room, positions) }, positions, because, apart: EMPTY };
}

/** That they met others separately once says nothing of all other times. */
const isOfOneOccasion = ({ when, where, occasion, event }: Query) =>
  [when, where, occasion, event].some((each) => each !== undefined);

function certain({ positions, matches }: Selection): Uint32Array {
  return matches === null ? positions : positions.filter((_, i) => matches[i] === CERTAIN);
}

/** Events that fit but for the part of someone asked about, who declined or was absent; or that were declined. */
function stayedAway(room: Room, query: Query): Uint32Array {
  const { index, selector } = room;
  if (!query.who) return new Uint32Array(0);
  const anyPart = { ...query, who: query.who.map((term) => ({ ...term, part: "any" as const })) };
  const found = selector.select(anyPart);
  const declined = new Set(certain(selector.ofStatus(found, ["declined"])));
  const { offsets, part } = index.participants;
  return certain(found).filter((position) => {
    if (declined.has(position)) return true;
    for (let row = offsets[position]!; row < offsets[position + 1]!; row++)
      if (
        inSet(STAYED_AWAY, part[row]!) &&
        found.matchers.some((matcher) => matcher.row(position, row) !== NO)
      )
        return true;
    return false;
  });
}
