import type { DrawableEvent } from "../drawable.ts";
import { widthOf } from "../panel/text.ts";
import { eventLabel } from "./label.ts";
import type { Lanes } from "./lanes.ts";
import { type Field, type Labelled, type Laid, ways, widened } from "./lay.ts";
import { type Packed, pack } from "./pack.ts";

/** An event in its place: `y` is the middle of its row. */
export type Placed = { readonly laid: Laid; readonly y: number };

export type LaidLane = {
  readonly name: string;
  readonly y: number;
  readonly height: number;
  readonly placed: readonly Placed[];
};

export type Layout = {
  readonly lanes: readonly LaidLane[];
  /** Size of its labels, pixels. */
  readonly size: number;
  /** Events that found no room. */
  readonly homeless: readonly DrawableEvent[];
};

/** Pixels: size of labels, height of a row, the widest label. Large and whole is best, small and cut holds most. */
const STYLES = [
  { size: 26, row: 46, room: null },
  { size: 22, row: 37, room: null },
  { size: 18, row: 29, room: null },
  { size: 18, row: 27, room: 400 },
  { size: 18, row: 27, room: 300 },
  { size: 18, row: 27, room: 210 },
] as const;

const GAP = 18;

/** Rows grow to at most so many pixels where there are few. */
const HIGHEST_ROW = 100;

/**
 * Lays lanes out between two heights with the first style that leaves no event without room; where none does, with
 * the one that leaves the fewest. Rows share the height.
 */
export function layoutOf(
  lanes: Lanes,
  field: Pick<Field, "scale" | "left" | "right">,
  top: number,
  bottom: number,
): Layout {
  const labelled = lanes.lanes.map(({ events }) =>
    events.map((event): Labelled => {
      const whole = eventLabel(event, lanes.by);
      return { event, whole, ems: widthOf(whole, 1) };
    }),
  );
  let best: { readonly style: (typeof STYLES)[number]; readonly packed: readonly Packed<Laid>[] } | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const style of STYLES) {
    const things = labelled.map((lane) => lane.map((one) => ways(one, { ...field, ...style })));
    const packed = packAll(things, Math.floor((bottom - top) / style.row));
    const homeless = packed.reduce((sum, { left }) => sum + left.length, 0);
    if (homeless < fewest) [best, fewest] = [{ style, packed }, homeless];
    if (fewest === 0) break;
  }
  const { style, packed } = best!;
  return {
    lanes: stacked(lanes, packed, { ...field, ...style }, top, bottom),
    size: style.size,
    homeless: packed.flatMap(({ left }) => left.map(({ event }) => event)),
  };
}

/** Lanes share the rows: each gets what it needs, the ones that need most give way first. */
function packAll(things: readonly (readonly (readonly Laid[])[])[], rows: number): readonly Packed<Laid>[] {
  const packed = things.map((lane) => pack(lane, rows, GAP));
  const share = packed.map((lane) => Math.max(1, lane.rows));
  while (share.reduce((sum, n) => sum + n, 0) > rows) share[share.indexOf(Math.max(...share))]!--;
  return packed.map((lane, index) =>
    lane.rows <= share[index]! ? lane : pack(things[index]!, share[index]!, GAP),
  );
}

/** Lanes one under the other, in the middle of the height that they leave. */
function stacked(
  { lanes }: Lanes,
  packed: readonly Packed<Laid>[],
  field: Field,
  top: number,
  bottom: number,
): readonly LaidLane[] {
  const rows = packed.reduce((sum, lane) => sum + lane.rows, 0);
  const row = Math.min(HIGHEST_ROW, Math.floor((bottom - top) / rows));
  let y = top + Math.floor((bottom - top - rows * row) / 2);
  return packed.map(({ placed, rows }, index) => {
    const lane = {
      name: lanes[index]!.name,
      y,
      height: rows * row,
      placed: Array.from({ length: rows }, (_, at) =>
        widened(
          placed.filter((one) => one.row === at).map(({ thing }) => thing),
          field,
          GAP,
        ).map((laid) => ({ laid, y: y + at * row + Math.round(row / 2) })),
      ).flat(),
    };
    y += lane.height;
    return lane;
  });
}
