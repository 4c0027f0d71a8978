import fc from "fast-check";
import { dayFromNumber, dayNumber } from "../../../src/model/when.ts";
import { timeMentions } from "../../../src/reading/time/index.ts";
import type { Creation, Tense, TimeMention } from "../../../src/reading/types.ts";

export const known = (day: string): Creation => between(day, day, "stated");

export const between = (
  start: string | null,
  end: string | null,
  derivation: Creation["derivation"] = "inferred",
) => ({ start, end, derivation, evidence: "" }) as Creation;

/** All mentions of a text told on a day, or in an interval, in one tense. */
export function read(
  text: string,
  creation: string | Creation,
  tense: Tense = "past",
): readonly TimeMention[] {
  return timeMentions(text, 0, typeof creation === "string" ? known(creation) : creation, () => tense);
}

/** As `read`: each mention's words and EDTF value. */
export const values = (text: string, creation: string | Creation, tense: Tense = "past") =>
  read(text, creation, tense).map((m) => `${m.text} = ${m.when.edtf}`);

/** Days from 1900 to 2099, whose years are read. */
export const days = fc
  .integer({ min: dayNumber("1900-01-01"), max: dayNumber("2099-12-31") })
  .map(dayFromNumber);

/** Days with room on both sides, to be told on. */
export const tellingDays = fc
  .integer({ min: dayNumber("1920-01-01"), max: dayNumber("2080-12-31") })
  .map(dayFromNumber);

export const tenses = fc.constantFrom<Tense>("past", "present", "future");
