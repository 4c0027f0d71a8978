import type { BriefedEvent, Citation } from "../../src/model/briefing.ts";
import type { Export, Written } from "./formats.ts";

const COLUMNS: readonly (readonly [string, (event: BriefedEvent) => string])[] = [
  ["id", ({ id }) => id],
  ["date", ({ when }) => when.edtf],
  ["earliest", ({ when }) => when.start ?? ""],
  ["latest", ({ when }) => when.end ?? ""],
  ["date_derivation", ({ when }) => when.derivation],
  ["kind", ({ kind }) => kind],
  ["status", ({ status }) => status],
  ["certainty", ({ certainty }) => certainty],
  ["flags", ({ flags }) => flags.join("; ")],
  ["people", ({ participants }) => participants.map(({ name, part }) => `${name} (${part})`).join("; ")],
  [
    "names_inferred",
    ({ participants }) => participants.flatMap(({ name, inferred }) => (inferred ? [name] : [])).join("; "),
  ],
  ["places", ({ places }) => places.map(({ name }) => name).join("; ")],
  ["occasion", ({ occasion }) => occasion ?? ""],
  ["topics", ({ topics }) => topics.join("; ")],
  ["summary", ({ summary }) => summary],
  ["sources", ({ sources }) => sources.map(sourceWords).join("; ")],
];

/** RFC 4180, one event a row. */
export function csv({ events }: Export): Written {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...events.map((event) => COLUMNS.map(([, value]) => cell(value(event)))),
  ];
  return { content: rows.map((row) => `${row.join(",")}\r\n`).join("") };
}

function sourceWords({ publisher, title, published, paragraph, url }: Citation): string {
  const parts = [publisher, title, published, `paragraph ${paragraph}`, url];
  return parts.filter((part) => part != null && part !== "").join(", ");
}

/**
 * A cell that begins with one of these is run as a formula by spreadsheets; the apostrophe makes it text (OWASP,
 * "CSV Injection"). Line breaks inside a cell are kept out.
 */
function cell(value: string): string {
  const line = value.replace(/[\r\n\t]+/g, " ");
  const inert = /^[\s\u0000]*[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
  return /[",;']/.test(inert) || inert !== line ? `"${inert.replaceAll('"', '""')}"` : inert;
}
