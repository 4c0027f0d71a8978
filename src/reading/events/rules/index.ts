import { agreements } from "./agreements.ts";
import { calls } from "./calls.ts";
import { ceasefires } from "./ceasefires.ts";
import { delegations } from "./delegations.ts";
import { hosts } from "./hosts.ts";
import { meet } from "./meet.ts";
import { reunions } from "./reunions.ts";
import type { Rule } from "./rule.ts";
import { statements } from "./statements.ts";
import { talks } from "./talks.ts";
import { titles } from "./titles.ts";
import { visits } from "./visits.ts";

/** The rule families, in the order in which they read a sentence. Each can be left out to see what it gives. */
export const RULES: readonly Rule[] = [
  meet,
  talks,
  calls,
  hosts,
  delegations,
  reunions,
  visits,
  titles,
  statements,
  agreements,
  ceasefires,
];
