import type { Line } from "../../../src/bot/index.ts";
import { PRESENT_PARTS } from "../../../src/model/kinds.ts";
import type { Query } from "../../../src/model/query.ts";

/** Lines that share a place or a person; without a name, those that share none with others. */
export type Group = { readonly name?: string; readonly lines: readonly Line[] };

/** Fewer lines read well as they stand, and more headings than these take the room of what they head. */
const MANY = 6;
const NAMES = 3;

/**
 * Lines by the places or the people that they share, in the order of their first lines, those that share none last;
 * undefined where they read better as they stand. They read better in groups where there are six or more of them, two
 * or three names have two lines or more each, and most of the lines stand under these. Of place and person that is
 * taken which gathers more, place where both gather as many; whom the question asks for gathers nothing, being in all.
 */
export function groupsOf(lines: readonly Line[], query: Query): readonly Group[] | undefined {
  const asked = new Set(query.who?.flatMap(({ entity }) => entity ?? []));
  const places = worth(gathered(lines, placeOf), lines);
  const people = worth(
    gathered(lines, (line) => peopleOf(line, asked)),
    lines,
  );
  const better = named(people) > named(places) ? people : places;
  return better.length > 0 ? better : undefined;
}

const placeOf = (line: Line): readonly string[] =>
  line.kind === "event" ? line.event.places.slice(0, 1).map(({ name }) => name) : [];

function peopleOf(line: Line, asked: ReadonlySet<string>): readonly string[] {
  if (line.kind === "withdrawn") return [];
  const present = line.event.participants.filter(
    ({ id, kind, part }) => kind === "person" && PRESENT_PARTS.includes(part) && !asked.has(id),
  );
  return [...new Set(present.map(({ name }) => name))];
}

/** The largest groups first: each line goes to the name that most of the lines left have. */
function gathered(lines: readonly Line[], namesOf: (line: Line) => readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  let left = lines.map((line) => ({ line, names: namesOf(line) }));
  for (;;) {
    const counts = new Map<string, number>();
    for (const { names } of left) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    const [name, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ["", 1]);
    if (count < 2) return groups;
    groups.push({
      name,
      lines: left.flatMap(({ line, names }) => (names.includes(name) ? [line] : [])),
    });
    left = left.filter(({ names }) => !names.includes(name));
  }
}

/** The largest groups with what is left of the lines; none where no two are there, or they gather too few. */
function worth(groups: readonly Group[], lines: readonly Line[]): readonly Group[] {
  const chosen = groups.slice(0, NAMES);
  const together = new Set(chosen.flatMap((group) => group.lines));
  const alone = lines.filter((line) => !together.has(line));
  if (lines.length < MANY || chosen.length < 2 || alone.length >= together.size) return [];
  const first = (group: Group) => lines.findIndex((line) => group.lines.includes(line));
  const inOrder = chosen.toSorted((a, b) => first(a) - first(b));
  return alone.length > 0 ? [...inOrder, { lines: alone }] : inOrder;
}

const named = (groups: readonly Group[]): number =>
  groups.reduce((sum, { name, lines }) => sum + (name === undefined ? 0 : lines.length), 0);
