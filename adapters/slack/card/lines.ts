import { type Hand, itemLine, type Line as LineOfReply, paragraphs } from "../../../src/chat/lines.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import { LIMITS, OURS } from "../limits.ts";
import { linked, mrkdwn } from "./escape.ts";

/** One line of a message in mrkdwn, ready to be put beside others of its kind. */
export type Line = LineOfReply & {
  readonly kind: "understood" | "text" | "field" | "item" | "source" | "note";
  /** Name and value below each other, for a grid of short fields. */
  readonly cell?: string;
};

/** All that a reply says, line by line in its order; sources come with the items that cite them. */
export function linesOf(reply: Reply, sources: ReadonlyMap<number, string>): readonly Line[] {
  const items = (reply.items ?? []).map(
    (item, n): Line => ({ kind: "item", ...itemLine(item, n, sources, HAND) }),
  );
  const cited = new Set(items.flatMap(({ cites }) => cites));
  const say = (kind: Line["kind"], text: string): Line => ({ kind, text, cites: [] });
  return [
    ...(reply.understood === undefined ? [] : [say("understood", `_${understood(reply.understood)}_`)]),
    ...(reply.text ?? []).flatMap((text) => paragraphs(text, HAND)).map((text) => say("text", text)),
    ...(reply.fields ?? []).map((field) => ({ ...say("field", fieldLine(field)), cell: fieldCell(field) })),
    ...items,
    ...[...sources.keys()]
      .filter((n) => !cited.has(n))
      .map((n): Line => ({ kind: "source", text: "", cites: [n] })),
    ...(reply.picture === undefined
      ? []
      : [say("note", `• Picture: ${mrkdwn(reply.picture.alt, OURS.paragraph)}`)]),
    ...(reply.notes ?? []).map((note) => say("note", `• ${mrkdwn(note, OURS.note)}`)),
  ];
}

const understood = (text: string) => mrkdwn(text, OURS.paragraph) || "Not understood";

const fieldLine = ({ name, value }: { readonly name: string; readonly value: string }): string =>
  `${bold(mrkdwn(name, OURS.heading)) || "–"}: ${mrkdwn(value, OURS.paragraph) || "–"}`;

const fieldCell = ({ name, value }: { readonly name: string; readonly value: string }): string =>
  `${bold(mrkdwn(name, OURS.heading)) || "–"}\n${mrkdwn(value, LIMITS.field - OURS.heading - 10) || "–"}`;

/** Two asterisks in a row would show. */
const bold = (text: string) => (text === "" ? "" : `*${text}*`);

export const HAND: Hand = {
  write: mrkdwn,
  growth: "&amp;".length,
  bold,
  aside: (text) => `_${text}_`,
  heading: bold,
  link: linked,
  bullet: "• ",
  indent: "      ",
  limits: OURS,
};
