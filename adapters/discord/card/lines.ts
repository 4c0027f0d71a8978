import type { Item, Reply, SourceLine } from "../../../src/chat/reply.ts";
import { OURS } from "../limits.ts";
import { link, literal } from "./escape.ts";
import type { Line } from "./split.ts";

/** What the sources of one item may take, so that it fits into a message together with them. */
const SOURCES_OF_ITEM = 3_000;

/** `- **2 December 2021** · who · where · what *(date inferred)* [1][2]`, its quotation on a line below. */
export function itemLine(item: Item, at: number, sources: ReadonlyMap<number, string>): Line {
  const known = [...new Set(item.cites)].filter((n) => sources.has(n));
  const cites = affordable(known, sources);
  const parts = [
    bold(literal(item.date ?? "", 100)),
    literal(item.who ?? "", OURS.who),
    literal(item.where ?? "", OURS.where),
    literal(item.what, OURS.what),
  ].filter((part) => part !== "");
  const marks = (item.marks ?? []).map((mark) => literal(mark, 200)).join("; ");
  const more = known.length > cites.length ? ` and ${known.length - cites.length} more sources` : "";
  const quote = item.quote === undefined ? "" : `\n  “${literal(item.quote, OURS.quote)}”`;
  const claim = `- ${parts.join(" · ")}${marks === "" ? "" : ` *(${marks})*`}`;
  return {
    part: "body",
    text: `${claim}${cites.length > 0 ? ` ${cites.map((n) => `[${n}]`).join("")}` : ""}${more}${quote}`,
    cites,
    ...(item.heading === undefined ? {} : { heading: bold(literal(item.heading, 200)) }),
    item: at,
  };
}

/** Four asterisks in a row would show. */
export const bold = (text: string): string => (text === "" ? "" : `**${text}**`);

function affordable(cites: readonly number[], sources: ReadonlyMap<number, string>): readonly number[] {
  let spent = 0;
  return cites.filter((n) => {
    spent += (sources.get(n)?.length ?? 0) + 1;
    return spent <= SOURCES_OF_ITEM;
  });
}

/** `[1] [Title](https://…) · Publisher · 2 December 2021 · paragraph 4`, by number; shorter where one item needs many. */
export function sourceLines(reply: Reply): ReadonlyMap<number, string> {
  const whole = new Map((reply.sources ?? []).map((source) => [source.number, sourceLine(source)]));
  const length = (item: Item) => item.cites.reduce((sum, n) => sum + (whole.get(n)?.length ?? 0) + 1, 0);
  if ((reply.items ?? []).every((item) => length(item) <= SOURCES_OF_ITEM)) return whole;
  return new Map((reply.sources ?? []).map((source) => [source.number, shortSourceLine(source)]));
}

function sourceLine(source: SourceLine): string {
  const title = literal(source.title, OURS.sourceTitle) || "Untitled";
  const url = source.url === undefined ? undefined : link(source.url);
  return [
    `[${source.number}] ${url === undefined ? title : `[${title}](${url})`}`,
    literal(source.publisher ?? "", 120),
    literal(source.published ?? "", 80),
    literal(source.where ?? "", 80),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

const shortSourceLine = (source: SourceLine) =>
  [`[${source.number}] ${literal(source.title, 80) || "Untitled"}`, literal(source.where ?? "", 40)]
    .filter((part) => part !== "")
    .join(" · ");

export const noteLine = (note: string): string => `- ${literal(note, OURS.note)}`;

/** A paragraph, its line breaks kept, as pieces of at most `OURS.paragraph`, broken between words where there are any. */
export function paragraphs(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => pieces(line).map((piece) => literal(piece)));
}

function pieces(line: string): readonly string[] {
  const limit = OURS.paragraph / 2;
  const out: string[] = [];
  let piece = "";
  for (const word of line.split(/(?<=\s)/).flatMap((w) => chunks(w, limit))) {
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
  if (word.length <= limit) return [word];
  const out = [""];
  for (const point of word) {
    if (out[out.length - 1]!.length + point.length > limit) out.push("");
    out[out.length - 1] += point;
  }
  return out;
}
