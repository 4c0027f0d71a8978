import { type When, whenOf as written } from "../../../model/when.ts";
import type { TimeMention } from "../../types.ts";
import type { Draft } from "../draft.ts";
import type { Line } from "../sentence/line.ts";
import { expressionFor } from "./when/expression.ts";
import { wholeOf } from "./when/extent.ts";
import { countedFrom } from "./when/occasion.ts";
import { untimed } from "./when/untimed.ts";

export { inThePresent, nominal } from "./when/expression.ts";

/** When a draft was, and how that is known. */
export type Timed = {
  readonly when: When;
  /** True where the sentence itself says it. */
  readonly stated: boolean;
  readonly rule: string;
  /** True where the words tell of a period that it went on over. */
  readonly over?: boolean;
};

/** When a draft was: its own time expression, or what its status and the report's day allow. */
export function whenOf(d: Draft): Timed {
  if (d.when) return { when: d.when, stated: true, rule: "time: given by the rule" };
  const counted = countedFrom(d);
  if (counted) return { when: counted, stated: true, rule: "time: counted from another day" };
  const found = expressionFor(d);
  if (found && d.status === "alleged" && found.reported)
    return { when: beforeReport(found.mention.when), stated: false, rule: "time: before the report" };
  if (found) {
    const whole = wholeOf(d, found.mention.when);
    const over = goesOn(d.line, found.mention);
    return whole
      ? { when: whole, stated: true, rule: "time: so many days around the one named", over }
      : { when: found.mention.when, stated: true, rule: "time: expression", over };
  }
  const when = untimed(d);
  return { when: wholeOf(d, when) ?? when, stated: false, rule: "time: by the report's day" };
}

/** "over the past 18 months", "in recent weeks": not a day somewhere within. */
const goesOn = (line: Line, { span }: TimeMention): boolean =>
  /\b(?:past|last|previous|recent) (?:\S+ ){0,2}(?:weeks|months|years)\b|\b(?:over|during|throughout) the (?:past|last) year\b/i.test(
    line.scan.text.slice(Math.max(0, span[0] - 16), span[1]),
  );

const beforeReport = ({ end, evidence }: When): When =>
  written(`../${end}`, "inferred", `no day of its own; before the report (${evidence})`) ?? {
    edtf: "..",
    start: null,
    end: null,
    precision: "none",
    derivation: "inferred",
    evidence: `no day of its own; before the report (${evidence})`,
  };
