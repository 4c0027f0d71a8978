import type { Event, Participant } from "../model/event.ts";
import { OUTSIDE_PARTS, type Part } from "../model/kinds.ts";
import { dateWords } from "./summary/dates.ts";
import { matterWords } from "./summary/matters.ts";
import { list, placed } from "./summary/names.ts";
import { deed } from "./summary/verbs.ts";

/** An event without its summary: all that the sentence is made from. */
export type Facts = Omit<Event, "id" | "summary">;

/**
 * One plain sentence of our own, composed from an event's fields alone: who did what, about what, where and when,
 * how far it got, who stayed away, and whose names are inferred. Never a document's sentence.
 */
export function summarise(event: Facts): string {
  const sentence = `${claim(event)}${asides(event)}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The deed under its status. */
function claim(event: Facts): string {
  const { who, many, past, infinitive } = deed(event);
  const rest = circumstances(event);
  const due = many ? "were due to" : "was due to";
  switch (event.status) {
    case "happened":
      return `${who} ${past}${rest}`;
    case "planned":
      return `${who} ${due} ${infinitive}${rest}`;
    case "proposed":
      return `it was proposed that ${who} ${infinitive}${rest}`;
    case "declined": {
      const refused = refusal(event);
      if (refused !== null) return `${refused}${rest}`;
      return `it was proposed that ${who} ${infinitive}${rest}; this was declined`;
    }
    case "cancelled":
    case "postponed":
      return `${who} ${due} ${infinitive}${rest}; this was ${event.status}`;
    case "denied": {
      const deniers = withPart(event, "informant");
      return `${deniers.length > 0 ? `${list(deniers)} denied` : "it was denied"} that ${who} ${past}${rest}`;
    }
    case "alleged":
      return `it was alleged that ${who} ${past}${rest}`;
  }
}

/** Who refused what, where the parts tell it. */
function refusal(event: Facts): string | null {
  const away = withPart(event, "declined");
  const absent = withPart(event, "absent");
  const others = event.participants.filter((p) => !isAside(p) && p.part !== "witness");
  if (event.kind === "ceasefire") {
    const proposers = withPart(event, "target");
    const refusers = withPart(event, "actor");
    const of = proposers.length > 0 ? ` proposed by ${list(proposers)}` : "";
    return refusers.length > 0 ? `a ceasefire${of} was rejected by ${list(refusers)}` : null;
  }
  if (away.length + absent.length === 0 || (event.kind !== "meeting" && event.kind !== "talks")) return null;
  const what = event.kind === "talks" ? "talks" : "a meeting";
  if (others.length === 0)
    return away.length > 0
      ? `${list(away)} did not take part in ${what}`
      : `${list(absent)} stayed away from ${what}`;
  if (away.length === 0) return null;
  return `${list(away)} refused to ${event.kind === "talks" ? "hold talks with" : "meet"} ${list(others)}`;
}

function circumstances(event: Facts): string {
  const { kind, flags, topics, places, occasion } = event;
  const witnesses = withPart(event, "witness");
  return [
    flags.includes("series") && event.status !== "denied" ? " several times" : "",
    matterWords(kind, topics),
    kind === "visit" || places.length === 0 ? "" : ` in ${joined(places.map(placed))}`,
    dateWords(event),
    occasion === null || event.participants.some(({ name }) => name.includes(occasion))
      ? ""
      : ` (${occasion})`,
    witnesses.length > 0 ? `, witnessed by ${list(witnesses)}` : "",
  ].join("");
}

/** What stands beside the deed: who says so, who stayed away, whose name the text does not give. */
function asides(event: Facts): string {
  const informants = event.status === "denied" ? [] : withPart(event, "informant");
  const refused = event.status === "declined" && refusal(event) !== null;
  const away = event.participants.filter(
    ({ part }) => !refused && (part === "declined" || part === "absent"),
  );
  const inferred = event.participants.filter((p) => p.inferred && !isAside(p));
  return [
    informants.length > 0 ? `, according to ${list(informants)}` : "",
    away.length > 0 ? `; ${list(away)} ${awayWords(event, away)}` : "",
    inferredWords(inferred),
  ].join("");
}

function inferredWords(inferred: readonly Participant[]): string {
  if (inferred.length === 0) return "";
  const [names, offices] =
    inferred.length > 1
      ? ["names", "are inferred from their offices"]
      : ["name", "is inferred from the office"];
  return `; the ${names} of ${list(inferred)} ${offices}`;
}

const awayWords = ({ status }: Facts, away: readonly Participant[]) =>
  status === "happened" ? "did not attend" : `${away.length > 1 ? "were" : "was"} not going to attend`;

const withPart = ({ participants }: Facts, part: Part) => participants.filter((p) => p.part === part);

const isAside = ({ part }: Participant) => OUTSIDE_PARTS.includes(part);

const joined = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
