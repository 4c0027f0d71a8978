import type { BriefedEvent } from "../../model/briefing.ts";
import type { Query } from "../../model/query.ts";
import { tellDate } from "../question/time/index.ts";
import type { Room } from "./room.ts";
import type { Sifted } from "./sift.ts";

/** What an answer's notes are drawn from. `events` are those of the answer itself. */
export type Noted = {
  readonly query: Query;
  readonly told: Sifted["told"];
  readonly events: readonly BriefedEvent[];
  readonly possible: number;
  readonly rivals: number;
  /** How many stand beside the answer because their dates could lie in the time asked for. */
  readonly undated: number;
  /** The question compares with an event that nothing is recorded of. */
  readonly noPivot: boolean;
};

/** How far an answer can be trusted, in plain words: status, certainty, inferred names and dates, conflicts. */
export function notesOn(room: Room, noted: Noted): readonly string[] {
  const { query, events } = noted;
  return [
    ...(noted.noPivot ? [noPivot(room, query)] : []),
    ...toldAs(noted),
    ...denials(query, events),
    ...possible(noted),
    ...inferredNames(events),
    ...inferredDates(events),
    ...occasions(query, events),
    ...several(query, events),
    ...conflicts(events),
  ];
}

/** Silence is not evidence. */
export const SILENCE = "Nothing recorded. That is not proof that it did not happen.";

function noPivot(room: Room, { when }: Query): string {
  const pivot = when && "pivot" in when && "query" in when.pivot ? room.tell(when.pivot.query) : null;
  return pivot
    ? `Nothing recorded to compare the time with: ${pivot}.`
    : "Nothing recorded to compare the time with.";
}

function toldAs({ told, events }: Noted): readonly string[] {
  switch (told) {
    case "as asked":
      return [];
    case "planned":
      return [
        "Nothing of this is recorded as having happened. What was planned is shown; nothing confirms it.",
      ];
    case "otherwise":
      return [
        `Nothing of this is recorded as having happened. What is shown was ${list([...new Set(events.map(({ status }) => status))])}.`,
      ];
  }
}

/** Whoever stands in an event that was denied would have taken part in it; the one who denied it is apart from them. */
function denials({ status, who }: Query, events: readonly BriefedEvent[]): readonly string[] {
  if (status?.join() !== "denied" || who === undefined || events.length === 0) return [];
  const known = events.some(({ participants }) => participants.some(({ part }) => part === "informant"));
  return known ? [] : ["Recorded is what was denied and who would have taken part in it, not who denied it."];
}

function possible({ query, possible, rivals, undated }: Noted): readonly string[] {
  const unsure =
    possible === 0
      ? []
      : [
          query.when
            ? "Marked possible: the date is not known exactly and may lie outside the time asked for."
            : "Marked possible: the dates do not tell whether the office was held then.",
        ];
  const rival =
    rivals === 0
      ? []
      : [
          `The dates of others are not known exactly; one of them may have been ${query.order === "last" ? "later" : "earlier"}.`,
        ];
  const beside =
    undated > 0
      ? ["Events whose dates are not known exactly and could lie in the time asked for are listed apart."]
      : [];
  return [...unsure, ...rival, ...beside];
}

function inferredNames(events: readonly BriefedEvent[]): readonly string[] {
  const names = new Set(
    events.flatMap(({ participants }) =>
      participants.filter(({ inferred }) => inferred).map(({ name }) => name),
    ),
  );
  if (names.size === 0) return [];
  return [
    `Named in the text by office only; the ${names.size === 1 ? "name is" : "names are"} inferred from the table of office holders: ${list([...names])}.`,
  ];
}

const MOST_DATES = 3;

function inferredDates(events: readonly BriefedEvent[]): readonly string[] {
  const reasons = new Set(
    events
      .filter(({ when }) => when.derivation === "inferred" || when.derivation === "publication-bound")
      .map(({ when }) => {
        const what = when.derivation === "inferred" ? "is inferred" : "is limited only by the publication";
        return `The date ${isSharp(when.edtf) ? when.edtf : tellWhen(when.edtf)} ${what}${when.evidence ? `: ${inWords(when.evidence)}` : ""}.`;
      }),
  );
  if (reasons.size <= MOST_DATES) return [...reasons];
  return ["Some dates are inferred or limited only by the publication; each event says which."];
}

const isSharp = (edtf: string) => /^[\d-]+$/.test(edtf);

/** "until 11 June 2019", "from about March 2022 to September 2023". */
function tellWhen(edtf: string): string {
  const [from = "", to] = edtf.split("/");
  const tell = (side: string) =>
    `${/[~%]$/.test(side) ? "about " : ""}${tellDate(side.replace(/[~?%]$/, ""))}`;
  if (to === undefined) return tell(from);
  if (from === "..") return `until ${tell(to)}`;
  return to === ".." ? `from ${tell(from)}` : `from ${tell(from)} to ${tell(to)}`;
}

/** Days of a text as a reader writes them. */
const inWords = (text: string) => text.replace(/\b\d{4}-\d\d(?:-\d\d)?\b/g, (date) => tellDate(date));

/** Where a place is asked for and none is known, the occasion says something of it. */
function occasions({ ask }: Query, events: readonly BriefedEvent[]): readonly string[] {
  if (ask !== "places") return [];
  const names = new Set(
    events.flatMap(({ places, occasion }) => (places.length === 0 && occasion !== null ? [occasion] : [])),
  );
  return names.size > 0 ? [`Without a recorded place, but part of: ${list([...names])}.`] : [];
}

function several({ ask }: Query, events: readonly BriefedEvent[]): readonly string[] {
  const series = events.filter(({ flags }) => flags.includes("series")).length;
  return series > 0 && (ask === "number" || ask === "dates")
    ? [
        `${series === 1 ? "One event tells" : `${series} events tell`} of several meetings as one; how many they were is not recorded.`,
      ]
    : [];
}

function conflicts(events: readonly BriefedEvent[]): readonly string[] {
  const told = events.flatMap(({ conflicts }) =>
    conflicts.map(
      ({ field, values }) =>
        `Sources differ on the ${field}: ${values.map(({ value }) => value).join("; ")}.`,
    ),
  );
  return [...new Set(told)];
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
