import type { Said, Sheet } from "./pack.ts";
import { cut } from "./plain.ts";
import type { Item, Reply, SourceLine } from "./reply.ts";

/** How a platform writes the lines of a reply. */
export type Hand = {
  /** Foreign text with nothing in it alive, of at most `limit` UTF-16 units. */
  readonly write: (text: string, limit?: number) => string;
  /** Units that `write` makes of one, at most. */
  readonly growth: number;
  readonly bold: (written: string) => string;
  readonly aside: (written: string) => string;
  /** What stands on a line above items. */
  readonly heading: (written: string) => string;
  /** A written title that opens an address, or the title alone where the address is none that we open. */
  readonly link: (title: string, url: string | undefined) => string;
  readonly bullet: string;
  /** Before a quotation, below its item. */
  readonly indent: string;
  readonly limits: {
    readonly who: number;
    readonly where: number;
    readonly what: number;
    readonly quote: number;
    readonly sourceTitle: number;
    readonly paragraph: number;
    /** What the sources of one item may take, so that it fits into a message together with them. */
    readonly sourcesOfItem: number;
  };
};

/** A line of a message, with the heading that it stands under. */
export type Line = Said & { readonly text: string; readonly heading?: string };

/** What a reader takes in of the small parts, in UTF-16 units. */
const SMALL = {
  date: 100,
  marks: 300,
  heading: 200,
  publisher: 100,
  published: 80,
  passage: 80,
  shortTitle: 80,
};

/** Item number `at`: date, who, where, what, marks, source numbers; its quotation on a line below. */
export function itemLine(item: Item, at: number, sources: ReadonlyMap<number, string>, hand: Hand): Line {
  const { write, bold, aside, limits } = hand;
  const known = [...new Set(item.cites)].filter((n) => sources.has(n));
  const cites = affordable(known, sources, limits.sourcesOfItem);
  const parts = [
    bold(write(item.date ?? "", SMALL.date)),
    write(item.who ?? "", limits.who),
    write(item.where ?? "", limits.where),
    write(item.what, limits.what),
  ].filter((part) => part !== "");
  const marks = write((item.marks ?? []).join("; "), SMALL.marks);
  const numbers = cites.length > 0 ? ` ${cites.map((n) => `[${n}]`).join("")}` : "";
  const more = known.length > cites.length ? ` and ${known.length - cites.length} more sources` : "";
  const quote = item.quote === undefined ? "" : `\n${hand.indent}“${write(item.quote, limits.quote)}”`;
  return {
    text: `${hand.bullet}${parts.join(" · ")}${marks === "" ? "" : ` ${aside(`(${marks})`)}`}${numbers}${more}${quote}`,
    cites,
    ...(item.heading === undefined ? {} : { heading: hand.heading(write(item.heading, SMALL.heading)) }),
    item: at,
  };
}

function affordable(
  cites: readonly number[],
  sources: ReadonlyMap<number, string>,
  limit: number,
): readonly number[] {
  let spent = 0;
  return cites.filter((n) => {
    spent += (sources.get(n)?.length ?? 0) + 1;
    return spent <= limit;
  });
}

/** `[1] Title · Publisher · 2 December 2021 · paragraph 4`, by number; all shorter where one item needs many. */
export function sourceLines({ sources = [], items = [] }: Reply, hand: Hand): ReadonlyMap<number, string> {
  const whole = new Map(sources.map((source) => [source.number, sourceLine(source, hand)]));
  const length = (item: Item) => item.cites.reduce((sum, n) => sum + (whole.get(n)?.length ?? 0) + 1, 0);
  if (items.every((item) => length(item) <= hand.limits.sourcesOfItem)) return whole;
  return new Map(sources.map((source) => [source.number, shortSourceLine(source, hand)]));
}

function sourceLine(source: SourceLine, { write, link, limits }: Hand): string {
  const title = write(source.title, limits.sourceTitle) || "Untitled";
  return joined([
    `[${source.number}] ${link(title, source.url)}`,
    write(source.publisher ?? "", SMALL.publisher),
    write(source.published ?? "", SMALL.published),
    write(source.where ?? "", SMALL.passage),
  ]);
}

const shortSourceLine = (source: SourceLine, { write }: Hand): string =>
  joined([
    `[${source.number}] ${write(source.title, SMALL.shortTitle) || "Untitled"}`,
    write(source.where ?? "", SMALL.passage / 2),
  ]);

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(" · ");

/** A written paragraph, its line breaks kept; what is too long for one comes in pieces, broken between words. */
export function paragraphs(text: string, { write, growth, limits }: Hand): readonly string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) =>
      write(line).length <= limits.paragraph ? [line] : pieces(line, limits.paragraph / growth),
    )
    .map((piece) => write(piece));
}

function pieces(line: string, limit: number): readonly string[] {
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

/** Whole code points in chunks of at most `limit` units. */
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

/** Lines with each heading before the first that stands under it. */
export function headed(lines: readonly Line[]): readonly string[] {
  return lines.map(({ heading, text }, n) =>
    heading === undefined || (n > 0 && lines[n - 1]?.heading === heading) ? text : `${heading}\n${text}`,
  );
}

/** What to say under the last message that is shown, where a reply would take more of them. */
export function leftOut(reply: Reply, shown: readonly Sheet<Line>[]): string {
  const first = reply.page?.first ?? 1;
  const items = reply.items?.length ?? 0;
  const seen = shown.flatMap(({ lines }) => lines.flatMap(({ item }) => item ?? []));
  const next = (seen.at(-1) ?? -1) + 1;
  if (next >= items) return "The rest is longer than a message can be and is left out here.";
  const way = reply.buttons?.some(({ verb }) => verb === "export")
    ? "Export has them all."
    : "A narrower question shows them.";
  return `Items ${first + next} to ${first + items - 1} are left out here. ${way}`;
}
