import type { Draft } from "../../src/bot/index.ts";
import type { Event } from "../../src/model/event.ts";

/** An event as it enters answers when a person approves it. */
export const approved = (event: Event): Event => ({
  ...event,
  review: "accepted",
  confidence: {
    band: event.confidence.band === "low" ? "medium" : event.confidence.band,
    reasons: [...event.confidence.reasons, "approved by a curator"],
  },
});

/** The approval of an event as it was read. */
export const approving = (event: Event, checksums: Readonly<Record<string, string>>): Draft => ({
  kind: "accept",
  event: event.id,
  before: event,
  after: approved(event),
  checksums,
  documents: [],
  why: "",
});
