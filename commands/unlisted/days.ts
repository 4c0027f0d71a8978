import type { Desk } from "../../src/bot/index.ts";
import type { TimeTerm } from "../../src/model/query.ts";

export type FoundDay = { readonly words: string; readonly when: TimeTerm };

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "(?:1[89]|20)\\d\\d";
const PATTERNS = [
  `\\d{4}-\\d\\d-\\d\\d`,
  `\\d{1,2}[./]\\d{1,2}[./]${YEAR}`,
  `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? ${YEAR}`,
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}`,
  `${MONTH} ${YEAR}`,
  "(?:last|this|next) (?:week|month|year)",
  "yesterday|today|tomorrow",
  YEAR,
];
const DATE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${PATTERNS.join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** The days, months and years that a text writes out, each read by the engine as in a question. */
export function daysIn(text: string, { engine, today }: Desk): readonly FoundDay[] {
  const words = [...new Set([...text.matchAll(DATE)].map(([match]) => match))];
  return words.flatMap((each) => {
    const frames = [`events on ${each}`, `events in ${each}`, `events ${each}`];
    const readings = frames.map((frame) => engine.read(frame, { today }));
    const when = readings
      .flatMap((reading) =>
        reading.kind === "query" && reading.ignored.length === 0 ? reading.query.when : [],
      )
      .find((found) => found !== undefined);
    return when ? [{ words: each, when }] : [];
  });
}
