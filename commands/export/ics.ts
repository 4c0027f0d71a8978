import type { BriefedEvent, Citation } from "../../src/model/briefing.ts";
import type { Status } from "../../src/model/kinds.ts";
import { addDays } from "../../src/model/when.ts";
import type { Export, Written } from "./formats.ts";

/**
 * iCalendar (RFC 5545): each event as full days, so that no calendar moves it through a time zone. Events whose
 * first or last day is open can't stand in a calendar; the note counts them.
 */
export function ics({ events, at }: Export): Written {
  const stamp = at.replace(/[-:]/g, "").replace(/\.\d+/, "");
  const dated = events.filter(({ when }) => when.start !== null && when.end !== null);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Attache//Diplomacy briefings//EN",
    "CALSCALE:GREGORIAN",
    ...dated.flatMap((event) => entry(event, stamp)),
    "END:VCALENDAR",
  ];
  const left = events.length - dated.length;
  return {
    content: lines.map((line) => `${fold(line)}\r\n`).join(""),
    ...(left > 0 && { note: `${left} without a first and last day can't stand in a calendar.` }),
  };
}

function entry(event: BriefedEvent, stamp: string): readonly string[] {
  const { id, when, summary, status, places, sources } = event;
  if (when.start === null || when.end === null) return [];
  const told = status === "happened" ? summary : `${status.toUpperCase()}: ${summary}`;
  const derived = when.derivation === "stated" ? [] : [`Date ${when.derivation}.`];
  const description = [...derived, ...sources.map(sourceWords)].join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${id}@attache`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${when.start.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${addDays(when.end, 1).replaceAll("-", "")}`,
    `SUMMARY:${escaped(told)}`,
    ...(places.length > 0 ? [`LOCATION:${escaped(places.map(({ name }) => name).join(", "))}`] : []),
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${STATE[status]}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const STATE: Readonly<Record<Status, "CONFIRMED" | "TENTATIVE" | "CANCELLED">> = {
  happened: "CONFIRMED",
  planned: "TENTATIVE",
  proposed: "TENTATIVE",
  alleged: "TENTATIVE",
  declined: "CANCELLED",
  cancelled: "CANCELLED",
  postponed: "CANCELLED",
  denied: "CANCELLED",
};

const sourceWords = ({ title, publisher, paragraph, url }: Citation) =>
  [title, publisher, `paragraph ${paragraph}`, url].filter(Boolean).join(", ");

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

/** Lines are folded at 75 octets, never inside a character. */
function fold(line: string): string {
  const folded = [""];
  let octets = 0;
  for (const point of line) {
    const size = Buffer.byteLength(point);
    if (octets + size > 74) {
      folded.push("");
      octets = 1;
    }
    folded[folded.length - 1] += point;
    octets += size;
  }
  return folded.join("\r\n ");
}
