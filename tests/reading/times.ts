import { mergeWithin } from "../../src/reading/merge/index.ts";
import { read } from "./told.ts";

const PEOPLE: Readonly<Record<string, string>> = {
  "{B}": "Norwegian Foreign Minister Anna Berg",
  "{S}": "Estonian Foreign Minister Priit Saar",
  "{K}": "Latvian Foreign Minister Ilze Kalnina",
};

/** The times of a text's events but statements, in the order of the text, without the marks of approximation. */
export function times(text: string): string {
  const told = mergeWithin(read(text.replace(/\{[BSK]\}/g, (who) => PEOPLE[who] as string)));
  return told
    .filter(({ kind }) => kind !== "statement")
    .map(({ when }) => when.edtf.replaceAll("~", ""))
    .join(" ; ");
}

export const page = (day: string, body: string) => ` date ${day} What the ministers did\n\n${body}\n`;
