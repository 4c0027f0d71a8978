import type { BriefedEvent, Briefing } from "../../../src/model/briefing.ts";
import type { Dataset } from "../../../src/model/dataset.ts";
import type { Engine } from "../../../src/model/engine.ts";
import type { Event } from "../../../src/model/event.ts";
import { event, world } from "../../fixtures/world.ts";

/** A dataset that grows while it is open, and an engine to which every event answers every question. */
export function growing() {
  let events: readonly Event[] = [];
  const briefed = (one: Event): BriefedEvent => ({ ...one, sources: [], certainty: "certain" });
  const engine: Engine = {
    tell: () => "everything",
    read: () => ({ kind: "unclear", unclear: { problem: "empty" } }),
    ask: () => briefing([]),
    suggest: () => [],
    answer: (query) => {
      if (query.event !== undefined) return briefing(events.filter(({ id }) => id === query.event));
      return briefing(query.when || query.status ? [] : events);
    },
  };
  function briefing(found: readonly Event[]): Briefing {
    return {
      question: "",
      understood: "everything",
      query: { ask: "events" },
      answer: { kind: "events", values: found.map(({ id }) => ({ id })) },
      events: found.map(briefed),
      also: [],
      notes: [],
      coverage: { documents: 0, from: null, to: null, matchingDocuments: 0 },
      nearest: [],
      suggestions: [],
    };
  }
  return {
    get dataset(): Dataset {
      return { ...world([]), events };
    },
    engine,
    add: () => {
      events = [...events, event({ id: `E-${String(events.length).padStart(8, "0")}` })];
    },
    correct: () => {
      const last = events.at(-1);
      if (last) events = [...events.slice(0, -1), { ...last, topics: [...last.topics, "security"] }];
    },
  };
}
