import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import type { Briefing, Citation } from "../src/model/briefing.ts";
import type { Event } from "../src/model/event.ts";
import { addDays } from "../src/model/when.ts";
import { draw } from "../src/pictures/index.ts";

/** Draws 50 events and 40 people over and over, and prints how long it takes and how long the loop is blocked. */
const RUNS = 60;

const event = (n: number): Event => {
  const day = addDays("2020-01-01", n * 11);
  const person = (number: number) => ({
    id: `person-${number}`,
    kind: "person" as const,
    name: `Delegate Number ${number}`,
    as: "",
    part: "attendee" as const,
    resolution: "named" as const,
    inferred: false,
  });
  return {
    id: `E-${n}`,
    kind: "meeting",
    status: "happened",
    flags: [],
    occasion: null,
    participants: [person(n % 40), person((n * 7 + 1) % 40)],
    places: [],
    when: { edtf: day, start: day, end: day, precision: "day", derivation: "stated", evidence: "" },
    topics: [],
    summary: "",
    sources: [],
    confidence: { band: "high", reasons: [] },
    review: "none",
    conflicts: [],
  };
};

const citation: Citation = {
  document: "D-000000",
  title: "Forty delegates and what they spoke about",
  publisher: "The Morning Bench",
  published: "2020-01-01",
  paragraph: 4,
  span: [100, 240],
  origin: "the-morning-bench",
  quote: null,
};

const briefing = (events: number): Briefing => ({
  question: "",
  understood: "Meetings of forty delegates",
  query: null,
  answer: { kind: "nothing", values: [] },
  events: Array.from({ length: events }, (_, n) => ({
    ...event(n),
    summary: `Delegate Number ${n % 40} met Delegate Number ${(n * 7 + 1) % 40} to speak about the harvest.`,
    sources: [citation, citation],
    certainty: "certain",
  })),
  also: [],
  notes: [],
  coverage: { documents: 0, from: null, to: null, matchingDocuments: 0 },
  nearest: [],
  suggestions: [],
});

for (const [name, kind, events] of [
  ["timeline, 50 events", "timeline", 50],
  ["timeline, 5,000 events", "timeline", 5000],
  ["network, 40 people, 120 meetings", "network", 120],
] as const) {
  const data = briefing(events);
  const whole: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  for (let run = 0; run < RUNS; run++) {
    if (run === 10) loop.enable();
    const from = performance.now();
    const drawn = await draw(kind, data);
    if ("none" in drawn) throw new Error(drawn.none);
    if (run >= 10) whole.push(performance.now() - from);
  }
  loop.disable();
  whole.sort((a, b) => a - b);
  const at = (share: number) => (whole[Math.floor((whole.length - 1) * share)] ?? 0).toFixed(0);
  console.log(
    `${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; loop blocked at most ${(loop.max / 1e6).toFixed(0)} ms`,
  );
}
