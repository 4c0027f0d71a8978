import { SILENCE } from "../../src/engine/answer/notes.ts";
import type { Briefing, Coverage } from "../../src/model/briefing.ts";
import type { Query } from "../../src/model/query.ts";
import { dateWords, periodWords } from "./dates.ts";

/** The paragraphs before the items: the short answer, where the items alone are not one. */
export function leadOf(briefing: Briefing, locale: string): readonly string[] {
  const { answer, coverage, notes } = briefing;
  switch (answer.kind) {
    case "whether": {
      const [{ value }] = answer.values;
      if (value === "not recorded") return nothing(coverage, locale);
      return [value === "yes" ? "Yes." : (notes.find(saysNo) ?? "No.")];
    }
    case "number": {
      const [{ value }] = answer.values;
      return [`${value} ${counted(briefing.query, value)}`];
    }
    case "nothing":
      return nothing(coverage, locale);
    case "unclear":
      return [...notes, ...tries(briefing)];
    case "which":
    case "people":
    case "pairs":
    case "events":
    case "dates":
    case "places":
    case "topics":
    case "entity":
      return [];
  }
}

/** The notes that the lead does not say already. */
export function notesOf({ answer, notes }: Briefing, locale: string): readonly string[] {
  if (answer.kind === "unclear" || answer.kind === "which") return [];
  const rest = notes.filter((note) => note !== SILENCE && !(answer.kind === "whether" && saysNo(note)));
  // The engine writes days as EDTF; readers have them in their own format.
  return rest.map((note) =>
    note.replace(/^(The date )(\S+)/, (_, the, edtf) => the + dateWords(edtf, locale)),
  );
}

const saysNo = (note: string) => note.startsWith("No:");

const nothing = (coverage: Coverage, locale: string): readonly string[] => [
  `${SILENCE} ${coverageWords(coverage, locale)}`,
];

/** How far the dataset reaches, as a sentence. */
export function coverageWords({ documents, from, to }: Coverage, locale: string): string {
  const many = documents === 1 ? "1 document" : `${documents} documents`;
  return from === null && to === null
    ? `The dataset holds ${many}.`
    : `The dataset holds ${many}, with events of ${periodWords(from, to, locale)}.`;
}

const COUNTED = {
  events: ["event", "events"],
  people: ["person", "people"],
  places: ["place", "places"],
  sources: ["source", "sources"],
  days: ["day", "days"],
} as const;

function counted(query: Query | null, value: number): string {
  const [one, many] = COUNTED[query?.of ?? "events"];
  return value === 1 ? `${one}.` : `${many}.`;
}

const tries = ({ suggestions }: Briefing): readonly string[] =>
  suggestions.length === 0 ? [] : [`Try: ${suggestions.slice(0, 3).join(" · ")}`];
