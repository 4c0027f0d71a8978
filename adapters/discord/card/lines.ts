import {
  type Hand,
  headed,
  itemLine,
  type Line as LineOfReply,
  paragraphs,
} from "../../../src/chat/lines.ts";
import type { Sheet } from "../../../src/chat/pack.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import { LIMITS, OURS } from "../limits.ts";
import { linked, literal } from "./escape.ts";

/** One line of a message in markdown: of its first card, or of the second, where the sources and notes are. */
export type Line = LineOfReply & { readonly part: "body" | "tail" };

/** Four asterisks in a row would show. */
const bold = (text: string): string => (text === "" ? "" : `**${text}**`);

export const HAND: Hand = {
  write: literal,
  growth: "\\\\".length,
  bold,
  aside: (text) => `*${text}*`,
  heading: (text) => `\n${bold(text)}`,
  link: linked,
  bullet: "- ",
  indent: "  ",
  limits: OURS,
};

/**
 * All that a reply says but its title, line by line in its order; sources come with the items that cite them. Fields
 * are lines where they do not stand beside each other.
 */
export function linesOf(
  reply: Reply,
  sources: ReadonlyMap<number, string>,
  besides: boolean,
  more: readonly string[],
): readonly Line[] {
  const items = (reply.items ?? []).map(
    (item, n): Line => ({ part: "body", ...itemLine(item, n, sources, HAND) }),
  );
  const cited = new Set(items.flatMap(({ cites }) => cites));
  const say = (part: Line["part"], text: string): Line => ({ part, text, cites: [] });
  const spoken = [
    ...(reply.understood === undefined ? [] : [understood(reply.understood)]),
    ...(reply.text ?? []).flatMap((text) => paragraphs(text, HAND)),
    ...(besides ? [] : (reply.fields ?? []).map(fieldLine)),
  ].map((text) => say("body", text));
  return [
    ...spoken,
    ...(spoken.length > 0 && items.length > 0 ? [say("body", "")] : []),
    ...items,
    ...[...sources.keys()]
      .filter((n) => !cited.has(n))
      .map((n): Line => ({ part: "tail", text: "", cites: [n] })),
    ...[...(reply.notes ?? []), ...more].map((note) => say("tail", `- ${literal(note, OURS.note)}`)),
  ];
}

const understood = (text: string) => `*${literal(text, OURS.paragraph) || "Not understood"}*`;

const fieldLine = ({ name, value }: { readonly name: string; readonly value: string }) =>
  `${bold(literal(name, LIMITS.fieldName))}: ${literal(value, OURS.paragraph)}`;

/** What the first card of a message says. */
export const bodyOf = ({ lines }: Sheet<Line>): string =>
  headed(lines.filter(({ part }) => part === "body"))
    .join("\n")
    .trim();

/** What the second card says: its title, the sources cited in the message, notes, and `left`, what is left out. */
export function tailOf(
  { lines, sources: cited }: Sheet<Line>,
  sources: ReadonlyMap<number, string>,
  left: readonly string[],
): { readonly title: string; readonly description: string } | undefined {
  const listed = cited.flatMap((n) => sources.get(n) ?? []);
  const notes = [
    ...lines.flatMap(({ part, text }) => (part === "tail" && text !== "" ? [text] : [])),
    ...left.map((text) => `- ${text}`),
  ];
  if (listed.length === 0 && notes.length === 0) return undefined;
  const parts = [...listed, ...(listed.length > 0 && notes.length > 0 ? ["**Notes**"] : []), ...notes];
  return { title: listed.length > 0 ? "Sources" : "Notes", description: parts.join("\n") };
}
