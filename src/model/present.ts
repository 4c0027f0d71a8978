import type { Event, Participant } from "./event.ts";
import { KIND_GROUPS, type Kind, PRESENT_PARTS } from "./kinds.ts";

/** What of a participant tells whether it was there. */
type There = Pick<Participant, "kind" | "part" | "country">;
type Told<T extends There> = Pick<Event, "kind" | "status"> & { readonly participants: readonly T[] };

/**
 * Who was there, as sides that met: persons, bodies and groups, and a country only where nobody else stands for it.
 * Those who declined, were absent or are only named in the text were not there.
 */
export function present<T extends There>({ participants }: Pick<Told<T>, "participants">): readonly T[] {
  const there = participants.filter((one) => PRESENT_PARTS.includes(one.part));
  return there.filter(
    (one) =>
      one.kind !== "country" ||
      !there.some((other) => other.kind !== "country" && other.country === one.country),
  );
}

/** True when the event is one at which those present met each other: it happened, and its kind is of the group met. */
export function isEncounter(event: Told<There>): boolean {
  if (event.status !== "happened" || !(KIND_GROUPS.met as readonly Kind[]).includes(event.kind)) return false;
  if (event.kind !== "visit") return true;
  return (["visitor", "host"] as const).every((part) => event.participants.some((one) => one.part === part));
}
