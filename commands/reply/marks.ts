import type { BriefedEvent } from "../../src/model/briefing.ts";
import type { Participant } from "../../src/model/event.ts";
import { dateWords } from "./dates.ts";

/** What a reader must know beside the event itself, in words: how far it got, what was inferred, what is disputed. */
export function marksOf(event: BriefedEvent, locale: string): readonly string[] {
  const { status, flags, when, participants, places, sources, conflicts, corrected } = event;
  const inferred = participants.filter((each) => each.inferred);
  const origins = new Set(sources.map(({ origin }) => origin));
  const documents = new Set(sources.map(({ document }) => document));
  const undated = when.start === null && when.end === null;
  return [
    ...(status === "happened" ? [] : [status]),
    ...(flags.includes("secret") ? ["secret"] : []),
    ...(flags.includes("series") ? ["several told as one"] : []),
    ...(when.derivation === "inferred" ? ["date inferred"] : []),
    ...(when.derivation === "publication-bound" && !undated ? ["date known only by the publication"] : []),
    ...(inferred.length > 0 ? [namesInferred(inferred, event.summary)] : []),
    ...(places.some(({ derivation }) => derivation === "inferred") ? ["place inferred"] : []),
    ...(documents.size > 1 && origins.size === 1 ? [`${documents.size} documents, one origin`] : []),
    ...(conflicts.length > 0 ? [`sources differ on ${conflicts.map(({ field }) => field).join(", ")}`] : []),
    ...(corrected ? [`corrected ${dateWords(corrected.on, locale)}: ${corrected.reason}`] : []),
  ];
}

/** The names stand in the summary where it says the same. */
function namesInferred(people: readonly Participant[], summary: string): string {
  const mark = `${people.length === 1 ? "name" : "names"} inferred from office`;
  return summary.includes("inferred") ? mark : `${mark}: ${people.map(({ name }) => name).join(", ")}`;
}
