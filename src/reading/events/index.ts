import { meet } from "./meet.ts";
import type { Rule } from "./rule.ts";
import { talks } from "./talks.ts";

/** The rule families, in the order in which they read a sentence. Each can be left out to see what it gives. */
export const RULES: readonly Rule[] = [meet, talks];
