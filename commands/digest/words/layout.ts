import type { Line } from "../../../src/bot/index.ts";
import type { Query } from "../../../src/model/query.ts";
import { groupsOf } from "./groups.ts";

/** A line, and where its section is in groups the place or person that it stands under, or that it shares none. */
export type Placed = { readonly line: Line; readonly under?: string };

/**
 * What stands in the channel within `room` lines, and what behind a button: a section that is short keeps a place
 * beside one that is long. Headings and quotations take lines too.
 */
export function share(
  lines: readonly Line[],
  room: number,
  query: Query,
): { readonly first: readonly Placed[]; readonly rest: readonly Line[] } {
  const sections = sectionsOf(lines);
  const taken = sections.map(() => 0);
  let left = room - sections.length;
  for (let gave = true; gave; ) {
    gave = false;
    for (const [n, section] of sections.entries()) {
      const line = section[taken[n]!];
      if (line === undefined || heightOf(line) > left) continue;
      left -= heightOf(line);
      taken[n]! += 1;
      gave = true;
    }
  }
  const first = sections.map((section, n) => within(section.slice(0, taken[n]), left, query));
  return {
    first: first.flat(),
    rest: sections.flatMap((section, n) => section.slice(first[n]!.length)),
  };
}

/** The lines of a page in the order in which they read best, each section for itself. */
export const placed = (lines: readonly Line[], query: Query): readonly Placed[] =>
  sectionsOf(lines).flatMap((section) => grouped(section, query) ?? section.map((line) => ({ line })));

const sectionsOf = (lines: readonly Line[]): readonly (readonly Line[])[] =>
  [...new Set(lines.map(({ section }) => section))].map((section) =>
    lines.filter((line) => line.section === section),
  );

const OTHERS = "others";

/** What comes up and what happened on a day is read by its date; the rest by place or people where that is better. */
function grouped(section: readonly Line[], query: Query): readonly Placed[] | undefined {
  const kind = section[0]?.section;
  const found = kind === "new" || kind === "latest" ? groupsOf(section, query) : undefined;
  return found?.flatMap(({ name, lines }) => lines.map((line) => ({ line, under: name ?? OTHERS })));
}

/** So many lines may give way to the headings of the others. */
const GIVE_WAY = 3;

/** A section in the lines that it was given and those that nobody took: in groups where their headings fit too. */
function within(section: readonly Line[], left: number, query: Query): readonly Placed[] {
  const room = heights(section) + left;
  let found = grouped(section, query);
  for (let count = section.length; found && count >= section.length - GIVE_WAY; count--) {
    found = grouped(section.slice(0, count), query);
    const headings = new Set(found?.map(({ under }) => under)).size;
    if (found && heights(section.slice(0, count)) + headings - 1 <= room) return found;
  }
  return section.map((line) => ({ line }));
}

const heights = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + heightOf(line), 0);

const heightOf = (line: Line): number =>
  line.kind === "event" && line.event.sources.some(({ quote }) => quote !== null) ? 2 : 1;
