import { dateOf } from "../reply/items.ts";
import { marksOf } from "../reply/marks.ts";
import { numberSources } from "../reply/sources.ts";
import type { Export, Written } from "./formats.ts";

/** A list with footnotes; foreign text is escaped, so that it stays text. */
export function markdown({ briefing, events, locale }: Export): Written {
  const numbering = numberSources(locale);
  const items = events.map((event) => {
    const marks = marksOf(event, locale);
    const notes = marks.length > 0 ? ` (${escaped(marks.join("; "))})` : "";
    const cites = numbering.cite(event).map((n) => `[^${n}]`);
    return `- **${escaped(dateOf(event, locale))}** · ${escaped(event.summary)}${notes} ${cites.join("")}`;
  });
  const sources = numbering.lines().map(({ number, title, publisher, published, where, url }) => {
    const parts = [title, publisher, published, where].filter((part) => part !== undefined);
    return `[^${number}]: ${escaped(parts.join(", "))}${url ? ` ${link(url)}` : ""}`;
  });
  const notes = briefing.notes.map((note) => `> ${escaped(note)}`);
  const blocks = [[`# ${escaped(briefing.understood)}`], items, notes, sources];
  const filled = blocks.filter((block) => block.length > 0);
  return { content: `${filled.map((block) => block.join("\n")).join("\n\n")}\n` };
}

const escaped = (text: string) =>
  text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+!|<>~]/g, (sign) => `\\${sign}`);

const link = (url: string) => (/^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : "");
