import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import type { Instant } from "../../src/model/when.ts";
import { csv } from "./csv.ts";
import { ics } from "./ics.ts";
import { markdown } from "./markdown.ts";

/** What a file is made from. */
export type Export = {
  readonly briefing: Briefing;
  readonly events: readonly BriefedEvent[];
  readonly at: Instant;
  readonly locale: string;
};

export type Written = { readonly content: string; readonly note?: string };

export const FORMATS = {
  csv: { label: "table (CSV)", type: "text/csv", write: csv },
  json: { label: "data (JSON)", type: "application/json", write: json },
  ics: { label: "calendar (ICS)", type: "text/calendar", write: ics },
  md: { label: "text (Markdown)", type: "text/markdown", write: markdown },
} as const satisfies Record<string, { label: string; type: string; write: (from: Export) => Written }>;

export type Format = keyof typeof FORMATS;

function json({ briefing, events }: Export): Written {
  const { question, understood, query, coverage, notes } = briefing;
  const whole = { question, understood, query, coverage, notes, events };
  return { content: `${JSON.stringify(whole, null, 2)}\n` };
}
