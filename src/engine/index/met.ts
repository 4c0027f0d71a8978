import type { Event, Participant } from "../../model/event.ts";

/**
 * True for an event of the group `met`: meeting, talks, and a visit where host and visitor are both named. A
 * person's visit to a country tells nobody whom they met, so there a country is not host enough; where
 * delegations of countries visit, both are sides and met.
 */
export function metEachOther({ kind, participants }: Event): boolean {
  switch (kind) {
    case "meeting":
    case "talks":
      return true;
    case "visit":
      return participants.some(
        (host) =>
          host.part === "host" &&
          named(host) &&
          participants.some(
            (visitor) =>
              visitor.part === "visitor" &&
              named(visitor) &&
              (host.kind !== "country" || visitor.kind === "country"),
          ),
      );
    default:
      return false;
  }
}

const named = ({ resolution }: Participant) => resolution !== "unnamed";
