import shipped from "../data/examples.json" with { type: "json" };

/** Three questions that the shipped dataset answers, for a first look. */
export const QUESTIONS: readonly string[] = shipped.questions;

/** A whole line for each command that works on the shipped dataset: what it names is data, and lives there. */
export function exampleOf(command: keyof typeof shipped.commands): string {
  return shipped.commands[command];
}
