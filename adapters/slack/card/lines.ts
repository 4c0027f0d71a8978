import type { Said } from "../../../src/chat/pack.ts";
import { cut } from "../../../src/chat/plain.ts";
import type { Item, Reply, SourceLine } from "../../../src/chat/reply.ts";
import { LIMITS, OURS } from "../limits.ts";
import { linked, mrkdwn } from "./escape.ts";

/** One line of a message in mrkdwn, ready to be put beside others of its kind. */
export type Line = Said & {
  readonly kind: "understood" | "text" | "field" | "item" | "source" | "note";
  readonly text: string;
  /** Stands before the line when it opens a message, or when the heading changes. */
  readonly heading?: string;
  /** Name and value below each other, for a grid of short fields. */
  readonly cell?: string;
};

/** All that a reply says, line by line in its order; sources come with the items that cite them. */
export function linesOf(reply: Reply, sources: ReadonlyMap<number, string>): readonly Line[] {
  const items = (reply.items ?? []).map((item, n) => itemLine(item, n, sources));
  const cited = new Set(items.flatMap(({ cites }) => cites));
  const say = (kind: Line["kind"], text: string): Line => ({ kind, text, cites: [] });
  return [
    ...(reply.understood === undefined ? [] : [say("understood", `_${understood(reply.understood)}_`)]),
    ...(reply.text ?? []).flatMap(paragraphs).map((text) => say("text", text)),
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

/** `• *2 December 2021* · who · where · what _(date inferred)_ [1][2]`, its quotation on a line below. */
function itemLine(item: Item, at: number, sources: ReadonlyMap<number, string>): Line {
  const known = [...new Set(item.cites)].filter((n) => sources.has(n));
  const cites = affordable(known, sources);
  const parts = [
    bold(mrkdwn(item.date ?? "", 100)),
    mrkdwn(item.who ?? "", OURS.who),
    mrkdwn(item.where ?? "", OURS.where),
    mrkdwn(item.what, OURS.what),
  ].filter((part) => part !== "");
  const marks = mrkdwn((item.marks ?? []).join("; "), OURS.marks);
  const more = known.length > cites.length ? ` and ${known.length - cites.length} more sources` : "";
  const numbers = cites.length > 0 ? ` ${cites.map((n) => `[${n}]`).join("")}` : "";
  const quote = item.quote === undefined ? "" : `\n      “${mrkdwn(item.quote, OURS.quote)}”`;
  return {
    kind: "item",
    text: `• ${parts.join(" · ")}${marks === "" ? "" : ` _(${marks})_`}${numbers}${more}${quote}`,
    cites,
    ...(item.heading === undefined ? {} : { heading: bold(mrkdwn(item.heading, OURS.heading)) }),
    item: at,
  };
}

function affordable(cites: readonly number[], sources: ReadonlyMap<number, string>): readonly number[] {
  let spent = 0;
  return cites.filter((n) => {
    spent += (sources.get(n)?.length ?? 0) + 1;
    return spent <= OURS.sourcesOfItem;
  });
}

/** `[1] <https://…|Title> · Publisher · 2 December 2021 · paragraph 4`, by number; shorter where one item needs many. */
export function sourceLines({ sources = [], items = [] }: Reply): ReadonlyMap<number, string> {
  const whole = new Map(sources.map((source) => [source.number, sourceLine(source)]));
  const length = (item: Item) => item.cites.reduce((sum, n) => sum + (whole.get(n)?.length ?? 0) + 1, 0);
  if (items.every((item) => length(item) <= OURS.sourcesOfItem)) return whole;
  return new Map(sources.map((source) => [source.number, shortSourceLine(source)]));
}

function sourceLine(source: SourceLine): string {
  const title = mrkdwn(source.title, OURS.sourceTitle) || "Untitled";
  return [
    `[${source.number}] ${linked(title, source.url)}`,
    mrkdwn(source.publisher ?? "", 100),
    mrkdwn(source.published ?? "", 80),
    mrkdwn(source.where ?? "", 80),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

const shortSourceLine = (source: SourceLine) =>
  [`[${source.number}] ${mrkdwn(source.title, 80) || "Untitled"}`, mrkdwn(source.where ?? "", 40)]
    .filter((part) => part !== "")
    .join(" · ");

/** A paragraph, its line breaks kept, as pieces of at most `OURS.paragraph`, broken between words where there are any. */
function paragraphs(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .flatMap(pieces)
    .map((piece) => mrkdwn(piece));
}

/** No piece passes the limit even where each of its characters becomes an entity. */
function pieces(line: string): readonly string[] {
  const limit = OURS.paragraph / 5;
  if (mrkdwn(line).length <= OURS.paragraph) return [line];
  const out: string[] = [];
  let piece = "";
  for (const word of line.split(/(?<=\s)/).flatMap((long) => chunks(long, limit))) {
    if (piece.length + word.length > limit) {
      out.push(piece);
      piece = "";
    }
    piece += word;
  }
  return [...out, piece];
}

/** Code points together in chunks of at most `limit` units. */
function chunks(word: string, limit: number): readonly string[] {
  const out: string[] = [];
  let left = word;
  while (left.length > limit) {
    const chunk = cut(left, limit + 1, (point) => point).replace(/…$/, "");
    out.push(chunk);
    left = left.slice(chunk.length);
  }
  return [...out, left];
}
