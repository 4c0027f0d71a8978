import type { DrawableEvent } from "../drawable.ts";
import { MARK } from "../panel/marks.ts";
import { cut, widthOf } from "../panel/text.ts";
import type { Extent } from "./pack.ts";
import type { timeScale } from "./scale.ts";

/** An event with the pixels it takes in its row: its mark or bar, and its label beside or inside it. */
export type Laid = Extent & {
  readonly event: DrawableEvent;
  /** Ends of its bar; equal for a mark. */
  readonly from: number;
  readonly to: number;
  readonly markAt: number;
  readonly side: "inside" | "right" | "left";
  /** The label as it is shown, and as it would be with room enough. */
  readonly label: string;
  readonly whole: string;
  readonly labelAt: number;
};

/** Where labels may stand, and how large they are: pixels. */
export type Field = {
  readonly scale: ReturnType<typeof timeScale>;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** The widest that a label may claim before all have found a place; none where labels stand whole. */
  readonly room: number | null;
};

/** An event and the words of its label, with their width in em. */
export type Labelled = { readonly event: DrawableEvent; readonly whole: string; readonly ems: number };

/** Between a mark and its label. */
const BESIDE = 6;

/** A label cut shorter than this says too little. */
const LEAST = 150;

/** Of a bar so much is seen beside a label that stands inside. */
const SEEN = 200;

/**
 * The ways to lay an event out, those first that show more of its label: inside a bar that is long enough, after the
 * mark, before it. Where labels stand whole, only the ways that show most. There is at least one.
 */
export function ways({ event, whole, ems }: Labelled, field: Field): readonly Laid[] {
  const { scale, left, right, size, room } = field;
  const [start, end] = [scale.x(event.when.start ?? scale.from), scale.x(event.when.end ?? scale.to)];
  const middle = Math.round((start + end) / 2);
  const isBar = end - start > 3 * MARK;
  const [from, to] = isBar ? [start, end] : [middle, middle];
  const edge = isBar ? BESIDE : MARK + BESIDE;
  const most = Math.ceil(ems * size);
  const limit = Math.min(room ?? most, most);
  const rooms = {
    inside: Math.min(to - from - SEEN, most),
    right: Math.min(right - to - edge, limit),
    left: Math.min(from - edge - left, limit),
  };
  const widest = Math.max(rooms.inside, rooms.right, rooms.left);
  return (["inside", "right", "left"] as const)
    .filter((side) => rooms[side] >= (room === null ? widest : Math.min(LEAST, limit)))
    .sort((a, b) => rooms[b] - rooms[a])
    .map((side) => {
      const label = rooms[side] < most ? cut(whole, size, rooms[side]) : whole;
      const width = label === whole ? most : Math.ceil(widthOf(label, size));
      const inside = Math.round(middle - width / 2);
      const labelAt = { inside: inside + MARK + BESIDE, right: to + edge, left: from - edge - width }[side];
      return {
        ...{ event, from, to, side, label, whole, labelAt },
        markAt: side === "inside" ? inside : middle,
        left: Math.min(from - MARK, labelAt),
        right: Math.max(to + MARK, labelAt + width),
      };
    });
}

/** Gives the cut labels of one row what room the row has left; nothing else moves. */
export function widened(row: readonly Laid[], { left, right, size }: Field, gap: number): readonly Laid[] {
  const laid = row.toSorted((a, b) => a.left - b.left);
  for (const [index, one] of laid.entries()) {
    if (one.label === one.whole || one.side === "inside") continue;
    if (one.side === "right") {
      const end = (laid[index + 1]?.left ?? right + gap) - gap;
      const label = cut(one.whole, size, end - one.labelAt);
      laid[index] = { ...one, label, right: one.labelAt + Math.ceil(widthOf(label, size)) };
    } else {
      const end = one.labelAt + Math.ceil(widthOf(one.label, size));
      const label = cut(one.whole, size, end - ((laid[index - 1]?.right ?? left - gap) + gap));
      const labelAt = end - Math.ceil(widthOf(label, size));
      laid[index] = { ...one, label, labelAt, left: labelAt };
    }
  }
  return laid;
}
