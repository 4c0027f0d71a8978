import type { Day } from "../../src/model/when.ts";
import { bounds, dayNumber, span } from "../../src/model/when.ts";

/**
 * EDTF in the reader's own date format, the words around it in English: "5 May 2020", "about May 2020",
 * "4 – 9 May 2020", "by 5 May 2020". An event's day is no instant: it never passes through a time zone.
 * Text that is no EDTF is given back as it is.
 */
export function dateWords(edtf: string, locale: string): string {
  const sides = edtf.split("/");
  const [first = "", second] = sides;
  if (bounds(edtf) === null) return edtf;
  if (second === undefined) return about(first) + one(bare(first), locale);
  if (first === "..") return `by ${about(second)}${one(bare(second), locale)}`;
  if (second === "..") return `from ${about(first)}${one(bare(first), locale)}`;
  if (about(first) + about(second) !== "" || bare(first).length !== bare(second).length) {
    return `${about(first)}${one(bare(first), locale)} to ${about(second)}${one(bare(second), locale)}`;
  }
  const [from, to] = [span(bare(first)), span(bare(second))];
  if (!from || !to) return edtf;
  return format(bare(first), locale)
    .formatRange(millis(from.from), millis(to.from))
    .replaceAll("\u2009", " ");
}

/** A period whose ends may be open. */
export function periodWords(from: Day | null, to: Day | null, locale: string): string {
  if (from === null && to === null) return "no time";
  return dateWords(`${from ?? ".."}/${to ?? ".."}`, locale);
}

const bare = (text: string) => text.replace(/[~?%]$/, "");

function about(text: string): string {
  if (text.endsWith("~")) return "about ";
  if (text.endsWith("?")) return "probably ";
  return text.endsWith("%") ? "probably about " : "";
}

function one(text: string, locale: string): string {
  const days = span(text);
  return days ? format(text, locale).format(millis(days.from)) : text;
}

const millis = (day: Day) => dayNumber(day) * 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Days are counted in UTC on both sides, so no zone takes part. A locale that does not exist becomes English. */
function format(text: string, locale: string): Intl.DateTimeFormat {
  const key = `${text.length} ${locale}`;
  const known = formats.get(key);
  if (known) return known;
  const made = makeFormat(locale, {
    timeZone: "UTC",
    calendar: "gregory",
    year: "numeric",
    ...(text.length > 4 && { month: "long" }),
    ...(text.length > 7 && { day: "numeric" }),
  });
  formats.set(key, made);
  return made;
}

/** Without a country, English dates are day first. */
function makeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options);
  } catch {
    return new Intl.DateTimeFormat("en-GB", options);
  }
}
