import { hash } from "node:crypto";
import type { EventId } from "../../model/event.ts";
import type { Key, Told } from "./told.ts";

const SHORTEST = 8;
const LETTERS = "0123456789abcdefghijklmnopqrstuv";

/**
 * An id for each event, in the order given: `E-` and 8 letters or digits of the hash of its first key, longer
 * where an earlier event has them already. The ids of its other keys redirect to it: should one of its documents
 * be missing from another build, or stand in another order there, the id that it had then still leads to it.
 */
export function identify(events: readonly Told[]): {
  readonly ids: readonly EventId[];
  readonly redirects: Readonly<Record<EventId, EventId>>;
} {
  const taken = new Set<EventId>();
  const ids = events.map(({ keys }) => {
    const id = idOf(keys[0], taken);
    taken.add(id);
    return id;
  });
  const redirects: Record<EventId, EventId> = {};
  events.forEach(({ keys }, at) => {
    for (const key of keys.slice(1)) {
      const old = idOf(key, taken);
      taken.add(old);
      redirects[old] = ids[at]!;
    }
  });
  return { ids, redirects };
}

function idOf({ sha256, span, nth }: Key, taken: ReadonlySet<EventId>): EventId {
  const told = `${sha256}:${span[0]}-${span[1]}${nth === 0 ? "" : `#${nth}`}`;
  const letters = [...hash("sha256", told, "buffer")].map((byte) => LETTERS[byte % 32]).join("");
  let length = SHORTEST;
  while (length < letters.length && taken.has(`E-${letters.slice(0, length)}`)) length++;
  return `E-${letters.slice(0, length)}`;
}
